import type { Position, SelectionRange } from "vscode-languageserver";
import { selectionAt } from "../features/selection.ts";
import type { OpenDocument } from "./documents.ts";
import type { Session } from "./session.ts";

/** For each position what is selected there, step by step; nothing but the position where nothing is. */
export function selectionsOf(
  { syntax }: OpenDocument,
  places: readonly Position[],
  { positions }: Session,
): SelectionRange[] {
  return places.map((position) => {
    const spans = selectionAt(syntax, positions.offset(syntax, position));
    return (
      spans.reduceRight<SelectionRange | undefined>(
        (parent, span) => ({ range: positions.range(syntax, span), ...(parent ? { parent } : {}) }),
        undefined,
      ) ?? { range: { start: position, end: position } }
    );
  });
}
