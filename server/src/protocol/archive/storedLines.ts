import { recordVersion } from "../../archive/record.ts";
import { isRecord } from "../unknown.ts";
import type { KnownFile } from "./knownFiles.ts";
import { hashOf, textHash } from "./textHash.ts";

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
  return `${textHash(json)}\t${json}`;
}

const tab = 9;
const lineFeed = 10;
const decoder = new TextDecoder();

/** What a line says; null where it was damaged, or only half of it was written. */
export function readLine(line: Uint8Array): StoredLine | null {
  const end = line.indexOf(tab);
  if (end === -1) return null;
  const json = line.subarray(end + 1);
  if (hashOf(json) !== decoder.decode(line.subarray(0, end))) return null;
  try {
    const value: unknown = JSON.parse(decoder.decode(json));
    // What its hash fits was written by us, and is not looked at further.
    return isRecord(value) ? (value as unknown as StoredLine) : null;
  } catch {
    return null;
  }
}

/** Whether a line is the header of an index that this server can read. */
export function isHeader(line: Uint8Array, serverVersion: string): boolean {
  return decoder.decode(line) === headerLine(serverVersion);
}

/** The lines of a text that comes in pieces, without their ends; an empty one is none. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = new Uint8Array();
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(lineFeed); end !== -1; end = piece.indexOf(lineFeed, from)) {
      const line = joined(rest, piece.subarray(from, end));
      rest = new Uint8Array();
      from = end + 1;
      if (line.length > 0) yield line;
    }
    // A copy: whoever reads may use the room of the piece for the next one.
    rest = joined(rest, piece.slice(from));
  }
  if (rest.length > 0) yield rest;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  if (first.length === 0) return second as Uint8Array<ArrayBuffer>;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
