import { headOf, meetingTimeOf } from "../model/meeting.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { targetAt } from "./targets.ts";

/**
 * What of this very meeting stands at `offset`, for those who mention it elsewhere: the whole of it, in the title line and at the
 * date of Mødedato, or one of its items, in that item's heading.
 */
export function meetingPartAt(
  document: ReferatDocument,
  offset: number,
  aliases: readonly string[],
): { readonly item: number | null } | null {
  const index = document.chunkIndexAt(offset);
  const chunk = document.chunks[index];
  const at = offset - document.offsetOf(index);
  if (chunk?.kind === "item") {
    if (at > chunk.heading.span.end) return null;
    const target = targetAt(document, offset, aliases)?.target;
    return target === undefined || target.kind === "item" ? { item: index - document.firstItemIndex } : null;
  }
  if (!chunk) return null;
  const title = index === 0 ? headOf(document)?.titleLine : null;
  const date = meetingTimeOf(chunk)?.date;
  const isWhole = [title?.span, date].some((span) => span && span.start <= at && at <= span.end);
  return isWhole ? { item: null } : null;
}
