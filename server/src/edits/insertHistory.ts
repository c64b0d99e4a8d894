import { danishDate, readIsoDate } from "../calendar/date.ts";
import type { CaseStep } from "../archive/caseHistory.ts";
import { kindOf } from "../model/itemKind.ts";
import { joinedLines } from "../model/joinedLines.ts";
import { majorityOf } from "../model/majority.ts";
import { readOutcomes } from "../model/outcomes.ts";
import { sentenceAround } from "../model/sentences.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import { contentEnd } from "../text/lines.ts";
import { liesInOne, slice } from "../text/span.ts";
import { applyEdits } from "./applyEdits.ts";
import { type EditResult, refused } from "./result.ts";
import { labelOf } from "./label.ts";

/** Longer decisions are told by the sentence that says the outcome. */
const longest = 240;

/**
 * Writes a case's course as a list, one line a meeting, behind the paragraph at `offset` (UTF-16 units of the document), with the bullet
 * that most of the document's lists have. The item itself is left out, and so is what a closed item decided where this one is open.
 */
export function insertHistory(
  document: ReferatDocument,
  offset: number,
  steps: readonly CaseStep[],
): EditResult {
  const chunk = document.chunkIndexAt(offset);
  const item = document.chunks[chunk];
  if (item?.kind !== "item") return refused({ why: "noItem" });
  const base = document.offsetOf(chunk);
  if (liesInOne(item.comments, offset - base)) return refused({ why: "comment" });
  const told = steps.filter(({ why }) => why !== "self");
  if (told.length === 0) return refused({ why: "noHistory" });
  const at = behindBlock(item, offset - base);
  if (item.comments.some(({ start, end }) => start < at && at < end)) return refused({ why: "comment" });
  const { lineEnd } = document;
  const bullet = bulletOf(document);
  const { closed } = kindOf(item);
  const lines = told.map((step) => `${bullet} ${stepLine(step, closed)}`).join(lineEnd);
  const rest = item.text.slice(at);
  const apart = rest === "" || /^(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:[\r\n]|$)/.test(rest) ? "" : lineEnd;
  const newText = `${lineEnd}${lineEnd}${lines}${rest === "" ? lineEnd : apart}`;
  const caret = base + at + lineEnd.length * 2 + lines.length;
  const edits = [{ chunk, span: { start: at, end: at }, newText }];
  // A pause with words below it is none.
  if (applyEdits(document, edits).items.length !== document.items.length)
    return refused({ why: "reads", label: labelOf(item.heading) });
  return { edits, left: [], caret };
}

/** Where the words of the last block end that begins before `offset`. */
function behindBlock(item: Item, offset: number): number {
  const block = item.blocks.findLast(
    ({ kind, start }, index) => (index === 0 || start <= offset) && kind !== "blank",
  );
  return block ? contentEnd(item.text, block.start, block.end) : item.text.trimEnd().length;
}

function bulletOf({ items }: ReferatDocument): string {
  const bullets = items.flatMap((item) =>
    item.blocks.flatMap((block) =>
      block.kind === "list"
        ? block.entries
            .filter(({ mark }) => mark.type === "bullet")
            .map(({ mark }) => slice(item.masked, mark.ordinalSpan))
        : [],
    ),
  );
  return majorityOf(bullets) ?? "-";
}

/** `4. marts 2026, Kulturudvalget i Havneby, punkt 3: Godkendt.` */
function stepLine(step: CaseStep, closed: boolean): string {
  const date = step.date === null ? null : readIsoDate(step.date);
  const hidden = step.closed && !closed;
  const item = step.number === null ? (hidden ? null : `»${step.title}«`) : `punkt ${step.number}`;
  const place = [date ? danishDate(date) : "Uden dato", step.body, item].filter((part) => part !== null);
  return `${place.join(", ")}: ${hidden ? "lukket punkt." : outcomeOf(step)}`;
}

function outcomeOf({ decision, kind }: CaseStep): string {
  if (decision === null) return kind === "dagsorden" ? "på dagsordenen." : "uden beslutning.";
  const text = joinedLines(decision);
  if (text.length <= longest) return text;
  const [outcome] = readOutcomes(text);
  const sentence = slice(text, sentenceAround(text, outcome ?? { start: 0, end: 1 })).trim();
  if (sentence.length <= longest) return sentence;
  const cut = sentence.slice(0, longest);
  const word = cut.lastIndexOf(" ");
  return `${word > 0 ? cut.slice(0, word) : cut} …`;
}
