import { lstatSync, realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isWithin } from "../main/isWithin.ts";

/** Whether a file really lies in one of these folders, whatever links lead to it. One that is not there lies nowhere. */
export function liesIn(path: string, folders: readonly string[]): boolean {
  const place = realOf(path);
  return (
    place !== null &&
    folders.some((folder) => {
      const real = realOf(folder);
      return real !== null && isWithin(place, real);
    })
  );
}

/**
 * Says of files that were found below a folder whether they really lie there. Nobody has named them: a link among them may lead to
 * whatever its author liked.
 */
export class FoundBelow {
  private readonly folders = new Map<string, boolean>();

  constructor(private readonly root: string) {}

  has(path: string): boolean {
    const folder = dirname(path);
    let isInside = this.folders.get(folder);
    if (isInside === undefined) {
      isInside = resolve(folder) === resolve(this.root) || liesIn(folder, [this.root]);
      this.folders.set(folder, isInside);
    }
    // A link is looked at alone; of thousands of files hardly one is.
    return isInside && (!isLink(path) || liesIn(path, [this.root]));
  }
}

/** Whether a name is taken by a link that leads out of its folder. */
export function leadsOut(path: string): boolean {
  return isLink(path) && !liesIn(path, [dirname(path)]);
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function realOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
