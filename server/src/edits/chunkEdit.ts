import type { Span } from "../text/span.ts";

/** A stretch of one chunk of the document. */
export interface Place {
  readonly chunk: number;
  readonly span: Span;
}

/** A stretch of one chunk becomes another text. The edits of one list never overlap. */
export interface ChunkEdit extends Place {
  readonly newText: string;
}
