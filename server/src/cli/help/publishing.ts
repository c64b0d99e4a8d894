import type { CommandHelp } from "./page.ts";
import { clean, configFile, configOption, failure, pathWords } from "./shared.ts";

export const exportHelp: CommandHelp = {
  name: "export",
  operands: { da: "STI…", en: "PATH…" },
  summary: { da: "dokumentet til dets læsere", en: "the document for its readers" },
  description: [
    {
      da: "Laver dokumentet til en webside, sider til print og arkiv (PDF), et Word-dokument eller OParl, og skriver stien på det, der blev lavet. Filen hedder fx »2026-03-04 Kulturudvalget – referat.pdf« og lægges ved siden af dokumentet. Kommentarer kommer aldrig med.",
      en: "Makes the document a web page, pages for print and archive (PDF), a Word document or OParl, and prints the path of what was made. The file is called “2026-03-04 Kulturudvalget – referat.pdf”, say, and lies beside the document. Comments are never in it.",
    },
    pathWords,
    {
      da: "En fil skrives helt eller slet ikke, og aldrig oven i et dokument.",
      en: "A file is written whole or not at all, and never over a document.",
    },
  ],
  options: [
    {
      name: "to",
      value: "html|pdf|docx|oparl",
      words: { da: "Formatet; skal siges.", en: "The format; must be said." },
      isRequired: true,
    },
    {
      name: "out",
      value: { da: "FIL", en: "FILE" },
      words: {
        da: "Hvor det lægges: en fil, en mappe (altid, når der er flere dokumenter), eller - for standardoutput.",
        en: "Where it goes: a file, a folder (always where there are several documents), or - for standard output.",
      },
    },
    {
      name: "public",
      value: null,
      words: {
        da: "Til offentligheden: uden lukkede punkter; og intet laves, så længe noget er i vejen, fx et CPR-nummer.",
        en: "For the public: without closed items; and nothing is made while something is in the way, such as a CPR number.",
      },
    },
    {
      name: "state",
      value: "kladde|til-godkendelse|godkendt",
      words: {
        da: "Dokumentets status, som siderne mærkes med.",
        en: "The document's state, which marks the pages.",
      },
    },
    {
      name: "since",
      value: { da: "FIL|VERSION", en: "FILE|REVISION" },
      words: {
        da: "Markér ændringerne siden dagsordenen, en anden fil eller en version i git: HEAD~1, et mærke, en dato som main@{2026-03-04}.",
        en: "Mark the changes since the agenda, another file or a revision in git: HEAD~1, a tag, a date as main@{2026-03-04}.",
      },
    },
    configOption,
  ],
  statuses: {
    0: clean,
    1: {
      da: "--public: noget er i vejen for at offentliggøre; det er sagt, og intet er skrevet.",
      en: "--public: something stands in the way of publishing; it is said, and nothing is written.",
    },
    2: failure,
  },
  examples: [
    {
      call: "referat export 2026-03-04.referat --to pdf",
      words: { da: "sider til print og arkiv", en: "pages for print and archive" },
    },
    {
      call: "referat export 2026 --to html --public --out web/",
      words: { da: "årets møder til hjemmesiden", en: "the year's meetings for the web site" },
    },
    {
      call: "referat export møde.referat --to docx --since møde.dagsorden",
      words: { da: "hvad mødet ændrede", en: "what the meeting changed" },
    },
  ],
  files: {
    ...configFile,
    SOURCE_DATE_EPOCH: {
      da: "Miljøvariabel: det tidspunkt, som skrives i resultatet, i sekunder siden 1970; ellers skrives intet.",
      en: "Environment variable: the time that is written in the result, in seconds since 1970; otherwise none is.",
    },
  },
};
