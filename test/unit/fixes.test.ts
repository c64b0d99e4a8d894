import assert from "node:assert/strict";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { Checker, documentContext, type Finding } from "../../server/src/rules/check.ts";
import { allFixes, fixesOf } from "../../server/src/rules/fixes.ts";
import { silencingEdits } from "../../server/src/rules/silence.ts";
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
    it(`the pause that fills a gap is one, where lines end with ${JSON.stringify(end)}`, () => {
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

  it("is not offered where it would close a comment that is open", () => {
    assert.equal(
      silenced(`${head}Punkt 1: A\n\nHer <!-- er noget åbent.\n\nMødet d. 4.marts var godt.\n`, "date-form"),
      null,
    );
  });
});
