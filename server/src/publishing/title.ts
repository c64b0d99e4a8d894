import { danishDate } from "../calendar/date.ts";
import type { RenderDocument } from "./renderModel.ts";

/** What the document is called: `Referat: Kulturudvalget, 4. marts 2026`. */
export function titleText({ kind, meeting: { body, date } }: RenderDocument): string {
  const day = date === null ? null : danishDate(date);
  const parts = [body, day].filter((part) => part !== null);
  return parts.length === 0 ? kindNames[kind] : `${kindNames[kind]}: ${parts.join(", ")}`;
}

/** What the two kinds of document are called. */
export const kindNames = { referat: "Referat", dagsorden: "Dagsorden" } as const;
