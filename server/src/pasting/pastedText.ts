import type { Block } from "./blocks.ts";
import { readHtml } from "./readHtml.ts";
import { wordsAreKept } from "./words.ts";
import { writeBlocks } from "./writeBlocks.ts";

/** More than any minutes: what is longer is pasted as the plain text that it also is. */
const longest = 10_000_000;

/**
 * What was copied as a page, as a document of ours is written: paragraphs apart, lists with their marks, tables with tabs, items
 * and sections with their headings. `plain` is the same as its program gave it without any form. Null where that is as good, and
 * where a word of it would be missing: then it is to be pasted as it is.
 */
export function pastedText(html: string, plain: string): string | null {
  if (html.length > longest) return null;
  const blocks = readHtml(html);
  if (!blocks || blocks.length === 0) return null;
  const text = writeBlocks(blocks) + (endsLine(plain, blocks) ? "\n" : "");
  return sameLines(text, plain) || !wordsAreKept(plain, text) ? null : text;
}

function endsLine(plain: string, blocks: readonly Block[]): boolean {
  return /[\r\n]$/.test(plain) || blocks.length > 1;
}

function sameLines(one: string, other: string): boolean {
  const lines = (text: string): string =>
    text
      .replace(/\r\n?/g, "\n")
      .replace(/\u00a0/g, " ")
      .trim();
  return lines(one) === lines(other);
}
