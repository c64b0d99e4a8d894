import type { ReferatDocument } from "../syntax/document.ts";
import type { Stretch } from "../syntax/stretches.ts";
import { slice, type Span } from "../text/span.ts";
import type { InChunk } from "./inChunks.ts";
import { memo, memoWith } from "./memo.ts";
import { type NameReader, nameRunsIn } from "./personForms.ts";

/** Where a name is written, in the order of the places. */
export class WrittenName {
  private readonly uses: Use[] = [];
  count = 0;
  /** The first place. */
  first: InChunk<Span> | null = null;

  add(use: Use): void {
    this.uses.push(use);
    this.count += use.runs.length;
    this.first ??= placesOf(use).next().value ?? null;
  }

  /** Takes in the places of another, each without its last `cut` signs. */
  join({ uses }: WrittenName, cut: number): void {
    for (const use of uses) this.add({ ...use, length: use.length - cut });
  }

  /** All places; many names are asked for none but the first. */
  places(): InChunk<Span>[] {
    const places = this.uses.flatMap((use) => [...placesOf(use)]);
    return places.sort((a, b) => a.chunk - b.chunk || a.found.start - b.found.start);
  }
}

/** Runs of the same words in one stretch, and where in them the name stands. */
interface Use {
  /** The chunk that the runs' chunks count from. */
  readonly from: number;
  readonly runs: readonly InChunk<Span>[];
  readonly at: number;
  readonly length: number;
}

function* placesOf({ from, runs, at, length }: Use): Generator<InChunk<Span>, undefined> {
  for (const { chunk, found } of runs) {
    const start = found.start + at;
    yield { chunk: from + chunk, found: { start, end: start + length } };
  }
}

/**
 * The names that a document writes, in the order of their first places; `isLeftOut` says so of a run of the head that is none of
 * them. What is read of the items is kept with their stretches.
 */
export function writtenNames(
  { preambles, stretches }: ReferatDocument,
  reader: NameReader,
  isLeftOut: (chunk: number, run: Span) => boolean,
): Map<string, WrittenName> {
  const names = new Map<string, WrittenName>();
  const add = (name: string, use: Use): void => {
    let written = names.get(name);
    if (!written) names.set(name, (written = new WrittenName()));
    written.add(use);
  };
  for (const [chunk, preamble] of preambles.entries()) {
    for (const found of nameRunsIn(preamble)) {
      const read = reader.read(slice(preamble.masked, found));
      if (!read) continue;
      const use = { from: chunk, runs: [{ chunk: 0, found }], at: read.at, length: read.name.length };
      const [place] = placesOf(use);
      if (place && !isLeftOut(chunk, place.found)) add(read.name, use);
    }
  }
  let from = 0;
  for (const stretch of stretches) {
    for (const { name, ...use } of namesIn(stretch, reader)) add(name, { ...use, from });
    from += stretch.chunks.length;
  }
  return names;
}

/** The names of a stretch's items. */
const namesIn = memoWith(
  (stretch: Stretch, reader: NameReader) =>
    [...runsByWords(stretch)].flatMap(([words, runs]) => {
      const read = reader.read(words);
      return read ? [{ name: read.name, runs, at: read.at, length: read.name.length }] : [];
    }),
  (one, other) => one.key === other.key,
);

/** The runs of a stretch's items by their words: few are written, many times over. */
const runsByWords = memo((stretch: Stretch): ReadonlyMap<string, readonly InChunk<Span>[]> => {
  const byWords = new Map<string, InChunk<Span>[]>();
  for (const [chunk, node] of stretch.chunks.entries()) {
    if (node.kind !== "item") continue;
    for (const found of nameRunsIn(node)) {
      const words = slice(node.masked, found);
      const runs = byWords.get(words);
      if (runs) runs.push({ chunk, found });
      else byWords.set(words, [{ chunk, found }]);
    }
  }
  return byWords;
});
