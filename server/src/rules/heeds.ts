import type { Wording } from "../syntax/rewording.ts";
import type { SectionKind } from "../syntax/vocabulary.ts";

/** Which paragraphs, and entries of lists, can matter to a rule: see `heeds` in rule.ts. Too many cost time; one too few would leave a finding stale. */
export type Heeds = (wording: Wording) => boolean;

/** Of a rule that looks at headings, at marks of lists, at tables, or at whether there is any text at all. */
export const noParagraph: Heeds = () => false;

/** Of a rule that reads what stands in sections of these kinds, and nothing of the others. */
export function paragraphsOf(...kinds: readonly SectionKind[]): Heeds {
  return ({ section }) => section !== null && kinds.includes(section);
}

/** Of a rule that finds nothing, and that changes nothing of what it finds, without something of this pattern. */
export function paragraphsWith(pattern: RegExp): Heeds {
  return ({ words }) => pattern.test(words);
}

export function either(...all: readonly Heeds[]): Heeds {
  return (wording) => all.some((heeds) => heeds(wording));
}
