import assert from "node:assert/strict";
import { definitionAt } from "../../server/src/features/definition.ts";
import { highlightsAt } from "../../server/src/features/highlights.ts";
import { referencesAt } from "../../server/src/features/references.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { caretIn, council, shownAt } from "./caret.ts";

const document = ReferatDocument.parse(council);

interface Case {
  readonly what: string;
  /** Places from which the same is found. */
  readonly from: readonly string[];
  readonly definition: readonly string[];
  readonly references: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: "an item, by its number",
    from: ["jf. pun|kt 3.", "jf. punkt |3.", "Pun|kt 3: Cykel"],
    definition: ["55: Cykelstier ved havnen (13.45-14.30)"],
    references: ["14: Cykelstier ved ha", "27: punkt 3"],
  },
  {
    what: "an item, from its entry, be it cut",
    from: ["Cykel|stier ved ha\t"],
    definition: ["55: Cykelstier ved havnen (13.45-14.30)"],
    references: ["14: Cykelstier ved ha", "27: punkt 3"],
  },
  {
    what: "an item, from its title: the way back",
    from: ["Cykelstier ved h|avnen"],
    definition: ["14: Cykelstier ved ha"],
    references: ["14: Cykelstier ved ha", "27: punkt 3"],
  },
  {
    what: "an unnumbered item",
    from: ["PAU|SE (13.35-13.45).."],
    definition: ["53: PAUSE (13.35-13.45)"],
    references: ["13: PAUSE (13.35-13.45)"],
  },
  {
    what: "a person, also in the genitive, and not another with a longer name",
    from: ["An|na Holm, A", "|Anna Holm har", "Anna Holm| har", "Anna Hol|ms forslag"],
    definition: ["5: Anna Holm"],
    references: ["27: Anna Holm", "28: Anna Holm"],
  },
  {
    what: "a person whose name begins like another's",
    from: ["Holm Jen|sen, C", "af Anna| Holm Jensen"],
    definition: ["5: Anna Holm Jensen"],
    references: ["28: Anna Holm Jensen"],
  },
  {
    what: "who writes",
    from: ["Referent Ida K|rog", "Ida K|rog skriver"],
    definition: ["7: Ida Krog"],
    references: ["28: Ida Krog"],
  },
  {
    what: "a speaker, who is on no list",
    from: ["Kar|in Bentzen fortalte", "Karin Bent|zens oplæg"],
    definition: ["28: Karin Bentzen"],
    references: ["44: Karin Bentzen"],
  },
  {
    what: "the body, whatever dashes and capitals it has",
    from: ["REFERAT Kultur|udvalget", "at kulturudvalget i Hav|neby"],
    definition: ["1: Kulturudvalget i Havneby - Politisk niveau"],
    references: [
      "18: Kulturudvalget i Havneby - Politisk niveau",
      "34: kulturudvalget i Havneby – Politisk niveau",
      "40: Kulturudvalget i Havneby - Politisk niveau",
      "61: Kulturudvalget i Havneby - Politisk niveau",
    ],
  },
  {
    what: "an attachment, by its number",
    from: ["i bil|ag 2.1, og", "i bilag 2.|1, og", "og bilag 2|.1 til", "Bilag 2.1: Projekt|plan"],
    definition: ["48: Bilag 2.1: Projektplan.pdf"],
    references: ["27: bilag 2.1", "59: bilag 2.1"],
  },
  {
    what: "an attachment, by its file",
    from: ["ses i Tag|.pdf", "2.2: T|ag.pdf"],
    definition: ["49: Bilag 2.2: Tag.pdf"],
    references: ["27: Tag.pdf"],
  },
  {
    what: "a journal number",
    from: ["Sagsnr. 26|/0117", "Sagen 26/01|17"],
    definition: ["23: 26/0117"],
    references: ["59: 26/0117"],
  },
  {
    what: "a footnote",
    from: ["1974.[|1]", "|[1] Tilstand"],
    definition: ["30: [1]"],
    references: ["27: [1]"],
  },
];

describe("finding one's way", () => {
  for (const { what, from, definition, references } of cases) {
    for (const marked of from) {
      it(`${what}: ${marked}`, () => {
        const at = caretIn(council, marked);
        assert.deepEqual(
          definitionAt(document, at).map((span) => shownAt(document, span)),
          definition,
        );
        assert.deepEqual(
          referencesAt(document, at, false).map((span) => shownAt(document, span)),
          references,
        );
        const all = referencesAt(document, at, true).map((span) => shownAt(document, span));
        assert.equal(all.length, references.length + 1, all.join("\n"));
        for (const each of references) assert.ok(all.includes(each));
        assert.ok(highlightsAt(document, at).some(({ span }) => span.start <= at && at <= span.end));
      });
    }
  }

  for (const marked of ["Hallen |er fra", "lovens § 7, pun|kt 1", "d. 04-03-|2026\n\nMødedato"]) {
    it(`nothing is found where words mean themselves: ${marked}`, () => {
      const at = caretIn(council, marked);
      assert.deepEqual(definitionAt(document, at), []);
      assert.deepEqual(referencesAt(document, at, true), []);
      assert.deepEqual(highlightsAt(document, at), []);
    });
  }

  it("a number that two items bear leads to both", () => {
    const text = "Punkt 1: A\n\nTekst.\n\nPunkt 1: B\n\nSom i punkt 1.\n";
    const twice = ReferatDocument.parse(text);
    const found = definitionAt(twice, caretIn(text, "i pun|kt 1."));
    assert.deepEqual(
      found.map((span) => shownAt(twice, span)),
      ["1: A", "5: B"],
    );
  });

  it("a footnote that is not answered in its item is answered elsewhere", () => {
    const text = "Punkt 1: A\n\nOrd.[7]\n\nPunkt 2: B\n\nMere.\n\n[7] Noten.\n";
    const apart = ReferatDocument.parse(text);
    const found = definitionAt(apart, caretIn(text, "Ord.[|7]"));
    assert.deepEqual(
      found.map((span) => shownAt(apart, span)),
      ["9: [7]"],
    );
  });

  it("a citation of what is nowhere listed is found, and leads nowhere", () => {
    const text = "Punkt 1: A\n\nJf. bilag 1.7.\n\nBilag\n\nBilag 1.1: Kort.pdf\n";
    const lost = ReferatDocument.parse(text);
    assert.deepEqual(definitionAt(lost, caretIn(text, "bilag 1.|7")), []);
  });

  it("what stands in a comment is nobody's", () => {
    const text = council.replace("Udsat.", "Udsat. <!-- Anna Holm, jf. punkt 2 -->");
    const commented = ReferatDocument.parse(text);
    assert.deepEqual(highlightsAt(commented, caretIn(text, "<!-- Anna| Holm")), []);
    assert.equal(referencesAt(commented, caretIn(text, "Anna| Holm, A"), true).length, 3);
  });
});
