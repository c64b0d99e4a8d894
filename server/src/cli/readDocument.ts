import { defaultSettings, type Settings } from "../config/config.ts";
import { headOf } from "../model/meeting.ts";
import { ReferatDocument } from "../syntax/document.ts";
import type { ConfigFinder } from "./settings.ts";

/** Reads a document with the words of its profile, and says what it is to be checked with. */
export function readDocument(
  path: string,
  text: string,
  configs: ConfigFinder,
): { document: ReferatDocument; settings: Settings } {
  const plain = ReferatDocument.parse(text);
  const body = headOf(plain)?.titleLine?.body ?? null;
  const settings = configs.configFor(path)?.settingsFor(body) ?? defaultSettings;
  const { vocabulary } = settings;
  const document = vocabulary === plain.vocabulary ? plain : ReferatDocument.parse(text, vocabulary);
  return { document, settings };
}
