import { danishDate } from "../../calendar/date.ts";
import type { RenderDocument } from "../renderModel.ts";
import { words } from "./words.ts";

/** What the document is called: `Referat: Kulturudvalget, 4. marts 2026`. */
export function titleText({ kind, meeting: { body, date } }: RenderDocument): string {
  const day = date === null ? null : danishDate(date);
  const parts = [body, day].filter((part) => part !== null);
  return parts.length === 0 ? words.kind(kind) : `${words.kind(kind)}: ${parts.join(", ")}`;
}
