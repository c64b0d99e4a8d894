import type { ReferatDocument } from "../syntax/document.ts";
import type { Preamble } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";

/** How far a document has come. */
export const documentStates = ["kladde", "til godkendelse", "godkendt"] as const;

export type DocumentState = (typeof documentStates)[number];

const mark = /^<!--\s{0,9}status:\s{0,9}(\p{Alpha}[\p{Alpha} ]{0,30}\p{Alpha})\s{0,9}-->$/iu;

/** The comment in the head that says how far the document has come: `<!-- status: godkendt -->`. It is never exported itself. */
export interface StateMark {
  readonly state: DocumentState;
  readonly chunk: Preamble;
  /** The index of the chunk. */
  readonly index: number;
  /** Of the whole comment, in its chunk. */
  readonly span: Span;
}

/** The first mark before the items; null where there is none. */
export function stateMarkOf(document: ReferatDocument): StateMark | null {
  for (const [index, chunk] of document.preambles.entries()) {
    for (const span of chunk.comments) {
      const state = stateNamed(mark.exec(chunk.text.slice(span.start, span.end))?.[1] ?? "");
      if (state) return { state, chunk, index, span };
    }
  }
  return null;
}

export function stateMark(state: DocumentState): string {
  return `<!-- status: ${state} -->`;
}

function stateNamed(words: string): DocumentState | undefined {
  const plain = words.toLowerCase().replace(/ +/g, " ");
  return documentStates.find((each) => each === plain);
}
