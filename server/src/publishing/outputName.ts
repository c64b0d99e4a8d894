import { isoDate } from "../calendar/date.ts";
import { acceptedName } from "../model/fileName.ts";
import { cleanText } from "./cleanText.ts";
import type { RenderMeeting } from "./renderModel.ts";

/** So many signs fit everywhere, in a folder with a long path too. */
const longest = 100;

/**
 * What a document's file is called, without its ending: `2026-03-04 Kulturudvalget – referat`; null where the document names
 * neither body nor date. Every file system takes it.
 */
export function outputName(kind: "referat" | "dagsorden", { body, date }: RenderMeeting): string | null {
  const parts = [date && isoDate(date), body && shortened(body)].filter((part) => part);
  if (parts.length === 0) return null;
  return `${acceptedName(cleanText(parts.join(" "))).trim()} – ${kind}`;
}

function shortened(body: string): string {
  const signs = Array.from(body.replaceAll("\ufffd", ""));
  return signs.length > longest
    ? signs.slice(0, longest).join("").trim()
    : body.replaceAll("\ufffd", "").trim();
}

/** What the name of a file ends with that shows what has changed: it is not to replace the one that shows nothing of it. */
export const changesSuffix = " med ændringer";
