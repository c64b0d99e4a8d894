import {
  type CancellationToken,
  type Definition,
  type DocumentHighlight,
  DocumentHighlightKind,
  type LinkedEditingRanges,
  type Location,
  type LocationLink,
  type Position,
  type Range,
} from "vscode-languageserver";
import { definitionAt } from "../features/definition.ts";
import { highlightsAt } from "../features/highlights.ts";
import { linkedTitlesAt } from "../features/linkedEditing.ts";
import { referencesAt } from "../features/references.ts";
import { meetingPartAt } from "../features/meetingPart.ts";
import { sharedTargetAt } from "../features/elsewhere.ts";
import { type Target, targetAt } from "../features/targets.ts";
import { locationsElsewhere } from "./archive/elsewhere.ts";
import { locationsOf, mentionAt, mentionLocations } from "./archive/mentions.ts";
import { lineIn } from "./archive/places.ts";
import type { OpenDocument } from "./documents.ts";
import type { Session } from "./session.ts";

/** Where the thing at a position stands: in the document itself, or, of another meeting, in its minutes. */
export async function definitionOf(
  document: OpenDocument,
  position: Position,
  session: Session,
): Promise<Definition | LocationLink[] | null> {
  const { uri, syntax } = document;
  const { positions } = session;
  const { aliases } = session.profileOf(document);
  const mentioned = await mentionAt(document, position, session);
  if (mentioned) return linked(locationsOf(mentioned.meeting), mentioned.range, session);
  const offset = positions.offset(syntax, position);
  const found = targetAt(syntax, offset, aliases);
  if (!found) return null;
  const own = definitionAt(syntax, offset, aliases).map((span) => ({
    uri,
    range: positions.range(syntax, span),
  }));
  const places = own.length === 0 || found.target.kind === "journalNumber" ? othersOf(found.target) : [];
  const all = [...own, ...places];
  return all.length === 0 ? null : linked(all, positions.range(syntax, found.span), session);

  /** The items of other meetings that bear a journal number. */
  function othersOf(target: Target): Location[] {
    if (target.kind !== "journalNumber") return [];
    return session.archive.archive
      .withJournalNumber(target.number)
      .filter((each) => each.uri !== uri && each.item.journalNumber === target.number)
      .map((each) => lineIn(each.uri, each.item.line));
  }
}

function linked(
  locations: readonly Location[],
  originSelectionRange: Range,
  { support }: Session,
): Definition | LocationLink[] {
  if (!support.definitionLinks) return [...locations];
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

/** Where the thing at a position is named: in the document, and in the others of the archive. */
export async function referencesOf(
  document: OpenDocument,
  position: Position,
  includeDeclaration: boolean,
  session: Session,
  token: CancellationToken,
): Promise<Location[] | null> {
  const { uri, syntax } = document;
  const { positions } = session;
  const { aliases } = session.profileOf(document);
  const offset = positions.offset(syntax, position);
  const own = referencesAt(syntax, offset, includeDeclaration, aliases).map((span) => ({
    uri,
    range: positions.range(syntax, span),
  }));
  const shared = sharedTargetAt(syntax, offset, aliases);
  const named = shared ? await locationsElsewhere(shared, uri, session, token) : [];
  const meeting = meetingPartAt(syntax, offset, aliases);
  const mentions = meeting ? await mentionLocations(uri, meeting.item, session) : [];
  const all = [...own, ...named, ...mentions];
  return all.length === 0 ? null : all;
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
