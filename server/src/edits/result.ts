import type { ChunkEdit } from "./chunkEdit.ts";
import type { Left, Refusal } from "./left.ts";

/** What an edit of the whole document comes to. It never guesses: what is not certain is left, and named. */
export type EditResult = Edited | Refused;

export interface Edited {
  /** What becomes of the document as it is; minimal, in order, and without overlap. */
  readonly edits: readonly ChunkEdit[];
  /** What a careful secretary would have to look at herself. */
  readonly left: readonly Left[];
  /** Where the writer goes on: an offset in the document once the edits are made. Null where that is nowhere new. */
  readonly caret: number | null;
}

/** Nothing is changed, for a reason. */
export interface Refused {
  readonly refused: Refusal;
}

/** A whole new text, for a file beside this one. */
export type NewText = Written | Refused;

export interface Written {
  readonly text: string;
  readonly left: readonly Left[];
}

export function isRefused(result: EditResult | NewText): result is Refused {
  return "refused" in result;
}

export function refused(refusal: Refusal): Refused {
  return { refused: refusal };
}
