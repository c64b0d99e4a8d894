import type { CancellationToken, Location } from "vscode-languageserver";
import { canName, placesElsewhere, type SharedTarget } from "../../features/elsewhere.ts";
import type { OpenDocument } from "../documents.ts";
import type { Session } from "../session.ts";
import { anyDocument, readClosed } from "./anyDocument.ts";

/** How many files are fetched ahead of the one that is read. */
const ahead = 8;

/**
 * The other documents of the archive that can name a thing, one after the other, each read from its editor or its file: their
 * texts are not kept. Ends when the token is cancelled.
 */
export async function* documentsNaming(
  target: SharedTarget,
  own: string,
  session: Session,
  token: CancellationToken,
): AsyncGenerator<OpenDocument> {
  const archive = await session.archive.current();
  const uris =
    target.kind === "journalNumber"
      ? [...new Set(archive.withJournalNumber(target.number).map(({ uri }) => uri))]
      : [...archive.all()].map(({ uri }) => uri);
  const others = uris.filter((uri) => uri !== own).sort();
  const fetching = others.slice(0, ahead).map((uri) => fetched(uri, target, session));
  for (let index = 0; index < others.length; index++) {
    const document = await fetching.shift();
    if (token.isCancellationRequested) return;
    const next = others[index + ahead];
    if (next !== undefined) fetching.push(fetched(next, target, session));
    if (document) yield document;
  }
}

async function fetched(
  uri: string,
  target: SharedTarget,
  session: Session,
): Promise<OpenDocument | undefined> {
  if (session.documents.get(uri)) return anyDocument(uri, session);
  const read = await session.archive.files.read(uri, null);
  if (!("text" in read) || !canName(read.text, target)) return undefined;
  return readClosed(uri, read.text, session);
}

/** Where the other documents name a thing. */
export async function locationsElsewhere(
  target: SharedTarget,
  own: string,
  session: Session,
  token: CancellationToken,
): Promise<Location[]> {
  const locations: Location[] = [];
  for await (const { uri, syntax } of documentsNaming(target, own, session, token)) {
    for (const span of placesElsewhere(syntax, target))
      locations.push({ uri, range: session.positions.range(syntax, span) });
  }
  return locations;
}
