import type { CommandHelp } from "./page.ts";
import { clean, configFile, configOption, failure, file, paths, pathWords } from "./shared.ts";

export const checkHelp: CommandHelp = {
  name: "check",
  operands: paths,
  summary: { da: "kontrollér referater og dagsordener", en: "check minutes and agendas" },
  description: [
    {
      da: "Skriver, hvad der er galt i dokumenterne, og hvor. Med --fix rettes først det, der kan rettes sikkert, i filerne selv; så meldes det, der er tilbage.",
      en: "Prints what is wrong in the documents, and where. With --fix, what can be mended safely is mended first, in the files themselves; then what is left is reported.",
    },
    pathWords,
    {
      da: "Læses standardinput med --fix, kommer det rettede dokument på standardoutput, og fundene på standardfejl.",
      en: "Where standard input is read with --fix, the mended document comes on standard output, and the findings on standard error.",
    },
  ],
  options: [
    {
      name: "format",
      value: "text|json|sarif|junit",
      words: {
        da: "Hvordan fundene skrives; text, hvis intet er sagt. sarif er til GitHub, junit til GitLab og andre.",
        en: "How the findings are written; text unless said. sarif is for GitHub, junit for GitLab and others.",
      },
    },
    {
      name: "fail-on",
      value: "error|warning|info|never",
      words: {
        da: "Fra hvilken vægt et fund giver slutkode 1; error, hvis intet er sagt.",
        en: "From which severity a finding makes the exit status 1; error unless said.",
      },
    },
    {
      name: "fix",
      value: null,
      words: { da: "Ret det, der kan rettes sikkert.", en: "Mend what can be mended safely." },
    },
    configOption,
    {
      name: "language",
      value: "da|en",
      words: {
        da: "Fundenes sprog; da, hvis intet er sagt.",
        en: "The language of the findings; da unless said.",
      },
    },
  ],
  statuses: {
    0: { da: "Intet fund fra --fail-on og op.", en: "No finding at the level of --fail-on." },
    1: { da: "Fund fra --fail-on og op.", en: "Findings at the level of --fail-on." },
    2: failure,
  },
  examples: [
    { call: "referat check .", words: { da: "alle dokumenter i mappen", en: "all documents in the folder" } },
    {
      call: "referat check --fix 2026-03-04.referat",
      words: { da: "ret det sikre i ét dokument", en: "mend what is safe in one document" },
    },
    {
      call: "referat check . --format sarif --fail-on warning > referat.sarif",
      words: { da: "til CI", en: "for CI" },
    },
  ],
  files: configFile,
};

export const formatHelp: CommandHelp = {
  name: "format",
  operands: paths,
  summary: { da: "mellemrum og blanke linjer sættes ens", en: "blanks and blank lines made alike" },
  description: [
    {
      da: "Formaterer dokumenterne på stedet og skriver stierne på dem, der blev ændret. Kun mellemrum og blanke linjer ændres: ingen ord, ingen tabel, intet i en kommentar.",
      en: "Formats the documents in place and prints the paths of those that changed. Only blanks and blank lines change: no word, no table, nothing in a comment.",
    },
    pathWords,
  ],
  options: [
    {
      name: "check",
      value: null,
      words: {
        da: "Skriv kun stierne på dem, der ville blive ændret; ændr intet.",
        en: "Only print the paths of those that would change; change nothing.",
      },
    },
  ],
  statuses: {
    0: clean,
    1: { da: "--check fandt noget at formatere.", en: "--check found something to format." },
    2: failure,
  },
  examples: [
    {
      call: "referat format .",
      words: { da: "alle dokumenter i mappen", en: "all documents in the folder" },
    },
    { call: "referat format --check .", words: { da: "kun se efter, fx i CI", en: "only look, as in CI" } },
  ],
  files: configFile,
};

export const tocHelp: CommandHelp = {
  name: "toc",
  operands: file,
  summary: { da: "indholdsfortegnelsen, som den skal være", en: "the table of contents as it should be" },
  description: [
    {
      da: "Skriver indholdsfortegnelsen bragt ajour efter punkternes overskrifter, eller en ny, hvor der ingen er. FIL kan være - for standardinput.",
      en: "Prints the contents brought up to date with the headings of the items, or new ones where there are none. FILE can be - for standard input.",
    },
  ],
  options: [
    {
      name: "write",
      value: null,
      words: {
        da: "Skriv den ind i dokumentet; intet andet i det ændres.",
        en: "Write it into the document; nothing else of it changes.",
      },
    },
  ],
  statuses: { 0: clean, 2: failure },
  examples: [
    {
      call: "referat toc --write 2026-03-04.referat",
      words: { da: "bring den ajour i dokumentet", en: "bring it up to date in the document" },
    },
  ],
  files: configFile,
};
