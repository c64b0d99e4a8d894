import type { BodyBlock, Item, ListEntry, Section } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import type { SectionKind } from "../syntax/vocabulary.ts";
import { lineStartIn } from "../syntax/lineStart.ts";
import { memo } from "./memo.ts";

export function sectionsOf(item: Item, kind: SectionKind): readonly Section[] {
  return byKind(item).get(kind) ?? none;
}

const none: readonly Section[] = [];

const byKind: (item: Item) => ReadonlyMap<SectionKind, readonly Section[]> = memo((item) => {
  const found = new Map<SectionKind, Section[]>();
  for (const section of item.sections) {
    const same = found.get(section.kind);
    if (same) same.push(section);
    else found.set(section.kind, [section]);
  }
  return found;
});

/** The decision of the meeting: of several sections the last, for the earlier ones quote what other bodies decided. */
export function decisionSection(item: Item): Section | null {
  return sectionsOf(item, "beslutning").at(-1) ?? null;
}

/** A line or a list entry that says something by itself, with its line in the chunk. */
export interface Statement {
  readonly line: number;
  readonly span: Span;
  /** The list entry that it is, if it is one. */
  readonly entry: ListEntry | null;
}

/** The non-blank lines of the blocks, one by one; an entry of a list is one statement, without its mark. */
export function statementsOf(item: Item, blocks: readonly BodyBlock[]): Statement[] {
  const statements: Statement[] = [];
  for (const block of blocks) {
    if (block.kind === "list") {
      for (const entry of block.entries) statements.push({ line: entry.line, span: entry.text, entry });
    } else if (block.kind === "paragraph" || block.kind === "subheading" || block.kind === "table") {
      for (let line = block.line; line < block.line + block.lineCount; line++) {
        const start = lineStartIn(item, line);
        const end = lineStartIn(item, line + 1);
        const lead = /^\s*/.exec(item.masked.slice(start, end))?.[0].length ?? 0;
        const content = item.masked.slice(start, end).trim();
        if (content !== "") {
          statements.push({
            line,
            span: { start: start + lead, end: start + lead + content.length },
            entry: null,
          });
        }
      }
    }
  }
  return statements;
}

/** A section's heading, as it is written. */
export function headingWords(item: Item, { heading: { wordsSpan } }: Section): string {
  return item.masked.slice(wordsSpan.start, wordsSpan.end);
}

/** Whether the blocks hold any words that are exported: comments are none. */
export function hasWords(blocks: readonly BodyBlock[]): boolean {
  return blocks.some((block) => block.kind !== "blank" && block.kind !== "comment");
}

/** From the first word of the blocks to the last, and the line of the first; null where there is none. */
export function wordsOf(item: Item, blocks: readonly BodyBlock[]): { line: number; span: Span } | null {
  const worded = blocks.filter((block) => block.kind !== "blank" && block.kind !== "comment");
  const first = worded[0];
  const last = worded.at(-1);
  if (!first || !last) return null;
  const content = item.masked.slice(first.start, last.end);
  const lead = content.length - content.trimStart().length;
  return {
    line: first.line,
    span: { start: first.start + lead, end: first.start + content.trimEnd().length },
  };
}
