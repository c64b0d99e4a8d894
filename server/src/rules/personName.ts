import { otherSpelling } from "../archive/knownPeople.ts";
import { mustBeOne, soundOf } from "../model/nameSpelling.ts";
import { type PersonField, personFieldsIn } from "../model/headPersons.ts";
import type { Participant } from "../model/participants.ts";
import { nameRun, NameReader, nameRunsIn, withoutGenitive } from "../model/personForms.ts";
import { WrittenName, writtenNames } from "../model/writtenNames.ts";
import type { Preamble } from "../syntax/nodes.ts";
import { firstEndingBehind, type Span } from "../text/span.ts";
import { paragraphsWith } from "./heeds.ts";
import { type DocumentContext, documentRule, type Place } from "./rule.ts";
import { readingOf } from "./reads.ts";
import { inAllPlaces, placesInContents, writeAll } from "./writeAll.ts";

interface State {
  readonly written: string;
  readonly right: string;
  /** Whose the right form is, where it is somebody's. */
  readonly from: "list" | "profile" | "archive" | null;
  /** Where the other form stands too. */
  readonly places: readonly Place[];
}

/** One way to write a name, with its places: those on lists, and those in the text. */
class Form {
  readonly onLists: Place[] = [];
  readonly inText = new WrittenName();

  constructor(
    readonly name: string,
    readonly listed: boolean,
    /** The profile writes it so. */
    readonly profile: boolean,
  ) {}

  get count(): number {
    return this.onLists.length + this.inText.count;
  }

  get first(): Place | undefined {
    const { first } = this.inText;
    return this.onLists[0] ?? (first ? { chunk: first.chunk, span: first.found } : undefined);
  }

  get places(): Place[] {
    return [...this.onLists, ...this.inText.places().map(({ chunk, found }) => ({ chunk, span: found }))];
  }
}

/** What can be a name in an item: a finding has all its places, which other words move. */
const { words: capitalisedWords } = readingOf(
  (item) => nameRunsIn(item).map(({ start, end }) => ({ at: start, words: item.masked.slice(start, end) })),
  headNames,
);

/** Whose meeting it is, who stands on its lists, and what can be a name in the head, on a list or not. */
function headNames(preamble: Preamble): string {
  const lists = participantLists(preamble);
  const runs = nameRunsIn(preamble).map(({ start, end }) => [
    preamble.masked.slice(start, end),
    lists.some(({ field: { valueSpan } }) => start < valueSpan.end && valueSpan.start < end),
  ]);
  const listed = lists.map(({ persons }) => persons.map(({ name }) => name));
  return JSON.stringify([preamble.titleLine?.body, listed, runs]);
}

function participantLists(preamble: Preamble): readonly PersonField[] {
  return personFieldsIn(preamble).filter(({ field }) => field.name === "mødedeltagere");
}

export const personName = documentRule<State>({
  id: "person-name",
  severity: "info",
  words: capitalisedWords,
  heeds: paragraphsWith(nameRun),
  archive: "used",
  *detect(context) {
    const forms = [...formsIn(context).values()];
    const told = new Set<Form>();
    for (const group of groupsOf(forms)) {
      for (const form of group) told.add(form);
      // Two spellings on the participants' list are two persons: then nobody knows who a third one is.
      const listed = group.filter((form) => form.listed);
      // What the profile writes has the last word, on the list too.
      const own = group.filter((form) => form.profile);
      if (own.length > 1 || (own.length === 0 && listed.length > 1)) continue;
      const right = own[0] ?? listed[0] ?? mostUsed(group);
      const related = right.first;
      for (const form of group) {
        const { first } = form;
        if (form === right || !first) continue;
        const from = right.profile ? "profile" : right.listed ? "list" : null;
        const state: State = { written: form.name, right: right.name, from, places: form.places };
        yield { ...first, state, ...(related ? { related } : {}) };
      }
    }
    yield* unlikeOtherMeetings(
      forms.filter((form) => form.listed && !form.profile && !told.has(form)),
      context,
    );
  },
  message: {
    da: ({ written, right, from, places }) =>
      from === "archive"
        ? `»${written}« skrives »${right}« i organets andre møder. Det ligner én person med to navne: ret det ene.`
        : `Navnet er skrevet på to måder: »${written}«${times(places.length)} og »${right}«${from === null ? "" : sources[from]}. Det ligner to personer: ret det ene.`,
    en: ({ written, right, from }) =>
      from === "archive"
        ? `The body's other meetings write “${written}” as “${right}”. They look like one person: correct one of them.`
        : `The name is written in two ways: “${written}” and “${right}”. They look like two persons: correct one of them.`,
  },
  relatedMessage: {
    da: ({ right }) => `Her står »${right}«`,
    en: ({ right }) => `“${right}” stands here`,
  },
  fixes: [
    {
      title: {
        da: (state) => `Ret til »${state.right}«${inAllPlaces.da(state)}`,
        en: (state) => `Change to “${state.right}”${inAllPlaces.en(state)}`,
      },
      edits: ({ state: { written, right, places } }, { document }) =>
        writeAll(document, [...places, ...placesInContents(document, written)], right),
    },
  ],
});

const sources = { list: " på deltagerlisten", profile: " i referat.json" } as const;

/** Participants whom the body's other meetings write in one other way, and never in this one. */
function* unlikeOtherMeetings(
  forms: readonly Form[],
  { around, meeting }: DocumentContext,
): Generator<Place & { readonly state: State }> {
  if (!around || meeting.body === null) return;
  for (const form of forms) {
    const { name, first } = form;
    const right = first ? otherSpelling(around.archive, meeting.body, around.uri, name) : null;
    // Both on one list are two persons.
    if (!first || right === null || forms.some((other) => other.name === right)) continue;
    yield { ...first, state: { written: name, right, from: "archive", places: form.places } };
  }
}

function times(count: number): string {
  return count > 1 ? ` (${count} steder)` : "";
}

/** The right form where no list tells: the one that is used most, or else the one that stands first. */
function mostUsed(group: readonly Form[]): Form {
  return group.reduce((best, form) => (form.count > best.count ? form : best));
}

/** All ways in which names are written, in the order of their first places. */
function formsIn({ document, profile }: DocumentContext): Map<string, Form> {
  const forms = new Map<string, Form>();
  const ofProfile = new Set(profile.people.map(({ name }) => name).filter(isFull));
  const formOf = (name: string, listed: boolean): Form => {
    const known = forms.get(name) ?? new Form(name, listed, ofProfile.has(name));
    forms.set(name, known);
    return known;
  };
  const listFields = document.preambles.flatMap((preamble, chunk) =>
    participantLists(preamble).map(({ field, persons }) => ({ chunk, field, persons })),
  );
  for (const { chunk, persons } of listFields) {
    for (const { name, nameSpan: span } of persons)
      if (isFull(name)) formOf(name, true).onLists.push({ chunk, span });
  }
  for (const name of ofProfile) formOf(name, forms.size === 0);
  const listed = [...forms.keys()];
  const sounds = new Set(listed.map(soundOf));
  const lists = document.preambles.map((preamble) =>
    participantLists(preamble).map(({ field }) => field.valueSpan),
  );
  const inList = (chunk: number, { start, end }: Span): boolean => {
    const spans = lists[chunk] ?? [];
    const next = spans[firstEndingBehind(spans, start)];
    return next !== undefined && next.start < end;
  };
  const written = writtenNames(document, new NameReader(sounds, listed.join("\n")), inList);
  for (const [name, places] of written) {
    const bare = withoutGenitive(name);
    // A name that ends in s is its own; a genitive is known by the name without it, or by a list that has that sound.
    const isGenitive =
      bare !== name && !forms.get(name)?.listed && (written.has(bare) || sounds.has(soundOf(bare)));
    const own = isGenitive ? bare : name;
    formOf(own, false).inText.join(places, name.length - own.length);
  }
  return forms;
}

function isFull(name: Participant["name"]): boolean {
  return /\S\s+\S/.test(name);
}

/** The forms that must be one person's, together. Only forms with a sound or an end in common are compared. */
function groupsOf(forms: readonly Form[]): Form[][] {
  const buckets = new Map<string, Form[]>();
  const into = (key: string, form: Form): void => {
    const bucket = buckets.get(key);
    if (bucket) bucket.push(form);
    else buckets.set(key, [form]);
  };
  for (const form of forms) {
    const words = form.name.split(/\s+/);
    into(`= ${soundOf(form.name)}`, form);
    into(`> ${soundOf(words.slice(0, -1).join(" "))} ${(words.at(-1) ?? "").charAt(0)}`, form);
    into(`< ${words[0]?.charAt(0) ?? ""} ${soundOf(words.slice(1).join(" "))}`, form);
  }
  const groups: Form[][] = [];
  const grouped = new Set<Form>();
  for (const bucket of buckets.values()) {
    // Most buckets hold one form. A crowd in one is no crowd of misspellings.
    if (bucket.length < 2 || bucket.length > 40) continue;
    for (const form of bucket) {
      if (grouped.has(form)) continue;
      const group = bucket.filter(
        (other) => !grouped.has(other) && (other === form || mustBeOne(form.name, other.name)),
      );
      if (group.length < 2) continue;
      groups.push(group);
      for (const each of group) grouped.add(each);
    }
  }
  return groups;
}
