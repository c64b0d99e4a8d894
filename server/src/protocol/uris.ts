/**
 * The folder that a document lies in, with its slash; null for one that lies nowhere yet. What the URI has after its path
 * (the version of a file in a repository, say) is no part of a folder.
 */
export function folderOf(uri: string): string | null {
  if (/^untitled:/i.test(uri)) return null;
  return /^[a-z][a-z\d+.-]*:\/(?:[^?#]*\/)?/i.exec(uri)?.[0] ?? null;
}

/** The name of the file that a URI names, decoded. */
export function fileNameIn(uri: string): string {
  const path = uri.replace(/[?#].*$/, "");
  const encoded = path.slice(path.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
