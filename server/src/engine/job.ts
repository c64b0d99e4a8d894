/** What the engine lays out: a source of Typst's (`publishing/typst.ts`), with the files and the fonts that it names. */
export interface LayoutJob {
  readonly source: string;
  /** By the paths that the source knows them by (`/logo.svg`). */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** Fonts (TTF, OTF) besides those that come with the engine. */
  readonly fonts: readonly Uint8Array[];
}

/** What the engine knows of the pages of a document. */
export interface Pages {
  readonly pageCount: number;
  readonly places: readonly PagePlace[];
  /** The signs of the document that no font has: they are shown as empty boxes. */
  readonly missing: readonly string[];
  /** The families that were asked for and are not there: the next in the list stands in for them. */
  readonly unknownFonts: readonly string[];
}

/** The pages as a file. */
export interface Laid extends Pages {
  readonly pdf: Uint8Array;
}

/** The pages as one SVG picture, below each other. */
export interface Drawn extends Pages {
  readonly svg: string;
}

/** Where a line of the document (counted from 0) begins on the pages. */
export interface PagePlace {
  readonly line: number;
  /** The item's, where its heading begins; else null. */
  readonly anchor: string | null;
  /** Counted from 1. */
  readonly page: number;
  /** From the upper edge of the page, in points. */
  readonly y: number;
}

/** The source could not be laid out; the engine says why, in its own words. */
export class LayoutError extends Error {
  override readonly name = "LayoutError";
}

/** The engine is gone: it was ended, could not be started or broke down. The next job starts another. */
export class EngineEnded extends Error {
  override readonly name = "EngineEnded";

  constructor(
    message: string,
    /** Somebody ended it. */
    readonly isWanted = false,
  ) {
    super(message);
  }
}

/** The engine lives, perhaps, and has said nothing for longer than a document takes: it was ended. */
export class EngineSilent extends EngineEnded {
  constructor() {
    super("no answer");
  }
}

/** The page on which each item begins, by its anchor. */
export function itemPages(places: readonly PagePlace[]): ReadonlyMap<string, number> {
  return new Map(
    places.flatMap(({ anchor, page }): [string, number][] => (anchor === null ? [] : [[anchor, page]])),
  );
}

/** Where each line begins that begins something, in the order of the lines; of several things of a line the first. */
export function linePositions(places: readonly PagePlace[]): PagePlace[] {
  const found = new Map<number, PagePlace>();
  for (const place of places) {
    const before = found.get(place.line);
    if (!before || isAbove(place, before)) found.set(place.line, place);
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
}

function isAbove(one: PagePlace, other: PagePlace): boolean {
  return one.page === other.page ? one.y < other.y : one.page < other.page;
}
