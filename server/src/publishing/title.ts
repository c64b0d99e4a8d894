import { danishDate } from "../calendar/date.ts";
import type { RenderDocument } from "./renderModel.ts";

/** What the document is called: `Referat: Kulturudvalget, 4. marts 2026`. */
export function titleText({ kind, meeting: { body, date } }: RenderDocument): string {
  const day = date === null ? null : danishDate(date);
  const parts = [body, day].filter((part) => part !== null);
  return parts.length === 0 ? kindNames[kind] : `${kindNames[kind]}: ${parts.join(", ")}`;
}

/** The same where there is room for a line: a window's title, the head of a printed page. */
export function shortTitle(document: RenderDocument): string {
  const title = titleText(document);
  const signs = Array.from(title);
  return signs.length > 160 ? `${signs.slice(0, 159).join("").trimEnd()}…` : title;
}

/** What the two kinds of document are called. */
export const kindNames = { referat: "Referat", dagsorden: "Dagsorden" } as const;
