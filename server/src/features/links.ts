import { type LinkTarget, linkTarget } from "../model/linkTarget.ts";
import { linksIn } from "../model/links.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { shifted, type Span } from "../text/span.ts";

/** A link that can be followed. */
export interface DocumentLinkTarget {
  readonly span: Span;
  readonly target: LinkTarget;
}

/** The links of a document. Only web and mail addresses and files beside or below the document are followed. */
export function linksOf(document: ReferatDocument): DocumentLinkTarget[] {
  return document.chunks.flatMap((chunk, index) => {
    const base = document.offsetOf(index);
    return linksIn(chunk).flatMap((link) => {
      const target = linkTarget(link.address);
      return target ? [{ span: shifted(link.words ?? link.span, base), target }] : [];
    });
  });
}
