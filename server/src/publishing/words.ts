import type { DocumentState } from "../model/documentState.ts";
import type { ItemChange, RenderDocument } from "./renderModel.ts";

type Kind = RenderDocument["kind"];

/** What an output says besides the document: it is in the document's language. */
export const words = {
  skip: "Spring til indholdet",
  contents: "Indholdsfortegnelse",
  state: {
    "kladde": "Kladde",
    "til godkendelse": "Til godkendelse",
    "godkendt": "Godkendt",
  } satisfies Record<DocumentState, string>,
  closed: (kind: Kind): string =>
    kind === "referat"
      ? "Lukket punkt. Punktet er behandlet for lukkede døre og er ikke offentligt."
      : "Lukket punkt. Punktet behandles for lukkede døre og er ikke offentligt.",
  table: (number: number): string => `Tabel ${number}, kan rulles vandret`,
  note: (number: string): string => `Note ${number}`,
  backFromNote: (number: string): string => `Tilbage til teksten ved note ${number}`,
  changes: (since: string): string => `Ændringer i forhold til ${since}`,
  agenda: "dagsordenen",
  versionOf: (day: string): string => `versionen fra ${day}`,
  earlierVersion: "en tidligere version",
  inserted: "tilføjet",
  deleted: "udgået",
  itemChange: ({ type, before }: ItemChange): string => {
    const was = before === null ? "" : `Før: »${before}«.`;
    switch (type) {
      case "inserted":
        return "Nyt punkt.";
      case "deleted":
        return "Punktet er udgået.";
      case "moved":
        return `Punktet er flyttet. ${was}`.trim();
      case "renamed":
        return was;
    }
  },
  columns: (from: number, to: number, of: number): string => `Kolonne ${from}–${to} af ${of}`,
  untitled: "Uden titel",
  logo: "Logo",
  page: "side",
  pageOf: "af",
} as const;
