import { lineStartAt } from "../syntax/lineStart.ts";
import type { BodyBlock, Item, Section } from "../syntax/nodes.ts";
import { slice, type Span, span, trimmed } from "../text/span.ts";
import { joinedLines } from "./joinedLines.ts";
import { memo } from "./memo.ts";
import { plainText } from "./plainText.ts";
import { recommendationEntries, verbsIn } from "./recommendations.ts";
import { hasWords, sectionsOf, statementsOf } from "./sections.ts";

/** Words by which somebody recommends, asks or proposes. */
const asking =
  /(?<!\p{Alpha})(?:indstill?\p{Alpha}*|anbefal\p{Alpha}*|foresl\p{Alpha}*|bedes|beder|anmod\p{Alpha}*|henstill?\p{Alpha}*|opfordr\p{Alpha}*)/iu;
/** What a body is asked to do, where nobody is said to ask it: *Godkendelse af budgettet*, *Til drøftelse.* */
const matter =
  /(?<!\p{Alpha})(?:\p{Alpha}*godkend\p{Alpha}*|drøft\p{Alpha}*|efterretning|orientering|orienter\p{Alpha}*|beslut\p{Alpha}*|tiltræd\p{Alpha}*|vedtag\p{Alpha}*|stilling|stillingtagen|udpeg\p{Alpha}*|vælge\p{Alpha}*|bevilg\p{Alpha}*|ingen)(?!\p{Alpha})/iu;
const leads = /:[\s*_]*$/;
const ends = /[.!?…][\s*_]*$/;

/** A lead-in that is not there, or does not end as one. */
export type LeadInFault =
  | {
      readonly problem: "missing";
      readonly heading: Span;
      /** Where the lead-in is to stand. */
      readonly at: number;
      /** How the first recommendation begins: `Godkender`, `at godkende`, `at planen godkendes`. */
      readonly first: "finite" | "clause" | "other";
    }
  | { readonly problem: "colon"; readonly line: Span };

export const leadInFaults: (item: Item) => readonly LeadInFault[] = memo((item) =>
  sectionsOf(item, "indstilling").flatMap((section) => faultsIn(item, section)),
);

/** The sound lead-ins of an item, as they stand. */
export const leadInTexts: (item: Item) => readonly string[] = memo((item) =>
  sectionsOf(item, "indstilling").flatMap((section) => {
    const first = worded(section.blocks)[0];
    if (first?.kind !== "paragraph") return [];
    const text = slice(item.masked, first.text).replace(/\s+/g, " ");
    return leads.test(text) ? [text] : [];
  }),
);

function worded(blocks: readonly BodyBlock[]): readonly BodyBlock[] {
  return blocks.filter((block) => block.kind !== "blank" && block.kind !== "comment");
}

function faultsIn(item: Item, section: Section): LeadInFault[] {
  const blocks = worded(section.blocks);
  const firstList = blocks.findIndex((block) => block.kind === "list");
  if (firstList === -1) return faultsWithoutList(item, section);
  const faults: LeadInFault[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "list") continue;
    const above = blocks[index - 1];
    if (index === firstList) {
      const fault = faultAbove(item, section, above, block.entries[0]?.text);
      if (fault) faults.push(fault);
    } else if (above?.kind === "paragraph" && isOpenLeadIn(slice(item.masked, above.text))) {
      faults.push({ problem: "colon", line: lastLine(item, above.text) });
    }
  }
  return faults;
}

/** What stands right above the first list of recommendations. */
function faultAbove(
  item: Item,
  section: Section,
  above: BodyBlock | undefined,
  first: Span | undefined,
): LeadInFault | null {
  const firstText = first ? plainText(item, first) : "";
  const missing: LeadInFault = {
    problem: "missing",
    heading: section.heading.wordsSpan,
    at: first ? lineStartAt(item, first.start) : section.heading.wordsSpan.end,
    first: beginningOf(firstText),
  };
  // Entries that say themselves who recommends need no lead-in.
  if (!above) return asking.test(firstText) ? null : missing;
  if (above.kind !== "paragraph" && above.kind !== "subheading") return null;
  const at = above.kind === "paragraph" ? above.text : above.wordsSpan;
  const text = slice(item.masked, at);
  if (leads.test(text)) return null;
  // *Forvaltningen indstiller,* and each entry goes on with *at*: the comma is right.
  if (/,\s*$/.test(text) && /^at\s/iu.test(firstText)) return null;
  if (isOpenLeadIn(text)) return { problem: "colon", line: lastLine(item, at) };
  if (asking.test(text) || verbsIn(firstText).length === 0) return null;
  // A text that ends is no lead-in; one that breaks off (*At udvalget*) is one without its colon.
  return ends.test(text) || above.kind === "subheading"
    ? missing
    : { problem: "colon", line: lastLine(item, at) };
}

/** Recommendations as lines without marks: the line above the first is the lead-in. */
function faultsWithoutList(item: Item, section: Section): LeadInFault[] {
  const statements = statementsOf(item, section.blocks);
  const isEntry = (at: Span): boolean => {
    const text = plainText(item, at);
    return /^\p{Upper}/u.test(text) && verbsIn(text).length > 0;
  };
  const first = statements.findIndex((statement) => isEntry(statement.span));
  const [lead, entry] = [statements[first - 1], statements[first]];
  if (!entry) return [];
  if (!lead) {
    // *Godkender budgettet.* alone is a sentence; several of them are a list without its marks.
    if (statements.filter((statement) => isEntry(statement.span)).length < 2) return [];
    const at = lineStartAt(item, entry.span.start);
    return [{ problem: "missing", heading: section.heading.wordsSpan, at, first: "finite" }];
  }
  const text = slice(item.masked, lead.span);
  return !leads.test(text) && isOpenLeadIn(text) ? [{ problem: "colon", line: lead.span }] : [];
}

/** `Det indstilles, at Kulturudvalget`: somebody recommends, and what follows. */
function isOpenLeadIn(text: string): boolean {
  return asking.test(text) && !leads.test(text) && !recommendsInProse(text);
}

/** Whether the text says what is recommended, not only that something is. */
function recommendsInProse(text: string): boolean {
  return joinedLines(text)
    .split(/(?<=[^\d\s]{2}[.!?])\s+(?=\p{Upper})/u)
    .some((sentence) => {
      if (leads.test(sentence)) return false;
      // *Forvaltningen indstiller,* and below it *at udvalget godkender …*
      if (/^at\s/iu.test(sentence)) return true;
      const ask = asking.exec(sentence);
      if (!ask) return matter.test(sentence);
      const rest = sentence.slice(ask.index + ask[0].length);
      if (matter.test(sentence.slice(0, ask.index)) || matter.test(rest)) return true;
      const clause = /(?<!\p{Alpha})at(?!\p{Alpha})(.*)$/su.exec(rest)?.[1];
      // *Indstillingen eftersendes.* says something, though it is no recommendation yet.
      if (clause === undefined) return ends.test(sentence);
      return /(?<!\p{Alpha})\p{Lower}+(?:er|es|år|ås|ør)(?!\p{Alpha})/u.test(clause);
    });
}

/** A section Indstilling that has words, and recommends nothing. */
export function recommendsNothing(item: Item, section: Section): boolean {
  if (!hasWords(section.blocks) || recommendationEntries(item, section).length > 0) return false;
  const text = section.blocks
    .filter((block) => block.kind === "paragraph" || block.kind === "subheading" || block.kind === "table")
    .map((block) => item.masked.slice(block.start, block.end).trim())
    .join("\n\n");
  return !text.split(/\n\n|\r\r|\r\n\r\n/).some(recommendsInProse);
}

function beginningOf(text: string): "finite" | "clause" | "other" {
  if (/^at\s/iu.test(text)) return /^at\s+\p{Lower}+(?:e|å)(?!\p{Alpha})/u.test(text) ? "other" : "clause";
  return /^\p{Alpha}+(?:er|es|år|ås)(?!\p{Alpha})/u.test(text) ? "finite" : "other";
}

function lastLine(item: Item, at: Span): Span {
  const text = slice(item.masked, at);
  const lineStart = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
  return trimmed(item.masked, span(at.start + lineStart, at.end));
}
