import assert from "node:assert/strict";
import { attachmentCitationsIn } from "../../server/src/model/attachmentCitations.ts";
import { acceptedName } from "../../server/src/model/fileName.ts";
import { pageBreaksIn } from "../../server/src/model/pageBreaks.ts";
import { personMentions, personNamesIn } from "../../server/src/model/people.ts";
import { plainDocument } from "../../server/src/model/plainDocument.ts";
import { signsOf } from "../../server/src/model/signs.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const many = 100_000;
const blanks = " ".repeat(many);
const section = (heading: string, text: string): string => `Punkt 1: Ny sag\n\n${heading}\n${text}\n`;

/** Texts that overran the stack, or that took from twenty seconds to more than a lifetime. */
const texts: Readonly<Record<string, string>> = {
  "blank lines before the journal number": `Punkt 1: A\n${"\n".repeat(130_000)}23/1493\n`,
  "names without end that are to do something": section(
    "Beslutning",
    `Det blev aftalt, at ${"Anna og ".repeat(20_000)}Bo undersøger sagen.`,
  ),
  "hyphens in the word behind a page break": `Punkt 1: A\n\nTeksten er brudt over og\n\na${"-".repeat(200)}X går den videre.\n`,
  "blanks in a title line": `REFERAT Udvalget${" ".repeat(5900)}x\n`,
  "blanks in an item's title": `Punkt 1: a${blanks}b${blanks}LUKKET\n`,
  "blanks in a list of names": section("Fraværende", `Bo Lind${blanks}x`),
  "blanks in the place of the meeting": `Mødested Rådhuset${blanks}x\n`,
  "blanks in what is to be done": section("Opfølgning", `- Anna: skriver${blanks}x (senest 1. april 2026)${blanks}.`),
  "full stops in a title": `Punkt 1: a${".".repeat(many)}x\n`,
  "one long word": `Punkt 1: A\n\n${"a".repeat(many)} og\n\n${"b".repeat(many)} c.\n`,
  "comments, one a line": `Punkt 1: A\n\n${"<!-- a -->\n".repeat(150_000)}`,
  "comments in a list": section("Opfølgning", "- a <!-- b -->\n".repeat(60_000)),
  "dates in what is to be done": section("Opfølgning", `- ${"4. marts 2026 ".repeat(40_000)}`),
  "sections of attachments, and citations": section("Bilag", "jf. bilag 1.2\nBilag\n".repeat(60_000)),
  "brackets in a list of participants": `Mødedeltagere Bo Lind og Bo ${"(".repeat(2 * many)}\u2028x\n`,
}; // prettier-ignore

describe("hostile texts", () => {
  for (const [what, text] of Object.entries(texts)) {
    it(`of ${what} are read`, () => {
      const document = ReferatDocument.parse(text);
      assert.equal(document.getText(), text);
      plainDocument(document);
      const names = personNamesIn(document);
      for (const chunk of document.chunks) {
        signsOf(chunk);
        personMentions(chunk, names);
        if (chunk.kind !== "item") continue;
        pageBreaksIn(chunk);
        attachmentCitationsIn(chunk);
      }
    });
  }

  it("of blanks in the name of a file are mended", () => {
    assert.equal(acceptedName(`a${blanks}:${blanks}b${blanks}.pdf`), "a - b.pdf");
  });
});
