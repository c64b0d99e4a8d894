import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import { type KnownSectionKind, type SectionKind, sectionKinds } from "../syntax/vocabulary.ts";
import { lineEndOf } from "../text/lines.ts";
import { majorityOf } from "../model/majority.ts";
import type { ChunkEdit } from "./chunkEdit.ts";
import { sectionName } from "./words.ts";

/** An edit that adds a section to an item, empty or with the start of its entries, in its customary place and written as the document writes headings. */
export function newSection(
  kind: SectionKind,
  chunk: number,
  document: ReferatDocument,
  entries: readonly string[] = [],
): ChunkEdit[] | null {
  const item = document.chunks[chunk];
  if (item?.kind !== "item") return null;
  const lineEnd = lineEndOf(
    item.text.includes("\n") || item.text.includes("\r") ? item.text : document.getText(),
  );
  const heading = [headingLike(kind, document.items), ...(entries.length > 0 ? [""] : []), ...entries].join(
    lineEnd,
  );
  const order = (of: SectionKind): number => sectionKinds.indexOf(of as KnownSectionKind);
  const behind = item.sections.find((section) => order(section.kind) > order(kind));
  if (behind) {
    return [
      {
        chunk,
        span: { start: behind.start, end: behind.start },
        newText: `${heading}${lineEnd}${lineEnd}${lineEnd}`,
      },
    ];
  }
  // Behind the last words of the item; the blank lines there stay between it and the next item.
  const end = item.masked.trimEnd().length;
  const rest = item.text.slice(end);
  if (/\S/.test(rest)) return null;
  return [{ chunk, span: { start: end, end }, newText: `${lineEnd}${lineEnd}${heading}${lineEnd}` }];
}

/** Capitals and a closing colon as most headings of this kind have them, or else most headings at all. */
function headingLike(kind: SectionKind, items: readonly Item[]): string {
  const all = items.flatMap((item) =>
    item.sections
      .filter((section) => section.heading.canonical !== null)
      .map((section) => ({
        kind: section.kind,
        words: item.masked.slice(section.heading.wordsSpan.start, section.heading.wordsSpan.end),
        colon: item.masked[section.heading.wordsSpan.end] === ":",
      })),
  );
  const same = all.filter((heading) => heading.kind === kind);
  const models = same.length > 0 ? same : all;
  const name = sectionName(kind);
  const upper = majorityOf(models.map((model) => model.words === model.words.toUpperCase())) ?? false;
  const colon = majorityOf(models.map((model) => model.colon)) ?? false;
  return `${upper ? name.toUpperCase() : name}${colon ? ":" : ""}`;
}
