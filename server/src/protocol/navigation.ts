import {
  type Definition,
  type DocumentHighlight,
  DocumentHighlightKind,
  type LinkedEditingRanges,
  type Location,
  type LocationLink,
  type Position,
} from "vscode-languageserver";
import { definitionAt } from "../features/definition.ts";
import { highlightsAt } from "../features/highlights.ts";
import { linkedTitlesAt } from "../features/linkedEditing.ts";
import { referencesAt } from "../features/references.ts";
import { targetAt } from "../features/targets.ts";
import type { OpenDocument } from "./documents.ts";
import type { Session } from "./session.ts";

export function definitionOf(
  document: OpenDocument,
  position: Position,
  session: Session,
): Definition | LocationLink[] | null {
  const { uri, syntax } = document;
  const { positions, support } = session;
  const { aliases } = session.profileOf(document);
  const offset = positions.offset(syntax, position);
  const ranges = definitionAt(syntax, offset, aliases).map((span) => positions.range(syntax, span));
  if (ranges.length === 0) return null;
  const origin = support.definitionLinks ? targetAt(syntax, offset, aliases) : null;
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
  document: OpenDocument,
  position: Position,
  includeDeclaration: boolean,
  session: Session,
): Location[] | null {
  const { uri, syntax } = document;
  const { positions } = session;
  const { aliases } = session.profileOf(document);
  const found = referencesAt(syntax, positions.offset(syntax, position), includeDeclaration, aliases);
  return found.length === 0 ? null : found.map((span) => ({ uri, range: positions.range(syntax, span) }));
}

/** What is written there in the document, and what only names it. */
export function highlightsOf(
  document: OpenDocument,
  position: Position,
  session: Session,
): DocumentHighlight[] {
  const { syntax } = document;
  const { positions } = session;
  const offset = positions.offset(syntax, position);
  return highlightsAt(syntax, offset, session.profileOf(document).aliases).map(({ span, definition }) => ({
    range: positions.range(syntax, span),
    kind: definition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
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
