import { withoutFootnoteMarks } from "../syntax/inline.ts";
import type { BodyBlock, Item } from "../syntax/nodes.ts";
import { lastWord, withoutEnd } from "../text/ends.ts";
import { slice, type Span } from "../text/span.ts";
import { memo } from "./memo.ts";
import { rowsOf, type TableRow } from "./tableRows.ts";

/** Where a page break of the original has cut a paragraph, or a row of a table, in two. */
export interface PageBreak {
  readonly what: "paragraph" | "row";
  /** The last word before the break, and the first one behind it. */
  readonly before: string;
  readonly firstWord: Span;
}

export const pageBreaksIn: (item: Item) => readonly PageBreak[] = memo((item) =>
  [item.intro, ...item.sections.map((section) => section.blocks)].flatMap((blocks) => breaksIn(item, blocks)),
);

function breaksIn(item: Item, blocks: readonly BodyBlock[]): PageBreak[] {
  const found: PageBreak[] = [];
  // A comment between two blocks is the writer's own: what stands around it was not torn apart by a page.
  const worded = blocks.filter((block) => block.kind !== "blank");
  for (let i = 0; i + 1 < worded.length; i++) {
    const [before, behind] = [worded[i], worded[i + 1]];
    if (!before || !behind || before.line + before.lineCount === behind.line) continue;
    const cut =
      before.kind === "table" && behind.kind === "table"
        ? cutRow(item, rowsOf(item, before), rowsOf(item, behind))
        : cutParagraph(item, before, behind, worded[i + 2]);
    if (cut) found.push(cut);
  }
  return found;
}

// No Danish sentence, and no line that somebody has chosen to end, ends with one of these.
const openEnd =
  /(?:^|[\s(])(?:og|eller|samt|at|som|om|en|et|den|de|der|til|af|med|for|fra|på|i|ved|hos|mellem|kan|skal|vil|bør|må|har|er|bliver|blev|ikke|sin|sit|sine|dette|denne|disse|deres|vores|hvor|hvis|mens|fordi|når|inden|både|under|over|mod|uden|efter|før|via|gennem|jf\.|f\.eks\.|bl\.a\.|herunder)$/iu;

/** What stands behind a word and is no part of it. */
const closers = '.,;:!?)»”"';

const leadIn = /(?:indstill|anbefal|foreslå|beslut|ønske)[^.]{0,200}\bat$/iu;

function cutParagraph(
  item: Item,
  before: BodyBlock,
  behind: BodyBlock,
  next: BodyBlock | undefined,
): PageBreak | null {
  const first = endingText(item, before);
  if (first === null || (behind.kind !== "paragraph" && behind.kind !== "subheading")) return null;
  const rest = item.masked.slice(behind.start, behind.end);
  const start = behind.start + rest.search(/\S/);
  const second = rest.trim();
  const word = withoutEnd(/^\S+/.exec(second)?.[0] ?? "", closers);
  if (word === "" || !goesOn(first, second, word, before.kind, next, item)) return null;
  return {
    what: "paragraph",
    before: lastWord(first),
    firstWord: { start, end: start + word.length },
  };
}

/** The text of a block that a break may have cut off at its end. */
function endingText(item: Item, block: BodyBlock): string | null {
  if (block.kind === "paragraph" || block.kind === "subheading") {
    return withoutFootnoteMarks(item.masked.slice(block.start, block.end).trim());
  }
  const last = block.kind === "list" ? block.entries.at(-1) : undefined;
  return last ? withoutFootnoteMarks(slice(item.masked, last.text)) : null;
}

function goesOn(
  first: string,
  second: string,
  word: string,
  kind: BodyBlock["kind"],
  next: BodyBlock | undefined,
  item: Item,
): boolean {
  // A dash that leads to nothing: the words behind it stand on the next page.
  if (kind !== "list" && /\s[–—-]$/.test(first)) return endsSentence(second);
  // Small letters go on. eReolen, pH and addresses begin with one by themselves.
  if (!/^\p{Lower}[\p{Lower}/’'-]*$/u.test(word) || /^www$/i.test(word) || /^\S*[@:]/.test(second))
    return false;
  if (/[.!?:;…]["”»«’')\]*_]*$/.test(first)) return false;
  const unfinished = openEnd.test(first) || /\p{Alpha}-$/u.test(first);
  if (kind === "list") return unfinished && !/(?:^|\s)(?:og|eller|samt)$/iu.test(first);
  // A lead-in without its colon, and an unmarked list: they end as they like.
  if (beginsSmall(next, item) || leadIn.test(first)) return false;
  return unfinished || (first.length >= 40 && endsSentence(second));
}

function endsSentence(text: string): boolean {
  return /[.!?:…]["”»«’')\]*_]*$/.test(withoutFootnoteMarks(text));
}

function beginsSmall(block: BodyBlock | undefined, item: Item): boolean {
  return block?.kind === "paragraph" && /^\s*\p{Lower}/u.test(item.masked.slice(block.start, block.end));
}

/** The rest of a row stands under the break: its first cell goes on with small letters, or is empty beside sentences. */
function cutRow(item: Item, above: readonly TableRow[], below: readonly TableRow[]): PageBreak | null {
  const last = above.at(-1);
  const row = below[0];
  if (!last || !row || row.delimiter) return null;
  if (!above.some((each) => each.cells.length >= row.cells.length)) return null;
  const texts = row.cells.map((cell) => item.masked.slice(cell.start, cell.end));
  const at = texts.findIndex((text) => text !== "");
  const first = row.cells[at];
  const words = texts[at];
  if (!first || words === undefined) return null;
  const small = /^\p{Lower}+(?![\p{Alpha}\p{N}@:.])/u.test(words);
  const sentences = texts.some((text) => /\s\S+\s/.test(text) && /[.!?](?:<\/\w{1,6}>)?$/.test(text));
  if (at === 0 ? !small : !small && !sentences) return null;
  const word = /^(?:<[^<>]{1,40}>)*([^\s<]+)/.exec(words);
  const lead = word ? word[0].length - (word[1] ?? "").length : 0;
  const { length } = withoutEnd(word?.[1] ?? "", closers);
  const start = first.start + lead;
  const end = last.cells.findLast((cell) => cell.end > cell.start);
  return {
    what: "row",
    before: end ? lastWord(slice(item.masked, end)) : "",
    firstWord: { start, end: start + Math.max(1, length) },
  };
}
