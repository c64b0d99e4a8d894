import { readFieldLabel } from "../syntax/field.ts";
import { defaultVocabulary } from "../syntax/vocabulary.ts";
import { least } from "../text/many.ts";
import { folded } from "../text/spelling.ts";
import type { Block } from "./blocks.ts";

type Heading = Extract<Block, { kind: "heading" }>;

/** Writes blocks as a document of ours: a blank line between them, none within a list, a table or contents. */
export function writeBlocks(blocks: readonly Block[]): string {
  const itemLevel = isOfMeeting(blocks)
    ? least(
        blocks
          .filter(isHeading)
          .filter(isNumbered)
          .map(({ level }) => level),
      )
    : null;
  let text = "";
  let before: Block | undefined;
  // A list that begins deeper than its first level begins at the margin all the same.
  let outermost = 1;
  for (const block of blocks) {
    const goesOn = before?.kind === block.kind && (block.kind === "entry" || block.kind === "line");
    if (block.kind === "entry") outermost = goesOn ? Math.min(outermost, block.level) : block.level;
    if (before) text += goesOn ? "\n" : "\n\n";
    text += written(block, itemLevel, outermost);
    before = block;
  }
  return text;
}

function written(block: Block, itemLevel: number | null, outermost: number): string {
  switch (block.kind) {
    case "heading":
      return headingLine(block, itemLevel);
    case "entry":
      return `${" ".repeat(4 * (block.level - outermost))}${block.mark} ${block.text}`;
    case "table":
      return tableLines(block).join("\n");
    case "line":
      return block.text;
    case "paragraph":
      return block.isBold ? withoutBold(block.text) : withoutBoldLabel(block.text);
  }
}

/** A heading that is written in bold is a heading by standing alone; a bold sentence is a bold sentence. */
function withoutBold(text: string): string {
  const bare = /^\*{2,3}([^*\n]{1,100})\*{2,3}$/.exec(text)?.[1];
  return bare === undefined || /[.!?]$/.test(bare) ? text : bare;
}

/** `**Mødested:** Rådhuset` is a field, and `**Afbud:** Ida Holm` a section: their labels are known by their words. */
function withoutBoldLabel(text: string): string {
  const [bold, words = ""] = /^\*\*([^*\n]{1,60})\*\*/.exec(text) ?? [];
  if (bold === undefined) return text;
  const bare = words + text.slice(bold.length);
  const isKnown = readFieldLabel(bare, 0, bare.length, defaultVocabulary) ?? /^punkt \d{1,4} ?:/i.test(bare);
  return isKnown ? bare : text;
}

/** Tabs between the cells; where the first row is a header, the lines of a table that can say so. */
function tableLines({ rows, hasHeader }: Extract<Block, { kind: "table" }>): string[] {
  const [header = [], ...rest] = rows;
  if (!hasHeader || rest.length === 0 || rows.some((row) => row.some((cell) => cell.includes("|"))))
    return rows.map((row) => row.join("\t"));
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  return [line(header.map(unmarked)), line(header.map(() => "---")), ...rest.map(line)];
}

/** A header cell is bold by being one. */
function unmarked(cell: string): string {
  return /^\*\*([^*]+)\*\*$/.exec(cell)?.[1] ?? cell;
}

const itemWords = /^(?:punkt|pkt\.?|sag)(?: nr\.?)? ?(\d{1,4}) ?[:.)–-]? +([^ \r\n].*)$/i;

/** `Punkt 3: Nye bænke`, however the heading had its number. */
function headingLine({ text, level, number }: Heading, itemLevel: number | null): string {
  const named = itemWords.exec(text);
  if (named) return `Punkt ${named[1]}: ${named[2]}`;
  const typed = number === null ? /^(\d{1,4})[.)]?[ \t]+([^ \t\r\n].*)$/.exec(text) : null;
  if (level === itemLevel && typed) return `Punkt ${typed[1]}: ${typed[2]}`;
  if (number === null) return text;
  const whole = /^(\d{1,4})[.)]?$/.exec(number)?.[1];
  return level === itemLevel && whole !== undefined ? `Punkt ${whole}: ${text}` : `${number} ${text}`;
}

/** Minutes or an agenda, and not a memo whose chapters are numbered: those go into an item as they are. */
function isOfMeeting(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.kind !== "heading" && block.kind !== "paragraph") return false;
    const words = block.text.slice(0, 200).replace(/^\*+|(?<![*:])[*:]+$/g, "");
    return /^(?:referat|dagsorden)(?: |$)/i.test(words) || defaultVocabulary.headings.has(folded(words));
  });
}

function isHeading(block: Block): block is Heading {
  return block.kind === "heading";
}

/** Whether it may be the heading of an item: the outermost headings with a number are. */
function isNumbered({ text, number }: Heading): boolean {
  return number === null ? /^\d{1,4}[.)]?[ \t]+\S/.test(text) : /^\d{1,4}[.)]?$/.test(number);
}
