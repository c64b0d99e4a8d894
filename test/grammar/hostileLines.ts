/** Where a hostile line can stand: the lines before it, and how it begins. */
export const places: Readonly<Record<string, { before: readonly string[]; start: string }>> = {
  "head": { before: [], start: "" },
  "title line": { before: [], start: "REFERAT Udvalget " },
  "field": { before: [], start: "Mødedeltagere: " },
  "contents": { before: ["Indholdsfortegnelse"], start: "Eventuelt " },
  "item heading": { before: [], start: "Punkt 1: Eventuelt " },
  "pause": { before: ["Punkt 1: A"], start: "PAUSE (" },
  "journal number": { before: ["Punkt 1: A"], start: "Sagsnr. " },
  "body": { before: ["Punkt 1: A"], start: "" },
  "bullet": { before: ["Punkt 1: A"], start: "- " },
  "numbered entry": { before: ["Punkt 1: A"], start: "1. " },
  "table": { before: ["Punkt 1: A"], start: "a\tb" },
  "pipe table": { before: ["Punkt 1: A"], start: "| a " },
  "decision heading": { before: ["Punkt 1: A"], start: "Beslutning i Udvalget " },
  "absence": { before: ["Punkt 1: A"], start: "Fraværende Anna " },
  "attachments": { before: ["Punkt 1: A", "Bilag"], start: "" },
  "open comment": { before: ["Punkt 1: A", "<!-- åben"], start: "" },
  "directive": { before: ["Punkt 1: A"], start: "<!-- referat-disable " },
};

/** What a hostile line repeats: the beginnings of everything that the grammar knows, without their ends. */
export const seeds = [
  "a", " ", "x ", "\t", "x\t", "\u00a0", ".", ". ", "...1", "\t1 ", "_", "·", "1", "1/", "1.1.", "4. ", "d. 4/", "mandag ",
  " den 4. marts", ", kl. 13.05-", "kl. ", "(13.05", "(13.05-13.30) ", "(30 min", "(", ",", "*", "*a", "*a ", "**a", "**a ",
  "***a", "**a*b", "[", "[]", "[a](", "[a](b", "](", "^[1", "[1]", "<", "<!--", "<!-- -->", "<!-- referat-disable ", "<http://",
  "http://", "http://.", "www.", "a@", "a@b.", "a.", "punkt ", "punkt 1, ", "bilag 1.", "Bilag ", "|", "| a ", "-", "- ", ":",
  ".!?", "Lukket ", "(lukket", "Orienteringssag: ", "slot-", "'", "e\u0301", "😀",
]; // prettier-ignore

/** The lines before, and the hostile one: about so many signs. */
export function hostileLines(place: string, seed: string, length: number): string[] {
  const { before, start } = places[place] ?? { before: [], start: "" };
  return [...before, start + seed.repeat(Math.ceil(length / seed.length))];
}
