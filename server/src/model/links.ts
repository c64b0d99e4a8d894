import { findLinks, type InlineLink } from "../syntax/inline.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { memo } from "./memo.ts";

/** The links of a chunk, in order. */
export const linksIn: (chunk: Chunk) => readonly InlineLink[] = memo(({ masked }) =>
  findLinks(masked).map((link) =>
    link.words || masked[link.span.start] === "<" ? link : closed(link, masked),
  ),
);

/**
 * The words of a chunk: comments and the addresses of links are blanks, all offsets stay. An address is made of signs and
 * numbers that mean nothing in Danish.
 */
export const proseOf: (chunk: Chunk) => string = memo((chunk) => {
  const text = chunk.masked;
  let prose = "";
  let at = 0;
  for (const { span, words } of linksIn(chunk)) {
    // `[words](address)`: what stands between the round brackets.
    const start = words ? words.end + 2 : span.start;
    const end = words ? span.end - 1 : span.end;
    if (start < at) continue;
    prose += text.slice(at, start) + " ".repeat(end - start);
    at = end;
  }
  return prose + text.slice(at);
});

/** A bracket at the end of a bare address belongs to it where it was opened there: `…/wiki/Havneby_(by)`. */
function closed(link: InlineLink, text: string): InlineLink {
  const { start, end } = link.span;
  const written = text.slice(start, end);
  let open = written.split("(").length - written.split(")").length;
  let at = end;
  for (; open > 0 && text[at] === ")"; open--) at++;
  return at === end
    ? link
    : { ...link, span: { start, end: at }, address: link.address + text.slice(end, at) };
}
