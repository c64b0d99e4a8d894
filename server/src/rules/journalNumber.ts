import { kindOf } from "../model/itemKind.ts";
import type { Item } from "../syntax/nodes.ts";
import { nothing, readingOf } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";
import { labelOf } from "../edits/label.ts";

interface State {
  readonly label: string;
  /** The profile asks for it. */
  readonly required: boolean;
}

const numbers = readingOf((item) => {
  const { heading, journalNumber } = item;
  const words = [labelOf(heading), kindOf(item).kind, journalNumber?.number ?? ""];
  return [{ at: heading.labelSpan.end, words: words.join("\n") }];
}, nothing);

export const journalNumberRule = documentRule<State>({
  id: "journal-number",
  severity: "warning",
  ...numbers,
  heeds: noParagraph,
  *detect({ items, profile, chunkOf }) {
    if (profile.journalNumber === "none" || profile.journalNumber === "optional") return;
    const required = profile.journalNumber === "required";
    const without = new Set(required ? requiredOf(items) : onlyOneWithout(items));
    for (const [index, item] of items.entries()) {
      if (!without.has(item)) continue;
      const { heading } = item;
      yield { chunk: chunkOf(index), span: heading.labelSpan, state: { label: labelOf(heading), required } };
    }
  },
  message: {
    da: ({ label, required }) =>
      required
        ? `${label} har intet journalnummer, og det skal punkterne have efter referat.json. Skriv det på linjen under overskriften, fx »23/1493«.`
        : `${label} har intet journalnummer, men det har de andre punkter. Uden det kan sagen ikke findes i arkivet: skriv det på linjen under overskriften.`,
    en: ({ label, required }) =>
      required
        ? `${label} has no journal number, which referat.json asks for. Write it on the line under the heading, as in “23/1493”.`
        : `${label} has no journal number, though the other items have. Write it on the line under the heading, so that the case can be found.`,
  },
});

/** Whether the item is of a case that is filed: a pause is none, and *Eventuelt* and the like need not be. */
function isCase(item: Item): boolean {
  const { kind } = kindOf(item);
  return kind !== "pause" && kind !== "standing" && kind !== "written";
}

/** Every case; the other items where such items have a number in this document. */
function requiredOf(items: readonly Item[]): Item[] {
  const others = items.some((item) => !isCase(item) && item.journalNumber !== null);
  return items.filter(
    (item) => item.journalNumber === null && (isCase(item) || (others && kindOf(item).kind !== "pause")),
  );
}

/** The one item that has none where all others have: two without are no slip. */
function onlyOneWithout(items: readonly Item[]): Item[] {
  const cases = items.filter(isCase);
  const without = cases.filter((item) => item.journalNumber === null);
  const [only] = without;
  if (only && without.length === 1 && cases.length > 2) return [only];
  if (without.length > 0) return [];
  const others = items.filter((item) => !isCase(item) && kindOf(item).kind !== "pause");
  const othersWithout = others.filter((item) => item.journalNumber === null);
  const [other] = othersWithout;
  return other && othersWithout.length === 1 && others.length > 1 && cases.length > 0 ? [other] : [];
}
