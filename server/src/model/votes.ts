import type { Item } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";
import { memo } from "./memo.ts";

const voteLine =
  /^[ \t]{0,8}(?:[-•*–][ \t]{1,4})?(?:(?:for|imod|mod)[ \t]{1,3}(?:forslaget[ \t]{1,3}|indstillingen[ \t]{1,3})?stemte|stemte[ \t]{1,3}(?:for|imod)|undlod[ \t]{1,3}at[ \t]{1,3}stemme|hverken[ \t]{1,3}for[ \t]{1,3}eller[ \t]{1,3}imod[ \t]{1,3}stemte)[^:\r\n]{0,80}:([^\r\n]*)/gimu;

export type Vote = "for" | "against" | "abstained";

/** One line of a vote: how was voted, and the names, party letters or numbers of those who voted so. */
export interface VoteLine {
  readonly vote: Vote;
  readonly voters: Span;
}

/** `For stemte: …`, `Imod stemte: …` and `Undlod at stemme: …`, line by line. */
export const votesIn: (item: Item) => readonly VoteLine[] = memo((item) =>
  [...item.masked.matchAll(voteLine)].map((match) => {
    const end = match.index + match[0].length;
    return { vote: voteOf(match[0]), voters: span(end - (match[1] ?? "").length, end) };
  }),
);

/** What stands behind the words of the lines: the names of those who voted. */
export const votersIn: (item: Item) => readonly Span[] = memo((item) =>
  votesIn(item).map(({ voters }) => voters),
);

function voteOf(line: string): Vote {
  const words = line.slice(0, line.indexOf(":"));
  if (/undlod|hverken/i.test(words)) return "abstained";
  return /(?<!\p{Alpha})i?mod(?!\p{Alpha})/iu.test(words) ? "against" : "for";
}
