import assert from "node:assert/strict";
import { changedText } from "../../server/src/edits/textChanges.ts";
import { renameableAt, renameAt } from "../../server/src/features/rename.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { caretIn, council } from "./caret.ts";

function renamed(text: string, marked: string, name: string): string {
  const document = ReferatDocument.parse(text);
  const result = renameAt(document, caretIn(text, marked), name);
  assert.ok("changes" in result, "refused" in result ? result.refused.da : "");
  return changedText(document, result.changes);
}

function refusal(text: string, marked: string, name: string): string | null {
  const result = renameAt(ReferatDocument.parse(text), caretIn(text, marked), name);
  return "refused" in result ? result.refused.da : null;
}

interface Case {
  readonly what: string;
  readonly from: readonly string[];
  readonly to: string;
  /** What is offered: the words there, and the name. */
  readonly offered: readonly [words: string, name: string] | null;
  readonly expected: (text: string) => string;
}

const cases: readonly Case[] = [
  {
    what: "a person, with the genitive, and not who has a longer name",
    from: ["An|na Holm, A", "Anna Holm| har", "Anna Hol|ms forslag"],
    to: "Anne Krogh",
    offered: ["Anna Holm", "Anna Holm"],
    expected: (text) => text.replace(/Anna Holm(?! Jensen)/g, "Anne Krogh"),
  },
  {
    what: "a person to a name that ends in s",
    from: ["An|na Holm, A"],
    to: "Jens Friis",
    offered: null,
    expected: (text) =>
      text.replace("Anna Holms", "Jens Friis'").replace(/Anna Holm(?! Jensen)/g, "Jens Friis"),
  },
  {
    what: "an absent person",
    from: ["Fraværende Bent K|rogh", "Bent| Krogh, V"],
    to: "Åse Æbelø",
    offered: ["Bent Krogh", "Bent Krogh"],
    expected: (text) => text.replaceAll("Bent Krogh", "Åse Æbelø"),
  },
  {
    what: "a speaker",
    from: ["Karin Ben|tzens oplæg"],
    to: "Karen Bentsen",
    offered: ["Karin Bentzen", "Karin Bentzen"],
    expected: (text) => text.replaceAll("Karin Bentzen", "Karen Bentsen"),
  },
  {
    what: "the body, in the title line, the decisions' headings and running text",
    from: ["REFERAT Kul|turudvalget", "at kultur|udvalget"],
    to: "Fritidsudvalget i Havneby",
    offered: null,
    expected: (text) =>
      text
        .replaceAll("Kulturudvalget i Havneby - Politisk niveau", "Fritidsudvalget i Havneby")
        .replace("kulturudvalget i Havneby – Politisk niveau", "fritidsudvalget i Havneby"),
  },
  {
    what: "an item's title, and its entry; the times stay",
    from: ["Ny svømm|ehal (13.05-13.35)....", "2: Ny svøm|mehal (13", "Pun|kt 2: Ny", "jf. punkt |2."],
    to: "Renovering: svømmehal & bad (2. del)",
    offered: null,
    expected: (text) => text.replaceAll("Ny svømmehal", "Renovering: svømmehal & bad (2. del)"),
  },
  {
    what: "an item whose entry is cut short: it follows the heading",
    from: ["Cykelstier ved hav|nen", "Cykelstier ved| ha\t"],
    to: "Stier",
    offered: null,
    expected: (text) =>
      text
        .replace("Cykelstier ved havnen", "Stier")
        .replace("Cykelstier ved ha\t6", "Stier (13.45-14.30)\t6"),
  },
];

describe("rename", () => {
  for (const { what, from, to, offered, expected } of cases) {
    for (const marked of from) {
      it(`${what}: ${marked}`, () => {
        assert.equal(renamed(council, marked, to), expected(council));
        const document = ReferatDocument.parse(council);
        const found = renameableAt(document, caretIn(council, marked));
        assert.ok(found);
        if (offered) assert.deepEqual([document.getText(found.span), found.name], offered);
        // The name that it has changes nothing.
        assert.equal(renamed(council, marked, found.name), council);
      });
    }
  }

  for (const lineEnd of ["\r\n", "\r"]) {
    it(`keeps line ends ${JSON.stringify(lineEnd)} and a byte order mark`, () => {
      const text = `\uFEFF${council.replaceAll("\n", lineEnd)}`;
      assert.equal(renamed(text, "Bent| Krogh, V", "Bo Li"), text.replaceAll("Bent Krogh", "Bo Li"));
    });
  }

  const wrapped = council.replace("Anna Holm har", "Anna\nHolm har");
  it("keeps the line that a name runs over", () => {
    assert.equal(
      renamed(wrapped, "Ann|a Holm, A", "Eva Maria Kragh"),
      wrapped.replace("Anna\nHolm", "Eva\nMaria Kragh").replace(/Anna Holm(?! Jensen)/g, "Eva Maria Kragh"),
    );
    assert.equal(
      renamed(wrapped, "Ann|a Holm, A", "Evamaria"),
      wrapped.replace("Anna\nHolm har", "Evamaria\nhar").replace(/Anna Holm(?! Jensen)/g, "Evamaria"),
    );
  });

  it("gives a name that ended in s its genitive, and takes no quotation mark for one", () => {
    const text =
      "REFERAT Udvalget d. 04-03-2026\n\nMødedeltagere Jens Friis, A\n\nPunkt 1: A\n\nJens Friis' forslag. ”Jens Friis’ sagde han.\n";
    assert.equal(
      renamed(text, "Jens| Friis, A", "Anna Holm"),
      text.replaceAll("Jens Friis", "Anna Holm").replace("Anna Holm' forslag", "Anna Holms forslag"),
    );
    assert.equal(renamed(text, "Jens| Friis, A", "Bo Lys"), text.replaceAll("Jens Friis", "Bo Lys"));
  });

  it("writes the body in capitals where it stands in capitals", () => {
    const text = council.replace("Udsat.", "KULTURUDVALGET I HAVNEBY - POLITISK NIVEAU udsatte sagen.");
    assert.ok(renamed(text, "REFERAT Kul|tur", "Rådet i Å").includes("RÅDET I Å udsatte"));
  });

  for (const [marked, name, because] of [
    ["Ann|a Holm, A", "  ", /tomt/],
    ["Ann|a Holm, A", "Anna\nHolm", /linjeskift/],
    ["Ann|a Holm, A", "Anna, Holm", /noget andet/],
    ["Ann|a Holm, A", "Bent Krogh", /en anden deltager/],
    ["Bent| Krogh, V", "Havneby Kommune", /noget andet/],
    ["Ann|a Holm, A", "Anna <!-- Holm", /noget andet/],
    ["PAU|SE (13.35-13.45).", "Gåtur", /noget andet/],
    ["REFERAT Kul|tur", "Rådet d.", /noget andet/],
    ["i bil|ag 2.1, og", "bilag 2.2", /ikke noget/],
    ["Hallen |er", "Salen", /ikke noget/],
    ["2: Ny svømmehal (13.|05", "Salen", /ikke noget/],
  ] as const) {
    it(`is refused: ${marked} to ${JSON.stringify(name)}`, () =>
      assert.match(refusal(council, marked, name) ?? "", because));
  }

  for (const name of ["Ny hal (30 min)", "Ny hal, kl. 13.05-13.30"]) {
    it(`is refused where the name would be read as a time: ${name}`, () => {
      assert.match(refusal("Punkt 1: Hallen\n\nTekst.\n", "1: Ha|llen", name) ?? "", /noget andet/);
    });
  }

  it("offers nothing where two items bear the number", () => {
    const text = "Punkt 1: A\n\nTekst.\n\nPunkt 1: B\n\nSom i punkt 1.\n";
    assert.equal(renameableAt(ReferatDocument.parse(text), caretIn(text, "i pun|kt 1.")), null);
    assert.equal(renamed(text, "1: |B", "C"), text.replace("1: B", "1: C"));
  });

  it("leaves a comment in a title alone", () => {
    const text = council.replace("Punkt 2: Ny svømmehal", "Punkt 2: Ny <!-- ? --> svømmehal");
    assert.match(refusal(text, "Ny <!-- ? --> svø|mmehal", "Bad") ?? "", /kommentar/);
  });
});
