import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import type { Stretch } from "../syntax/stretches.ts";
import { memoWith } from "./memo.ts";

/** Something that was found in a chunk, which is given by its index in the document. */
export interface InChunk<Found> {
  readonly chunk: number;
  readonly found: Found;
}

/**
 * Finds something in all chunks of a document, in order. What is found in a chunk may hang on the chunk and on `key` alone,
 * and is kept with the chunk while `isSame` says so of the key; and once more with the stretch, so that an edit costs the
 * stretch that it reaches and what there is to be found.
 */
export function finderInChunks<Key, Found>(
  find: (chunk: Chunk, key: Key) => readonly Found[],
  isSame: (one: Key, other: Key) => boolean = Object.is,
): (document: ReferatDocument, key: Key) => InChunk<Found>[] {
  const inChunk = memoWith(find, isSame);
  const inStretch = memoWith(
    ({ chunks }: Stretch, key: Key): readonly InChunk<Found>[] =>
      chunks.flatMap((chunk, index) => inChunk(chunk, key).map((found) => ({ chunk: index, found }))),
    isSame,
  );
  return (document, key) => {
    const all: InChunk<Found>[] = [];
    let first = 0;
    for (const stretch of document.stretches) {
      for (const { chunk, found } of inStretch(stretch, key)) all.push({ chunk: first + chunk, found });
      first += stretch.chunks.length;
    }
    return all;
  };
}

/** Finds the items of a document that a test lets pass, which hangs on the item alone; gives their indices, in order. */
export function itemsThat(holds: (item: Item) => boolean): (document: ReferatDocument) => number[] {
  const find = finderInChunks<null, true>((chunk) => (chunk.kind === "item" && holds(chunk) ? [true] : []));
  return (document) => find(document, null).map(({ chunk }) => chunk - document.firstItemIndex);
}
