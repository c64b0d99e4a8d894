import { memo } from "../model/memo.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { findLinks, type InlineLink } from "../syntax/inline.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { shifted, type Span } from "../text/span.ts";

/** A link that can be followed. */
export interface DocumentLinkTarget {
  readonly span: Span;
  /** A web or mail address, or a file's path relative to the document. */
  readonly target: { readonly type: "address" | "file"; readonly value: string };
}

const linksIn: (chunk: Chunk) => readonly InlineLink[] = memo((chunk) => findLinks(chunk.masked));

/** The links of a document. Only web and mail addresses and files beside or below the document are followed. */
export function linksOf(document: ReferatDocument): DocumentLinkTarget[] {
  return document.chunks.flatMap((chunk, index) => {
    const base = document.offsets[index] ?? 0;
    return linksIn(chunk).flatMap((link) => {
      const target = targetOf(link.address);
      return target ? [{ span: shifted(link.words ?? link.span, base), target }] : [];
    });
  });
}

function targetOf(address: string): DocumentLinkTarget["target"] | null {
  if (/^(?:https?:\/\/|mailto:)\S/i.test(address)) return { type: "address", value: address };
  // No other scheme, no absolute path and no way up: a document of somebody else must not lead astray.
  if (
    address === "" ||
    /^(?:[a-z][a-z\d+.-]*:|[/\\#?]|\.\.)/i.test(address) ||
    /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(address)
  ) {
    return null;
  }
  return { type: "file", value: address };
}
