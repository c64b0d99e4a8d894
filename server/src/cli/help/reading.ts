import type { CommandHelp } from "./page.ts";
import { clean, configFile, failure, file, paths, pathWords } from "./shared.ts";

const date = { da: "DATO", en: "DATE" };

export const decisionsHelp: CommandHelp = {
  name: "decisions",
  operands: paths,
  summary: { da: "registret over beslutninger og opfølgning", en: "the register of decisions and actions" },
  description: [
    {
      da: "Skriver, hvad der er besluttet og aftalt i dokumenterne: organ, møde, punkt, udfald, ansvarlig og frist. En opgave er udført, når et senere møde siger det, eller når den er markeret <!-- udført -->.",
      en: "Prints what was decided and agreed in the documents: body, meeting, item, outcome, owner and deadline. An action is done when a later meeting says so, or when it is marked <!-- udført -->.",
    },
    pathWords,
    { da: "En DATO er 04-03-2026 eller 2026-03-04.", en: "A DATE is 04-03-2026 or 2026-03-04." },
  ],
  options: [
    {
      name: "format",
      value: "text|json|csv",
      words: {
        da: "Hvordan det skrives; text, hvis intet er sagt. csv åbnes af et dansk Excel.",
        en: "How it is written; text unless said. A Danish Excel opens csv.",
      },
    },
    {
      name: "only",
      value: "decisions|actions",
      words: { da: "Kun beslutninger, eller kun opfølgning.", en: "Only decisions, or only actions." },
    },
    {
      name: "text",
      value: { da: "ORD", en: "WORDS" },
      words: { da: "Kun det, der har disse ord.", en: "Only what has these words." },
    },
    {
      name: "body",
      value: { da: "ORGAN", en: "BODY" },
      words: { da: "Kun dette organs møder.", en: "Only the meetings of this body." },
    },
    {
      name: "from",
      value: date,
      words: { da: "Kun møder fra denne dag.", en: "Only meetings from this day on." },
    },
    {
      name: "to",
      value: date,
      words: { da: "Kun møder til og med denne dag.", en: "Only meetings up to this day." },
    },
    {
      name: "outcome",
      value: { da: "UDFALD", en: "OUTCOME" },
      words: {
        da: "Kun beslutninger med dette udfald: godkendt, udsat …; flere med komma, eller sig det igen.",
        en: "Only decisions with this outcome: approved, postponed …; several with commas, or said again.",
      },
    },
    {
      name: "person",
      value: { da: "NAVN", en: "NAME" },
      words: {
        da: "Kun beslutninger, der nævner personen, og opgaver, der er dennes.",
        en: "Only decisions that name the person, and actions that are theirs.",
      },
    },
    {
      name: "journal",
      value: { da: "NR", en: "NO" },
      words: { da: "Kun sagen med dette journalnummer.", en: "Only the case with this journal number." },
    },
    {
      name: "access",
      value: "open|closed",
      words: { da: "Kun åbne, eller kun lukkede punkter.", en: "Only open items, or only closed ones." },
    },
    {
      name: "open",
      value: null,
      words: { da: "Udelad opgaver, der er udført.", en: "Leave out actions that are done." },
    },
    {
      name: "today",
      value: date,
      words: {
        da: "Regn frister efter denne dag; i dag, hvis intet er sagt.",
        en: "Count deadlines by this day; today unless said.",
      },
    },
  ],
  statuses: { 0: clean, 2: failure },
  examples: [
    {
      call: "referat decisions . --only actions --open",
      words: { da: "hvad der mangler at blive gjort", en: "what is still to be done" },
    },
    {
      call: "referat decisions . --from 01-01-2026 --format csv > beslutninger.csv",
      words: { da: "årets beslutninger til Excel", en: "this year's decisions for Excel" },
    },
  ],
  files: configFile,
};

export const parseHelp: CommandHelp = {
  name: "parse",
  operands: file,
  summary: { da: "dokumentet som JSON", en: "the document as JSON" },
  description: [
    {
      da: "Skriver dokumentet, som det er forstået: hoved, møde, deltagere, indholdsfortegnelse, punkter med afsnit, indstillinger, beslutning, opfølgning og bilag. Linjer tælles fra 1. FIL kan være - for standardinput.",
      en: "Prints the document as it is understood: head, meeting, participants, contents, items with sections, recommendations, decision, actions and attachments. Lines count from 1. FILE can be - for standard input.",
    },
  ],
  options: [],
  statuses: { 0: clean, 2: failure },
  examples: [
    {
      call: "referat parse 2026-03-04.referat",
      words: { da: "til andre programmer", en: "for other programs" },
    },
  ],
};

export const lspHelp: CommandHelp = {
  name: "lsp",
  operands: { da: "", en: "" },
  summary: { da: "sprogserveren, til enhver editor", en: "the language server, for any editor" },
  description: [
    {
      da: "Taler Language Server Protocol 3.17 på standardinput og standardoutput, til klienten siger farvel eller går. Opsætninger til Neovim, Emacs, Helix, Kate og Zed ligger i mappen editors. Klienter, der tilføjer --clientProcessId, forstås også.",
      en: "Speaks the Language Server Protocol 3.17 on standard input and output, until the client says goodbye or leaves. Configurations for Neovim, Emacs, Helix, Kate and Zed lie in the folder editors. Clients that add --clientProcessId are understood too.",
    },
  ],
  options: [
    {
      name: "stdio",
      value: null,
      words: {
        da: "Standardinput og standardoutput; det er de eneste, og må udelades.",
        en: "Standard input and output; these are all there is, and may be left out.",
      },
    },
  ],
  statuses: {
    0: { da: "Klienten sagde farvel.", en: "The client said goodbye." },
    1: { da: "Klienten gik uden at sige farvel.", en: "The client left without goodbye." },
    2: { da: "Forkert brug.", en: "Wrong use." },
  },
  examples: [],
};
