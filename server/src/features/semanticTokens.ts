import { decisionOf } from "../model/decision.ts";
import { memo } from "../model/memo.ts";
import { meetingTimeOf } from "../model/meeting.ts";
import { personMentions, personNamesIn } from "../model/people.ts";
import { recommendationsOf } from "../model/recommendations.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";

/** What a regular expression cannot know of a text. */
export const tokenTypes = ["itemNumber", "time", "body", "person", "outcome", "recommendation"] as const;
export type TokenType = (typeof tokenTypes)[number];

export interface Token extends Span {
  readonly type: TokenType;
}

/** The tokens of the document, in order and without overlap. Offsets are the document's. */
export function semanticTokensOf(document: ReferatDocument): Token[] {
  const names = personNamesIn(document);
  const tokens: Token[] = [];
  for (const [index, chunk] of document.chunks.entries()) {
    const base = document.offsetOf(index);
    const own = chunk.kind === "item" ? itemTokens(chunk) : headTokens(chunk);
    const people = personMentions(chunk, names).map(({ start, end }): Token => ({
      type: "person",
      start,
      end,
    }));
    let end = -1;
    for (const token of [...own, ...people].sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (token.start < end || token.end <= token.start) continue;
      end = token.end;
      tokens.push({ type: token.type, start: base + token.start, end: base + token.end });
    }
  }
  return tokens;
}

function headTokens(chunk: Chunk): Token[] {
  if (chunk.kind === "item") return [];
  const tokens: Token[] = [];
  const body = chunk.titleLine?.bodySpan;
  if (body) tokens.push({ type: "body", ...body });
  const time = meetingTimeOf(chunk);
  for (const clock of [time?.start, time?.end]) if (clock) tokens.push({ type: "time", ...clock.span });
  return tokens;
}

const itemTokens: (item: Item) => readonly Token[] = memo((item) => {
  const tokens: Token[] = [];
  const { heading } = item;
  if (heading.numberSpan) tokens.push({ type: "itemNumber", ...heading.numberSpan });
  if (heading.time) tokens.push({ type: "time", ...heading.time.span });
  for (const { span } of recommendationsOf(item)) {
    // The verb says what is asked for.
    const verb = /^\p{Alpha}+/u.exec(item.masked.slice(span.start, span.end));
    if (verb) tokens.push({ type: "recommendation", start: span.start, end: span.start + verb[0].length });
  }
  for (const mention of decisionOf(item)?.mentions ?? []) {
    // A phrase over several lines is no token: most editors know tokens of one line only.
    if (/[\r\n]/.test(item.masked.slice(mention.start, mention.end))) continue;
    tokens.push({ type: "outcome", start: mention.start, end: mention.end });
  }
  return tokens;
});
