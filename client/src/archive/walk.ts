import { FileType, Uri, workspace } from "vscode";

/** A folder is looked through by hand where VS Code has no search for it: many virtual folders have none. */

/** The files below a folder whose names end as wanted. Links are not followed, and what cannot be listed is passed by. */
export async function walk(
  folder: Uri,
  endings: readonly string[],
  hidden: readonly string[],
): Promise<Uri[]> {
  const skipped = namesIn(hidden);
  const found: Uri[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next; next = folders.pop()) {
    for (const [name, type] of await entriesOf(next)) {
      if (skipped.has(name) || (type & FileType.SymbolicLink) !== 0) continue;
      if (type === FileType.Directory) folders.push(Uri.joinPath(next, name));
      else if (endings.some((ending) => name.toLowerCase().endsWith(ending)))
        found.push(Uri.joinPath(next, name));
    }
  }
  return found;
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

// The names that patterns like `**/node_modules` hide wherever they are.
function namesIn(globs: readonly string[]): ReadonlySet<string> {
  return new Set(globs.flatMap((glob) => /^(?:\*\*\/)?([^*?{}[\]/]+)(?:\/\*\*)?$/.exec(glob)?.[1] ?? []));
}
