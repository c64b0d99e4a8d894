import type { ItemHeading } from "../syntax/itemHeading.ts";

/** What several rules and commands call an item: `Punkt 4`, or the title of an unnumbered one. */
export function labelOf(heading: ItemHeading): string {
  return heading.number === null ? heading.title : `Punkt ${heading.number}`;
}
