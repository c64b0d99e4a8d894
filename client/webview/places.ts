import type { Place } from "./messages.ts";

/** A point on the pages: the page from 1, and points from its upper edge. */
export interface Point {
  readonly page: number;
  readonly y: number;
}

/**
 * Where a line stands: where it begins something, there; else in proportion between the passages around it. Null where nothing
 * is placed. `places` are in the order of the lines; `heightOf` gives a page's height.
 */
export function pointOf(
  line: number,
  places: readonly Place[],
  heightOf: (page: number) => number,
): Point | null {
  const before = places.findLast((place) => place.line <= line);
  if (!before) return places[0] ?? null;
  const behind = places.find((place) => place.line > line);
  if (!behind || before.line === line || behind.page < before.page) return before;
  const share = (line - before.line) / (behind.line - before.line);
  if (behind.page === before.page) return { page: before.page, y: before.y + share * (behind.y - before.y) };
  // What begins on a new page ends the passage before at the foot of its own.
  return { page: before.page, y: before.y + share * (heightOf(before.page) - before.y) };
}

/** The line of what begins first on a page at a height or below it; where nothing does, of what goes on there. */
export function firstLineOn({ page, y }: Point, places: readonly Place[]): number | null {
  return places.find((place) => place.page === page && place.y >= y)?.line ?? lineAt({ page, y }, places);
}

/** The line of what begins last above a point. Null where nothing is placed. */
export function lineAt({ page, y }: Point, places: readonly Place[]): number | null {
  let best: Place | null = null;
  for (const place of places) {
    const isAbove = place.page < page || (place.page === page && place.y <= y);
    const isLater =
      best === null || place.page > best.page || (place.page === best.page && place.y >= best.y);
    if (isAbove && isLater) best = place;
  }
  return (best ?? places[0])?.line ?? null;
}
