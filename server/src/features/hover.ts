import { meetingOf } from "../model/meeting.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { shifted } from "../text/span.ts";
import { dateAt, dateText } from "./hover/dates.ts";
import type { Hover } from "./hover/hover.ts";
import { outcomeHover } from "./hover/outcomes.ts";
import { purposeOf } from "./hover/sections.ts";
import { targetHover } from "./hover/targets.ts";
import { itemTimeHover, meetingTimeHover } from "./hover/times.ts";
import type { Language } from "./language.ts";
import { placeAt, targetAt } from "./targets.ts";

/** What there is to say of the thing at `offset`; null where there is nothing. */
export function hoverAt(
  document: ReferatDocument,
  offset: number,
  language: Language,
  aliases: readonly string[] = [],
): Hover | null {
  const place = placeAt(document, offset);
  if (!place) return null;
  const { chunk, index, base, at } = place;
  const placed = (hover: Hover | null): Hover | null =>
    hover && { ...hover, span: shifted(hover.span, base) };
  const time =
    chunk.kind === "item"
      ? itemTimeHover(document, index - document.firstItemIndex, at, language)
      : meetingTimeHover(document, index, at, language);
  if (time) return placed(time);
  const found = targetAt(document, offset, aliases);
  const titled = found?.target.kind === "item" && found.target.by === "title";
  // An entry of the contents is shown whole; in a heading, what is written within the title comes first.
  const whole = titled && chunk.kind !== "item";
  const date = whole ? null : dateHover(document, chunk, at, language);
  if (date) return placed(date);
  if (found && !titled) return targetHover(document, found, language);
  if (chunk.kind === "item") {
    const within = outcomeHover(chunk, at, language) ?? sectionHover(chunk, at, language);
    if (within) return placed(within);
  }
  return found && targetHover(document, found, language);
}

function dateHover(document: ReferatDocument, chunk: Chunk, at: number, language: Language): Hover | null {
  const mention = dateAt(chunk, at);
  if (!mention) return null;
  const { heading, lines } = dateText(mention, meetingOf(document).date, language);
  return { span: { start: mention.start, end: mention.end }, heading, lines, quote: null };
}

function sectionHover(chunk: Chunk, at: number, language: Language): Hover | null {
  if (chunk.kind !== "item") return null;
  const section = chunk.sections.find(
    ({ heading: { wordsSpan } }) => wordsSpan.start <= at && at <= wordsSpan.end,
  );
  if (!section) return null;
  const { wordsSpan, canonical, qualifier } = section.heading;
  const written = chunk.masked.slice(wordsSpan.start, qualifier ? qualifier.start : wordsSpan.end);
  const heading = canonical ?? written.trim().replace(/(?<!\s)\s+(?:i|fra|af|på)$/i, "");
  return { span: wordsSpan, heading, lines: [purposeOf(section.kind)[language]], quote: null };
}
