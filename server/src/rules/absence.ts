import { absentFrom } from "../model/absence.ts";
import { kindOf } from "../model/itemKind.ts";
import { personFieldsIn } from "../model/headPersons.ts";
import { itemsThat } from "../model/inChunks.ts";
import { voiceOf, voicesOf } from "../model/absenceVoices.ts";
import { memo } from "../model/memo.ts";
import { NameFinder } from "../model/nameFinder.ts";
import type { Participant } from "../model/participants.ts";
import { sectionsOf } from "../model/sections.ts";
import { votersIn } from "../model/votes.ts";
import { isAffiliation } from "../syntax/personNames.ts";
import type { Item, Preamble, Section } from "../syntax/nodes.ts";
import { withoutEnd } from "../text/ends.ts";
import { slice } from "../text/span.ts";
import { folded } from "../text/spelling.ts";
import { newField } from "./insertField.ts";
import { readingOf } from "./reads.ts";
import { either, paragraphsOf, paragraphsWith } from "./heeds.ts";
import {
  type ChunkEdit,
  type DocumentContext,
  type DocumentDetection,
  documentRule,
  type Place,
} from "./rule.ts";
import { labelOf } from "../edits/label.ts";

type State =
  /** A list of apologies in an item, while the head has none. */
  | { readonly problem: "list"; readonly names: readonly string[]; readonly label: string }
  /** Absent from every item, and present in the head. */
  | { readonly problem: "present"; readonly name: string; readonly head: Place & { person: Participant } }
  /** Absent in the head, and left out of the lists of every item. */
  | { readonly problem: "unlisted"; readonly name: string; readonly items: readonly number[] }
  | { readonly problem: "vote"; readonly name: string };

interface HeadPerson {
  readonly chunk: number;
  readonly person: Participant;
}

const { words: absencesAndVoters } = readingOf((item) => {
  const voice = voiceOf(item);
  const lists = sectionsOf(item, "fravær").map(({ heading }) => heading.wordsSpan);
  const spans = [...lists, ...absentFrom(item).map(({ span }) => span), ...votersIn(item)];
  return [
    { at: 0, words: `${kindOf(item).kind}:${voice?.lists ?? ""}` },
    ...spans.map(({ start, end }) => ({ at: start, words: item.masked.slice(start, end) })),
  ];
}, headPersonWords);

/** The persons that a head lists, and which of them were absent. */
function headPersonWords(preamble: Preamble): string {
  const persons = personFieldsIn(preamble).flatMap((listed) => listed.persons);
  return JSON.stringify(persons.map(({ name, absent }) => [name, absent]));
}

export const absence = documentRule<State>({
  id: "absence",
  severity: "warning",
  words: absencesAndVoters,
  heeds: either(paragraphsOf("fravær"), paragraphsWith(/stem[mt]e/i)),
  *detect(context) {
    const people = headPeople(context);
    yield* absentVoters(people, context);
    const apologies = apologiesInItem(people, context);
    if (apologies) yield apologies;
    else yield* disagreements(people, context);
  },
  message: {
    da: (state) =>
      state.problem === "list"
        ? `Afbuddene (${state.names.join(", ")}) står inde i ${state.label}, men ikke i hovedet. Den, der vil vide, hvem der var med til mødet, leder dér: skriv dem også i et felt »Afbud«.`
        : state.problem === "present"
          ? `${state.name} er fraværende i alle punkter, men står i hovedet uden »(Fravær)«. Kun det ene kan være rigtigt: ret hovedet eller punkterne.`
          : state.problem === "unlisted"
            ? `Hovedet siger, at ${state.name} var fraværende, men intet punkt nævner det. Kun det ene kan være rigtigt: ret hovedet eller punkterne.`
            : `${state.name} er fraværende, men står blandt dem, der stemte. Så kan afstemningen anfægtes: ret afstemningen eller fraværet.`,
    en: (state) =>
      state.problem === "list"
        ? `The apologies (${state.names.join(", ")}) stand inside ${state.label}, but not in the head. Write them in a field “Afbud” too.`
        : state.problem === "present"
          ? `${state.name} is absent from all items, but present in the head. Correct one of them.`
          : state.problem === "unlisted"
            ? `The head says that ${state.name} was absent, but no item does. Correct one of them.`
            : `${state.name} is absent, but stands among those who voted. Correct the vote or the absence.`,
  },
  relatedMessage: {
    da: ({ problem }) => (problem === "present" ? "Her står personen som deltager" : "Her står fraværet"),
    en: ({ problem }) => (problem === "present" ? "Listed as present here" : "The absence"),
  },
  fixes: [
    {
      title: { da: (state) => fixTitle(state).da, en: (state) => fixTitle(state).en },
      edits({ state }, context) {
        switch (state.problem) {
          case "list":
            return newField("afbud", state.names.join(", "), context);
          case "present":
            return markAbsent(state.head, context);
          case "unlisted":
            return listInAll(state.name, state.items, context);
          // Whether the vote or the absence is wrong is for the writer to know.
          case "vote":
            return null;
        }
      },
    },
  ],
});

function fixTitle(state: State): { da: string; en: string } {
  switch (state.problem) {
    case "list":
      return {
        da: `Tilføj »Afbud ${state.names.join(", ")}« i hovedet`,
        en: `Add “Afbud ${state.names.join(", ")}” to the head`,
      };
    case "present":
      return {
        da: `Skriv »(Fravær)« efter ${state.name} i hovedet`,
        en: `Write “(Fravær)” behind ${state.name} in the head`,
      };
    case "unlisted":
      return {
        da: `Skriv ${state.name} som fraværende i alle punkter`,
        en: `List ${state.name} as absent in all items`,
      };
    case "vote":
      return { da: "", en: "" };
  }
}

/** The name in front of the others in each list. */
function listInAll(
  name: string,
  indices: readonly number[],
  { items, chunkOf }: DocumentContext,
): ChunkEdit[] {
  return indices.flatMap((index) => {
    const item = items[index];
    const first = item && absentFrom(item)[0];
    if (!first) return [];
    const { start } = first.span;
    return [{ chunk: chunkOf(index), span: { start, end: start }, newText: `${name}, ` }];
  });
}

function headPeople({ document }: DocumentContext): HeadPerson[] {
  return document.preambles.flatMap((preamble, chunk) =>
    personFieldsIn(preamble).flatMap(({ persons }) => persons.map((person) => ({ chunk, person }))),
  );
}

const itemsWithVoters = itemsThat((item) => votersIn(item).length > 0);

function* absentVoters(
  people: readonly HeadPerson[],
  { document, items, chunkOf }: DocumentContext,
): Generator<DocumentDetection<State>> {
  const inHead = new Map<string, Place>();
  for (const { chunk, person } of people)
    if (person.absent && person.name.length > 2) inHead.set(person.name, { chunk, span: person.nameSpan });
  const finder = new NameFinder([...inHead.keys()]);
  for (const index of itemsWithVoters(document)) {
    const item = items[index];
    if (!item) continue;
    const chunk = chunkOf(index);
    const done = new Set<string>();
    for (const { start, end } of votersIn(item)) {
      const voters = item.masked.slice(start, end);
      const places = [
        ...finder.find(voters).map(({ name, start: at }) => ({ name, at, related: inHead.get(name) })),
        ...absentFrom(item).map(({ name, span }) => {
          const related = inHead.get(name) ?? { chunk, span };
          return { name, at: placeOfName(voters, name), related };
        }),
      ];
      for (const { name, at, related } of places) {
        if (at === -1 || !related || done.has(name)) continue;
        done.add(name);
        const span = { start: start + at, end: start + at + name.length };
        yield { chunk, span, state: { problem: "vote", name }, related };
      }
    }
  }
}

function placeOfName(text: string, name: string): number {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const around = (text[at - 1] ?? " ") + (text[at + name.length] ?? " ");
    if (!/[\p{Alpha}\p{N}-]/u.test(around)) return at;
  }
  return -1;
}

/** The first list *Afbud* of an item. */
const apologiesOf: (item: Item) => Section | null = memo(
  (item) =>
    sectionsOf(item, "fravær").find(({ heading }) => /^afbud/i.test(slice(item.masked, heading.wordsSpan))) ??
    null,
);

const itemsWithApologies = itemsThat((item) => apologiesOf(item) !== null && absentFrom(item).length > 0);

/** The first item with a list *Afbud*, where the head has no absent persons at all. */
function apologiesInItem(
  people: readonly HeadPerson[],
  { document, items, chunkOf }: DocumentContext,
): DocumentDetection<State> | null {
  if (people.some(({ person }) => person.absent)) return null;
  const present = new Set(people.map(({ person }) => folded(person.name)));
  const first = items.findIndex((item) => kindOf(item).kind !== "pause");
  for (const index of itemsWithApologies(document)) {
    const item = items[index];
    const list = item && apologiesOf(item);
    if (!list) continue;
    const names = absentFrom(item).map(({ name }) => name);
    // A participant who sends apologies for a later item has left: that is no disagreement.
    if (index !== first && names.every((name) => present.has(folded(name)))) continue;
    const state = { problem: "list" as const, names, label: labelOf(item.heading).replace(/^P/, "p") };
    return { chunk: chunkOf(index), span: list.heading.wordsSpan, state };
  }
  return null;
}

/** Only where every item with a decision lists its absent persons do the items speak with one voice. */
function* disagreements(
  people: readonly HeadPerson[],
  { document, items }: DocumentContext,
): Generator<DocumentDetection<State>> {
  const voices = voicesOf(document);
  const chunk = voices.first;
  const firstItem = chunk === null ? undefined : items[chunk - document.firstItemIndex];
  if (chunk === null || !firstItem || voices.count < 2 || !voices.allList) return;
  const absentInHead = new Set(people.flatMap(({ person }) => (person.absent ? [folded(person.name)] : [])));
  const speaking = [...items.keys()].filter((index) => items[index] && voiceOf(items[index]));
  const done = new Set<string>();
  for (const head of people) {
    const { person } = head;
    const key = folded(person.name);
    if (done.has(key)) continue;
    done.add(key);
    const known = voices.absent.get(key);
    const related = { chunk: head.chunk, span: person.nameSpan };
    if (known?.count === voices.count && !absentInHead.has(key)) {
      const state = { problem: "present" as const, name: person.name, head: { ...related, person } };
      yield { chunk, span: known.first.span, state, related };
    } else if (!known && person.absent && !isAffiliation(person.name)) {
      const heading = sectionsOf(firstItem, "fravær")[0]?.heading;
      if (!heading) continue;
      const state = { problem: "unlisted" as const, name: person.name, items: speaking };
      yield { chunk, span: heading.wordsSpan, state, related };
    }
  }
}

/** What stands between the persons of a list, besides blanks. */
const separators = ",;-•*–";

/** `(Fravær)` behind the person and what says where the person belongs. */
function markAbsent(
  { chunk, person }: Place & { person: Participant },
  context: DocumentContext,
): ChunkEdit[] | null {
  const head = context.document.preambles[chunk];
  const listed = head && personFieldsIn(head).find(({ persons }) => persons.includes(person));
  if (!listed) return null;
  const { field, persons } = listed;
  const next = persons.find((other) => other.nameSpan.start > person.nameSpan.start);
  const upTo = head.masked.slice(person.nameSpan.end, next?.nameSpan.start ?? field.valueSpan.end);
  const own = withoutEnd(withoutEnd(upTo, separators).replace(/\s(?:og|samt)$/u, ""), separators);
  const end = person.nameSpan.end + own.replace(/\.$/, "").length;
  return [{ chunk, span: { start: end, end }, newText: " (Fravær)" }];
}
