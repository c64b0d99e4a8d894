import type {
  Definition,
  LinkedEditingRanges,
  Location,
  LocationLink,
  Position,
} from "vscode-languageserver";
import { definitionAt } from "../features/definition.ts";
import { linkedTitlesAt } from "../features/linkedEditing.ts";
import { referencesAt } from "../features/references.ts";
import { targetAt } from "../features/targets.ts";
import type { OpenDocument } from "./documents.ts";
import type { Session } from "./session.ts";

export function definitionOf(
  { uri, syntax }: OpenDocument,
  position: Position,
  { positions, support }: Session,
): Definition | LocationLink[] | null {
  const offset = positions.offset(syntax, position);
  const ranges = definitionAt(syntax, offset).map((span) => positions.range(syntax, span));
  if (ranges.length === 0) return null;
  const origin = support.definitionLinks ? targetAt(syntax, offset) : null;
  if (!origin) return ranges.map((range) => ({ uri, range }));
  const originSelectionRange = positions.range(syntax, origin.span);
  return ranges.map((range) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

export function referencesOf(
  { uri, syntax }: OpenDocument,
  position: Position,
  includeDeclaration: boolean,
  { positions }: Session,
): Location[] | null {
  const found = referencesAt(syntax, positions.offset(syntax, position), includeDeclaration);
  return found.length === 0 ? null : found.map((span) => ({ uri, range: positions.range(syntax, span) }));
}

/** A title is any words: without saying so, clients would stop at the first blank. */
const titlePattern = String.raw`[^\t\r\n]*`;

export function linkedEditingOf(
  { syntax }: OpenDocument,
  position: Position,
  { positions }: Session,
): LinkedEditingRanges | null {
  const spans = linkedTitlesAt(syntax, positions.offset(syntax, position));
  return spans && { ranges: spans.map((span) => positions.range(syntax, span)), wordPattern: titlePattern };
}
