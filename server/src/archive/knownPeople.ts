import { mustBeOne } from "../model/nameSpelling.ts";
import type { Archive } from "./archive.ts";
import { bodyKeyOf } from "./bodyWords.ts";
import { archiveFact } from "./fact.ts";

/** In so many other meetings a name must stand before it speaks against another spelling. */
const proof = 3;

/**
 * How the other meetings of a body surely write the name of a participant; null where they do not know the person, or write the
 * name as it is written here. `uri` is the document that is asked for.
 */
export function otherSpelling(archive: Archive, body: string, uri: string, name: string): string | null {
  const uris = documentsByName(archive, body);
  const others = (each: string): number => {
    const naming = uris.get(each);
    return naming ? naming.size - (naming.has(uri) ? 1 : 0) : 0;
  };
  if (others(name) > 0) return null;
  const found = [...uris.keys()].filter((each) => others(each) >= proof && mustBeOne(each, name));
  return found.length === 1 ? (found[0] ?? null) : null;
}

type DocumentsByName = ReadonlyMap<string, ReadonlySet<string>>;

const byBody = archiveFact(() => new Map<string, DocumentsByName>());

/** The documents of a body that have each full name on their list of participants. */
function documentsByName(archive: Archive, body: string): DocumentsByName {
  const known = byBody(archive);
  const key = bodyKeyOf(body);
  let names = known.get(key);
  if (!names) {
    names = readNames(archive, body);
    known.set(key, names);
  }
  return names;
}

function readNames(archive: Archive, body: string): DocumentsByName {
  const names = new Map<string, Set<string>>();
  for (const { uri, record } of archive.of(body)) {
    for (const { name } of record.people) {
      if (!/\S\s+\S/.test(name)) continue;
      const naming = names.get(name);
      if (naming) naming.add(uri);
      else names.set(name, new Set([uri]));
    }
  }
  return names;
}
