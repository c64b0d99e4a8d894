import type { ReferatDocument } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";
import { occurrencesOf } from "./occurrences.ts";
import { targetAt } from "./targets.ts";

/**
 * Where the thing at `offset` itself stands. From the title of a heading the way goes to its entry in the contents, and
 * from there back.
 */
export function definitionAt(
  document: ReferatDocument,
  offset: number,
  aliases: readonly string[] = [],
): Span[] {
  const found = targetAt(document, offset, aliases);
  if (!found) return [];
  const { target, span } = found;
  const places = occurrencesOf(document, target);
  if (target.kind === "item") {
    const titles = places.filter(({ role }) => role === "title");
    const fromHeading = target.by === "title" && titles.some((each) => each.span.start === span.start);
    const entries = places.filter(({ role }) => role === "entry");
    return (fromHeading && entries.length > 0 ? entries : titles).map((each) => each.span);
  }
  return places.filter(({ role }) => role === "definition").map((each) => each.span);
}
