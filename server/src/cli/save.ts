import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { resolve } from "node:path";
import { complain, pass } from "./terminal.ts";
import { writeProblem } from "./writeProblem.ts";

/**
 * Writes the file whole or not at all, to where a link leads, with the rights that it had, if it was there; `-` is standard
 * output. What is no file (a device, a pipe) is written to, and never replaced by one. Where `before` is what was read, a file that
 * holds something else by now is left to whoever wrote it.
 */
export function save(path: string, content: string | Uint8Array, before?: string): boolean {
  if (path === "-") {
    pass(content);
    return true;
  }
  let temporary: string | null = null;
  try {
    const isThere = existsSync(path);
    if (isThere && isStream(path)) {
      writeFileSync(path, content);
      return true;
    }
    const target = isThere ? realpathSync(path) : resolve(path);
    temporary = `${target}.${process.pid}.tmp`;
    writeThrough(temporary, content);
    if (isThere) chmodSync(temporary, statSync(target).mode);
    if (before !== undefined && readFileSync(target, "utf8") !== before) {
      complain(`${path}: filen er ændret af andre imens, og er ikke skrevet; prøv igen`);
      remove(temporary);
      return false;
    }
    renameSync(temporary, target);
    return true;
  } catch (error) {
    complain(`${path}: kan ikke skrives (${writeProblem(error)})`);
    if (temporary !== null) remove(temporary);
    return false;
  }
}

/** A drive that has no room can say so only when it is asked whether all has arrived. */
function writeThrough(path: string, content: string | Uint8Array): void {
  const file = openSync(path, "w");
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function isStream(path: string): boolean {
  const found = statSync(path);
  return !found.isFile() && !found.isDirectory();
}

/** Whether two paths lead to one file, by whatever links or spelling. */
export function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }));
  return a !== undefined && b !== undefined && a.ino !== 0n && a.dev === b.dev && a.ino === b.ino;
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never written.
  }
}
