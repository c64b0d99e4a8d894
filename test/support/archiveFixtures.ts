import { readFileSync } from "node:fs";
import { Archive } from "../../server/src/archive/archive.ts";
import { recordOf } from "../../server/src/archive/record.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

/** The address of the document that a fixture is about. */
export const own = "file:///own.referat";

/** The cases of a fixture for a rule that looks at other meetings: those it has, and the document among them. */
export function readArchiveCases(file: string): ArchiveCase[] {
  return readFileSync(file, "utf8").split(/^=== /m).slice(1).map(readCase);
}

/** What is read of a document stands in the archive. */
export function take(archive: Archive, uri: string, text: string): void {
  const kind = uri.endsWith(".dagsorden") ? "dagsorden" : "referat";
  archive.set(uri, recordOf(ReferatDocument.parse(text), kind, defaultProfile));
}

/** `Kulturudvalget i Havneby d. 14-01-2026 1-6, 04-02-2026 7-12`: minutes with items of those numbers. */
export function takeMeetings(archive: Archive, told: string): void {
  const [, body = "", meetings = ""] = /^(.*) d\. (.*)$/.exec(told) ?? [];
  for (const meeting of meetings.split(", ")) {
    const [date = "", numbers = ""] = meeting.split(" ");
    const [first = 0, last = 0] = numbers.split("-").map(Number);
    const items = Array.from({ length: last - first + 1 }, (_, index) => `Punkt ${first + index}: Sagen\n`);
    take(archive, `file:///${archive.size}.referat`, `REFERAT ${body} d. ${date}\n\n${items.join("\n")}`);
  }
}

export interface ArchiveCase {
  readonly name: string;
  readonly archive: Archive;
  readonly marked: string;
  readonly fixed: string | null;
}

function readCase(part: string): ArchiveCase {
  const archive = new Archive();
  const [name = "", ...pieces] = part.split(/^--- /m);
  let marked = "";
  let fixed: string | null = null;
  for (const piece of pieces) {
    const newline = piece.indexOf("\n");
    const head = piece.slice(0, newline);
    const text = piece.slice(newline + 1);
    if (head.startsWith("meetings: ")) takeMeetings(archive, head.slice("meetings: ".length));
    else if (head.startsWith("file: ")) take(archive, `file:///${head.slice("file: ".length)}`, text);
    else if (head === "fixed") fixed = text;
    else marked = text;
  }
  return { name: name.trim(), archive, marked, fixed };
}
