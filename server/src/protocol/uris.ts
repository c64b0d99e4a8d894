/**
 * The folder that a document lies in, with its slash; null for one that lies nowhere yet. What the URI has after its path
 * (the version of a file in a repository, say) is no part of a folder.
 */
export function folderOf(uri: string): string | null {
  if (/^untitled:/i.test(uri)) return null;
  return /^[a-z][a-z\d+.-]*:\/(?:[^?#]*\/)?/i.exec(uri)?.[0] ?? null;
}

/**
 * The one form of the URIs of a file, which programs write in many: `file:///c%3A/a%20%28b%29` and `file:///C:/a%20(b)`. It is
 * the form that VS Code writes.
 */
export function canonicalUri(uri: string): string {
  const parts = /^([a-z][a-z\d+.-]*:)(\/\/[^/?#]*)?([^?#]*)/iu.exec(uri);
  if (!parts) return uri;
  const [known, scheme = "", authority = "", path = ""] = parts;
  const rest = uri.slice(known.length);
  try {
    const encoded = path
      .split("/")
      .map((segment) => strictlyEncoded(decodeURIComponent(segment)))
      .join("/")
      .replace(/^\/[A-Z]%3A/, (drive) => `/${drive.charAt(1).toLowerCase()}%3A`);
    return `${scheme.toLowerCase()}${authority.toLowerCase()}${encoded}${rest}`;
  } catch {
    return uri;
  }
}

/** The canonical URI of a file in a folder, whose own ends with a slash. */
export function uriIn(folder: string, name: string): string {
  return `${folder}${strictlyEncoded(name)}`;
}

function strictlyEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The folder as the beginning of the URIs in it: with a slash at its end. */
export function asFolder(uri: string): string {
  const canonical = canonicalUri(uri);
  return canonical.endsWith("/") ? canonical : `${canonical}/`;
}
