import type { Language } from "../../rules/rule.ts";
import { commandHelps, programHelp } from "./commands.ts";
import { type CommandHelp, type ExampleHelp, optionForm, synopsisOf, type Words } from "./page.ts";

/** A part of a page: paragraphs, or terms with what is said of each. */
export interface Section {
  readonly heading: string;
  readonly content:
    | { readonly kind: "paragraphs"; readonly paragraphs: readonly string[] }
    | { readonly kind: "calls"; readonly calls: readonly string[] }
    | { readonly kind: "terms"; readonly terms: readonly (readonly [term: string, words: string])[] };
}

/** The headings that readers of manuals know, in their order. */
const headings = {
  name: { da: "NAVN", en: "NAME" },
  synopsis: { da: "BRUG", en: "SYNOPSIS" },
  description: { da: "BESKRIVELSE", en: "DESCRIPTION" },
  commands: { da: "KOMMANDOER", en: "COMMANDS" },
  options: { da: "TILVALG", en: "OPTIONS" },
  statuses: { da: "UDGANGSSTATUS", en: "EXIT STATUS" },
  files: { da: "FILER OG MILJØ", en: "FILES AND ENVIRONMENT" },
  examples: { da: "EKSEMPLER", en: "EXAMPLES" },
} as const satisfies Readonly<Record<string, Words>>;

/** The page of the program. */
export function programSections(language: Language): Section[] {
  const { summary, description } = programHelp;
  const command = { da: "KOMMANDO", en: "COMMAND" }[language];
  const option = { da: "TILVALG", en: "OPTION" }[language];
  return present([
    paragraphs("name", language, [`referat – ${summary[language]}`]),
    calls("synopsis", language, [`referat ${command} [${option}…] …`, `referat help [${command}]`]),
    paragraphs("description", language, said(description, language)),
    terms(
      "commands",
      language,
      commandHelps.map((help) => [
        `referat ${help.name} ${help.operands[language]}`.trim(),
        help.summary[language],
      ]),
    ),
    ...lastSections(programHelp, language),
  ]);
}

/** The page of a command. */
export function commandSections(help: CommandHelp, language: Language): Section[] {
  const { name, summary, description } = help;
  return present([
    paragraphs("name", language, [`referat ${name} – ${summary[language]}`]),
    calls("synopsis", language, [synopsisOf(help, language)]),
    paragraphs("description", language, said(description, language)),
    ...lastSections(help, language),
  ]);
}

/** What ends the page of the program and of a command alike. */
function lastSections(
  {
    options,
    statuses,
    files = {},
    examples,
  }: Pick<CommandHelp, "options" | "statuses" | "files" | "examples">,
  language: Language,
): (Section | null)[] {
  return [
    terms(
      "options",
      language,
      options.map((each) => [optionForm(each, language), each.words[language]]),
    ),
    terms("statuses", language, byName(statuses, language)),
    terms("files", language, byName(files, language)),
    terms("examples", language, exampleTerms(examples, language)),
  ];
}

type Heading = keyof typeof headings;

function paragraphs(heading: Heading, language: Language, words: readonly string[]): Section {
  return { heading: headings[heading][language], content: { kind: "paragraphs", paragraphs: words } };
}

function calls(heading: Heading, language: Language, lines: readonly string[]): Section {
  return { heading: headings[heading][language], content: { kind: "calls", calls: lines } };
}

function terms(
  heading: Heading,
  language: Language,
  list: readonly (readonly [string, string])[],
): Section | null {
  if (list.length === 0) return null;
  return { heading: headings[heading][language], content: { kind: "terms", terms: list } };
}

function present(sections: readonly (Section | null)[]): Section[] {
  return sections.filter((section) => section !== null);
}

function said(words: readonly Words[], language: Language): string[] {
  return words.map((each) => each[language]);
}

function byName(named: Readonly<Record<string, Words>>, language: Language): [string, string][] {
  return Object.entries(named).map(([name, words]) => [name, words[language]]);
}

function exampleTerms(examples: readonly ExampleHelp[], language: Language): [string, string][] {
  return examples.map(({ call, words }) => [call, words[language]]);
}
