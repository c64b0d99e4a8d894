import { memo } from "../model/memo.ts";
import type { Profile } from "../model/profile.ts";
import { capitalised } from "../model/sectionStyle.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Item, Section } from "../syntax/nodes.ts";
import type { Stretch } from "../syntax/stretches.ts";
import { type Span, span } from "../text/span.ts";
import { nothing, readingOf, sectionHeadingParts } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

const cases = ["upper", "capitalised", "lower", "mixed"] as const;
type Case = (typeof cases)[number];

interface Written {
  /** Headings that are held against each other. */
  readonly group: string;
  readonly words: string;
  /** The word or words whose case is looked at. */
  readonly caseSpan: Span;
  readonly case: Case;
  readonly wordsSpan: Span;
  /** From the words to behind the colon; null where none can be expected. */
  readonly colon: Span | null;
}

interface State {
  readonly words: string;
  /** The heading as the others are written. */
  readonly right: string;
  /** The profile says so; else most of the document's headings. */
  readonly byProfile: boolean;
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

const writtenHeadings: (item: Item) => readonly Written[] = memo((item) =>
  item.sections.map((section) => readWritten(item, section)),
);

/** All that counts of how an item's headings are written, in one string: most items of a document have the same. */
const mannerOf: (item: Item) => string = memo((item) =>
  writtenHeadings(item)
    .map(({ group, case: letters, colon }) => [group, letters, colon && colon.end > colon.start].join())
    .join("\n"),
);

/** A manner with the first item that has it, and how many have. */
interface Manner {
  readonly item: Item;
  count: number;
}

const mannersIn: (stretch: Stretch) => ReadonlyMap<string, Manner> = memo(({ chunks }) => {
  const manners = new Map<string, Manner>();
  for (const item of chunks) {
    if (item.kind !== "item") continue;
    const known = manners.get(mannerOf(item));
    if (known) known.count++;
    else manners.set(mannerOf(item), { item, count: 1 });
  }
  return manners;
});

function mannersOf({ stretches }: ReferatDocument): ReadonlyMap<string, Manner> {
  const manners = new Map<string, Manner>();
  for (const [manner, { item, count }] of stretches.flatMap((stretch) => [...mannersIn(stretch)])) {
    const known = manners.get(manner);
    if (known) known.count += count;
    else manners.set(manner, { item, count });
  }
  return manners;
}

const headingsAlone = readingOf(sectionHeadingParts, nothing);

export const headingStyle = documentRule<State>({
  id: "heading-style",
  severity: "info",
  ...headingsAlone,
  heeds: noParagraph,
  *detect({ document, items, profile, chunkOf }) {
    if (profile.headingStyle === "any") return;
    const manners = mannersOf(document);
    const styles = stylesOf([...manners.values()]);
    const isOdd = (written: Written): boolean =>
      deviation(written, styles.get(written.group), profile.headingStyle) !== null;
    const odd = new Set<string>();
    for (const [manner, { item }] of manners) if (writtenHeadings(item).some(isOdd)) odd.add(manner);
    if (odd.size === 0) return;
    for (const [index, item] of items.entries()) {
      if (!odd.has(mannerOf(item))) continue;
      for (const written of writtenHeadings(item)) {
        const state = deviation(written, styles.get(written.group), profile.headingStyle);
        if (!state) continue;
        // A colon too many is part of what is wrong; one that lacks has no place of its own.
        const tooMany = state.edits.find((edit) => edit.span === written.colon && edit.newText === "");
        const end = tooMany ? tooMany.span.end : written.wordsSpan.end;
        yield { chunk: chunkOf(index), span: span(written.wordsSpan.start, end), state };
      }
    }
  },
  message: {
    da: ({ words, right, byProfile }) =>
      byProfile
        ? `Overskriften »${words}« er ikke skrevet, som referat.json siger. Skriv »${right}«, så referaterne ser ens ud.`
        : `Overskriften »${words}« er skrevet anderledes end dokumentets øvrige af samme slags. Skriv »${right}«, så punkterne ser ens ud.`,
    en: ({ words, right, byProfile }) =>
      byProfile
        ? `The heading “${words}” is not written as referat.json says. Write “${right}”, so that the minutes look alike.`
        : `The heading “${words}” is written unlike the others of its kind. Write “${right}”, so that the items look alike.`,
  },
  fixAll: true,
  fixes: [
    {
      title: { da: ({ right }) => `Skriv »${right}«`, en: ({ right }) => `Write “${right}”` },
      edits: ({ chunk, state }) => state.edits.map(({ span: at, newText }) => ({ chunk, span: at, newText })),
    },
  ],
});

interface Style {
  readonly case: Case | null;
  readonly colon: boolean | null;
}

/** How most headings of each group are written. */
function stylesOf(manners: readonly Manner[]): ReadonlyMap<string, Style> {
  const counts = new Map<string, Record<Case | "colon" | "bare", number>>();
  for (const { item, count: times } of manners) {
    for (const { group, case: letters, colon } of writtenHeadings(item)) {
      let count = counts.get(group);
      if (!count) {
        count = { upper: 0, capitalised: 0, lower: 0, mixed: 0, colon: 0, bare: 0 };
        counts.set(group, count);
      }
      count[letters] += times;
      if (colon) count[colon.end > colon.start ? "colon" : "bare"] += times;
    }
  }
  const most = <Key extends Case | "colon" | "bare">(
    count: Readonly<Record<Key, number>>,
    keys: readonly Key[],
  ): Key | null =>
    keys.find((key) => keys.every((other) => other === key || count[key] > count[other])) ?? null;
  return new Map(
    [...counts].map(([group, count]) => {
      const colon = most(count, ["colon", "bare"]);
      return [group, { case: most(count, cases), colon: colon && colon === "colon" }];
    }),
  );
}

function readWritten(item: Item, { kind, heading }: Section): Written {
  const { wordsSpan } = heading;
  // Of `Beslutning i Kulturudvalget …` only the first word is the heading's own.
  const firstWord = /^\S+/.exec(item.masked.slice(wordsSpan.start, wordsSpan.end))?.[0] ?? "";
  const caseSpan = heading.qualifier ? span(wordsSpan.start, wordsSpan.start + firstWord.length) : wordsSpan;
  const colon = /^[^\S\r\n]*:/.exec(item.masked.slice(wordsSpan.end, wordsSpan.end + 20))?.[0] ?? "";
  return {
    group: `${kind}${heading.qualifier ? " i" : ""}`,
    words: item.masked.slice(wordsSpan.start, wordsSpan.end),
    caseSpan,
    case: caseOf(item.masked.slice(caseSpan.start, caseSpan.end)),
    wordsSpan,
    colon: heading.names ? null : span(wordsSpan.end, wordsSpan.end + colon.length),
  };
}

function caseOf(words: string): Case {
  if (words === words.toUpperCase()) return "upper";
  if (words === words.toLowerCase()) return "lower";
  return words === capitalised(words) ? "capitalised" : "mixed";
}

/** What the profile asks of a heading's case; null where it leaves that to the document. */
function profileCase(style: Profile["headingStyle"], heading: Written): Case | null {
  if (style === "Capitalised") return "capitalised";
  // A line that goes on behind the heading's own words is not put in capitals.
  return style === "UPPERCASE" && heading.colon && heading.caseSpan === heading.wordsSpan ? "upper" : null;
}

function deviation(
  written: Written,
  style: Style | undefined,
  profileStyle: Profile["headingStyle"],
): State | null {
  const byProfile = profileCase(profileStyle, written);
  const wanted = byProfile ?? style?.case ?? null;
  const wantedColon = style?.colon ?? null;
  const edits: { span: Span; newText: string }[] = [];
  const { words, caseSpan, colon } = written;
  let right = words;
  // Small letters and mixed ones are no style that a heading is to follow.
  if ((wanted === "upper" || wanted === "capitalised") && written.case !== wanted) {
    const length = caseSpan.end - caseSpan.start;
    const own = words.slice(0, length);
    const newText = wanted === "upper" ? own.toUpperCase() : capitalised(own);
    edits.push({ span: caseSpan, newText });
    right = newText + words.slice(length);
  }
  const caseByProfile = byProfile !== null && edits.length > 0;
  let shown = words;
  if (colon) {
    const has = colon.end > colon.start;
    if (wantedColon !== null && wantedColon !== has) {
      edits.push({ span: colon, newText: wantedColon ? ":" : "" });
      right += wantedColon ? ":" : "";
    } else if (has) {
      right += ":";
    }
    shown += has ? ":" : "";
  }
  return edits.length === 0 ? null : { words: shown, right, byProfile: caseByProfile, edits };
}
