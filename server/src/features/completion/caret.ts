import type { Around } from "../../archive/around.ts";
import type { CalendarDate } from "../../calendar/date.ts";
import { type Meeting, meetingOf } from "../../model/meeting.ts";
import type { Profile } from "../../model/profile.ts";
import type { ReferatDocument } from "../../syntax/document.ts";
import type { Chunk, Item, Section } from "../../syntax/nodes.ts";
import { contentEnd, lastNotAbove } from "../../text/lines.ts";
import { completed, type Completion, type Offer } from "./entries.ts";
import { lineStartIn } from "../../syntax/lineStart.ts";

/** What is known besides the document. */
export interface CompletionContext {
  readonly fileKind: "referat" | "dagsorden";
  readonly profile: Profile;
  /** The names of the files in the document's folder; null where they are not known. */
  readonly filesBeside: readonly string[] | null;
  /** The other meetings; null where they are not known. */
  readonly around: Around | null;
  readonly today: CalendarDate;
  /** The rules that find something, each with the document's offset; asked only where a rule is about to be silenced. */
  readonly found: () => readonly FoundRule[];
}

export interface FoundRule {
  readonly rule: string;
  readonly offset: number;
}

/** The style of a document is that of the items around the caret: so much of them is looked at, however many there are. */
const reach = 32;
/** No agenda is as long as this: what lies further away is another meeting's. */
const wideReach = 250;

/** The place where somebody writes. Lines and offsets without a name of their own count from the chunk's start. */
export class Caret {
  readonly chunkIndex: number;
  readonly chunk: Chunk;
  /** Where the chunk begins in the document. */
  readonly base: number;
  readonly at: number;
  readonly line: number;
  readonly lineStart: number;
  readonly lineEnd: number;
  /** The line up to the caret, and the rest of it; comments are blanks. */
  readonly before: string;
  readonly after: string;
  /** The index of the item that the caret is in; -1 before the first. */
  readonly itemIndex: number;
  readonly meeting: Meeting;
  /** The items around the caret. */
  readonly nearby: readonly Item[];

  private constructor(
    readonly document: ReferatDocument,
    chunk: Chunk,
    chunkIndex: number,
    offset: number,
    readonly context: CompletionContext,
  ) {
    this.chunk = chunk;
    this.chunkIndex = chunkIndex;
    this.base = document.offsetOf(chunkIndex);
    this.at = offset - this.base;
    this.line = lastNotAbove(chunk.lineStarts, this.at);
    this.lineStart = chunk.lineStarts[this.line] ?? 0;
    const next = lineStartIn(chunk, this.line + 1);
    this.lineEnd = Math.max(this.at, contentEnd(chunk.text, this.lineStart, next));
    this.before = chunk.masked.slice(this.lineStart, this.at);
    this.after = chunk.masked.slice(this.at, this.lineEnd);
    this.itemIndex = chunk.kind === "item" ? chunkIndex - document.firstItemIndex : -1;
    this.meeting = meetingOf(document, context.fileKind);
    this.nearby = around(document.items, this.itemIndex, reach);
  }

  static at(document: ReferatDocument, offset: number, context: CompletionContext): Caret | null {
    const index = document.chunkIndexAt(offset);
    const chunk = document.chunks[index];
    return chunk ? new Caret(document, chunk, index, offset, context) : null;
  }

  get item(): Item | null {
    return this.chunk.kind === "item" ? this.chunk : null;
  }

  /** The section that the caret's line belongs to, its heading included. */
  get section(): Section | null {
    return this.item?.sections.findLast((section) => section.line <= this.line) ?? null;
  }

  /** All items of the meeting; of a document that is longer than any agenda those around the caret. */
  get agenda(): readonly Item[] {
    return around(this.document.items, this.itemIndex, wideReach);
  }

  /** Nothing but blanks stands between the caret and the end of its chunk. */
  get nothingBelow(): boolean {
    return this.chunk.masked.slice(this.at).trim() === "";
  }

  /** How the document ends its lines. */
  get lineBreak(): string {
    return this.document.lineEnd;
  }

  /** The offers that go on from what was typed right before the caret. */
  completed(offers: readonly Offer[], typed: string): Completion[] {
    const offset = this.base + this.at;
    return completed(offers, typed, offset - typed.length, offset);
  }
}

function around(items: readonly Item[], index: number, distance: number): readonly Item[] {
  const from = Math.max(0, index - distance);
  return items.slice(from, from + 2 * distance);
}
