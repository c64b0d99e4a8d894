import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { diffLines } from "diff";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { assertPicture } from "./golden.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "odd");

/**
 * Documents with much that is odd in them. Of each a picture is made, which lies beside it under its name and `ending`: it is
 * written by UPDATE_GOLDEN=1, and read by people before it is committed.
 */
export function picturesOfOddDocuments(
  ending: string,
  picture: (document: ReferatDocument, name: string) => readonly string[],
): void {
  for (const name of readdirSync(folder).filter((file) => /\.(?:referat|dagsorden)$/.test(file))) {
    it(name, () => {
      const document = ReferatDocument.parse(readFileSync(join(folder, name), "utf8"));
      assertPicture(join(folder, `${name}.${ending}`), picture(document, name));
    });
  }
}

/** The lines that are gone and those that are new, a mark before each. */
export function changedLines(before: string, after: string): string[] {
  return diffLines(before, after).flatMap(({ value, added, removed }) => {
    const mark = added ? "+" : "-";
    const lines = value.replace(/\n$/, "").split("\n");
    return added || removed ? lines.map((line) => `  ${mark} ${line}`.trimEnd()) : [];
  });
}

/** `12:4`, both counted from 1. */
export function placeIn(document: ReferatDocument, offset: number): string {
  const { line, character } = document.positionAt(offset);
  return `${line + 1}:${character + 1}`;
}
