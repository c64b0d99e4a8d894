import type { CommandHelp, ExampleHelp, OptionHelp, Words } from "./page.ts";
import { exportHelp } from "./publishing.ts";
import { decisionsHelp, lspHelp, parseHelp } from "./reading.ts";
import { configFile, failure, pathWords } from "./shared.ts";
import { checkHelp, formatHelp, tocHelp } from "./writing.ts";

/** Every command, in the order in which the help lists them. */
export const commandHelps: readonly CommandHelp[] = [
  checkHelp,
  formatHelp,
  tocHelp,
  decisionsHelp,
  exportHelp,
  parseHelp,
  lspHelp,
];

/** What is said of the program as a whole. */
export const programHelp = {
  summary: {
    da: "kontrollér, skriv og udgiv referater og dagsordener",
    en: "check, write and publish Danish minutes and agendas",
  },
  description: [
    {
      da: "Referat forstår referater og dagsordener, som danske sekretariater skriver dem: titellinje, hoved, »Punkt 4: …«, Sagsfremstilling, Indstilling, Beslutning, Bilag. Alt sker på denne maskine: intet netværk, ingen indsamling af data.",
      en: "Referat understands minutes and agendas as Danish public bodies write them: title line, head, “Punkt 4: …”, Sagsfremstilling, Indstilling, Beslutning, Bilag. All happens on this machine: no network, no telemetry.",
    },
    pathWords,
    {
      da: "Resultater kommer på standardoutput, meddelelser på standardfejl.",
      en: "Results come on standard output, messages on standard error. Messages are Danish, but for the findings of “check --language en”.",
    },
  ],
  options: [
    {
      name: "help",
      value: null,
      words: {
        da: "Hjælpen; bag en kommando hjælpen til den (også »referat help KOMMANDO«). English: --help --language en.",
        en: "The help; behind a command, the help for it (also “referat help COMMAND”), in English with --language en.",
      },
    },
    { name: "version", value: null, words: { da: "Versionen.", en: "The version." } },
  ],
  statuses: {
    0: { da: "Intet at melde.", en: "Nothing to report." },
    1: {
      da: "Fund fra --fail-on og op, noget at formatere, eller noget i vejen for at offentliggøre.",
      en: "Findings at the level of --fail-on, something to format, or something in the way of publishing.",
    },
    2: failure,
  },
  files: {
    ...configFile,
    NO_COLOR: {
      da: "Miljøvariabel: er den sat, skrives der uden farver.",
      en: "Environment variable: where it is set, nothing is coloured.",
    },
  },
  examples: [
    {
      call: "referat check .",
      words: { da: "kontrollér mappens dokumenter", en: "check the folder's documents" },
    },
    {
      call: "referat export 2026-03-04.referat --to pdf",
      words: { da: "sider til print og arkiv", en: "pages for print and archive" },
    },
    {
      call: "referat decisions . --only actions --open",
      words: { da: "hvad der mangler at blive gjort", en: "what is still to be done" },
    },
  ],
} as const satisfies {
  readonly summary: Words;
  readonly description: readonly Words[];
  readonly options: readonly OptionHelp[];
  readonly statuses: Readonly<Record<number, Words>>;
  readonly files: Readonly<Record<string, Words>>;
  readonly examples: readonly ExampleHelp[];
};
