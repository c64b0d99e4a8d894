import { recordVersion } from "../../archive/record.ts";
import { isRecord } from "../unknown.ts";
import type { KnownFile } from "./knownFiles.ts";
import { hashOf } from "./textHash.ts";

/**
 * How the stored index is written: a header, then a line for each file that was read, behind the hash of the line. A later line
 * of a file outrules an earlier one; one without a record of a file says that it is gone.
 */

const format = 1;

/** The first line of an index that this server can read. */
export function headerLine(serverVersion: string): string {
  return JSON.stringify({ format, recordVersion, serverVersion });
}

export interface StoredLine {
  readonly uri: string;
  /** Null for a file that is gone. */
  readonly file: KnownFile | null;
}

export function lineOf(uri: string, file: KnownFile | null): string {
  const json = JSON.stringify({ uri, file });
  return `${hashOf(json)}\t${json}`;
}

/** What a line says; null where it was damaged, or only half of it was written. */
export function readLine(line: string): StoredLine | null {
  const tab = line.indexOf("\t");
  if (tab === -1) return null;
  const json = line.slice(tab + 1);
  if (hashOf(json) !== line.slice(0, tab)) return null;
  try {
    const value: unknown = JSON.parse(json);
    // What its hash fits was written by us, and is not looked at further.
    return isRecord(value) ? (value as unknown as StoredLine) : null;
  } catch {
    return null;
  }
}

/** The lines of a text that comes in pieces; the last one may be half a line. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
