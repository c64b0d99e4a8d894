import { constants } from "node:buffer";
import { ByteQueue } from "./byteQueue.ts";

const headerEnd = "\r\n\r\n";
/** More than any header that is sent; what stands further before its end is not read. */
const longestHeader = 512;

/**
 * Cuts a stream of bytes into JSON messages, each with its `Content-Length` before it. What is wrong is told and skipped, and
 * reading goes on at the next header, whatever stands before it: a client that fails once is not unheard for ever.
 */
export class Frames {
  private readonly bytes = new ByteQueue();
  /** The length of the message that is awaited; null while a header is. */
  private length: number | null = null;
  /** How many of the unread bytes have been searched for the end of a header. */
  private searched = 0;

  constructor(
    private readonly read: (message: unknown) => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  append(data: Uint8Array): void {
    this.bytes.append(data);
    while (this.readHeader() || this.readMessage());
  }

  /** Looks for a header also where a message is: JSON can hold none, so that it tells of a length that was wrong. */
  private readHeader(): boolean {
    const { unread } = this.bytes;
    const within = unread.subarray(0, this.length ?? unread.length);
    const end = within.indexOf(headerEnd, Math.max(0, this.searched - headerEnd.length + 1), "latin1");
    this.searched = end === -1 ? within.length : end + headerEnd.length;
    if (end === -1) return false;
    const length = lengthIn(within.toString("latin1", Math.max(0, end - longestHeader), end));
    if ((length === null) === (this.length === null))
      this.failed(new Error("A header with a wrong length, or none"));
    if (length !== null || this.length === null) this.expect(length, this.searched);
    return true;
  }

  private readMessage(): boolean {
    const { unread } = this.bytes;
    if (this.length === null) {
      // Of what is no header only the end can belong to one.
      const useless = Math.max(0, unread.length - longestHeader);
      this.bytes.drop(useless);
      this.searched -= useless;
      return false;
    }
    if (unread.length < this.length) return false;
    const message = unread.subarray(0, this.length);
    try {
      this.read(JSON.parse(message.toString("utf8")));
      this.expect(null, message.length);
    } catch (error) {
      this.failed(error);
      // The length can have been too great: then the next header begins in what was taken for the message.
      this.expect(null, Math.max(0, message.length - longestHeader));
    }
    return true;
  }

  /** Goes on behind what is read, with a message of this length, or with a header. */
  private expect(length: number | null, behind: number): void {
    this.bytes.drop(behind);
    this.searched = 0;
    this.length = length;
  }
}

/** The length that a header gives; the last one, since something else can stand before the header. */
function lengthIn(header: string): number | null {
  const found = [...header.matchAll(/content-length:[ \t]*(\d{1,15})[ \t]*(?=\r\n|$)/gi)].at(-1)?.[1];
  const length = found === undefined ? Infinity : Number(found);
  return length <= constants.MAX_STRING_LENGTH ? length : null;
}
