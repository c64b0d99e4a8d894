import assert from "node:assert/strict";
import { foldingOf } from "../../server/src/features/folding.ts";
import { highlightsAt } from "../../server/src/features/highlights.ts";
import { linksOf } from "../../server/src/features/links.ts";
import { outlineOf } from "../../server/src/features/outline.ts";
import { selectionAt } from "../../server/src/features/selection.ts";
import { semanticTokensOf } from "../../server/src/features/semanticTokens.ts";
import { plainDocument } from "../../server/src/model/plainDocument.ts";
import { allFixes, Checker, documentContext, messageOf } from "../../server/src/rules/check.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

/**
 * Four times the text may take four times the work. The steps of a regular expression cannot be counted, so this is
 * told from processor time, and from ratios only: a text that takes more than eight times as long as one of a quarter
 * of its size is measured again, and fails where that is no accident.
 */

const works: Readonly<Record<string, (text: string) => void>> = {
  "parsing and editing": (text) => {
    const document = ReferatDocument.parse(text);
    const middle = document.length >> 1;
    document.edit({ start: middle, end: middle, text: "x" });
    document.replace(text.slice(0, middle) + text.slice(middle + 1));
  },
  "plain data": (text) => {
    plainDocument(ReferatDocument.parse(text));
  },
  "features": (text) => {
    const document = ReferatDocument.parse(text);
    const middle = document.length >> 1;
    outlineOf(document);
    foldingOf(document);
    selectionAt(document, middle);
    semanticTokensOf(document);
    linksOf(document);
    highlightsAt(document, middle);
    highlightsAt(document, document.length - 2);
  },
  "checking": (text) => {
    const document = ReferatDocument.parse(text);
    const findings = new Checker().check(document);
    for (const finding of findings) messageOf(finding, "da");
    allFixes(findings, documentContext(document));
  },
};

/** Differences below this many milliseconds say nothing. */
const noise = 25;

function milliseconds(work: (text: string) => void, text: string, times: number): number {
  let least = Infinity;
  for (let i = 0; i < times; i++) {
    const start = process.cpuUsage();
    work(text);
    least = Math.min(least, process.cpuUsage(start).user / 1000);
  }
  return least;
}

/** From the small sizes up, so that what is cubic is found before it takes for ever. */
function assertLinear(make: (size: number) => string, sizes: readonly number[]): void {
  for (const [name, work] of Object.entries(works)) {
    let before: number | null = null;
    for (const size of sizes) {
      const text = make(size);
      let now = milliseconds(work, text, 1);
      if (before !== null && tooSlow(before, now)) {
        const again = Math.min(before, milliseconds(work, make(size / 4), 3));
        // What took seconds was no accident.
        if (now < 1000) now = Math.min(now, milliseconds(work, text, 2));
        assert.ok(
          !tooSlow(again, now),
          `${name}: ${Math.round(again)} ms at ${size / 4}, ${Math.round(now)} ms at ${size}`,
        );
      }
      before = now;
    }
  }
}

function tooSlow(before: number, now: number): boolean {
  return now > 8 * before && now - before > noise;
}

/** Everywhere that a line can stand and be read in its own way. */
const places: Readonly<Record<string, (line: string) => string>> = {
  "the title line": (line) => `REFERAT Udvalget ${line}x d. 04-03-2026\n`,
  "the head": (line) => `REFERAT Udvalget d. 04-03-2026\n\n${line}x\n\nMødedato ${line}x\n\nMødested a${line}b\n`,
  "the participants": (line) => `Mødedeltagere Anna${line}x\n\nAfbud Bent${line}x\n\nPunkt 1: Sag\n\nAnna sagde det.\n`,
  "the contents": (line) => `Indholdsfortegnelse\n\nSag${line}x....3\n\nPunkt 1: Sag${line}y\n`,
  "an item's heading": (line) => `Punkt 1: Sag${line}x (10.00-11.00)\n\nTekst.\n\nPunkt 2: ${line}\n`,
  "a pause": (line) => `Punkt 1: Sag\n\nPAUSE${line}(10.00-11.00)\n\nPunkt 2: Sag\nSagsnr. ${line}\n`,
  "body text": (line) => `Punkt 1: Sag\n\n${line}x\n\nTekst${line}\nmere\n\n- a${line}x\n\na\tb${line}\n| a ${line}|\n\n[1] a${line}\n`,
  "a recommendation": (line) => `Punkt 1: Sag\n\nIndstilling\nDet indstilles, at${line}x:\n1. Godkender${line}x\n2. Drøfter\n\nBeslutning\nGodkendt.\n`,
  "a decision": (line) => `Punkt 1: Sag\n\nIndstilling\n1. Godkender\n2. Drøfter\n\nBeslutning\n1. Sagen ${line} godkendt\n2. Det blev aftalt, at ${line}x.\n`,
  "an action": (line) => `Punkt 1: Sag\n\nOpfølgning\n- Ole: sender ${line}x\n${line}x\n`,
  "an attachment": (line) => `Punkt 1: Sag\n\nBilag\nBilag 1${line}x\n${line}x\n`,
  "the absent": (line) => `Punkt 1: Sag\n\nFraværende\nAnna${line}x\n\nAfbud Anna${line}X\n`,
}; // prettier-ignore

/** What a hostile line repeats. */
const seeds = [
  " ", "\t", "\u00a0", "a ", "a\t", ".", ". ", "…", ":", ".!?", ",", ", ", ";", "-", "(", "()", "(a", ")", "[", "[a](", "[a](b) ", "[1]", "<", "<a@b.dk> ", "*",
  "**a ", "|", "_", "\"", "'", "1", "1.", "1. ", "1/", "d. 4. ", "4. marts 2026 ", "mandag, ", "kl. 13.05-", "(30 min) ", "Punkt 1: ", "punkt 1, ", "a, ", "A, ",
  "Anna Holm, ", "A og ", "Ole (Fravær), ", "www.", "www.aa.dk ", "http://a.b ", "@", "a@", "a@b.", "<!--", "-->", "<!-- -->", "a", "A", "æ", "😀", "\ud83d",
  "e\u0301", "LUKKET ", "lukket punkt: ", "Bilag 1 ", "godkendt ", "godkendt, ", "Godkendt. ", "ikke ", "taget ", "sendes til ", "anbefales til ", "at ", ", at ",
  "aftalt, at x udsender ", "(senest 1. april) ",
]; // prettier-ignore

function filled(seed: string, size: number): string {
  return seed.repeat(Math.ceil(size / seed.length));
}

function times(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("");
}

/** Another word for each number, in letters. */
function word(index: number): string {
  return `s${index.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "")}`;
}

function name(index: number): string {
  const letters = word(index);
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

/** Many lines of one kind, by their number. */
const crowds: Readonly<Record<string, (count: number) => string>> = {
  "empty items": (n) => times(n, (i) => `Punkt ${i + 1}: Sag ${word(i)}\n`),
  "items of one number and title": (n) => times(n, () => "Punkt 1: Sag\n\n"),
  "items with gaps in time": (n) => times(n, (i) => `Punkt ${i + 1}: Sag (${i % 2 ? "10.10-10.15" : "10.00-10.05"})\n\n`),
  "items at one time": (n) => times(n, (i) => `Punkt ${i + 1}: Sag (10.00-10.15)\n\n`),
  "items in reverse": (n) => times(n, (i) => `Punkt ${n - i}: Sag\n\n`),
  "numbered pauses": (n) => times(n, (i) => `Punkt ${i + 1}: PAUSE\n\n`),
  "unnumbered pauses": (n) => `Punkt 1: Sag\n\n${"PAUSE\n\n".repeat(n)}Punkt 2: Sag\n`,
  "contents that match nothing": (n) =>
    `Indholdsfortegnelse\n\n${times(n, (i) => `Emne ${word(i)}....${i % 99}\n`)}\n${times(n, (i) => `Punkt ${i + 1}: Sag ${word(i + 7)} og mere\n`)}`,
  "contents that nearly match": (n) =>
    `Indholdsfortegnelse\n\n${times(n, (i) => `Sagen ${word(i)} om havnen....${i % 99}\n`)}\n${times(n, (i) => `Punkt ${i + 1}: Sage ${word(i)} om havnen\n`)}`,
  "contents of one title": (n) => `Indholdsfortegnelse\n\n${"Sag....3\n".repeat(n)}\n${times(n, (i) => `Punkt ${i + 1}: Sag\n`)}`,
  "contents without items": (n) => `Indholdsfortegnelse\n\n${times(n, (i) => `Sag ${word(i)}\n\n`)}`,
  "headings of contents": (n) => "Indholdsfortegnelse\n".repeat(n) + times(n, (i) => `Punkt ${i + 1}: Sag\n`),
  "participants behind commas": (n) => `Mødedeltagere ${times(n, (i) => `${name(i)} Holm, A, `)}\n\nPunkt 1: Sag\n\n${times(n, (i) => `${name(i)} Holm sagde det.\n`)}`,
  "participants on lines, and as many absent": (n) =>
    `Mødedeltagere\n${times(n, (i) => `${name(i)} Holm, A\n`)}\nAfbud\n${times(n, (i) => `${name(i)} Krogh, A\n`)}\nPunkt 1: Sag\n`,
  "participants and items": (n) => `Mødedeltagere\n${times(n, (i) => `${name(i)} Holm, A\n`)}\n${times(n, (i) => `Punkt ${i + 1}: Sag\n\nTekst.\n`)}`,
  "absent persons, item by item": (n) => times(n, (i) => `Punkt ${i + 1}: Sag\n\nFraværende ${name(i)} Holm\n\n`),
  "comments": (n) => `Punkt 1: Sag\n\n${"<!-- x -->\nTekst.\n".repeat(n)}`,
  "comments among attachments": (n) => `Punkt 1: Sag\n\nBilag\n${times(n, (i) => `Bilag 1.${i} <!-- x --> Kort\n`)}`,
  "comments among entries": (n) => `Indholdsfortegnelse\n\n${times(n, (i) => `Sag ${word(i)} <!-- x -->....3\n`)}\nPunkt 1: Sag\n`,
  "comments that are not closed": (n) => `Punkt 1: Sag\n\n${"<!-- x\n".repeat(n)}`,
  "silencings": (n) => times(n, (i) => `<!-- referat-disable-next-line empty-item -->\n\nPunkt ${i + 1}: Sag\n\n`),
  "silencings in one item": (n) => `Punkt 1: Sag\n\n${"<!-- referat-disable-next-line empty-section -->\nBilag\n".repeat(n)}`,
  "sections": (n) => `Punkt 1: Sag\n\n${"Bilag\n\n".repeat(n)}`,
  "subheadings": (n) => `Punkt 1: Sag\n\n${"Baggrund\n\nTekst.\n\n".repeat(n)}`,
  "entries of a list": (n) => `Punkt 1: Sag\n\n${times(n, (i) => `${" ".repeat(i % 30)}- x\n`)}`,
  "numbers of a list": (n) => `Punkt 1: Sag\n\n${times(n, (i) => `${((i * 7) % 900) + 1}. x\n`)}`,
  "recommendations and answers": (n) => `Punkt 1: Sag\n\nIndstilling\nDet indstilles:\n${times(n, (i) => `${(i % 999) + 1}. Godkender planen\n`)}\nBeslutning\n${times(n, (i) => `${(i % 999) + 1}. Godkendt\n`)}`,
  "attachments": (n) => `Punkt 1: Sag\n\nBilag\n${times(n, (i) => `Bilag 1.${i}: ${word(i)}.pdf\n`)}\nBilag\n${times(n, (i) => `Bilag 1.${i}: ${word(i)}.pdf\n`)}`,
  "rows of a table": (n) => `Punkt 1: Sag\n\n${"a\tb\tc\n".repeat(n)}`,
  "footnotes": (n) => `Punkt 1: Sag\n\n${times(n, (i) => `Tekst[${i % 999}]\n`)}\n${times(n, (i) => `[${i % 999}] Note\n`)}`,
  "references to items": (n) => times(n, (i) => `Punkt ${i + 1}: Sag\n\nSe punkt ${n - i}.\n`),
  "wrong weekdays": (n) => `Punkt 1: Sag\n\n${"Tirsdag d. 4. marts 2026\n".repeat(n)}`,
  "links": (n) => `Punkt 1: Sag\n\n${"www.havneby.dk og [her](#) ".repeat(n)}\n`,
  "paragraphs": (n) => `Punkt 1: Sag\n\n${"Teksten er kort.\n\n".repeat(n)}`,
  "lines of one paragraph": (n) => `Punkt 1: Sag\n\n${"Teksten er kort.\n".repeat(n)}`,
  "blank lines": (n) => `Punkt 1: Sag${"\n".repeat(n)}<!-- x -->`,
  "lone CRs": (n) => `Punkt 1: Sag\r${"Tekst.\r\r".repeat(n)}`,
  "lines of the head": (n) => times(n, (i) => `Mødested Lokale ${i}\n`),
  "title lines": (n) => "REFERAT Udvalget d. 04-03-2026\n".repeat(n),
}; // prettier-ignore

describe("linear", () => {
  describe("a long line", () => {
    for (const [place, put] of Object.entries(places)) {
      it(`in ${place}`, () => {
        const failures: string[] = [];
        for (const seed of seeds) {
          try {
            assertLinear((size) => put(filled(seed, size)), [256, 1024, 4096]);
          } catch (error) {
            failures.push(
              `${JSON.stringify(seed)}: ${error instanceof Error ? error.message : String(error)}`,
            );
          }
        }
        assert.deepEqual(failures, []);
      });
    }
  });

  describe("a crowd of", () => {
    for (const [crowd, make] of Object.entries(crowds)) {
      it(crowd, () => assertLinear(make, [500, 2000, 8000]));
    }
  });

  describe("a very long document", () => {
    for (const crowd of ["paragraphs", "blank lines", "entries of a list", "sections"]) {
      it(`of ${crowd} is read without a word`, () => {
        const text = crowds[crowd]?.(150_000) ?? "";
        assert.equal(ReferatDocument.parse(text).length, text.length);
      });
    }
  });
});
