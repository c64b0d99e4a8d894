import type { Position, Range } from "vscode-languageclient";
import { written } from "./clock.ts";

/** What the server says of a meeting on `referat/meeting`: its overview, with places as the protocol counts them. */
export interface Meeting {
  readonly version: number;
  readonly kind: "referat" | "dagsorden";
  readonly body: string | null;
  /** `2026-03-04` */
  readonly date: string | null;
  /** `13:00` */
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string | null;
  readonly minutes: number | null;
  readonly participants: readonly Participant[];
  readonly items: readonly MeetingItem[];
}

export interface Participant {
  readonly name: string;
  readonly affiliation: string | null;
  readonly absent: boolean;
}

export interface MeetingItem {
  readonly number: number | null;
  readonly title: string;
  readonly kind: string;
  readonly closed: boolean;
  readonly start: string | null;
  readonly end: string | null;
  readonly minutes: number | null;
  readonly progress: "empty" | "drafted" | "done";
  readonly needsDecision: boolean;
  readonly range: Range;
  readonly heading: Range;
  /** Where the words of its decision stand, or are to stand. */
  readonly decision: Range | null;
  readonly sections: readonly { readonly kind: string; readonly range: Range }[];
}

export const meetingRequest = "referat/meeting";

/** The index of the item at a place; -1 above the first. */
export function itemIndexAt(meeting: Meeting, { line }: Position): number {
  return meeting.items.findIndex(({ range }) => line >= range.start.line && line < endLine(range));
}

/** A range that ends at the start of a line does not reach into it. */
function endLine({ start, end }: Range): number {
  return end.character === 0 ? Math.max(end.line, start.line + 1) : end.line + 1;
}

/** `3. Renovering af svømmehallen` */
export function itemName({ number, title }: MeetingItem): string {
  const name = title === "" ? "(uden titel)" : title;
  return number === null ? name : `${number}. ${name}`;
}

/** What each item is known by while others come, go and change places: its title, and which of that title it is. */
export function itemKeys({ items }: Meeting): string[] {
  const seen = new Map<string, number>();
  return items.map(({ title }) => {
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return count === 1 ? title : `${title} (${count})`;
  });
}

/** `13.20-13.50`, `13.20`, or nothing. */
export function timeOf({ start, end }: MeetingItem): string {
  return [start, end].flatMap((time) => (time === null ? [] : [written(time)])).join("-");
}
