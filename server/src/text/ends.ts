import { isBlankCode } from "./span.ts";

/** The ends of texts, read from behind: a regular expression seeks `…$` anew from every sign on. */

/** The text without the blanks at its end, and without those of `signs` that stand there. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && (isBlankCode(text.charCodeAt(end - 1)) || signs.includes(text.charAt(end - 1)))) end--;
  return text.slice(0, end);
}

/** What stands behind the last blank; the whole text where there is none. */
export function lastWord(text: string): string {
  let start = text.length;
  while (start > 0 && !isBlankCode(text.charCodeAt(start - 1))) start--;
  return text.slice(start);
}
