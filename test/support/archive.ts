import { Archive } from "../../server/src/archive/archive.ts";
import { recordOf } from "../../server/src/archive/record.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

/** An archive of documents, by their names. */
export function archiveOf(documents: Readonly<Record<string, string>>): Archive {
  const archive = new Archive();
  for (const [name, text] of Object.entries(documents)) {
    const kind = name.endsWith(".dagsorden") ? "dagsorden" : "referat";
    archive.set(name, recordOf(ReferatDocument.parse(text), kind, defaultProfile));
  }
  return archive;
}

/** Minutes of a meeting on `day` (`04-03-2026`) with these items, each from its title on. */
export function minutes(day: string, items: readonly string[], body = "Kulturudvalget i Havneby"): string {
  const numbered = items.map((item, index) => `Punkt ${index + 1}: ${item}\n`);
  return `REFERAT ${body} d. ${day}\n\n${numbered.join("\n")}`;
}
