import type { ReferatDocument } from "../syntax/document.ts";
import type { SectionKind } from "../syntax/vocabulary.ts";
import { lineEndOf } from "../text/lines.ts";
import { meetingOf } from "../model/meeting.ts";
import { memoFor } from "../model/memo.ts";
import { defaultProfile, type Profile } from "../model/profile.ts";
import { decisionHeadingText, headingsStandApart, headingText, sectionOrder } from "../model/sectionStyle.ts";
import type { ChunkEdit } from "./chunkEdit.ts";

/**
 * An edit that adds a section to an item, empty or with the start of its entries, in its place and headed as the profile says, or
 * else as the document does. An empty entry is a line to write on, with a blank line on either side.
 */
export function newSection(
  kind: SectionKind,
  chunk: number,
  document: ReferatDocument,
  entries: readonly string[] = [],
  profile: Profile = defaultProfile,
): ChunkEdit[] | null {
  const item = document.chunks[chunk];
  if (item?.kind !== "item") return null;
  const lineEnd = /[\r\n]/.test(item.text) ? lineEndOf(item.text) : document.lineEnd;
  const { items, vocabulary } = document;
  const words = headingFor(kind, document, profile);
  const apart = entries.length > 0 && headingsStandApart(items);
  const heading = [words, ...(apart ? [""] : []), ...entries].join(lineEnd);
  const close = entries.length > 0 ? "" : lineEnd;
  const places = sectionOrder(profile, vocabulary);
  const order = (of: SectionKind): number => places.indexOf(of);
  const behind = item.sections.find((section) => order(section.kind) > order(kind));
  if (behind) {
    return [
      {
        chunk,
        span: { start: behind.start, end: behind.start },
        newText: `${heading}${close}${lineEnd}${lineEnd}`,
      },
    ];
  }
  // Behind the last words of the item; the blank lines there stay between it and the next item.
  const end = item.masked.trimEnd().length;
  const rest = item.text.slice(end);
  if (/\S/.test(rest)) return null;
  return [{ chunk, span: { start: end, end }, newText: `${lineEnd}${lineEnd}${heading}${close}` }];
}

const headingsKept = memoFor<string>();

/** The heading of a new section. It is the same for every item, and worked out from all of them. */
function headingFor(kind: SectionKind, document: ReferatDocument, profile: Profile): string {
  const { items, vocabulary } = document;
  const { headingStyle, decisionHeading } = profile;
  return headingsKept(document, JSON.stringify([kind, headingStyle, decisionHeading]), () =>
    kind === "beslutning"
      ? decisionHeadingText(items, meetingOf(document), vocabulary, profile)
      : headingText(kind, items, vocabulary, headingStyle),
  );
}
