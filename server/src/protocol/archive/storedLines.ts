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

/** Bytes above which a line is none of ours: of a file that is nothing but noughts all would be kept. */
const longestLine = 100_000_000;

/** The lines of a text that comes in pieces, without their ends; an empty one is none, and one without end is left out. */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  longest = longestLine,
): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = [];
  let length = 0;
  const take = (piece: Uint8Array): void => {
    length += piece.length;
    if (length <= longest) begun.push(piece);
    else begun = [];
  };
  const line = (): Uint8Array => {
    const whole = length <= longest ? joined(begun) : new Uint8Array();
    begun = [];
    length = 0;
    return whole;
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(lineFeed); end !== -1; end = piece.indexOf(lineFeed, from)) {
      take(piece.subarray(from, end));
      const whole = line();
      from = end + 1;
      if (whole.length > 0) yield whole;
    }
    // A copy: whoever reads may use the room of the piece for the next one.
    take(piece.slice(from));
  }
  const last = line();
  if (last.length > 0) yield last;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
