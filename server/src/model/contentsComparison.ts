import { detached } from "../text/detached.ts";
import {
  alignAlike,
  comparable,
  type ContentsAlignment,
  type HeadingTitle,
  type Line,
  lineOf,
} from "./contentsAlignment.ts";
import { type EntryDifference, differenceOf, withoutNumber } from "./contentsText.ts";
import { majorityOf } from "./majority.ts";
import { memo } from "./memo.ts";
import { unchanged } from "./unchanged.ts";
import { noWords, WordNumbers } from "./wordNumbers.ts";

/** What of an item its entry is held against. */
export interface NumberedTitle extends HeadingTitle {
  readonly number: number | null;
}

/** What the entries of contents and the headings of a document have to do with each other. */
export interface ContentsComparison {
  readonly texts: readonly string[];
  readonly headings: readonly NumberedTitle[];
  readonly entries: readonly EntryText[];
  readonly alignment: ContentsAlignment;
  readonly differences: readonly (EntryDifference | null)[];
  /** The indices of the entries that have no item, or do not say what its heading says. */
  readonly deviating: readonly number[];
  /** Contents that leave the times out are contents of another style. */
  readonly withoutTimes: boolean;
  /** Most entries begin with a number. */
  readonly numbered: boolean;
  readonly facts: Facts;
}

/** An entry, made ready to be held against headings. */
interface EntryText {
  /** Without the number that counts. */
  readonly words: string;
  /** The number, and how many signs it takes. */
  readonly number: number | null;
  readonly length: number;
  readonly line: Line;
}

/**
 * What is asked of all entries and headings after each edit, side by side: a thousand numbers in a row are looked through in no
 * time, a thousand objects are not. Words of the same number are the same.
 */
interface Facts {
  readonly numbers: WordNumbers;
  /** Of each entry: whether it begins with a number, and whether it has a time. */
  readonly beginWithNumber: readonly boolean[];
  readonly timed: readonly boolean[];
  /** Of each entry and each heading: its words. */
  readonly lines: readonly number[];
  readonly targets: readonly number[];
  /** Of each heading: the words of its title alone; `untimed` where it has no time. */
  readonly titles: readonly number[];
}

/**
 * Holds the entries of contents, as plain text, against the headings. `before` is the comparison of an earlier version: what has
 * not changed since is not compared again.
 */
export function compareContents(
  texts: readonly string[],
  headings: readonly NumberedTitle[],
  before?: ContentsComparison,
): ContentsComparison {
  const sameTexts = unchanged(texts, before?.texts ?? []);
  const sameHeadings = unchanged(headings, before?.headings ?? []);
  if (before && sameTexts.all && sameHeadings.all) return before;
  const numbers =
    before?.facts.numbers.isFull === false
      ? before.facts.numbers
      : new WordNumbers(4 * (texts.length + headings.length));
  const facts = before?.facts.numbers === numbers ? before.facts : undefined;
  const idOf = (words: string): number => numbers.of(words);
  const beginWithNumber = sameTexts.spliced(texts, before?.facts.beginWithNumber, beginsWithNumber);
  // `Punkt 3:` is never a title; `3.` is a number only where most entries have one.
  const numbered = majorityOf(beginWithNumber) === true;
  const entriesBefore = before?.numbered === numbered ? before.entries : undefined;
  // What is kept through many versions holds on to none of their texts.
  const ownWords = before ? detached : (text: string): string => text;
  const entries = sameTexts.spliced(texts, entriesBefore, (text) => entryText(ownWords(text), numbered));
  const sameEntries = unchanged(entries, before?.entries ?? []);
  const lines = sameEntries.spliced(entries, facts?.lines, ({ line }) => idOf(line.full));
  const timed = sameEntries.spliced(entries, before?.facts.timed, ({ line }) => line.time !== "");
  const targets = sameHeadings.spliced(headings, facts?.targets, (each) => idOf(targetOf(each).full));
  const titles = sameHeadings.spliced(headings, facts?.titles, (each) =>
    each.full === each.title ? untimed : idOf(titleOf(each)),
  );
  const alignment = alignAlike(lines, targets, noWords, (some) => ({
    lines: some.lines.map((index) => entries[index]?.line ?? nothing),
    targets: some.targets.map((index) => targetOf(headings[index] ?? { full: "", title: "" })),
  }));
  const withoutTimes = leaveTimesOut(alignment, { lines, timed, titles });
  const inSameStyle = before?.withoutTimes === withoutTimes ? before : undefined;
  const differences = alignment.map((item, index): EntryDifference | null => {
    const heading = item === null ? undefined : headings[item];
    const entry = entries[index];
    if (!entry || !heading) return null;
    const was = inSameStyle ? sameEntries.indexBefore(index) : null;
    if (inSameStyle && was !== null) {
      const itemBefore = inSameStyle.alignment[was] ?? null;
      if (itemBefore !== null && inSameStyle.headings[itemBefore] === heading)
        return inSameStyle.differences[was] ?? null;
    }
    const isTitle = withoutTimes && entry.line.full === titleOf(heading);
    return isTitle ? "same" : differenceOf(entry.words, heading.full);
  });
  const deviating = indicesOf(alignment, (item, index) => {
    if (differences[index] !== "same") return true;
    const number = entries[index]?.number ?? null;
    const own = number === null ? null : (headings[item ?? -1]?.number ?? null);
    return own !== null && own !== number;
  });
  const newFacts = { numbers, beginWithNumber, timed, lines, targets, titles };
  return {
    texts,
    headings,
    entries,
    alignment,
    differences,
    deviating,
    withoutTimes,
    numbered,
    facts: newFacts,
  };
}

function indicesOf<Each>(
  list: readonly Each[],
  holds: (each: Each, index: number) => boolean,
): readonly number[] {
  const indices: number[] = [];
  for (let index = 0; index < list.length; index++)
    if (holds(list[index] as Each, index)) indices.push(index);
  return indices;
}

const nothing = lineOf("");

const targetOf: (heading: HeadingTitle) => Line = memo(({ full }) => lineOf(full));

const titleOf: (heading: HeadingTitle) => string = memo(({ title }) => comparable(title));

function beginsWithNumber(text: string): boolean {
  return withoutNumber(text).number !== null;
}

function entryText(text: string, numbered: boolean): EntryText {
  const found = withoutNumber(text);
  const { number, length } = numbered || /^p/i.test(text) ? found : { number: null, length: 0 };
  const words = text.slice(length);
  return { words, number, length, line: lineOf(words) };
}

/** Whether most entries whose headings have a time are their titles alone. */
function leaveTimesOut(
  alignment: ContentsAlignment,
  { lines, timed, titles }: Pick<Facts, "lines" | "timed" | "titles">,
): boolean {
  let [withTime, without] = [0, 0];
  for (let index = 0; index < alignment.length; index++) {
    const title = titles[alignment[index] ?? -1] ?? untimed;
    if (title === untimed) continue;
    if (timed[index]) withTime++;
    else if (lines[index] === title) without++;
  }
  return without > withTime;
}

/** What stands for the title of a heading without a time; no words have this number. */
const untimed = -1;
