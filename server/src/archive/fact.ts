import type { Archive } from "./archive.ts";

/** Something that is computed of the archive as it is, and kept until it changes. */
export function archiveFact<Fact>(compute: (archive: Archive) => Fact): (archive: Archive) => Fact {
  const facts = new WeakMap<Archive, { readonly version: number; readonly fact: Fact }>();
  return (archive) => {
    let known = facts.get(archive);
    if (known?.version !== archive.version) {
      known = { version: archive.version, fact: compute(archive) };
      facts.set(archive, known);
    }
    return known.fact;
  };
}
