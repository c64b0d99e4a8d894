import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  formattingOf,
  type FormattingOptions,
  type LineRange,
  withEdits,
} from "../../server/src/features/formatting.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts"; // prettier-ignore

function formatted(text: string, options: FormattingOptions = {}, range?: LineRange): string {
  return withEdits(text, formattingOf(ReferatDocument.parse(text), options, range));
}

const head = "REFERAT Kulturudvalget i Havneby d. 04-03-2026\n\n";

/** Formats what stands under the heading of an item. */
function formattedItem(body: string): string {
  const heading = `${head}Punkt 1: Ny svømmehal\n\n`;
  const text = formatted(heading + body);
  assert.ok(text.startsWith(heading));
  return text.slice(heading.length);
}

describe("formatting", () => {
  it("has nothing to do in the examples", () => {
    const folder = join(import.meta.dirname, "..", "..", "examples");
    for (const name of readdirSync(folder).filter((each) => /\.(?:referat|dagsorden)$/.test(each))) {
      const document = ReferatDocument.parse(readFileSync(join(folder, name), "utf8"));
      assert.deepEqual(formattingOf(document), [], name);
    }
  });

  it("takes the blanks at the ends of lines", () => {
    assert.equal(formattedItem("Hallen er fra 1974. \t\nDen er utæt.\u00a0\n \nTaget\n"), "Hallen er fra 1974.\nDen er utæt.\n\nTaget\n");
    assert.equal(formatted("Ja \n  \nNej \n", { trimTrailingWhitespace: false }), "Ja \n  \nNej \n");
  }); // prettier-ignore

  it("leaves blanks between words, and the way things are written", () => {
    const text = `${head}Punkt 1:Ny  svømmehal ,kl.13.05 - 13.30\n\nHan  sagde:  ja.\n\n-   Et punkt\n1.Godkender\n`;
    assert.equal(formatted(text), text);
  });

  it("makes one blank line of several, and none at the start and the end", () => {
    assert.equal(formatted("\n\n  \nJa\n\n \n\nNej\n\n\n"), "Ja\n\nNej\n");
    assert.equal(formatted("\n \n\n"), "");
    assert.equal(formatted("Ja\n\n\n", { trimFinalNewlines: false }), "Ja\n\n\n");
  });

  it("adds the final line end that is asked for, of the document's own kind", () => {
    assert.equal(formatted("Ja\r\n\r\nNej", { insertFinalNewline: true }), "Ja\r\n\r\nNej\r\n");
    assert.equal(formatted(`${head}Punkt 1: A`, { insertFinalNewline: true }), `${head}Punkt 1: A\n`);
    assert.equal(formatted("Ja\n", { insertFinalNewline: true }), "Ja\n");
    assert.equal(formatted("Ja  ", { insertFinalNewline: true }), "Ja\n");
    assert.equal(formatted("", { insertFinalNewline: true }), "");
    assert.equal(formatted("Ja"), "Ja");
  });

  it("keeps the byte order mark and the line ends", () => {
    assert.equal(formatted("\ufeff\r\n\r\nREFERAT KU d. 04-03-2026 \r\n\r\n\r\nPunkt 1: A\r\nJa\r"), "\ufeffREFERAT KU d. 04-03-2026\r\n\r\nPunkt 1: A\r\n\r\nJa\r");
    assert.equal(formatted("Ja\r \nNej\n"), "Ja\r \nNej\n", "a CR and an LF that come together end one line, not two");
    assert.equal(formatted("Ja\r\r\r\rNej\r"), "Ja\r\rNej\r");
  }); // prettier-ignore

  it("sets headings apart", () => {
    const text = [
      "REFERAT Kulturudvalget d. 04-03-2026",
      "Mødested Rådhuset",
      "Mødeleder Anna Holm",
      "Indholdsfortegnelse",
      "Ny hal.....\t3",
      "Eventuelt.....\t4",
      "Punkt 1: Ny hal",
      "23/1493",
      "Sagsfremstilling",
      "Hallen er fra 1974.",
      "Indstilling",
      "1. Godkender planen",
      "Beslutning",
      "Godkendt.",
      "PAUSE",
      "Punkt 2: Eventuelt",
      "Intet.",
    ];
    assert.deepEqual(formatted(text.join("\n")).split("\n"), [
      "REFERAT Kulturudvalget d. 04-03-2026",
      "",
      "Mødested Rådhuset",
      "Mødeleder Anna Holm",
      "",
      "Indholdsfortegnelse",
      "",
      "Ny hal.....\t3",
      "Eventuelt.....\t4",
      "",
      "Punkt 1: Ny hal",
      "23/1493",
      "",
      // Where no heading of a section is set apart from its text, none is.
      "Sagsfremstilling",
      "Hallen er fra 1974.",
      "",
      "Indstilling",
      "1. Godkender planen",
      "",
      "Beslutning",
      "Godkendt.",
      "PAUSE",
      "",
      "Punkt 2: Eventuelt",
      "",
      "Intet.",
    ]);
  });

  it("sets the text under a section apart where most of the document does", () => {
    assert.equal(
      formattedItem("Sagsfremstilling\n\nHallen.\n\nIndstilling\n1. Godkender\n\nBeslutning\n\nJa.\n\nFraværende:\nAnna Holm\n"),
      "Sagsfremstilling\n\nHallen.\n\nIndstilling\n\n1. Godkender\n\nBeslutning\n\nJa.\n\nFraværende:\nAnna Holm\n",
    );
  }); // prettier-ignore

  it("leaves the rest of a heading with it, and a comment with what it is about", () => {
    const broken = `${head}Punkt 1: Orienteringssag: Ny\nsvømmehal (13.05-13.30)\n`;
    assert.equal(formatted(broken), broken);
    assert.equal(
      formattedItem("Ja.\n<!-- referat-disable-next-line missing-section -->\nBeslutning\n\nGodkendt.\n"),
      "Ja.\n\n<!-- referat-disable-next-line missing-section -->\nBeslutning\n\nGodkendt.\n",
    );
    const open = "Ja. <!-- det\nvar det -->\nBeslutning\n\nGodkendt.\n";
    assert.equal(formattedItem(open), open);
  });

  it("changes nothing in a comment", () => {
    const body = "<!-- Anna  \n\n\n  siger  \n-->\n\nJa.\n";
    assert.equal(formattedItem(body), body);
    assert.equal(formattedItem("<!-- a -->  \n\nJa.\n"), "<!-- a -->\n\nJa.\n");
  });

  it("takes no tab of a table, and none of the contents", () => {
    const table = "Navn\tAntal\t\nHal\t2\t \n\t\nTag\t\n\tIalt\t\n";
    assert.equal(formattedItem(table), table);
    const contents = `${head}Indholdsfortegnelse\n\nNy hal.....\t\nTag (13.05-13.30)  .....\t 4\n`;
    assert.equal(formatted(contents), contents);
  });

  it("keeps a field's value with its label, and one person a line", () => {
    const text = `${head}Mødedeltagere\nAnna Holm, A\n  Bent Krogh, V\n\nMødested\n\nRådhuset\n`;
    assert.equal(formatted(text), text);
  });

  describe("of indentation", () => {
    it("evens the entries of a list, level by level, and takes their further lines along", () => {
      assert.equal(
        formattedItem(" - Tag\n   og fag\n    - Spær\n - Gulv\nog loft\n     - Fliser\n       - Blå\n"),
        "- Tag\n  og fag\n  - Spær\n- Gulv\nog loft\n  - Fliser\n    - Blå\n",
      );
    });

    it("nests as most of the document does", () => {
      const body = (first: string, second: string): string =>
        `- Tag\n\t- Spær\n\t- Lægter\n\t- Brædder\n\nJa.\n\n- Gulv\n${first}- Fliser\n${second}- Blå\n`;
      assert.equal(formattedItem(body("  ", "    ")), body("\t", "\t\t"));
      assert.equal(formattedItem("- Tag\n - Spær\n\nJa.\n\n- Gulv\n   - Fliser\n"), "- Tag\n  - Spær\n\nJa.\n\n- Gulv\n  - Fliser\n");
    }); // prettier-ignore

    it("leaves a list that belongs to an entry above it, and one that is set far in", () => {
      for (const body of ["1. Tag\n\n   - Spær\n\n2. Gulv\n", "\t- Tag\n\t- Gulv\n", "    1. Tag\n"])
        assert.equal(formattedItem(body), body);
    });

    it("takes a blank that has slipped in before a line, where it means nothing", () => {
      assert.equal(formattedItem(" Hallen er fra 1974.\n  Den er utæt.\n"), "Hallen er fra 1974.\nDen er utæt.\n");
      assert.equal(formatted(` ${head} Mødested Rådhuset\n`), `${head}Mødested Rådhuset\n`);
      for (const body of [
        "Ja.\n\n Indstilling\n", // a heading if it began the line
        "    Der var et yndigt land,\n    det står med brede bøge\n",
        " A:   12\nBB:    9\n",
        "- Tag\n\n  Det er utæt.\n",
        "Bilag\n\nBilag 1.1: Plan\n  Kort.pdf\n",
      ])
        assert.equal(formattedItem(body), body);
    }); // prettier-ignore
  });

  describe("of a range", () => {
    const text = `${head}Punkt 1: A \n\n\n\n - Tag \n - Gulv \nPunkt 2: B \n`;

    it("touches its lines only", () => {
      assert.equal(formatted(text, {}, { first: 2, last: 2 }), text.replace("A \n", "A\n"));
      assert.equal(formatted(text, {}, { first: 8, last: 8 }), text.replace("Punkt 2: B ", "\nPunkt 2: B"));
      assert.equal(formatted(text, {}, { first: 3, last: 4 }), text.replace("A \n\n\n\n", "A \n\n\n"));
    });

    it("evens a list as far as no level changes", () => {
      assert.equal(
        formatted(text, {}, { first: 6, last: 7 }),
        text.replace(" - Tag \n - Gulv \n", "- Tag\n- Gulv\n"),
      );
      const nested = `${head}Punkt 1: A\n\n   - Tag\n     - Spær\n     - Lægter\n`;
      assert.equal(formatted(nested, {}, { first: 6, last: 6 }), nested);
    });
  });

  it("gives one edit for each run of blanks, no more", () => {
    const text = `${head}Punkt 1: A \n \n\n\nJa. \n`;
    const edits = formattingOf(ReferatDocument.parse(text));
    assert.deepEqual(
      edits.map(({ start, end, text: inserted }) => [text.slice(start, end), inserted]),
      [
        [" ", ""],
        [" ", ""],
        ["\n\n", ""],
        [" ", ""],
      ],
    );
  });
});
