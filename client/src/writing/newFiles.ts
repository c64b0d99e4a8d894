import { FileSystemError, Uri, workspace } from "vscode";
import type { ApplyWorkspaceEditParams } from "vscode-languageclient";

/**
 * Makes a file with a text. Not as an edit: undoing that takes the file away, and with it what she wrote there, when she
 * undoes once too often. False where there is a file already, or the folder takes none.
 */
export async function makeFile(uri: Uri, text: string): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return false;
  } catch (error) {
    // Of a place that cannot be looked at nobody knows that it is free.
    if (!(error instanceof FileSystemError && error.code === "FileNotFound")) return false;
  }
  try {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return true;
  } catch {
    // Where the disk was full there is a file without words, or with half of them.
    await Promise.resolve(workspace.fs.delete(uri)).catch(() => undefined);
    return false;
  }
}

/** The file that an edit of the server makes, and its text; null where the edit does anything else besides. */
export function fileMadeBy({ edit }: ApplyWorkspaceEditParams): { uri: Uri; text: string } | null {
  const [create, fill, ...more] = edit.documentChanges ?? [];
  if (!create || !("kind" in create) || create.kind !== "create" || create.options?.overwrite) return null;
  if (!fill || !("edits" in fill) || fill.textDocument.uri !== create.uri || more.length > 0) return null;
  const [whole, ...others] = fill.edits;
  if (!whole || !("newText" in whole) || others.length > 0) return null;
  return { uri: Uri.parse(create.uri), text: whole.newText };
}
