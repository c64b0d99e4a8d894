import { defaultSettings, type Settings } from "../../config/config.ts";
import { headOf } from "../../model/meeting.ts";
import { ReferatDocument } from "../../syntax/document.ts";
import type { OpenDocument } from "../documents.ts";
import type { Session } from "../session.ts";

/** A document of the archive as it stands in its editor, or else in its file; nothing where it can no longer be read. */
export async function anyDocument(uri: string, session: Session): Promise<OpenDocument | undefined> {
  const open = await session.document(uri);
  if (open) return open;
  const read = await session.archive.files.read(uri, null);
  return "text" in read ? readClosed(uri, read.text, session) : undefined;
}

/** A text of the archive, read with the words of its profile. */
export async function readClosed(uri: string, text: string, session: Session): Promise<OpenDocument> {
  const { configurations } = session;
  if (configurations.nearest(uri) === undefined) await configurations.load(uri);
  const plain = ReferatDocument.parse(text);
  const body = headOf(plain)?.titleLine?.body ?? null;
  const { vocabulary }: Settings = configurations.nearest(uri)?.config.settingsFor(body) ?? defaultSettings;
  const syntax = vocabulary === plain.vocabulary ? plain : ReferatDocument.parse(text, vocabulary);
  return { uri, version: null, syntax };
}
