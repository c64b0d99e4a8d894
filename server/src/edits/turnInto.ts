import { classifyTitle, type ItemKind, kindOf, withoutClosedMark } from "../model/itemKind.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { arranged, asItIs } from "./arrange.ts";
import { type EditResult, refused } from "./result.ts";
import { closedMarkIn, closedMarkOf, prefixOf, typePrefixIn } from "./titlePrefix.ts";
import { labelOf } from "./label.ts";

/** Turns an item into another kind by the prefix of its title, as the document writes it; nothing else changes. */
export function turnInto(document: ReferatDocument, index: number, kind: ItemKind): EditResult {
  const item = document.items[index];
  if (!item) return refused({ why: "noItem" });
  const { title } = item.heading;
  const now = kindOf(item).kind;
  if (now === kind) return { edits: [], left: [], caret: null };
  if (now === "pause" || kind === "pause") return refused({ why: "pause", label: labelOf(item.heading) });
  if (now === "standing" || kind === "standing")
    return refused({ why: "standing", label: labelOf(item.heading) });
  const start = closedMarkIn(title).length;
  const end = start + typePrefixIn(title, start).length;
  return retitled(document, index, start, end, prefixOf(document.items, kind), (is) => is.kind === kind);
}

/** Marks an item as closed to the public, as the document marks others, or takes the mark away. */
export function makeClosed(document: ReferatDocument, index: number, closed: boolean): EditResult {
  const item = document.items[index];
  if (!item) return refused({ why: "noItem" });
  const { title } = item.heading;
  const { kind, closed: now } = kindOf(item);
  if (now === closed) return { edits: [], left: [], caret: null };
  if (kind === "pause") return refused({ why: "pause", label: labelOf(item.heading) });
  if (closed) {
    return retitled(document, index, 0, 0, closedMarkOf(document.items), (is) => is.closed);
  }
  const open = withoutClosedMark(title).replace(/\s+/g, " ").trim();
  let start = 0;
  while (start < open.length && open[start] === title[start]) start++;
  let same = 0;
  while (same < open.length - start && open.at(-1 - same) === title.at(-1 - same)) same++;
  const end = title.length - same;
  return retitled(document, index, start, end, open.slice(start, open.length - same), (is) => !is.closed);
}

/** A stretch of the title becomes another, where the title then says what it is to say. */
function retitled(
  document: ReferatDocument,
  index: number,
  start: number,
  end: number,
  newText: string,
  isRight: (is: ReturnType<typeof classifyTitle>) => boolean,
): EditResult {
  const title = document.items[index]?.heading.title ?? "";
  const is = classifyTitle(title.slice(0, start) + newText + title.slice(end));
  if (!isRight(is)) return refused({ why: "kind", title });
  return arranged(document, {
    ...asItIs(document),
    titles: new Map([[index, { start, end, newText }]]),
  });
}
