import type { ReferatDocument } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";
import { occurrencesOf } from "./occurrences.ts";
import { targetAt } from "./targets.ts";

/** Every place that names the thing at `offset`; with the thing itself, where its declaration is asked for too. */
export function referencesAt(
  document: ReferatDocument,
  offset: number,
  includeDeclaration: boolean,
  aliases: readonly string[] = [],
): Span[] {
  const found = targetAt(document, offset, aliases);
  if (!found) return [];
  const { target } = found;
  const places = occurrencesOf(document, target);
  // An item's declaration is one place: its title, not its number beside it.
  const isDeclaration = (role: string): boolean => role === "title" || role === "definition";
  return places
    .filter(({ role }) => !isDeclaration(role) || (includeDeclaration && isShown(role, target.kind)))
    .map(({ span }) => span);
}

function isShown(role: string, kind: string): boolean {
  return kind !== "item" || role === "title";
}
