import { withoutEnd } from "../text/ends.ts";
import { folded } from "../text/spelling.ts";
import { timedTitle, timeKey } from "./contentsText.ts";
import { risingRun } from "./risingRun.ts";

/** For each entry of the contents the index of its item, or null. */
export type ContentsAlignment = readonly (number | null)[];

export interface HeadingTitle {
  /** The title with its time, as an entry repeats it. */
  readonly full: string;
  /** The title without its time. */
  readonly title: string;
}

/** An entry or a heading, made ready to be compared with many others. */
export interface Line {
  readonly full: string;
  readonly title: string;
  readonly time: string;
  /** Title and time, where there is a title. */
  readonly timedTitle: string;
  /** The title without its type (*Orienteringssag:*). */
  readonly bare: string;
  /** Its letter pairs, made when they are first asked for: most lines are found by their words alone. */
  pairs: readonly number[] | null;
}

/**
 * Matches entries with headings. The same words belong together wherever they stand; between those that are sure the rest
 * is matched in order, so that what they have in common is as much as can be: one missing entry leaves one heading over.
 * At last what is spelt alike is found wherever it stands.
 */
export function alignContents(
  entries: readonly string[],
  headings: readonly HeadingTitle[],
): ContentsAlignment {
  return matchLines(
    entries.map(lineOf),
    headings.map((heading) => lineOf(heading.full)),
  );
}

/**
 * The same for entries and headings whose words have numbers, the same for the same words. Mostly the contents are the headings,
 * word for word, but for a few lines: where both begin and end alike, only what stands between is made ready and matched.
 */
export function alignAlike(
  lines: readonly number[],
  targets: readonly number[],
  noWords: number,
  ready: (indices: { lines: number[]; targets: number[] }) => { lines: Line[]; targets: Line[] },
): ContentsAlignment {
  const shorter = Math.min(lines.length, targets.length);
  let start = 0;
  while (start < shorter && lines[start] === targets[start] && lines[start] !== noWords) start++;
  let end = 0;
  const [last, lastTarget] = [lines.length - 1, targets.length - 1];
  while (
    end < shorter - start &&
    lines[last - end] === targets[lastTarget - end] &&
    lines[last - end] !== noWords
  )
    end++;
  // The same words are matched in their order: those between may belong to what follows.
  const between = new Set([
    ...lines.slice(start, lines.length - end),
    ...targets.slice(start, targets.length - end),
  ]);
  if (lines.slice(lines.length - end).some((words) => between.has(words))) end = 0;
  const middle = ready({
    lines: indices(start, lines.length - end),
    targets: indices(start, targets.length - end),
  });
  const matched = matchLines(middle.lines, middle.targets);
  return lines.map((_, index) => {
    if (index < start) return index;
    if (index >= lines.length - end) return index + targets.length - lines.length;
    const target = matched[index - start] ?? null;
    return target === null ? null : target + start;
  });
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function matchLines(lines: readonly Line[], targets: readonly Line[]): ContentsAlignment {
  const result: (number | null)[] = lines.map(() => null);
  const taken = targets.map(() => false);
  const match = (entry: number, heading: number): void => {
    result[entry] = heading;
    taken[heading] = true;
  };
  matchEqual(lines, targets, (line) => line.full, result, taken, match);
  matchEqual(lines, targets, (line) => line.timedTitle, result, taken, match);
  let letters = 0;
  const score: Score = (entry, heading) => {
    const [line, target] = [lines[entry], targets[heading]];
    if (!line || !target || letters > mostLetters) return 0;
    letters += line.bare.length + target.bare.length;
    return likeness(line, target);
  };
  for (const gap of gapsBetween(result, taken)) {
    for (const [entry, heading] of alignGap(gap.entries, gap.headings, score)) match(entry, heading);
  }
  matchLeftOver(score, result, taken, match);
  return result;
}

/** How much an entry and a heading, given by their indices, have in common; 0 for nothing. */
type Score = (entry: number, heading: number) => number;

/** So much is read in comparing: where thousands of entries are at odds with their headings, the last are left alone. */
const mostLetters = 2_000_000;

/** Same key, same item: the first entry with the first heading, the second with the second. */
function matchEqual(
  lines: readonly Line[],
  targets: readonly Line[],
  keyOf: (line: Line) => string,
  result: readonly (number | null)[],
  taken: readonly boolean[],
  match: (entry: number, heading: number) => void,
): void {
  const free = new Map<string, number[]>();
  for (let index = targets.length - 1; index >= 0; index--) {
    const target = targets[index];
    if (!target || taken[index]) continue;
    const key = keyOf(target);
    const list = free.get(key);
    if (list) list.push(index);
    else free.set(key, [index]);
  }
  for (const [index, line] of lines.entries()) {
    const key = keyOf(line);
    const heading = result[index] === null && key !== "" ? free.get(key)?.pop() : undefined;
    if (heading !== undefined) match(index, heading);
  }
}

/** The entries and the headings that are left between those whose matches stand in order. */
function gapsBetween(
  result: readonly (number | null)[],
  taken: readonly boolean[],
): { entries: number[]; headings: number[] }[] {
  const matched = [...result.entries()].flatMap(([entry, heading]) =>
    heading === null ? [] : [{ entry, heading }],
  );
  const stays = risingRun(matched.map(({ heading }) => heading));
  const anchors = matched.filter((_, index) => stays[index]);
  const gaps: { entries: number[]; headings: number[] }[] = [];
  let entry = 0;
  let heading = 0;
  for (const anchor of [...anchors, { entry: result.length, heading: taken.length }]) {
    const gap = { entries: [] as number[], headings: [] as number[] };
    for (; entry < anchor.entry; entry++) if (result[entry] === null) gap.entries.push(entry);
    for (; heading < anchor.heading; heading++) if (!taken[heading]) gap.headings.push(heading);
    if (gap.entries.length > 0 && gap.headings.length > 0) gaps.push(gap);
    entry = anchor.entry + 1;
    heading = anchor.heading + 1;
  }
  return gaps;
}

/** In a gap of many more cells than this, an entry looks at its neighbourhood only: the work stays linear. */
const mostCells = 2500;
const neighbourhood = 12;

/** The pairs of a gap, in order, that have the most in common together. */
function alignGap(entries: readonly number[], headings: readonly number[], score: Score): [number, number][] {
  const scoreAt = (i: number, j: number): number => score(entries[i] ?? -1, headings[j] ?? -1);
  const pairs: [number, number][] = [];
  const pair = (i: number, j: number): void => {
    const entry = entries[i];
    const heading = headings[j];
    if (entry !== undefined && heading !== undefined) pairs.push([entry, heading]);
  };
  if (entries.length * headings.length > mostCells) {
    let from = 0;
    for (let i = 0; i < entries.length; i++) {
      let best = -1;
      let bestScore = 0;
      for (let j = from; j < Math.min(headings.length, from + neighbourhood); j++) {
        const here = scoreAt(i, j);
        if (here > bestScore) [best, bestScore] = [j, here];
      }
      if (best === -1) continue;
      pair(i, best);
      from = best + 1;
    }
    return pairs;
  }
  // `best[i][j]` is what the entries from i on and the headings from j on can have in common.
  const width = headings.length + 1;
  const best = new Float64Array((entries.length + 1) * width);
  const scores = new Float64Array(entries.length * width);
  for (let i = entries.length - 1; i >= 0; i--) {
    for (let j = headings.length - 1; j >= 0; j--) {
      const here = scoreAt(i, j);
      scores[i * width + j] = here;
      const matched = here > 0 ? here + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(matched, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  for (let i = 0, j = 0; i < entries.length && j < headings.length;) {
    const here = scores[i * width + j] ?? 0;
    const most = best[i * width + j] ?? 0;
    if (here > 0 && most === here + (best[(i + 1) * width + j + 1] ?? 0)) pair(i++, j++);
    else if (most === (best[(i + 1) * width + j] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

/** Entries that stand elsewhere than their items: only what is nearly the same is believed to be it. */
function matchLeftOver(
  score: Score,
  result: readonly (number | null)[],
  taken: readonly boolean[],
  match: (entry: number, heading: number) => void,
): void {
  const entries = [...result.keys()].filter((entry) => result[entry] === null);
  const headings = [...taken.keys()].filter((heading) => !taken[heading]);
  const all = entries.length * headings.length <= mostCells;
  for (const [rank, entry] of entries.entries()) {
    const from = all ? 0 : Math.max(0, rank - neighbourhood);
    const near = all ? headings : headings.slice(from, from + 2 * neighbourhood);
    let best = -1;
    let bestScore = 0.8;
    for (const heading of near) {
      const here = taken[heading] ? 0 : score(entry, heading);
      if (here > bestScore) [best, bestScore] = [heading, here];
    }
    if (best !== -1) match(entry, best);
  }
}

const typePrefix =
  /^(?:(?:til )?(?:skriftlig )?orientering|orienterings(?:sag|punkt)|drøftelses(?:sag|punkt)|beslutnings(?:sag|punkt)|lukket (?:punkt|sag)|lukket) ?: ?/;

/** Makes the text of an entry or a heading ready, with its time. */
export function lineOf(text: string): Line {
  const { full, title, time } = timedTitle(text);
  const key = comparable(title).replace(/^evt(?=\.|\b)\.?/, "eventuelt");
  const bare = key.replace(typePrefix, "") || key;
  const ofTime = timeKey(time);
  const named = key && `${key}|${ofTime}`;
  return { full: comparable(full), title: key, time: ofTime, timedTitle: named, bare, pairs: null };
}

/** What two ways to write one title have in common. */
export function comparable(text: string): string {
  const alike = folded(text.slice(0, 300))
    .replace(/[–—]/g, "-")
    .replace(/[”„“»«]/g, '"');
  return withoutEnd(alike, ".…");
}

function pairsOf(line: Line): readonly number[] {
  line.pairs ??= letterPairs(line.bare);
  return line.pairs;
}

/** The pairs of neighbouring letters, sorted. */
function letterPairs(text: string): number[] {
  const pairs: number[] = [];
  for (let i = 0; i + 1 < text.length; i++) pairs.push(text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1));
  return pairs.sort((a, b) => a - b);
}

/**
 * From 0 (nothing to do with each other) to above 1. A beginning of the heading is the heading's entry; else the letters
 * that they share decide, and the time where both have the same.
 */
function likeness(entry: Line, heading: Line): number {
  if (entry.full.length >= 3 && heading.full.startsWith(entry.full)) return 1;
  if (entry.title === "" || heading.title === "") return 0;
  if (entry.bare === heading.bare) return 1;
  const sameTime = entry.time !== "" && entry.time === heading.time ? 0.15 : 0;
  const own = pairsOf(entry);
  const shared = sharedPairs(own, pairsOf(heading));
  let part = (2 * shared) / (own.length + pairsOf(heading).length || 1);
  // An entry that was cut short is held against as much of the heading, if that can be enough.
  const longer = heading.bare.length > entry.bare.length + 3 && entry.bare.length >= 12;
  if (longer && shared / own.length + sameTime >= 0.6) {
    const beginning = letterPairs(heading.bare.slice(0, entry.bare.length));
    part = Math.max(part, sharedPairs(own, beginning) / own.length);
  }
  return part + sameTime >= 0.6 ? part + sameTime : 0;
}

/** How many elements two sorted lists have in common. */
function sharedPairs(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}
