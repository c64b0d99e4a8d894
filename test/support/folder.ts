import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** A folder on the disk with files of its own, for a test. */
export interface TestFolder {
  readonly path: string;
  /** As an editor writes it, without a slash at its end. */
  readonly uri: string;
  readonly uriOf: (name: string) => string;
  readonly write: (name: string, text: string | Uint8Array) => void;
  readonly remove: (name?: string) => void;
}

const made: TestFolder[] = [];

export function testFolder(files: Readonly<Record<string, string>> = {}): TestFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "referat-")));
  const folder: TestFolder = {
    path,
    uri: pathToFileURL(path).href,
    uriOf: (name) => pathToFileURL(join(path, name)).href,
    write: (name, text) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    },
    remove: (name = "") => rmSync(join(path, name), { recursive: true, force: true }),
  };
  for (const [name, text] of Object.entries(files)) folder.write(name, text);
  made.push(folder);
  return folder;
}

/** For `afterEach`: takes the folders away. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) folder.remove();
}
