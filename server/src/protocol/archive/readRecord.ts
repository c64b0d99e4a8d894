import type { DocumentRecord } from "../../archive/record.ts";
import { recordInSteps } from "../../archive/record.ts";
import { defaultSettings, type Settings } from "../../config/config.ts";
import { headOf } from "../../model/meeting.ts";
import { ReferatDocument } from "../../syntax/document.ts";
import type { ConfigAt } from "../configurations.ts";
import { fileKindOf } from "../documents.ts";
import { ownCopy } from "./ownCopy.ts";
import type { Pace } from "./pace.ts";
import { isDocumentPath } from "./wantedFiles.ts";

/** UTF-16 units in which a title line is looked for before all is read. */
const beginning = 2000;

/**
 * What the archive keeps of a file's text, read in its pace; null where the file is no document. The record holds on
 * to no text.
 */
export async function readRecord(
  uri: string,
  text: string,
  config: ConfigAt | null,
  pace: Pace,
): Promise<DocumentRecord | null> {
  const settings = (document: ReferatDocument): Settings =>
    config?.config.settingsFor(bodyOf(document)) ?? defaultSettings;
  const start = ReferatDocument.parse(text.slice(0, beginning));
  if (!isDocumentPath(uri) && bodyOf(start) === null) return null;
  // The words depend on the body, which the title line says; where that comes late, all is read twice.
  const guess = settings(start).vocabulary;
  let document = await pace.through(ReferatDocument.parsing(text, guess));
  await pace.step();
  const { vocabulary, profile } = settings(document);
  if (vocabulary !== guess) document = await pace.through(ReferatDocument.parsing(text, vocabulary));
  return ownCopy(await pace.through(recordInSteps(document, fileKindOf(uri), profile)));
}

function bodyOf(document: ReferatDocument): string | null {
  return headOf(document)?.titleLine?.body ?? null;
}
