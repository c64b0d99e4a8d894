import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import type { Stretch } from "../syntax/stretches.ts";
import { folded } from "../text/spelling.ts";
import { absentFrom, type AbsentPerson } from "./absence.ts";
import { kindOf } from "./itemKind.ts";
import { memo } from "./memo.ts";
import { decisionSection, sectionsOf } from "./sections.ts";

/** What an item says of who was absent; null where it need not say it: a pause, or no decision and no list. */
export interface Voice {
  readonly lists: boolean;
  /** By their names, folded. */
  readonly absent: ReadonlyMap<string, AbsentPerson>;
}

/** The voice of an item, kept with it. */
export const voiceOf: (item: Item) => Voice | null = memo((item) => {
  const lists = sectionsOf(item, "fravær").length > 0;
  if (kindOf(item).kind === "pause" || (!lists && decisionSection(item) === null)) return null;
  return { lists, absent: new Map(absentFrom(item).map((person) => [folded(person.name), person])) };
});

/** What the items with a voice say together. */
class Voices {
  count = 0;
  /** Whether all of them list who was absent. */
  allList = true;
  /** The index of the first one's chunk. */
  first: number | null = null;
  /** How many say so of each person, and the first who does. */
  readonly absent = new Map<string, { readonly count: number; readonly first: AbsentPerson }>();

  add({ count, allList, first, absent }: Voices, from: number): void {
    this.count += count;
    this.allList &&= allList;
    this.first ??= first === null ? null : from + first;
    for (const [key, person] of absent) this.addPerson(key, person.first, person.count);
  }

  addVoice({ lists, absent }: Voice, chunk: number): void {
    this.count++;
    this.allList &&= lists;
    this.first ??= chunk;
    for (const [key, person] of absent) this.addPerson(key, person, 1);
  }

  private addPerson(key: string, person: AbsentPerson, count: number): void {
    const known = this.absent.get(key);
    this.absent.set(key, { count: (known?.count ?? 0) + count, first: known?.first ?? person });
  }
}

const voicesIn = memo((stretch: Stretch): Voices => {
  const voices = new Voices();
  for (const [index, chunk] of stretch.chunks.entries()) {
    const voice = chunk.kind === "item" ? voiceOf(chunk) : null;
    if (voice) voices.addVoice(voice, index);
  }
  return voices;
});

/** What all items of a document say together; each stretch is asked once. */
export function voicesOf({ stretches }: ReferatDocument): Voices {
  const voices = new Voices();
  let from = 0;
  for (const stretch of stretches) {
    voices.add(voicesIn(stretch), from);
    from += stretch.chunks.length;
  }
  return voices;
}
