import type { ItemHeading } from "../syntax/itemHeading.ts";
import type { SectionKind } from "../syntax/vocabulary.ts";

/** Words that several rules say. */

/** `Punkt 4`, or the title of an unnumbered item. */
export function labelOf(heading: ItemHeading): string {
  return heading.number === null ? heading.title : `Punkt ${heading.number}`;
}

/** A section as it is headed: Sagsfremstilling. */
export function sectionName(kind: SectionKind): string {
  return kind === "resume" ? "Resumé" : kind.charAt(0).toUpperCase() + kind.slice(1);
}
