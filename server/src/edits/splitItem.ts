import { attachmentsOf } from "../model/attachments.ts";
import { kindOf } from "../model/itemKind.ts";
import { sectionsOf } from "../model/sections.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import { lastNotAbove } from "../text/lines.ts";
import { arranged, asItIs } from "./arrange.ts";
import type { NewItem } from "./arrangement.ts";
import type { Left } from "./left.ts";
import { numbersLeft } from "./insertItem.ts";
import { headingLine } from "./newHeading.ts";
import { numberAt, numbersShifted } from "./numbering.ts";
import { type EditResult, refused } from "./result.ts";
import { labelOf } from "./label.ts";

/**
 * The lines from `offset` on become an item of their own, behind the one that they stand in. The first keeps its time; how much
 * of it the new one takes is not known.
 */
export function splitItem(document: ReferatDocument, offset: number, title = ""): EditResult {
  const chunk = document.chunkIndexAt(offset);
  const item = document.chunks[chunk];
  const index = chunk - document.firstItemIndex;
  if (item?.kind !== "item") return refused({ why: "noItem" });
  const label = labelOf(item.heading);
  if (kindOf(item).kind === "pause") return refused({ why: "pause", label });
  const at = splitAt(item, offset - document.offsetOf(chunk));
  if (at === null) return refused({ why: "place" });
  if (item.comments.some((comment) => comment.start < at && comment.end > at))
    return refused({ why: "comment" });
  const number = numberAt(document.items, index + 1);
  const { numbers, stopped } = numbersShifted(document.items, index + 1, number, 1);
  const { lineEnd } = document;
  const created: NewItem = { number, title: title.replace(/\s+/g, " ").trim(), time: "" };
  const order: (number | NewItem)[] = document.items.map((_, each) => each);
  order.splice(index + 1, 0, created);
  // The lists of attachments behind the offset are the new item's.
  const lists = sectionsOf(item, "bilag");
  const attachments = new Map(
    attachmentsOf(item).flatMap(({ number: own, list }): [string, string][] =>
      own?.includes(".") &&
      Number(own.split(".")[0]) === item.heading.number &&
      (lists[list]?.start ?? 0) >= at
        ? [[own, own.replace(/^\d+/, String(number))]]
        : [],
    ),
  );
  const blank = /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:\r\n|\r|\n)$/.test(item.text.slice(0, at));
  const heading = headingLine(document, index + 1, created);
  const start = document.offsetOf(chunk) + at;
  const timeless: Left[] = item.heading.time ? [{ what: "time", label: `Punkt ${number}`, why: "none" }] : [];
  return arranged(document, {
    ...asItIs(document),
    order,
    renumbering: { numbers, attachments: new Map([[index, attachments]]) },
    changes: [{ start, end: start, text: `${blank ? "" : lineEnd}${heading}${lineEnd}${lineEnd}` }],
    left: [...numbersLeft(document, stopped), ...timeless],
    caretAt: created,
  });
}

/** The start of the line, behind the heading and the journal number, with words on it or below. */
function splitAt(item: Item, offset: number): number | null {
  const line = lastNotAbove(item.lineStarts, offset);
  const start = item.lineStarts[line] ?? 0;
  const journal = item.blocks.find((block) => block.kind === "journalNumber");
  if (line === 0 || start < (journal?.end ?? 0)) return null;
  return item.masked.slice(start).trim() === "" ? null : start;
}
