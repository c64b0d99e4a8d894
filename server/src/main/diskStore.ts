import { createReadStream } from "node:fs";
import { appendFile, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RecordStore } from "../protocol/archive/recordStore.ts";

/** Milliseconds after which a file that was being written is left over from a server that was killed. */
const abandoned = 3_600_000;

/** The stored index in a folder of the disk, which is made when it is needed; null for a folder that is on none. */
export function diskStore(folderUri: string, version: string): RecordStore | null {
  if (!folderUri.startsWith("file:")) return null;
  let folder: string;
  try {
    folder = fileURLToPath(folderUri);
  } catch {
    return null;
  }
  const name = `arkiv-${version}.jsonl`;
  const path = join(folder, name);
  return {
    async *read() {
      try {
        for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
          yield piece as Buffer;
        }
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
      }
    },
    append: (lines) => appendFile(path, lines),
    async replace(pieces) {
      await mkdir(folder, { recursive: true });
      const temporary = join(folder, `${name}.${process.pid}.tmp`);
      const file = await open(temporary, "w");
      try {
        for await (const piece of pieces) await file.write(piece);
      } finally {
        await file.close();
      }
      await rename(temporary, path);
      await tidy(folder, name);
    },
  };
}

/** Takes away what other versions have left, and what was not written to its end. */
async function tidy(folder: string, name: string): Promise<void> {
  try {
    for (const other of await readdir(folder)) {
      if (!/^arkiv-.+\.(?:jsonl|tmp)$/.test(other) || other === name) continue;
      const path = join(folder, other);
      const age = Date.now() - (await stat(path)).mtimeMs;
      // A clock that was set back since makes the age a negative one.
      if (other.endsWith(".jsonl") || Math.abs(age) > abandoned) await rm(path);
    }
  } catch {
    // Another window tidies too.
  }
}
