import { folded } from "../text/spelling.ts";

/** The kinds of section of FORMAT.md, in the order of its table; a profile can add its own. */
export const sectionKinds = [
  "resume",
  "sagsfremstilling",
  "klimavurdering",
  "økonomi",
  "høring",
  "indstilling",
  "beslutning",
  "afstemning",
  "protokoltilførsel",
  "opfølgning",
  "bilag",
  "fravær",
] as const;

export type KnownSectionKind = (typeof sectionKinds)[number];
/** A known kind, or the id of a section that a profile adds. */
export type SectionKind = KnownSectionKind | (string & {});

const personLists = ["mødedeltagere", "afbud", "fraværende"] as const;
const offices = ["mødeleder", "ordstyrer", "referent", "sekretær"] as const;

/** The fields of the head, by the name that `parse` gives them. */
export const fieldNames = ["mødedato", "mødested", ...personLists, ...offices] as const;

const listing: ReadonlySet<string> = new Set(personLists);
const naming: ReadonlySet<string> = new Set([...personLists, ...offices]);

/** Whether a field of that name lists persons. */
export function listsPersons(field: string): boolean {
  return listing.has(field);
}

/** Whether a field of that name holds persons: a list of them, or who has an office at the meeting. */
export function namesPersons(field: string): boolean {
  return naming.has(field);
}

export interface HeadingSpelling {
  readonly kind: SectionKind;
  /** As it is to be written, capitalised. */
  readonly text: string;
}

/** The words that the grammar knows, with those that a profile adds: headings and labels are looked up here. */
export interface Vocabulary {
  /** Section headings by their folded spelling. */
  readonly headings: ReadonlyMap<string, HeadingSpelling>;
  /** Field names by their folded label. */
  readonly fields: ReadonlyMap<string, string>;
}

const headingTexts: Readonly<Record<KnownSectionKind, readonly string[]>> = {
  resume: ["Resumé"],
  sagsfremstilling: ["Sagsfremstilling"],
  klimavurdering: ["Klimavurdering"],
  økonomi: ["Økonomi", "Økonomiske konsekvenser"],
  høring: ["Høring"],
  indstilling: ["Indstilling"],
  beslutning: ["Beslutning"],
  afstemning: ["Afstemning"],
  protokoltilførsel: ["Protokoltilførsel", "Protokolbemærkning", "Mindretalsudtalelse"],
  opfølgning: ["Opfølgning"],
  bilag: ["Bilag"],
  fravær: ["Fraværende", "Afbud"],
};

export interface VocabularyAdditions {
  readonly sections?: readonly { readonly id: string; readonly headings: readonly string[] }[];
  readonly fields?: readonly string[];
}

export function vocabularyWith(additions: VocabularyAdditions): Vocabulary {
  const headings = new Map<string, HeadingSpelling>();
  for (const kind of sectionKinds) {
    for (const text of headingTexts[kind]) headings.set(folded(text), { kind, text });
  }
  for (const { id, headings: texts } of additions.sections ?? []) {
    for (const text of texts) headings.set(folded(text), { kind: id, text });
  }
  const fields = new Map<string, string>();
  for (const name of [...fieldNames, ...(additions.fields ?? [])])
    fields.set(folded(name), name.toLowerCase());
  return { headings, fields };
}

export const defaultVocabulary: Vocabulary = vocabularyWith({});
