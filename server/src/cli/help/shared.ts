import type { OptionHelp, Words } from "./page.ts";

/** What several commands have in common. */

export const paths: Words = { da: "STI…", en: "PATH…" };
export const file: Words = { da: "FIL", en: "FILE" };

export const pathWords: Words = {
  da: "En STI er en fil, en mappe (med undermapper, dog ikke node_modules eller skjulte mapper, søges der efter .referat og .dagsorden), et mønster som '2026/**/*.referat', eller - for standardinput.",
  en: "A PATH is a file, a folder (it and the folders below, but neither node_modules nor hidden ones, are searched for .referat and .dagsorden), a pattern such as '2026/**/*.referat', or - for standard input.",
};

export const configOption: OptionHelp = {
  name: "config",
  value: file,
  words: {
    da: "Brug denne referat.json til alle dokumenter i stedet for den nærmeste over hvert.",
    en: "Use this referat.json for all documents instead of the nearest above each.",
  },
};

export const clean: Words = { da: "Alt gik godt.", en: "All went well." };

export const failure: Words = {
  da: "Forkert brug, en fil, der ikke kan læses eller skrives, eller en fejl i referat.json.",
  en: "Wrong use, a file that cannot be read or written, or a mistake in referat.json.",
};

export const configFile: Readonly<Record<string, Words>> = {
  "referat.json": {
    da: "I dokumentets mappe eller en over den: hvordan organet skriver, og hvor alvorligt reglerne tages.",
    en: "In the document's folder or one above it: how the body writes, and how seriously the rules are taken.",
  },
};
