/** The name of a file or folder, without the folder that it lies in; of a Uri, or of whatever has its path. */
export function nameOf({ path }: { readonly path: string }): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
