import { withoutFootnoteMarks } from "./inline.ts";

const longest = 100;
const questionWord = /^(?:Hvad|Hvem|Hvordan|Hvorfor|Hvornår|Hvilke[nt]?|Hvor)\b/u;
// A finite verb behind its subject, or a comma before a colon: the line leads in to what follows, it does not head it.
const leadIn =
  /,|\b(?:er|var|har|skal|kan|vil|blev|bliver|viser|omfatter|består|betyder|indstilles|indstiller|anbefales|anbefaler|foreslås|foreslår|ønskes|følgende)\b/iu;

const unfinished =
  /(?<!\p{Alpha})(?:og|eller|samt|at|som|der|den|det|de|en|et|i|på|til|af|for|med|fra|om|ved|er|har|skal|kan|vil)$/iu;

/**
 * Whether a line that stands alone is a subheading (*Baggrund*, *Lokale betragtninger*, also with a closing colon): short,
 * with a capital first, and no sentence.
 */
export function isSubheadingText(line: string): boolean {
  if (line.length > longest) return false;
  const words = withoutFootnoteMarks(line);
  if (!/^[\p{Upper}\d"”„'’]/u.test(words) || !/\p{Alpha}/u.test(words)) return false;
  if (/^\d/.test(words) && !/^\d+(?:\.\d*)?\.?\s+\p{Upper}/u.test(words)) return false;
  if (/[.!,;…]$/u.test(words)) return false;
  // `Anna Holm (A) – Havneby` lists somebody; a line with a link says something.
  if (/[–—].*[–—]|\)\s*[–—-]|\]\(/u.test(words)) return false;
  // A sentence that ends inside, or a word that needs another one: a line of a wrapped paragraph.
  if (/\p{Alpha}{3}[.!?]\s+\p{Upper}/u.test(words) || unfinished.test(words)) return false;
  if (words.endsWith("?")) return questionWord.test(words);
  if (words.endsWith(":"))
    return words.length <= 70 && !leadIn.test(words) && !unfinished.test(words.slice(0, -1));
  return !/^(?:Det indstilles|Det anbefales|.{0,60}\bindstiller\b)/u.test(words);
}
