import type { Span } from "../../text/span.ts";

/** What is shown of a thing, in the language that was asked for and in no markup. The span is the document's. */
export interface Hover {
  readonly span: Span;
  readonly heading: string;
  readonly lines: readonly string[];
  /** Words of the document. */
  readonly quote: string | null;
}
