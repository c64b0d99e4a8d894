import { hostileLines, places, seeds } from "../grammar/hostileLines.ts";

/** Texts that grow with a number: what costs more than that number says is not linear. */
export interface Growing {
  readonly name: string;
  /** About so many signs. */
  readonly text: (length: number) => string;
}

/** What a line of words repeats besides what the grammar knows: near-matches of what the rules and the features read. */
const moreSeeds = [
  "010203-", "010203-1234 ", "0102031234", "Anna Holm, ", "Anna ", "A", "Anna Holm (", "og ", "Anna og Bo ", "blev ", "det blev aftalt, at ",
  "indstilles, at ", "godkendt ", "ikke ", "senest 1. april ", "punkt 3 og ", "pkt. ", "bilag 3.1 og ", "a.pdf", "a.pdf ", "a-b.", "§ ", "side 1 af ",
  "kl. 13.05-13.30, ", "13.05 - ", "mødet den 4. juni 2025 ", "23/1493 ", "23/1493-", "(se ", "\"", "”", "“a”", "For stemte: ", "<!", "--", "-->", "\u200b", "\u0301",
  "K", "e", "Ad 1) ", "1. ", "1) ", "a) ", "\u2028", "\v", "d. ", "Kære ", "ABC ", "ÆØÅ", "tirsdag d. 4. marts 2026 ",
]; // prettier-ignore

/** Lines that a document repeats: each kind that there is. */
const lines = [
  "", " ", "\t", "Punkt 1: A", "Punkt 1: A, kl. 13.05-13.30", "Punkt 1: A (30 min)", "PAUSE (13.00-13.10)", "PAUSE", "Frokost",
  "Sagsfremstilling", "INDSTILING", "Indstilling\nDet indstilles, at udvalget:\n1. Godkender planen", "Beslutning\nGodkendt.", "Bilag\nBilag 1.1: A.pdf", "Bilag 1.1: A.pdf",
  "Afbud Anna Holm", "Fraværende:\nAnna Holm", "Opfølgning\n- Anna: skriver (senest 1. april 2026)", "- a", "1. a", "  - a", "a) b", "5. a", "a\tb", "| a | b |",
  "<!-- a -->", "<!--", "-->", "<!-- referat-disable-next-line weekday -->", "<!-- referat-disable weekday -->", "<!-- referat-enable weekday -->", "[1] En fodnote.", "Ord[1] og [2].",
  "Mødedato Onsdag d. 4. marts 2026 kl. 13:00", "Mødedeltagere Anna Holm, A", "Anna Holm, A", "Indholdsfortegnelse", "A (13.00-13.05).....\t3", "Indholdsfortegnelse\n\nA.....\t3",
  "REFERAT Udvalget d. 04-03-2026", "Tirsdag d. 4. marts 2026.", "Anna Holm sagde, jf. punkt 1 og bilag 1.1.", "Udvalget drøftede sagen på mødet den 4. juni 2025.", "Baggrund", "BAGGRUND:",
  "Afstemning\nFor stemte: Anna Holm", "Det blev aftalt, at Anna Holm skriver til naboerne.", "og\n\nvidere", "23/1493", "ole@a.dk https://a.dk/b [c](d.pdf)", "(", "\"", "\r", "\u2028",
]; // prettier-ignore

export const hostileTexts: readonly Growing[] = [
  ...Object.keys(places).flatMap((place) =>
    [...seeds, ...moreSeeds].map((seed) => ({
      name: `one line, ${place}: ${JSON.stringify(seed)}`,
      text: (length: number) => hostileLines(place, seed, length).join("\n"),
    })),
  ),
  ...lines.map((line) => ({
    name: `lines: ${JSON.stringify(line)}`,
    text: (length: number) => `${line}\n`.repeat(Math.ceil(length / (line.length + 1))),
  })),
  ...lines.map((line) => ({
    name: `lines of an item, apart: ${JSON.stringify(line)}`,
    text: (length: number) => `Punkt 1: A\n\n${`${line}\n\n`.repeat(Math.ceil(length / (line.length + 2)))}`,
  })),
  {
    name: "items, each in the contents",
    text: (length: number): string => {
      const items = Array.from({ length: Math.ceil(length / 90) }, (_, index) => `Sag ${index}`);
      return [
        "REFERAT Udvalget d. 04-03-2026\n\nIndholdsfortegnelse\n",
        ...items.map((title, index) => `${title}.....\t${index}`),
        ...items.map(
          (title, index) => `\nPunkt ${index + 1}: ${title}\n\nBeslutning\n\nGodkendt, jf. punkt ${index}.`,
        ),
      ].join("\n");
    },
  },
  {
    name: "participants, each speaking",
    text: (length: number): string => {
      const names = Array.from({ length: Math.ceil(length / 60) }, (_, index) => `Anna ${letters(index)}`);
      return `Mødedeltagere ${names.join(", ")}\n\nPunkt 1: A\n\n${names.map((name) => `${name} sagde noget.`).join("\n")}`;
    },
  },
];

/** Names that are all different: `Aab`, `Aac` … */
function letters(index: number): string {
  const signs = [...String(index)].map((digit) => "abcdefghij"[Number(digit)] ?? "").join("");
  return `H${signs}`;
}
