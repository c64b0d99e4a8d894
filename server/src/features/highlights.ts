import type { ReferatDocument } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";
import { type Occurrence, occurrencesOf } from "./occurrences.ts";
import { type Target, targetAt } from "./targets.ts";

/** A place that means the same as the one that was asked for; `definition` is where the thing itself stands. */
export interface Highlight {
  readonly span: Span;
  readonly definition: boolean;
}

/** Everything in the document that means the same as what stands at `offset`; empty where nothing is known of it. */
export function highlightsAt(
  document: ReferatDocument,
  offset: number,
  aliases: readonly string[] = [],
): Highlight[] {
  const found = targetAt(document, offset, aliases);
  if (!found) return [];
  const places = occurrencesOf(document, found.target).filter((place) => isAlike(place, found.target));
  const highlights = places.map(({ span, role }) => ({
    span,
    definition: role === "definition" || role === "title",
  }));
  const hit = places.some(({ span }) => span.start <= offset && offset <= span.end);
  return hit ? highlights : [{ span: found.span, definition: false }, ...highlights];
}

/** What is highlighted looks alike: an item's number with the references to it, its title with its entry. */
function isAlike({ role }: Occurrence, target: Target): boolean {
  if (target.kind !== "item") return true;
  const titled = role === "title" || role === "entry";
  return target.by === "title" ? titled : !titled;
}
