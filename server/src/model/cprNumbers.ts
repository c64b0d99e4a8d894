import { daysInMonth } from "../calendar/date.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { isBlankCode, type Span, span } from "../text/span.ts";
import { proseOf } from "./links.ts";

const candidates = /(\d{2})(\d{2})(\d{2})([-‐‑– \u00a0]?)(\d{4})/g;
// Not the end of a longer number, not an amount with its øre, and not what stands behind a plus (+45 …).
const before = /(?:^|[^\p{Alpha}\p{N}+]|cpr|nr)(?<!\d[-‐‑–/.,])$/iu;
const behind = /^(?:$|(?![-‐‑–/.,]\d)[^\p{Alpha}\p{N}])/u;

// What these words number has ten figures too, or parts of six and four.
const otherNumber =
  /(?<!\p{Alpha})(?:(?:(?:bank|giro)?konto|giro|iban|reg|ean|gln|cvr|isbn|issn|tlf|telefon|mobil|fax|faktura|ordre|vare|måler|matr|produktionsenhed)(?:s?[-. ]{0,2}(?:nr|nummer|nummeret))?|(?:se|p|fi)[-. ]{0,2}(?:nr|nummer|nummeret)|kr|dkk)[.:]{0,2}(?: er)?\s{0,2}(?:\d{4}[ -])?$/iu;

/**
 * Civil registration numbers: six figures that are a date, also with 60 added to the day, and four more. The checksum says
 * nothing: since 2007 numbers are given out that do not keep it.
 */
export function cprNumbersIn(chunk: Chunk): Span[] {
  return cprNumbersInText(chunk.masked, () => proseOf(chunk));
}

/** The same in any text. `prose` gives it with what are no words (addresses) as blanks, and is asked only where it matters. */
export function cprNumbersInText(text: string, prose: () => string = () => text): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(candidates)) {
    const [whole, day = "", month = "", year = "", separator = ""] = match;
    if (!isBirthday(Number(day), Number(month), Number(year))) continue;
    const start = match.index;
    const end = start + whole.length;
    if (!before.test(text.slice(Math.max(0, start - 3), start)) || !behind.test(text.slice(end, end + 2)))
      continue;
    // Without its hyphen it may be a part of a longer row of figures.
    const bare = separator === "" || isBlankCode(separator.charCodeAt(0));
    if (
      bare &&
      (/\d[ \u00a0]$/.test(text.slice(start - 2, start)) || /^[ \u00a0]\d{2}/.test(text.slice(end, end + 3)))
    )
      continue;
    if (
      otherNumber.test(text.slice(Math.max(0, start - 40), start)) ||
      /^\s?(?:kr|dkk)\b/i.test(text.slice(end, end + 6))
    )
      continue;
    // Ten figures in an address, or behind the underscore of a file's name, count something else.
    if (separator === "" && (text[start - 1] === "_" || prose()[start] === " ")) continue;
    found.push(span(start, end));
  }
  return found;
}

/** The century is not written: 29 February is possible in every fourth year. */
function isBirthday(day: number, month: number, year: number): boolean {
  const real = day > 60 ? day - 60 : day;
  return month >= 1 && month <= 12 && real >= 1 && real <= daysInMonth(2000 + year, month);
}
