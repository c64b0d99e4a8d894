import type { Archive } from "../../archive/archive.ts";
import { archiveFact } from "../../archive/fact.ts";

/** What a filter can choose between. */
interface Facets {
  /** By the alphabet. */
  readonly bodies: readonly string[];
  /** Who took part in a meeting, or is to follow something up. */
  readonly people: readonly string[];
  /** The newest first. */
  readonly years: readonly string[];
}

/** The choices that an archive gives. */
export const facetsOf: (archive: Archive) => Facets = archiveFact((archive) => {
  const people = new People();
  const years = new Set<string>();
  for (const { record } of archive.all()) {
    for (const { name } of record.people) people.add(name);
    for (const { actions } of record.items)
      for (const { owner } of actions) for (const each of ownersIn(owner)) people.add(each);
    if (record.date !== null) years.add(record.date.slice(0, 4));
  }
  const danish = new Intl.Collator("da", { sensitivity: "base" });
  return {
    bodies: archive.bodies().sort((a, b) => danish.compare(a, b)),
    people: people.all().sort((a, b) => danish.compare(a, b)),
    years: [...years].sort().reverse(),
  };
});

/** *Anna Holm, Bent Krogh* and *Anna Holm og Bent Krogh* are two; *Børne- og Ungeforvaltningen* is one. */
function ownersIn(owner: string | null): string[] {
  return (
    owner?.split(/\s?,\s|\s(?:og|samt)\s(?=\p{Upper}\p{Alpha}+\s\p{Upper})/u).filter((each) => each !== "") ??
    []
  );
}

/** Names, *sekretariatet* and *Sekretariatet* being one, as the one with a capital. */
class People {
  private readonly names = new Map<string, string>();

  add(name: string): void {
    const key = name.toLowerCase();
    const known = this.names.get(key);
    if (known === undefined || (/^\p{Lower}/u.test(known) && /^\p{Upper}/u.test(name)))
      this.names.set(key, name);
  }

  all(): string[] {
    return [...this.names.values()];
  }
}
