import type { Position, Range } from "vscode-languageclient";
import { numbered } from "../numbered.ts";
import { written } from "./clock.ts";
import type { Meeting, MeetingItem } from "./protocol.ts";

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
  return numbered(number, title);
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
