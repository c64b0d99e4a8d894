import type { ListedFile } from "../model/listedFiles.ts";
import type { FileReading } from "../reading/readFile.ts";
import { readableKind } from "../reading/reading.ts";
import type { ReadAttachment } from "./gate.ts";

/** Reads those of the files that can be read. `read` gives null for a file that is no longer there. */
export async function readAttachments(
  files: readonly ListedFile[],
  read: (name: string) => Promise<FileReading | null>,
): Promise<ReadAttachment[]> {
  const readable = files.filter(({ file }) => readableKind(file) !== null);
  const all = await Promise.all(
    readable.map(async (listed) => ({ ...listed, reading: await read(listed.file) })),
  );
  return all.flatMap(({ reading, ...listed }) => (reading === null ? [] : [{ ...listed, reading }]));
}
