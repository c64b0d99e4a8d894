/** The name of the file that a URI names, decoded. */
export function fileNameIn(uri: string): string {
  const path = uri.replace(/[?#].*/s, "");
  const encoded = path.slice(path.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
