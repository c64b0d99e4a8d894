import type { ReferatDocument } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";
import { periodText } from "./hover/times.ts";
import { type Language, lengthText } from "./language.ts";
import { type TimedItem, timelineOf } from "./timeline.ts";

/** Which hints are wanted. */
export interface InlayHintSettings {
  /** When an item is on that says how long it is. */
  readonly clockTimes: boolean;
  /** How long an item is that says when it is on. */
  readonly lengths: boolean;
  /** The time that is used when an item is over. */
  readonly runningTotal: boolean;
}

export const defaultInlayHints: InlayHintSettings = { clockTimes: true, lengths: true, runningTotal: false };

/** A word of the editor's behind a heading; the offset is the document's. */
export interface InlayHint {
  readonly kind: keyof InlayHintSettings;
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** The hints behind the headings of the items in a stretch of the document. Only its items are looked at. */
export function inlayHintsIn(
  document: ReferatDocument,
  { start, end }: Span,
  settings: InlayHintSettings,
  language: Language,
): InlayHint[] {
  const hints: InlayHint[] = [];
  const timeline = timelineOf(document);
  const first = Math.max(document.firstItemIndex, document.chunkIndexAt(start));
  for (let index = first; index < document.chunks.length; index++) {
    const base = document.offsetOf(index);
    if (base > end) break;
    const timed = timeline[index - document.firstItemIndex];
    if (!timed) continue;
    const offset = base + timed.item.heading.span.end;
    if (offset < start || offset > end) continue;
    for (const hint of hintsOf(timed, language)) if (settings[hint.kind]) hints.push({ ...hint, offset });
  }
  return hints;
}

function hintsOf(timed: TimedItem, language: Language): Omit<InlayHint, "offset">[] {
  const { item, from, until, minutes, total } = timed;
  const { time } = item.heading;
  if (minutes === null) return [];
  const da = language === "da";
  const hints: Omit<InlayHint, "offset">[] = [];
  const period = until === null ? "" : periodText(from, until);
  if (time?.type === "duration" && period !== "") {
    const tooltip = da ? "Regnet ud fra det, der står før" : "Computed from what stands before";
    hints.push({ kind: "clockTimes", label: period, tooltip });
  }
  if (time?.type === "slot")
    hints.push({
      kind: "lengths",
      label: lengthText(minutes, language),
      tooltip: da ? "Så længe varer punktet" : "How long the item is",
    });
  const sum = lengthText(total, language);
  hints.push({
    kind: "runningTotal",
    label: da ? `i alt ${sum}` : `${sum} in all`,
    tooltip: da ? "Punkterne til og med dette" : "The items up to this one",
  });
  return hints;
}
