import { proseOf } from "../model/links.ts";
import { sectionsOf } from "../model/sections.ts";
import { anySign, isQuoted, signsOf } from "../model/signs.ts";
import type { Chunk } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import { either, paragraphsOf, paragraphsWith } from "./heeds.ts";
import { chunkRule } from "./rule.ts";
import { lineStartIn } from "../syntax/lineStart.ts";

interface State {
  readonly written: string;
}

interface Leftover {
  /** Each of its forms holds one of these: most texts hold none, and need not be searched by a pattern. */
  readonly signs: readonly string[];
  readonly pattern: RegExp;
  /** It may stand in a quotation with good reason. */
  readonly quotable: boolean;
}

/** What templates, snippets and hurried hands leave behind. The signs begin with letters that are rare. */
const leftovers: readonly Leftover[] = [
  {
    signs: ["["],
    pattern:
      /\[(?:\s?(?:\.{2,5}|…)\s?|navn|navne|dato|tekst|titel|beløb|sted|tid|tidspunkt|antal|organ|udvalg|emne|udfyldes)\]/gi,
    quotable: true,
  },
  { signs: ["${", "{{"], pattern: /\$\{[^{}\r\n]{0,80}\}|\{\{[^{}\r\n]{0,80}\}\}/g, quotable: false },
  // XX.XX and xx-xx-xxxx are one gap; XX-kromosom is a word.
  {
    signs: ["xx", "XX"],
    pattern:
      /(?<![\p{Alpha}\p{N}])(?:X{2,8}|x{2,8})(?:[-./:]{1,2}(?:X{2,8}|x{2,8}))*(?!-?[\p{Alpha}\p{N}])/gu,
    quotable: false,
  },
  {
    signs: ["-mm", ".mm", "/mm", ":mm", "-MM", ".MM", "/MM", ":MM"],
    pattern: /(?<![\p{Alpha}\p{N}])(?:dd[-./]mm[-./](?:åååå|åå|yyyy|yy)|tt[.:]mm)(?![\p{Alpha}\p{N}])/giu,
    quotable: true,
  },
  {
    signs: ["TODO", "FIXME", "TBD", "HUSK"],
    pattern: /(?<![\p{Alpha}\p{N}-])(?:TODO|FIXME|TBD|HUSK)(?![\p{Alpha}\p{N}])/gu,
    quotable: true,
  },
  {
    signs: ["dsæt", "DSÆT"],
    pattern: /(?<![\p{Alpha}\p{N}-])indsæt(?![\p{Alpha}\p{N}])/giu,
    quotable: true,
  },
  // What Word writes where nothing has been filled in.
  {
    signs: ["Klik", "klik", "KLIK"],
    pattern:
      /Klik (?:eller tryk )?(?:her )?for at (?:angive|skrive|indtaste|tilføje) (?:en )?(?:tekst|dato)/gi,
    quotable: false,
  },
  { signs: ["ælg et", "ÆLG ET"], pattern: /Vælg et element(?=\.)/gi, quotable: false },
  // The fields of an action that was noted in the meeting.
  {
    signs: ["senest dato)", ": hvad (senest", "- hvem: "],
    pattern: /(?<=\(senest )dato(?=\))|(?<=: )hvad(?= \(senest )|(?<=^- )hvem(?=: )/gm,
    quotable: false,
  },
  { signs: ["psum", "PSUM"], pattern: /Lorem ipsum/gi, quotable: false },
];

interface Found {
  readonly span: Span;
  readonly quotable: boolean;
  readonly state: State;
}

/** A line with nothing but the number of an entry. */
const bareNumber = /^([^\S\r\n\u2028\u2029]*)(\d{1,3}[.)])[^\S\r\n\u2028\u2029]*$/gm;

/** A decision that is begun with a number for each recommendation, and has one that says nothing beside one that does. */
function emptyAnswers(chunk: Chunk): Found[] {
  if (chunk.kind !== "item") return [];
  return sectionsOf(chunk, "beslutning").flatMap((section) => {
    const start = lineStartIn(chunk, section.line + 1);
    const body = chunk.masked.slice(start, section.end);
    const marks = [...body.matchAll(bareNumber)];
    // Where nothing at all is written, that is a finding of its own.
    if (body.replace(bareNumber, "").trim() === "") return [];
    return marks.map(({ index, 1: blanks = "", 2: written = "" }) => {
      const from = start + index + blanks.length;
      return { span: { start: from, end: from + written.length }, quotable: false, state: { written } };
    });
  });
}

export const placeholder = chunkRule<State>({
  id: "placeholder",
  severity: "warning",
  heeds: either(
    paragraphsOf("beslutning"),
    // A quotation mark can take another placeholder out of its quotation.
    paragraphsWith(anySign),
    ({ words }) => leftovers.some(({ signs }) => signs.some((sign) => words.includes(sign))),
  ),
  *detect(chunk) {
    const prose = proseOf(chunk);
    const found = leftovers
      .filter(({ signs }) => signs.some((sign) => prose.includes(sign)))
      .flatMap(({ pattern, quotable }): Found[] =>
        [...prose.matchAll(pattern)].map((match) => ({
          span: { start: match.index, end: match.index + match[0].length },
          quotable,
          state: { written: match[0] },
        })),
      )
      .concat(emptyAnswers(chunk))
      .sort((a, b) => a.span.start - b.span.start);
    let end = -1;
    for (const { span, quotable, state } of found) {
      if (span.start < end || (quotable && isQuoted(signsOf(chunk), span.start))) continue;
      end = span.end;
      yield { span, state };
    }
  },
  message: {
    da: ({ written }) =>
      `»${written}« ligner en plads, der skulle være udfyldt. Skriv det, der mangler, eller slet det, før referatet sendes ud.`,
    en: ({ written }) =>
      `“${written}” looks like a place that was to be filled in. Write what is missing, or delete it, before you send this out.`,
  },
});
