import { majorityOf } from "../../model/majority.ts";
import { participantsOf } from "../../model/participants.ts";
import { sectionsOf } from "../../model/sections.ts";
import type { Item } from "../../syntax/nodes.ts";
import { listsPersons, namesPersons } from "../../syntax/vocabulary.ts";
import { append } from "../../text/many.ts";
import { folded } from "../../text/spelling.ts";
import type { Caret } from "./caret.ts";
import { type Completion, type Offer, stop } from "./entries.ts";

/** Somebody who can be named. */
export interface Known {
  readonly name: string;
  readonly affiliation: string | null;
  readonly absent: boolean;
}

/** The participants of the head; the persons of the profile too, where they are asked for or the head has none. */
export function peopleOf({ document, context }: Caret, withProfile = false): readonly Known[] {
  const people: Known[] = participantsOf(document.preambles).filter(({ name }) => name.length > 2);
  if (people.length > 0 && !withProfile) return people;
  const there = new Set(people.map(({ name }) => folded(name)));
  const more = context.profile.people.filter(({ name }) => !there.has(folded(name)));
  return [...people, ...more.map((person) => ({ ...person, absent: false }))];
}

const absenceLabel = /^\s*(?:fraværende|afbud)(?:\s+fra)?(?:\s*:\s*|\s+)/i;
const voteLabel =
  /^[ \t]*(?:[-•*–][ \t]+)?(?:(?:for|imod|mod)\s(?:forslaget\s|indstillingen\s)?stemte|stemte\s(?:for|imod)|undlod\sat\sstemme|hverken\sfor\seller\simod\sstemte)[^:\r\n]{0,80}:\s*/iu;

/** The names that go on a list of persons: the absent, the voters, the fields of the head. */
export function listedNames(caret: Caret): Completion[] {
  if (caret.after.trim() !== "" && !/^\s*[,;]/.test(caret.after)) return [];
  const { item, section, before } = caret;
  if (!item) return headNames(caret);
  const vote = voteLabel.exec(before)?.[0];
  if (vote !== undefined) return voters(caret, item, before.slice(vote.length));
  const label = absenceLabel.exec(before)?.[0];
  if (label !== undefined && /^\s*\p{Upper}/u.test(before))
    return absentees(caret, before.slice(label.length));
  if (section?.kind === "fravær" && section.heading.names === null && caret.line > section.line) {
    return absentees(caret, before.replace(/^\s*(?:[-•*–]\s+)?/, ""));
  }
  return [];
}

/** What is being typed behind the last separator of a list. */
function lastPart(list: string): string {
  const at = Math.max(list.lastIndexOf(","), list.lastIndexOf(";"));
  return at === -1 ? list : list.slice(at + 1).trimStart();
}

function partBehind(list: string): string {
  const part = lastPart(list);
  const joined = [...part.matchAll(/(?<!\S)(?:og|samt)\s+/g)].at(-1);
  return joined ? part.slice(joined.index + joined[0].length) : part;
}

function absentees(caret: Caret, list: string): Completion[] {
  const listed = folded(list.slice(0, list.length - partBehind(list).length));
  const form = absenceForm(caret);
  const people = [...peopleOf(caret)].sort((a, b) => Number(b.absent) - Number(a.absent));
  const offers = people
    .filter(({ name }) => !listed.includes(folded(name)))
    .map((person): Offer => {
      const { name, affiliation } = person;
      const text =
        affiliation === null || form === "bare"
          ? name
          : form === "parentheses"
            ? `${name} (${affiliation})`
            : `${name}, ${affiliation}`;
      return personOffer(person, text);
    });
  return caret.completed(offers, partBehind(list));
}

/** Whether the document's lists of the absent give their affiliations too. */
function absenceForm(caret: Caret): "bare" | "comma" | "parentheses" {
  const people = peopleOf(caret).filter(({ affiliation }) => affiliation !== null);
  const forms = caret.nearby.flatMap((item) =>
    sectionsOf(item, "fravær").flatMap(({ heading: { names } }) => {
      if (!names || item === caret.item) return [];
      const text = item.masked.slice(names.start, names.end);
      const known = people.filter(({ name }) => text.includes(name));
      if (known.length === 0) return [];
      if (known.some(({ name, affiliation }) => text.includes(`${name}, ${affiliation ?? ""}`)))
        return ["comma" as const];
      return [
        known.some(({ name, affiliation }) => text.includes(`${name} (${affiliation ?? ""})`))
          ? ("parentheses" as const)
          : ("bare" as const),
      ];
    }),
  );
  return majorityOf(forms) ?? "bare";
}

function personOffer({ name, affiliation, absent }: Known, text = name): Offer {
  return {
    kind: "person",
    label: name,
    ...(affiliation === null ? {} : { detail: affiliation }),
    text: [text],
    words: {
      da: [affiliation, absent ? "fraværende ifølge hovedet" : "deltager"]
        .filter((part) => part !== null)
        .join(" · "),
      en: [affiliation, absent ? "absent, says the head" : "takes part"]
        .filter((part) => part !== null)
        .join(" · "),
    },
  };
}

/** Names and party letters of those who have not voted yet; the absent do not vote. */
function voters(caret: Caret, item: Item, list: string): Completion[] {
  const typed = partBehind(list);
  const people = peopleOf(caret).filter(({ absent }) => !absent);
  const voted = votedIn(caret, item, list.slice(0, list.length - typed.length));
  const byParty = new Map<string, string[]>();
  for (const { name, affiliation } of people) {
    if (affiliation === null || !/^\p{Upper}{1,2}$/u.test(affiliation)) continue;
    byParty.set(affiliation, [...(byParty.get(affiliation) ?? []), name]);
  }
  const parties = [...byParty].map(([letter, names]): Offer => ({
    kind: "party",
    label: letter,
    detail: names.join(", "),
    text: [letter],
    words: { da: `${letter}: ${names.join(", ")}`, en: `${letter}: ${names.join(", ")}` },
  }));
  const none: Offer = {
    kind: "phrase",
    label: "Ingen",
    text: ["Ingen"],
    words: { da: "Ingen stemte sådan.", en: "Nobody voted so." },
  };
  const byName =
    majorityOf(caret.nearby.flatMap((other) => (other === item ? [] : votesByName(other, people)))) ?? false;
  const names = people.map((person) => personOffer(person));
  const offers = byName ? [...names, ...parties] : [...parties, ...names];
  const free = offers.filter(({ label }) => !voted.has(label));
  return caret.completed(list === typed ? [...free, none] : free, typed);
}

/** The parts of all lists of the vote. */
function votedIn(caret: Caret, item: Item, listed: string): ReadonlySet<string> {
  const { section } = caret;
  const parts = listed.split(/[,;]|\s(?:og|samt)\s/);
  for (let line = section?.line ?? 0; line < (section?.lineEnd ?? 0); line++) {
    if (line === caret.line) continue;
    const text = item.masked.slice(item.lineStarts[line], item.lineStarts[line + 1]);
    const label = voteLabel.exec(text)?.[0];
    if (label !== undefined) append(parts, text.slice(label.length).split(/[,;]|\s(?:og|samt)\s/));
  }
  return new Set(parts.map((part) => part.trim().replace(/\.$/, "")));
}

function votesByName(item: Item, people: readonly Known[]): boolean[] {
  return sectionsOf(item, "afstemning").map((section) => {
    const text = item.masked.slice(section.start, section.end);
    return people.some(({ name }) => text.includes(name));
  });
}

/** In the fields of the head that hold persons; the value can go on over several lines. */
function headNames(caret: Caret): Completion[] {
  const { chunk, before } = caret;
  if (chunk.kind === "item") return [];
  const block = chunk.blocks.find(
    ({ line, lineCount }) => caret.line >= line && caret.line < line + lineCount,
  );
  if (block?.kind !== "field" || !namesPersons(block.field.name)) return [];
  const labelEnd = block.field.labelSpan.end - caret.lineStart;
  const onLabel = labelEnd > 0 && caret.line === block.line;
  if (onLabel && before.length <= labelEnd) return [];
  const list = onLabel ? before.slice(labelEnd).replace(/^\s*:?\s*/, "") : before.trimStart();
  const field = block.field.name;
  const typed = partBehind(list);
  const value = folded(chunk.masked.slice(block.start, caret.at - typed.length));
  const people = peopleOf(caret, true).filter(({ name }) => !value.includes(folded(name)));
  // A participant is one whom the list already has, unless the name is the one being written.
  const offers = people.map((person) =>
    personOffer(
      person,
      field === "mødedeltagere" && person.affiliation !== null
        ? `${person.name}, ${person.affiliation}`
        : person.name,
    ),
  );
  if (!listsPersons(field) && list !== typed) return [];
  const own = folded(typed);
  const exact = people.some(({ name }) => folded(name) === own);
  return exact ? [] : caret.completed(offers, typed);
}

const namingSections = new Set(["beslutning", "afstemning", "protokoltilførsel", "opfølgning"]);

/** A name in the running text of a decision, once its first letter is written. */
export function namesInText(caret: Caret): Completion[] {
  const { section, before, after } = caret;
  if (!section || !namingSections.has(section.kind) || caret.line <= section.line) return [];
  if (/^[\p{Alpha}\p{N}]/u.test(after)) return [];
  const words = /(?<![\p{Alpha}\p{N}'’-])\p{Upper}[\p{Alpha}'’-]*(?: \p{Alpha}[\p{Alpha}'’-]*){0,3}$/u.exec(
    before,
  )?.[0];
  if (words === undefined) return [];
  const parts = words.split(" ");
  // The longest run of words that begins a name: *Karen Ho* of *Formand Karen Ho*.
  for (let from = 0; from < parts.length; from++) {
    const typed = parts.slice(from).join(" ");
    if (!/^\p{Upper}/u.test(typed)) continue;
    const people = peopleOf(caret).filter(
      ({ name }) => folded(name).startsWith(folded(typed)) && folded(name) !== folded(typed),
    );
    if (people.length > 0)
      return caret.completed(
        people.map((person) => personOffer(person)),
        typed,
      );
  }
  return [];
}

/** The lines of a vote that are not there yet. */
export function voteLines(caret: Caret): Completion[] {
  const { item, section, before } = caret;
  if (!item || section?.kind !== "afstemning" || caret.line <= section.line || caret.after.trim() !== "")
    return [];
  const text = folded(
    item.masked.slice(section.start, caret.lineStart) + item.masked.slice(caret.lineEnd, section.end),
  );
  const offers = ["For stemte: ", "Imod stemte: ", "Undlod at stemme: "]
    .filter((label) => !text.includes(folded(label)))
    .map((label): Offer => ({
      kind: "phrase",
      label: label.trim(),
      text: [label, stop()],
      words: { da: "Navne, partibogstaver eller tal.", en: "Names, party letters or numbers." },
    }));
  return caret.completed(offers, before.trimStart());
}
