import { headingLine } from "../../edits/newHeading.ts";
import { classifyTitle, kindOf } from "../../model/itemKind.ts";
import { majorityOf } from "../../model/majority.ts";
import { memo } from "../../model/memo.ts";
import type { TimeWriting } from "../../model/timeStyle.ts";
import type { Item } from "../../syntax/nodes.ts";
import { folded } from "../../text/spelling.ts";
import type { Caret } from "./caret.ts";
import { type Completion, type Offer, previewOf, stop, type Template } from "./entries.ts";
import { gapTime, type Site, siteAt, timeFor, timeWritingAt } from "./times.ts";

/** A title that many agendas have, at its customary place. */
interface Customary {
  readonly title: string;
  /** The writer goes on behind it. */
  readonly open: boolean;
  readonly place: "first" | "middle" | "last";
  /** How the title of an item begins that is it already; null where there may be any number of them. */
  readonly once: RegExp | null;
  readonly words: { readonly da: string; readonly en: string };
}

const customary: readonly Customary[] = [
  {
    title: "Velkomst",
    open: false,
    place: "first",
    once: /^velkomst/,
    words: { da: "Mødet åbnes.", en: "Opens the meeting." },
  },
  {
    title: "Godkendelse af dagsorden",
    open: false,
    place: "first",
    once: /godkendelse af (?:\p{Alpha}+ og )?dagsorden/u,
    words: { da: "Dagsordenen godkendes, før sagerne begynder.", en: "Approves the agenda." },
  },
  {
    title: "Orientering om ",
    open: true,
    place: "middle",
    once: null,
    words: {
      da: "En sag, som organet får at vide og tager til efterretning.",
      en: "A case that the body is informed of.",
    },
  },
  {
    title: "Drøftelse af ",
    open: true,
    place: "middle",
    once: null,
    words: { da: "En sag, som organet drøfter.", en: "A case that the body discusses." },
  },
  {
    title: "Beslutning om ",
    open: true,
    place: "middle",
    once: null,
    words: { da: "En sag, som organet afgør.", en: "A case that the body decides." },
  },
  {
    title: "Lukket punkt: ",
    open: true,
    place: "middle",
    once: null,
    words: {
      da: "En sag, som behandles for lukkede døre: den kommer ikke med i det offentlige referat.",
      en: "A case that is dealt with behind closed doors, and left out of the public minutes.",
    },
  },
  {
    title: "Eventuelt",
    open: false,
    place: "last",
    once: /^(?:eventuelt|evt)/,
    words: { da: "Det sidste punkt: der kan ikke besluttes noget.", en: "Any other business." },
  },
];

/** Which of the customary titles an item is; kept with it. */
const titleOf: (item: Item) => Customary | null = memo((item) => {
  const title = folded(item.heading.title.slice(0, 80));
  return customary.find(({ once }) => once?.test(title) === true) ?? null;
});

/** `Punkt 4:` and what else can begin an item, on a line between two items or behind the last. */
export function newItems(caret: Caret): Completion[] {
  const site = siteHere(caret);
  if (!site) return [];
  const style = timeWritingAt(caret);
  const number = numberAt(site);
  const label = headingLine(caret.document, site.previous.length, { number, title: "", time: "" }).trimEnd();
  const numbered: Offer = {
    kind: "item",
    label,
    detail: previewOf(timeFor("case", false, site, style, caret.nearby)).trim(),
    text: [`${label} `, stop(), ...timeFor("case", false, site, style, caret.nearby)],
    words: {
      da: "Det næste punkt, med sit nummer og den tid, der følger af punktet før.",
      en: "The next item, with its number and the time that follows from the item before.",
    },
  };
  const titled = titles(caret, site).map((offer): Offer => ({
    ...offer,
    label: `${label} ${offer.label}`,
    text: [`${label} `, ...offer.text],
    filter: `${label} ${offer.label}`,
  }));
  const first = site.previous.length === 0 && titled.length > 0;
  const pause = pauseOffer(caret, site);
  const offers = first ? [...titled.slice(0, 1), numbered, ...titled.slice(1)] : [numbered, ...titled];
  if (pause) offers.splice(isPauseDue(site, style) ? 0 : first ? 2 : 1, 0, pause);
  return caret.completed(offers, caret.before.trimStart());
}

/** No pause but that for lunch is longer, and that has its name. */
const longestPause = 20;

/** A short gap between two items that follow each other in number. Where a number is missing an item is. */
function isPauseDue(site: Site, style: TimeWriting): boolean {
  const { start, limit, previous, next } = site;
  const last = previous.findLast((item) => item.heading.number !== null)?.heading.number ?? null;
  const number = next?.heading.number ?? null;
  if (gapTime(site, style) === null || start === null || limit === null) return false;
  return limit - start <= longestPause && (last === null || number === null || number <= last + 1);
}

/** The customary titles behind `Punkt 4: `, and the time behind a title that has none. */
export function itemTitles(caret: Caret): Completion[] {
  const { item, before, after } = caret;
  if (!item || caret.line !== 0 || !["", ")"].includes(after.trim())) return [];
  const site = siteAt(caret, caret.itemIndex, caret.itemIndex + 1);
  const label = /^Punkt[ \t\u00a0]+\d+[ \t\u00a0]*:[ \t\u00a0]*/i.exec(before)?.[0];
  if (label === undefined) {
    const pause = item.heading.number === null && !item.heading.time ? pauseOffer(caret, site) : null;
    return pause ? caret.completed([pause], before.trimStart()) : [];
  }
  const typed = before.slice(label.length);
  // `Punkt 4:` without the blank behind it is completed with one.
  const gap = /\s$/.test(label) ? "" : " ";
  const offers = titles(caret, site).map((offer) => ({ ...offer, text: [gap, ...offer.text] }));
  const time = titleTime(caret, site, typed);
  return after.trim() === "" ? [...caret.completed(offers, typed), ...time] : time;
}

function titleTime(caret: Caret, site: Site, typed: string): Completion[] {
  const { item } = caret;
  // A time that is being written is part of what is replaced.
  const half =
    /(?<![ \t\u00a0,])[ \t\u00a0,]*(?:\(\s{0,9})?(?:kl\.?\s{0,9})?(?:\d{1,2}(?:[.:]\d{0,2})?\s{0,9}(?:[-–—]\s{0,9})?(?:\d{1,2}[.:]?)?)?$/i.exec(
      typed,
    );
  const title = typed.slice(0, half?.index ?? typed.length);
  if (!item || title.trim() === "" || (half?.[0] === "" && item.heading.time)) return [];
  if (item.heading.time?.type === "slot" || item.heading.time?.type === "duration") return [];
  const { kind } = classifyTitle(title);
  const text = timeFor(kind, isLast(title), site, timeWritingAt(caret), caret.nearby);
  if (text.length === 0) return [];
  const written = typed.slice(title.length);
  const offer: Offer = {
    kind: "time",
    label: previewOf(text).replace(/^[\s,]+/, ""),
    text,
    // What was typed can be in another form than the document's own.
    filter: written,
    words: {
      da: "Den tid, der følger af punktet før, skrevet som dokumentets øvrige.",
      en: "The time that follows from the item before, written like the document's others.",
    },
  };
  const offset = caret.base + caret.at;
  // An editor that closes parentheses has put one behind the caret.
  const end = offset + caret.after.trimEnd().length;
  return [{ ...offer, filter: written, span: { start: offset - written.length, end } }];
}

function isLast(title: string): boolean {
  return /^(?:eventuelt|evt)/i.test(title.trim());
}

function siteHere(caret: Caret): Site | null {
  const { document, chunkIndex, chunk, itemIndex } = caret;
  if (caret.after.trim() !== "" || !caret.nothingBelow) return null;
  if (chunk.kind !== "item") {
    // In the head only behind the last preamble, and below something: the first line is the title's.
    if (
      chunkIndex !== document.firstItemIndex - 1 ||
      document.chunks[0]?.masked.slice(0, caret.lineStart).trim() === ""
    )
      return null;
    return siteAt(caret, 0, 0);
  }
  if (caret.line === 0) return null;
  return siteAt(caret, itemIndex + 1, itemIndex + 1);
}

/** One more than the last number; the next item's own where nothing is counted yet. */
function numberAt({ previous, next }: Site): number {
  const last = previous.findLast((item) => item.heading.number !== null)?.heading.number;
  return last != null ? last + 1 : (next?.heading.number ?? 1);
}

/** The customary titles that are not there yet, those first that belong here. */
function titles(caret: Caret, site: Site): Offer[] {
  const own = caret.line === 0 ? caret.item : null;
  const { items } = caret.document;
  const others = [...items.slice(0, 4), ...caret.agenda, ...items.slice(-4)].filter((item) => item !== own);
  const style = timeWritingAt(caret);
  const there = new Set(others.map(titleOf));
  const upper = majorityOf(caret.nearby.flatMap((item) => (item === own ? [] : isUpper(item)))) === true;
  const early = site.previous.length < 2;
  const rank = ({ place }: Customary): number =>
    place === "first"
      ? early
        ? 0
        : 3
      : place === "last"
        ? site.next || site.previous.length === 0
          ? 2
          : 0
        : 1;
  return customary
    .filter((each) => !there.has(each))
    .sort((a, b) => rank(a) - rank(b))
    .map((each): Offer => {
      const words = each.open ? ownWords(each.title, caret.nearby) : each.title;
      const title = upper ? words.toUpperCase() : words;
      const { kind } = classifyTitle(`${title}x`);
      const time = timeFor(each.open ? kind : "standing", each.place === "last", site, style, caret.nearby);
      const text: Template = [title, ...(each.open ? [stop()] : []), ...time];
      return { kind: "item", label: title.trim(), detail: previewOf(time).trim(), text, words: each.words };
    });
}

function isUpper({ heading: { title } }: Item): boolean[] {
  return title === "" ? [] : [title === title.toUpperCase() && /\p{Alpha}{3}/u.test(title)];
}

const sortPrefix =
  /^(?:orienterings(?:sag|punkt)|til orientering|drøftelses(?:sag|punkt)|beslutnings(?:sag|punkt)|lukket (?:punkt|sag)) ?:\s*/iu;

/** `Orienteringssag: `, where the document says so. */
function ownWords(title: string, near: readonly Item[]): string {
  const kindWord = title.slice(0, 6).toLowerCase();
  const own = near.flatMap((item) => sortPrefix.exec(item.heading.title)?.[0] ?? []);
  return (
    majorityOf(own.filter((words) => words.toLowerCase().replace(/^til /, "").startsWith(kindWord))) ?? title
  );
}

function pauseOffer(caret: Caret, site: Site): Offer | null {
  const style = timeWritingAt(caret);
  const time = gapTime(site, style) ?? timeFor("pause", false, site, style, caret.nearby);
  // Behind the last item a line without a time is no pause; and no meeting begins with one.
  if (site.previous.length === 0 || (!site.next && time.length === 0)) return null;
  const own = caret.nearby.filter((item) => item !== caret.item || caret.line !== 0);
  const word = own.filter((item) => kindOf(item).kind === "pause").at(-1)?.heading.title ?? "PAUSE";
  return {
    kind: "pause",
    label: word,
    detail: previewOf(time).replace(/^[\s,]+/, ""),
    text: [word, ...time],
    words: {
      da: "En pause mellem to punkter. Den har intet nummer, så de andre beholder deres.",
      en: "A pause between two items. It bears no number, so that the others keep theirs.",
    },
  };
}
