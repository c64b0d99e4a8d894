import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** What is made of the parts that the library writes otherwise than we, by their paths. */
export type Edits = Readonly<Record<string, (xml: string) => string>>;

/**
 * A document as the library packed it, without what differs from one time to the next: the names of relationships and the
 * numbers of bookmarks are counted anew, and the archive has no times.
 */
export function settled(packed: Uint8Array, edits: Edits): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(packed)));
  const texts = new Map<string, string>();
  for (const [path, bytes] of parts) if (/\.(?:xml|rels)$/.test(path)) texts.set(path, strFromU8(bytes));
  for (const path of texts.keys()) if (path.endsWith(".rels")) nameRelationships(path, texts);
  for (const [path, text] of texts) {
    const edit = edits[path] ?? ((xml: string) => xml);
    texts.set(path, withBookmarks(edit(text)));
  }
  const files = [...parts].map(([path, bytes]) => {
    const text = texts.get(path);
    return [path, text === undefined ? bytes : strToU8(text)] as const;
  });
  // The first day that an archive can name, in local time, as archives have it.
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(1980, 0, 1) });
}

/** Names that the library made by chance are counted, in the order in which they are listed. */
function nameRelationships(path: string, texts: Map<string, string>): void {
  const names = new Map<string, string>();
  const listed = (texts.get(path) ?? "").replace(
    /(<Relationship Id=")(rId[^"]*)"/g,
    (whole, start: string, id: string) => {
      if (/^rId\d+$/.test(id)) return whole;
      const name = `rIdLink${names.size + 1}`;
      names.set(id, name);
      return `${start}${name}"`;
    },
  );
  if (names.size === 0) return;
  texts.set(path, listed);
  const owner = path.replace(/_rels\/([^/]+)\.rels$/, "$1");
  const text = texts.get(owner);
  if (text === undefined) return;
  texts.set(
    owner,
    text.replace(/ r:id="(rId[^"]*)"/g, (whole, id: string) => {
      const name = names.get(id);
      return name === undefined ? whole : ` r:id="${name}"`;
    }),
  );
}

function withBookmarks(text: string): string {
  const numbers = new Map<string, number>();
  return text.replace(/<w:bookmark(?:Start|End) [^>]*>/g, (mark) =>
    mark.replace(/w:id="(\d+)"/, (_, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return `w:id="${number}"`;
    }),
  );
}
