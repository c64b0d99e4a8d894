import { FileSystemError, Uri, workspace } from "vscode";
import { nameOf } from "../nameOf.ts";

/**
 * Writes a file whole or not at all: first beside its place, then in it. Where nothing may stand beside it (a browser gives
 * the one file that was chosen, not its folder), it is written in its place at once. Throws where that is not taken either.
 */
export async function saveFile(target: Uri, bytes: Uint8Array): Promise<void> {
  const beside = Uri.joinPath(target, "..", `.${nameOf(target)}.${Date.now().toString(36)}.tmp`);
  try {
    await workspace.fs.writeFile(beside, bytes);
  } catch (error) {
    await remove(beside);
    if (!isRefused(error)) throw error;
    await workspace.fs.writeFile(target, bytes);
    return;
  }
  try {
    await workspace.fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await remove(beside);
    throw error;
  }
}

/** The folder takes no file of ours: that says nothing of the place itself. A full disk is another matter. */
function isRefused(error: unknown): boolean {
  return error instanceof FileSystemError && ["FileNotFound", "NoPermissions"].includes(error.code);
}

async function remove(file: Uri): Promise<void> {
  await Promise.resolve(workspace.fs.delete(file)).catch(() => undefined);
}
