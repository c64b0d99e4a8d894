import { majorityOf } from "../model/majority.ts";
import { type PersonField, personFieldsIn } from "../model/headPersons.ts";
import type { Participant } from "../model/participants.ts";
import { isAffiliation } from "../syntax/personNames.ts";
import type { Field, Preamble } from "../syntax/nodes.ts";
import { folded } from "../text/spelling.ts";
import type { Span } from "../text/span.ts";
import { memo } from "../model/memo.ts";
import { headings } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly name: string;
  readonly problem: "twice" | "nameless" | "unaffiliated";
}

interface Found {
  readonly span: Span;
  readonly state: State;
  readonly related: Span | null;
}

const problemsIn: (head: Preamble) => readonly Found[] = memo((head) =>
  personFieldsIn(head).flatMap((listed) => problemsOf(head, listed)),
);

export const participantList = documentRule<State>({
  id: "participant-list",
  severity: "warning",
  reads: headings,
  heeds: noParagraph,
  *detect({ document }) {
    for (const [chunk, preamble] of document.preambles.entries()) {
      for (const { span, state, related } of problemsIn(preamble)) {
        yield { chunk, span, state, ...(related ? { related: { chunk, span: related } } : {}) };
      }
    }
  },
  message: {
    da: ({ name, problem }) =>
      ({
        twice: `${name} står to gange på listen. Så tæller personen dobbelt: slet den ene, eller ret navnet.`,
        nameless: `»${name}« står uden navn. Læseren skal kunne se, hvem der deltog: skriv personens navn foran.`,
        unaffiliated: `${name} står uden parti eller organisation, som de andre på listen har. Tilføj det efter navnet, så læseren ved, hvem personen repræsenterede.`,
      })[problem],
    en: ({ name, problem }) =>
      ({
        twice: `${name} is listed twice. Delete one of them, or correct the name.`,
        nameless: `“${name}” has no name. Write the person's name in front of it.`,
        unaffiliated: `${name} has no party or organisation, as the others of the list have. Add it behind the name.`,
      })[problem],
  },
  relatedMessage: { da: () => "Første gang på listen", en: () => "Listed here first" },
});

function problemsOf(head: Preamble, { field, persons }: PersonField): Found[] {
  const found: Found[] = strayLetters(head, field).map((span) => ({
    span,
    state: { name: head.masked.slice(span.start, span.end), problem: "nameless" },
    related: null,
  }));
  const affiliated = majorityOf(persons.map(({ affiliation }) => affiliation !== null)) === true;
  const firsts = new Map<string, Participant>();
  for (const person of persons) {
    const { name, nameSpan: span } = person;
    const key = folded(name);
    const first = firsts.get(key);
    if (isNameless(name)) found.push({ span, state: { name, problem: "nameless" }, related: null });
    else if (first && !areTwo(first, person)) {
      found.push({ span, state: { name, problem: "twice" }, related: first.nameSpan });
    } else if (affiliated && person.affiliation === null) {
      found.push({ span, state: { name, problem: "unaffiliated" }, related: null });
    }
    if (!first) firsts.set(key, person);
  }
  return found;
}

/** Two persons can bear one name: then what stands behind it tells them apart. */
function areTwo(a: Participant, b: Participant): boolean {
  return a.affiliation !== null && b.affiliation !== null && folded(a.affiliation) !== folded(b.affiliation);
}

/** `DH`, `Havneby Kommune`, `Repræsentant for Ældre Sagen`; not `Formand Anna Holm`. */
function isNameless(name: string): boolean {
  if (/^[A-ZÆØÅ]{1,6}$/u.test(name)) return true;
  if (!isAffiliation(name) || /^\p{Lower}/u.test(name)) return false;
  const words = name.split(/\s+/);
  return !words.some(
    (word, index) =>
      isNameWord(word) && isNameWord(words[index + 1] ?? "") && !/^(?:formand|leder)$/i.test(word),
  );
}

function isNameWord(word: string): boolean {
  return /^\p{Upper}\p{Lower}[\p{Alpha}'’-]*$/u.test(word) && !isAffiliation(word);
}

/** `Anna Holm, A, V, Citha Lund, Ø`: of two party letters in a row the second has no name. */
function strayLetters(head: Preamble, field: Field): Span[] {
  const { start, end } = field.valueSpan;
  const value = head.masked.slice(start, end);
  return [...value.matchAll(/(?<=,\s{0,3}[A-ZÆØÅ]\s{0,3},\s{0,3})[A-ZÆØÅ](?=\s{0,3}(?:[,;(\r\n]|$))/gu)].map(
    (match) => ({ start: start + match.index, end: start + match.index + 1 }),
  );
}
