import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const update = process.env["UPDATE_GOLDEN"] === "1";

/** Holds a picture against the file that people have read; `UPDATE_GOLDEN=1` writes it anew, but never in CI. */
export function assertPicture(path: string, lines: readonly string[]): void {
  const actual = `${lines.join("\n").trim()}\n`;
  if (update && process.env["CI"]) throw new Error("Golden files are written by people, never in CI");
  if (update) writeFileSync(path, actual);
  assert.ok(existsSync(path), `No picture yet: run with UPDATE_GOLDEN=1 and read ${path}`);
  assert.equal(actual, readFileSync(path, "utf8"));
}
