import type { Location, Range } from "vscode-languageserver";
import type { Archive } from "../../archive/archive.ts";
import type { Position } from "../../syntax/document.ts";
import type { Session } from "../session.ts";
import { canonicalUri } from "../uris.ts";
import { anyDocument } from "./anyDocument.ts";

/** A place in a document of the archive, as the client counts: its lines are asked where it does not count UTF-16 units. */
export async function locationIn(
  uri: string,
  start: Position,
  end: Position,
  session: Session,
): Promise<Location> {
  return { uri, range: await rangeIn(uri, start, end, session) };
}

async function rangeIn(uri: string, start: Position, end: Position, session: Session): Promise<Range> {
  if (session.encoding === "utf-16" || (start.character === 0 && end.character === 0)) return { start, end };
  const document = await anyDocument(uri, session);
  if (!document) return { start: { ...start, character: 0 }, end: { ...end, character: 0 } };
  const { syntax } = document;
  return session.positions.range(syntax, { start: syntax.offsetAt(start), end: syntax.offsetAt(end) });
}

/** The form of a document's URI under which it stands in the archive: open ones stand there under the client's own. */
export function uriIn(archive: Archive, uri: string): string {
  return archive.get(uri) ? uri : canonicalUri(uri);
}

/** The beginning of a line in a document of the archive. */
export function lineIn(uri: string, line: number): Location {
  const start = { line, character: 0 };
  return { uri, range: { start, end: start } };
}
