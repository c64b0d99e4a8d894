import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { listsPersons } from "../syntax/vocabulary.ts";
import { memo } from "./memo.ts";

/** Labels that say who took part, in the words of those who do not write Mødedeltagere. */
export const labelOfThosePresent =
  /^[ \t]{0,8}(?:[*_]{2})?(?:mødedeltagere|deltagere|deltagende|deltog|til ?stede|til ?stedeværende|fremmødte|fremmøde|mødte|inviterede|indkaldte)(?:[*_]{2})?(?:[ \t]{0,4}:|[ \t]{0,4}$)/imu;

/** In the head the known labels are fields: only its other lines are looked at here. */
const saysWho: (chunk: Chunk) => boolean = memo((chunk) =>
  chunk.kind === "item"
    ? labelOfThosePresent.test(chunk.masked)
    : chunk.blocks.some(
        (block) =>
          block.kind === "paragraph" && labelOfThosePresent.test(chunk.masked.slice(block.start, block.end)),
      ),
);

/** Whether the document says anywhere who took part. Apologies inside an item do not say that. */
export function saysWhoTookPart(document: ReferatDocument): boolean {
  const fields = document.preambles.flatMap((chunk) => chunk.fields);
  const listed = fields.some(({ name, valueSpan }) => listsPersons(name) && valueSpan.end > valueSpan.start);
  return listed || document.chunks.some(saysWho);
}
