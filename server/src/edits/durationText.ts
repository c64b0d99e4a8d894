import { majorityOf } from "../model/majority.ts";
import type { Item } from "../syntax/nodes.ts";
import { slice } from "../text/span.ts";

/** A duration with its lead, as the document writes its durations: ` (30 min)`. */
export function writtenDuration(minutes: number, items: readonly Item[]): string {
  const words = items.flatMap((item) => {
    const { time } = item.heading;
    if (time?.type !== "duration") return [];
    return /\smin(?:utter|ut|\.)?$/iu.exec(slice(item.masked, time.wordsSpan))?.[0] ?? [];
  });
  return ` (${minutes}${majorityOf(words) ?? " min"})`;
}
