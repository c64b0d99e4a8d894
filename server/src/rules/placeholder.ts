import { proseOf } from "../model/links.ts";
import { isQuoted, signsOf } from "../model/signs.ts";
import { chunkRule } from "./rule.ts";

interface State {
  readonly written: string;
}

/** What templates, snippets and hurried hands leave behind. `quotable` may stand in a quotation with good reason. */
const patterns: readonly { readonly pattern: RegExp; readonly quotable: boolean }[] = [
  { pattern: /\[\s?(?:\.{2,5}|…)\s?\]/g, quotable: true },
  { pattern: /\$\{[^{}\r\n]{0,80}\}|\{\{[^{}\r\n]{0,80}\}\}/g, quotable: false },
  // XX.XX and xx-xx-xxxx are one gap; XX-kromosom is a word.
  {
    pattern: /(?<![\p{L}\p{N}])(?:X{2,8}|x{2,8})(?:[-./:]{1,2}(?:X{2,8}|x{2,8}))*(?!-?[\p{L}\p{N}])/gu,
    quotable: false,
  },
  {
    pattern: /(?<![\p{L}\p{N}])(?:dd[-./]mm[-./](?:åååå|åå|yyyy|yy)|tt[.:]mm)(?![\p{L}\p{N}])/giu,
    quotable: true,
  },
  { pattern: /(?<![\p{L}\p{N}-])(?:TODO|FIXME|TBD|HUSK)(?![\p{L}\p{N}])/gu, quotable: true },
  { pattern: /(?<![\p{L}\p{N}-])indsæt(?![\p{L}\p{N}])/giu, quotable: true },
  {
    pattern:
      /\[(?:navn|navne|dato|tekst|titel|beløb|sted|tid|tidspunkt|antal|organ|udvalg|emne|udfyldes)\]/giu,
    quotable: true,
  },
  // What Word writes where nothing has been filled in.
  {
    pattern:
      /Klik (?:eller tryk )?(?:her )?for at (?:angive|skrive|indtaste|tilføje) (?:en )?(?:tekst|dato)|Vælg et element(?=\.)|lorem ipsum/giu,
    quotable: false,
  },
];

// Most texts hold none of them.
const anyOf = /\[[\s.…a-z]|[${]\{|x{2}|dd[-./]mm|tt[.:]mm|TODO|FIXME|TBD|HUSK|indsæt|Klik |Vælg et|lorem/i;

export const placeholder = chunkRule<State>({
  id: "placeholder",
  severity: "warning",
  *detect(chunk) {
    const prose = proseOf(chunk);
    if (!anyOf.test(prose)) return;
    const found = patterns
      .flatMap(({ pattern, quotable }) =>
        [...prose.matchAll(pattern)].map((match) => ({
          span: { start: match.index, end: match.index + match[0].length },
          quotable,
          state: { written: match[0] },
        })),
      )
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
