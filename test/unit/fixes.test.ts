import assert from "node:assert/strict";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { Checker, documentContext, type Finding } from "../../server/src/rules/check.ts";
import { allFixes, fixesOf, fixesOfKind } from "../../server/src/rules/fixes.ts";
import { chunkRule, type Rule } from "../../server/src/rules/rule.ts";
import { inAllPlaces, placesInContents, writeAll } from "../../server/src/rules/writeAll.ts";
import { silencingEdits } from "../../server/src/rules/silencingComment.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const head = "REFERAT Udvalget d. 04-03-2026\n\nMødedato Onsdag d. 4. marts 2026 kl. 10.00\n\nMødested A\n\n";

function found(document: ReferatDocument, rule: string): Finding[] {
  return new Checker().check(document).filter((finding) => finding.rule.id === rule);
}

function safelyMended(document: ReferatDocument): ReferatDocument {
  return applyEdits(document, allFixes(new Checker().check(document), documentContext(document)));
}

describe("fixes", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    it(`the pause that slot-gap inserts is one, where lines end with ${JSON.stringify(end)}`, () => {
      const text = `${head}Punkt 1: A (10.00-10.10)\n\nTekst.\nPunkt 2: B (10.20-10.30)`.replaceAll(
        "\n",
        end,
      );
      const document = ReferatDocument.parse(text);
      const [gap] = found(document, "slot-gap");
      assert.ok(gap);
      const mended = applyEdits(document, fixesOf(gap, documentContext(document), "da")[0]?.edits ?? []);
      assert.deepEqual(
        mended.items.map((item) => item.heading.title),
        ["A", "PAUSE", "B"],
      );
      assert.doesNotMatch(mended.getText().replaceAll(end, ""), /[\r\n]/);
    });
  }

  it("one pass of the safe fixes adds every entry that the contents lack, in order", () => {
    const items = ["aa", "bb", "cc", "dd"]
      .map((word, i) => `Punkt ${i + 1}: Sag ${word}\n\nTekst.\n\n`)
      .join("");
    const once = safelyMended(ReferatDocument.parse(`${head}Indholdsfortegnelse\n\nSag aa....3\n\n${items}`));
    assert.match(once.getText(), /Sag aa\.+3\nSag bb\.+\d\nSag cc\.+\d\nSag dd\.+\d\n/);
    assert.deepEqual(found(once, "toc-item"), []);
  });

  for (const [name, text] of [
    [
      "a title that begins like a field's label",
      `${head}Indholdsfortegnelse\n\nSag aa\n\nPunkt 1: Sag aa\n\nTekst.\n\nPunkt 2: Mødested for næste år\n\nTekst.\n`,
    ],
    [
      "a title that is Indholdsfortegnelse",
      `${head}Indholdsfortegnelse\n\nSag aa....3\n\nPunkt 1: Sag aa\n\nTekst.\n\nPunkt 2: Indholdsfortegnelse\n\nTekst.\n`,
    ],
    [
      "a title that ends like a leader",
      `${head}Indholdsfortegnelse\n\nNyt fra formanden....3\n\nPunkt 1: Nyt fra formanden…\n\nTekst.\n`,
    ],
    [
      "entries that repeat Punkt, without a page",
      `${head}Indholdsfortegnelse\n\nNoget helt andet\nPunkt 1: Sag aa....3\nIgen noget andet\n\nPunkt 1: Sag aa\n\nTekst.\n\nPunkt 2: Orienteringssag: Havnen\n\nTekst.\n`,
    ],
    ["contents that are cut up", "Indholdsfortegnelse\ng<!---->\nPunkt 2:Punkt6"],
  ] as const) {
    it(`the safe fixes of the contents come to an end with ${name}`, () => {
      let document = ReferatDocument.parse(text);
      const items = document.items.length;
      for (let round = 0; round < 10; round++) document = safelyMended(document);
      assert.equal(document.items.length, items);
      assert.deepEqual(allFixes(new Checker().check(document), documentContext(document)), []);
    });
  }

  it("an entry that is added to the contents is no item", () => {
    const text = `Indholdsfortegnelse\n\nNy svømmehal\nPunkt 2: Plan ,kl.07.00-07.00......3\nNy svømmehal\n\nPunkt 1: Plan , kl. 07.00-07.00\n\n\nPunkt 1: Orienteringssag: Havnen (30 min)\n`;
    const document = ReferatDocument.parse(text);
    const lacking = found(document, "toc-item");
    assert.ok(lacking.length > 0);
    for (const finding of lacking) {
      const fix = fixesOf(finding, documentContext(document), "da")[0];
      if (fix) assert.equal(applyEdits(document, fix.edits).items.length, document.items.length);
    }
  });

  it("a list mark alone in the contents is half a line, and no finding", () => {
    const document = ReferatDocument.parse("Indholdsfortegnelse\n\n1) \n\nPunkt 1: A\n");
    for (const { rule, span } of new Checker().check(document)) assert.ok(span.end > span.start, rule.id);
  });
});

describe("fixes that are made together", () => {
  type Edits = readonly { readonly start: number; readonly end: number; readonly newText: string }[];

  /** A rule with a finding for each list of edits, counted from where `kat` stands. */
  function rule(id: string, fixes: readonly Edits[], fixAll = true): Rule {
    const words = { da: () => id, en: () => id };
    return chunkRule<Edits>({
      id,
      severity: "info",
      message: words,
      detect: (chunk) => fixes.map((state, at) => ({ span: { start: at, end: chunk.text.length }, state })),
      fixAll,
      fixes: [
        {
          title: words,
          edits: ({ chunk, state }, { document: { chunks } }) => {
            const kat = chunks[chunk]?.text.indexOf("kat") ?? 0;
            return state.map(({ start, end, newText }) => ({
              chunk,
              span: { start: kat + start, end: kat + end },
              newText,
            }));
          },
        },
        { title: words, edits: () => null },
      ],
    });
  }

  const change = (start: number, end: number, newText: string): Edits => [{ start, end, newText }];
  const document = ReferatDocument.parse("En kat og en hund\n");

  function madeOf(...rules: readonly Rule[]): string {
    const findings = new Checker(rules).check(document);
    return applyEdits(document, allFixes(findings, documentContext(document)))
      .getText()
      .trim();
  }

  it("are all made where they stay apart, in whatever order they come", () => {
    assert.equal(madeOf(rule("a", [change(0, 3, "ko"), change(7, 9, "et")])), "En ko og et hund");
    assert.equal(madeOf(rule("a", [change(7, 9, "et"), change(0, 3, "ko")])), "En ko og et hund");
    assert.equal(
      madeOf(rule("a", [change(10, 14, "ged"), change(0, 3, "ko"), change(4, 6, "samt")])),
      "En ko samt en ged",
    );
  });

  it("are not made where they overlap or touch one that came before", () => {
    assert.equal(madeOf(rule("a", [change(0, 3, "ko"), change(1, 2, "x")])), "En ko og en hund");
    assert.equal(madeOf(rule("a", [change(0, 3, "ko"), change(3, 4, "_")])), "En ko og en hund");
    assert.equal(madeOf(rule("a", [change(3, 4, "_"), change(0, 3, "ko")])), "En kat_og en hund");
    assert.equal(madeOf(rule("a", [change(3, 4, "_"), change(0, 2, "KA")])), "En KAt_og en hund");
    assert.equal(madeOf(rule("a", [change(4, 6, "samt"), change(0, 9, "")])), "En kat samt en hund");
    assert.equal(madeOf(rule("a", [change(0, 3, "ko"), change(3, 3, "!")])), "En ko og en hund");
    assert.equal(madeOf(rule("a", [change(3, 3, "!"), change(0, 3, "ko")])), "En kat! og en hund");
  });

  it("are made whole or not at all", () => {
    const both = [...change(4, 6, "samt"), ...change(0, 3, "ko")];
    assert.equal(madeOf(rule("a", [change(0, 3, "ged"), both])), "En ged og en hund");
    assert.equal(madeOf(rule("a", [both, change(0, 3, "ged")])), "En ko samt en hund");
  });

  it("can insert several things at one place, in their order, where one rule does", () => {
    assert.equal(madeOf(rule("a", [change(0, 0, "1"), change(0, 0, "2")])), "En 12kat og en hund");
    assert.equal(
      madeOf(rule("a", [change(0, 0, "1")]), rule("b", [change(0, 0, "2")])),
      "En 1kat og en hund",
    );
    assert.equal(madeOf(rule("a", [change(0, 0, "1"), change(0, 3, "ko")])), "En 1kat og en hund");
  });

  it("are those of the rules that say that they are safe, and of each finding the first", () => {
    assert.equal(madeOf(rule("a", [change(0, 3, "ko")], false)), "En kat og en hund");
    const none = chunkRule<null>({
      id: "none",
      severity: "info",
      message: { da: () => "", en: () => "" },
      detect: () => [{ span: { start: 0, end: 1 }, state: null }],
      fixAll: true,
    });
    assert.equal(madeOf(none, rule("a", [change(0, 3, "ko")])), "En ko og en hund");
  });

  it("of one rule are counted, without those that must wait or give none", () => {
    const own = rule("a", [change(0, 3, "ko"), [], change(1, 2, "x"), change(7, 9, "et")], false);
    const findings = new Checker([rule("b", [change(10, 14, "gris")]), own]).check(document);
    const { edits, count } = fixesOfKind("a", findings, documentContext(document));
    assert.equal(count, 2);
    assert.equal(applyEdits(document, edits).getText(), "En ko og et hund\n");
    assert.equal(fixesOfKind("c", findings, documentContext(document)).count, 0);
  });

  it("that have nothing to do are not offered", () => {
    const findings = new Checker([rule("a", [[], change(0, 3, "ko")])]).check(document);
    assert.deepEqual(
      findings.map((finding) => fixesOf(finding, documentContext(document), "en").length),
      [0, 1],
    );
  });
});

describe("words that are written in all their places", () => {
  const contents = (entry: string): ReferatDocument =>
    ReferatDocument.parse(`${head}Indholdsfortegnelse\n\n${entry}.....2\n\nPunkt 1: Sag\n\nTekst.\n`);
  const inContents = (entry: string): number => placesInContents(contents(entry), "Anna Holm").length;

  it("stand in the contents as words of their own", () => {
    assert.equal(inContents("Tale ved Anna Holm"), 1);
    assert.equal(inContents("Anna Holm taler"), 1);
    assert.equal(inContents("Anna Holm"), 1);
    assert.equal(inContents("(Anna Holm)"), 1);
    for (const other of ["Anna Holmegaard", "Anna Holm-Krogh", "Susanna Holm", "Tale ved ingen", "Holm"]) {
      assert.equal(inContents(other), 0, other);
    }
    assert.deepEqual(placesInContents(ReferatDocument.parse(`${head}Punkt 1: Anna Holm\n`), "Anna Holm"), []);
  });

  it("are counted in the title of the fix", () => {
    const place = { chunk: 0, span: { start: 0, end: 1 } };
    const told = [1, 2, 3].map((length) => ({ places: Array.from({ length }, () => place) }));
    assert.deepEqual(told.map(inAllPlaces.da), ["", " begge steder", " alle 3 steder"]);
    assert.deepEqual(told.map(inAllPlaces.en), ["", " in both places", " in all 3 places"]);
  });

  it("are written where no comment stands in them", () => {
    const document = contents("Tale ved Anna Holm");
    const after = writeAll(document, placesInContents(document, "Anna Holm"), "Anne Holm");
    assert.match(applyEdits(document, after).getText(), /Tale ved Anne Holm\.{5}2/);
    const commented = ReferatDocument.parse("Anna <!-- x --> Holm\n");
    const place = { chunk: 0, span: { start: 0, end: 20 } };
    assert.deepEqual(writeAll(commented, [place], "Anne Holm"), []);
    assert.deepEqual(writeAll(commented, [{ ...place, chunk: 7 }], "Anne Holm"), []);
    assert.equal(writeAll(commented, [{ chunk: 0, span: { start: 0, end: 4 } }], "Anne").length, 1);
  });
});

describe("silencing by a quick fix", () => {
  /** The document with the rule silenced at its first finding, and that rule's findings then. */
  function silenced(text: string, rule: string): { text: string; left: number } | null {
    const document = ReferatDocument.parse(text);
    const [finding] = found(document, rule);
    assert.ok(finding, `no finding of ${rule}`);
    const edits = silencingEdits(rule, finding, "begrundelse", document);
    if (!edits) return null;
    const after = applyEdits(document, edits);
    assert.deepEqual(
      new Checker()
        .check(after)
        .filter((each) => each.rule.id !== rule)
        .map((each) => each.rule.id),
      new Checker()
        .check(document)
        .filter((each) => each.rule.id !== rule)
        .map((each) => each.rule.id),
    );
    return { text: after.getText(), left: found(after, rule).length };
  }

  it("puts a comment in the line above", () => {
    const after = silenced(`${head}Punkt 1: A\n\nMødet d. 4.marts var godt.\n`, "date-form");
    assert.match(
      after?.text ?? "",
      /\n<!-- referat-disable-next-line date-form: begrundelse -->\nMødet d\. 4\.marts/,
    );
    assert.equal(after?.left, 0);
  });

  it("goes around a list that a comment would part", () => {
    const list = "1. Et\n2. To\n4. Fire\n";
    const after = silenced(`${head}Punkt 1: A\n\n${list}\nTekst.\n`, "list-number");
    assert.ok(
      after?.text.includes(`begrundelse -->\n${list}<!-- referat-enable list-number -->\n`),
      after?.text,
    );
    assert.equal(after?.left, 0);
  });

  it("goes around a field whose value stands in the next line", () => {
    const text =
      "REFERAT Udvalget d. 04-03-2026\n\nMødedato\nTirsdag d. 4. marts 2026 kl. 10.00\n\nMødested A\n\nPunkt 1: A\n\nTekst.\n";
    const after = silenced(text, "weekday");
    assert.match(after?.text ?? "", /begrundelse -->\nMødedato\nTirsdag/);
    assert.equal(after?.left, 0);
  });

  it("goes around a list at the end of a text that has no line end", () => {
    const list = "1. Et\n2. To\n4. Fire";
    const after = silenced(`${head}Punkt 1: A\n\n${list}`, "list-number");
    assert.ok(
      after?.text.endsWith(`begrundelse -->\n${list}\n<!-- referat-enable list-number -->`),
      after?.text,
    );
    assert.equal(after?.left, 0);
  });

  it("goes around the block that holds the finding, and no other", () => {
    const list = "1. Et\n2. To\n4. Fire\n";
    const text = `${head}Punkt 1: A\n\nTekst.\n\n${list}\n- Og\n- så\n`;
    const after = silenced(text, "list-number");
    assert.equal(
      after?.text,
      text.replace(
        list,
        `<!-- referat-disable list-number: begrundelse -->\n${list}<!-- referat-enable list-number -->\n`,
      ),
    );
  });

  it("puts a comment above a heading, in the item before", () => {
    const after = silenced(`${head}Punkt 1: A\n\nTekst.\n\nPunkt 2: B\n`, "empty-item");
    assert.ok(
      after?.text.endsWith(
        "Tekst.\n\n<!-- referat-disable-next-line empty-item: begrundelse -->\nPunkt 2: B\n",
      ),
    );
    assert.equal(after?.left, 0);
  });

  it("is not offered where there is no such place", () => {
    const document = ReferatDocument.parse(head);
    assert.equal(silencingEdits("slot-gap", { chunk: 9, span: { start: 0, end: 1 } }, "", document), null);
  });

  it("is not offered where it would close a comment that is open", () => {
    assert.equal(
      silenced(`${head}Punkt 1: A\n\nHer <!-- er noget åbent.\n\nMødet d. 4.marts var godt.\n`, "date-form"),
      null,
    );
  });
});
