import { sep } from "node:path";

/** Whether a path lies below a folder's. Both are real ones, with all links followed. */
export function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
