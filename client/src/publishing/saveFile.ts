import { Uri, workspace } from "vscode";

/** Writes a file whole or not at all: first beside its place, then in it. Throws where the folder takes none. */
export async function saveFile(target: Uri, bytes: Uint8Array): Promise<void> {
  const name = target.path.slice(target.path.lastIndexOf("/") + 1);
  const beside = Uri.joinPath(target, "..", `.${name}.${Date.now().toString(36)}.tmp`);
  try {
    await workspace.fs.writeFile(beside, bytes);
    await workspace.fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await Promise.resolve(workspace.fs.delete(beside)).catch(() => undefined);
    throw error;
  }
}
