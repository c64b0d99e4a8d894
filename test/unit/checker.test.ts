import assert from "node:assert/strict";
import { Archive } from "../../server/src/archive/archive.ts";
import { recordOf } from "../../server/src/archive/record.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { Checker, type CheckOptions, messageOf } from "../../server/src/rules/check.ts";
import { rules as allRules } from "../../server/src/rules/registry.ts";
import {
  chunkRule,
  documentRule,
  itemRule,
  type Place,
  type Rule,
  type Severity,
  silencingRule,
} from "../../server/src/rules/rule.ts";
import { unusedDisable } from "../../server/src/rules/unusedDisable.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import type { Chunk } from "../../server/src/syntax/nodes.ts";

const head = "REFERAT Udvalget d. 04-03-2026\n\n";
const words = { da: () => "dansk", en: () => "english" };

/** Every place where the word stands in a chunk. */
function placesOf(chunk: Chunk, word: string): Place["span"][] {
  return [...chunk.masked.matchAll(new RegExp(word, "g"))].map(({ index }) => ({
    start: index,
    end: index + word.length,
  }));
}

type Extra = Partial<Pick<Rule, "severity" | "yieldsTo" | "alsoAt" | "onRequest" | "fixAll">>;

/** A rule of one chunk that finds a word. */
function finds(id: string, word: string, extra: Extra = {}): Rule {
  return chunkRule<null>({
    id,
    severity: "info",
    message: words,
    detect: (chunk) => placesOf(chunk, word).map((span) => ({ span, state: null })),
    ...extra,
  });
}

/** A rule of the whole document that finds a word, and counts how often it looked. */
function seeks(
  id: string,
  word: string,
  extra: Partial<
    Pick<Extract<Rule, { scope: "document" }>, "reads" | "words" | "needsFiles" | "archive" | "onRequest">
  > = {},
): { rule: Rule; runs: () => number } {
  let runs = 0;
  const rule = documentRule<null>({
    id,
    severity: "info",
    message: words,
    detect({ document }) {
      runs++;
      return document.chunks.flatMap((at, chunk) =>
        placesOf(at, word).map((span) => ({ chunk, span, state: null })),
      );
    },
    ...extra,
  });
  return { rule, runs: () => runs };
}

/** `rule severity line:character-character`, with what it is related to, in the order of the check. */
function told(checker: Checker, document: ReferatDocument, options?: CheckOptions): string[] {
  const at = (chunk: number, offset: number): string => {
    const { line, character } = document.positionAt(document.offsetOf(chunk) + offset);
    return `${line}:${character}`;
  };
  return checker
    .check(document, options)
    .map(
      ({ rule, severity, chunk, span, related }) =>
        `${rule.id} ${severity} ${at(chunk, span.start)}-${span.end - span.start}` +
        (related ? ` related ${at(related.chunk, related.span.start)}` : ""),
    );
}

function check(rules: readonly Rule[], text: string, options?: CheckOptions): string[] {
  return told(new Checker(rules), ReferatDocument.parse(text), options);
}

/** An item of three lines. */
function item(number: number, text: string): string {
  return `Punkt ${number}: Sag\n${text}\n\n`;
}

/** `text` with the first `was` made `is`, by an edit. */
function edited(document: ReferatDocument, was: string, is: string): ReferatDocument {
  const start = document.getText().indexOf(was);
  assert.notEqual(start, -1, was);
  return document.edit({ start, end: start + was.length, text: is });
}

function silenced(...ids: string[]): ReadonlyMap<string, Severity | "off"> {
  return new Map(ids.map((id) => [id, "off"]));
}

describe("what a checker finds", () => {
  it("stands in the order of the places, whatever the rules are called and in whatever order they stand", () => {
    const wide = itemRule<null>({
      id: "wide",
      severity: "warning",
      message: words,
      detect: ({ item: { heading, masked } }) => [
        { span: { start: masked.indexOf("kat"), end: masked.indexOf("hest") + 4 }, state: null },
        { span: heading.titleSpan, state: null, related: heading.labelSpan },
      ],
    });
    const rules = [seeks("hest", "hest").rule, wide, finds("kat", "kat")];
    assert.deepEqual(check(rules, `${head}${item(1, "kat hest")}${item(2, "kat hest")}`), [
      "wide warning 2:9-3 related 2:0",
      "kat info 3:0-3",
      "wide warning 3:0-8",
      "hest info 3:4-4",
      "wide warning 5:9-3 related 5:0",
      "kat info 6:0-3",
      "wide warning 6:0-8",
      "hest info 6:4-4",
    ]);
  });

  it("lies in the right item of hundreds, and is related to a place there", () => {
    const rule = itemRule<null>({
      id: "kat",
      severity: "info",
      message: words,
      detect: ({ item: each }) =>
        placesOf(each, "kat").map((span) => ({ span, state: null, related: each.heading.labelSpan })),
    });
    const numbers = Array.from({ length: 300 }, (_, index) => index + 1);
    const text = head + numbers.map((n) => item(n, n % 100 === 0 ? "en kat" : "ingen")).join("");
    assert.deepEqual(check([rule], text), [
      "kat info 300:3-3 related 299:0",
      "kat info 600:3-3 related 599:0",
      "kat info 900:3-3 related 899:0",
    ]);
  });

  it("is looked for in the head and the items, not in the contents, which repeat them", () => {
    const text = `${head}kat\n\nIndholdsfortegnelse\n\nkat.....2\n\nPunkt 1: kat\n`;
    assert.deepEqual(check([finds("kat", "kat")], text), ["kat info 2:0-3", "kat info 8:9-3"]);
  });

  it("has the weight of the rule, of its state, or of referat.json", () => {
    const rule = chunkRule<number>({
      id: "kat",
      severity: (at) => (at === 0 ? "error" : "hint"),
      message: words,
      detect: (chunk) => placesOf(chunk, "kat").map((span, state) => ({ span, state })),
    });
    const text = `${head}${item(1, "kat kat")}`;
    const rules = [rule, finds("hest", "Sag")];
    assert.deepEqual(check(rules, text), ["hest info 2:9-3", "kat error 3:0-3", "kat hint 3:4-3"]);
    const severities = new Map([["kat", "warning"] as const]);
    assert.deepEqual(check(rules, text, { severities }), [
      "hest info 2:9-3",
      "kat warning 3:0-3",
      "kat warning 3:4-3",
    ]);
    assert.deepEqual(check(rules, text, { severities: silenced("kat") }), ["hest info 2:9-3"]);
  });

  it("says nothing of a rule of the whole document that is off, which does not run", () => {
    const { rule, runs } = seeks("kat", "kat");
    assert.deepEqual(check([rule], `${head}kat\n`, { severities: silenced("kat") }), []);
    assert.equal(runs(), 0);
  });

  it("leaves out what runs on request, until referat.json gives it a weight", () => {
    const { rule, runs } = seeks("kat", "kat", { onRequest: true });
    assert.deepEqual(check([rule], `${head}kat\n`), []);
    assert.deepEqual(check([rule], `${head}kat\n`, { severities: new Map([["hest", "error"]]) }), []);
    assert.equal(runs(), 0);
    assert.deepEqual(check([rule], `${head}kat\n`, { severities: new Map([["kat", "hint"]]) }), [
      "kat hint 2:0-3",
    ]);
    assert.deepEqual(check([rule], `${head}kat\n`, { severities: silenced("kat") }), []);
  });

  it("says what it says in the language that is asked for", () => {
    const [finding] = new Checker([finds("kat", "kat")]).check(ReferatDocument.parse(`${head}kat\n`));
    assert.ok(finding);
    assert.equal(messageOf(finding, "da"), "dansk");
    assert.equal(messageOf(finding, "en"), "english");
  });
});

describe("what a checker keeps", () => {
  const text = `${head}${item(1, "en kat")}${item(2, "en hest")}`;

  it("is what was found in an item, until the item changes", () => {
    const checker = new Checker([finds("kat", "kat")]);
    const document = ReferatDocument.parse(text);
    assert.deepEqual(told(checker, document), ["kat info 3:3-3"]);
    assert.equal(checker.count.chunkRuns, 3);
    assert.deepEqual(told(checker, document), ["kat info 3:3-3"]);
    assert.equal(checker.count.chunkRuns, 3);
    assert.deepEqual(told(checker, edited(document, "hest", "kat")), ["kat info 3:3-3", "kat info 6:3-3"]);
    assert.equal(checker.count.chunkRuns, 4);
  });

  it("is forgotten where the profile or the kind of document changes", () => {
    const rule = itemRule<null>({
      id: "kat",
      severity: "info",
      message: words,
      detect: ({ item: each, kind, profile }) =>
        placesOf(each, kind === "dagsorden" ? "hest" : (profile.name ?? "kat")).map((span) => ({
          span,
          state: null,
        })),
    });
    const checker = new Checker([rule]);
    const document = ReferatDocument.parse(text);
    assert.deepEqual(told(checker, document), ["kat info 3:3-3"]);
    const profile = { ...defaultProfile, name: "en" };
    assert.deepEqual(told(checker, document, { profile }), ["kat info 3:0-2", "kat info 6:0-2"]);
    assert.deepEqual(told(checker, document, { profile }), ["kat info 3:0-2", "kat info 6:0-2"]);
    assert.equal(checker.count.chunkRuns, 6);
    const agenda = edited(document, "REFERAT", "DAGSORDEN");
    assert.deepEqual(told(checker, agenda, { profile }), ["kat info 6:3-4"]);
  });
});

describe("of two findings with one cause", () => {
  const strong = finds("strong", "kat");
  const weak = finds("weak", "katte", { yieldsTo: ["other", "strong"] });

  it("the one that names it is left", () => {
    assert.deepEqual(check([weak, strong], `${head}katte\n`), ["strong info 2:0-3"]);
    assert.deepEqual(check([strong, weak], `${head}katte\n`), ["strong info 2:0-3"]);
  });

  it("both are left where they only touch, and where they lie in other items", () => {
    const behind = finds("behind", "te", { yieldsTo: ["strong"] });
    const before = finds("before", "en ", { yieldsTo: ["strong"] });
    assert.deepEqual(check([behind, before, strong], `${head}en katte\n`), [
      "before info 2:0-3",
      "strong info 2:3-3",
      "behind info 2:6-2",
    ]);
    const inOther = finds("in-other", "Sag", { yieldsTo: ["strong"] });
    assert.deepEqual(check([inOther, finds("strong", "1: S")], `${head}${item(1, "a")}${item(2, "b")}`), [
      "strong info 2:6-4",
      "in-other info 5:9-3",
    ]);
  });

  it("both are left where the stronger one is off", () => {
    assert.deepEqual(check([weak, strong], `${head}katte\n`, { severities: silenced("strong") }), [
      "weak info 2:0-5",
    ]);
  });

  it("the weaker does not come back where the stronger one is silenced by a comment", () => {
    const text = `${head}<!-- referat-disable-file strong -->\nkatte\n`;
    assert.deepEqual(check([weak, strong], text), []);
  });

  it("one of many in an item is enough, and the others stay", () => {
    assert.deepEqual(check([weak, strong], `${head}kat katte kat\n`), [
      "strong info 2:0-3",
      "strong info 2:4-3",
      "strong info 2:10-3",
    ]);
  });
});

describe("a rule of the whole document", () => {
  const text = `${head}${item(1, "en kat")}${item(2, "en hest")}`;
  const reads = (chunk: Chunk): string => (chunk.masked.includes("kat") ? chunk.masked : "");
  const readsWords = (chunk: Chunk): string => (chunk.masked.match(/kat/g) ?? []).join();

  it("runs again after each edit where it does not say what it reads", () => {
    const { rule, runs } = seeks("kat", "kat");
    const checker = new Checker([rule]);
    const document = ReferatDocument.parse(text);
    told(checker, document);
    told(checker, edited(document, "en hest", "to heste"));
    assert.equal(runs(), 2);
    assert.equal(checker.count.documentRuns, 2);
  });

  it("runs again only where what it reads has changed, and finds the same", () => {
    const { rule, runs } = seeks("kat", "kat", { reads });
    const checker = new Checker([rule]);
    const document = ReferatDocument.parse(text);
    assert.deepEqual(told(checker, document), ["kat info 3:3-3"]);
    const other = edited(document, "en hest", "to heste");
    assert.deepEqual(told(checker, other), ["kat info 3:3-3"]);
    assert.equal(runs(), 1);
    assert.equal(checker.count.documentRuns, 1);
    const moved = edited(other, "en kat", "den kat");
    assert.deepEqual(told(checker, moved), ["kat info 3:4-3"]);
    assert.equal(runs(), 2);
    assert.deepEqual(told(checker, edited(moved, "heste", "katte")), ["kat info 3:4-3", "kat info 6:3-3"]);
    assert.equal(runs(), 3);
  });

  it("runs again where an item comes or goes, though what it reads of the others is the same", () => {
    const { rule, runs } = seeks("kat", "kat", { reads });
    const checker = new Checker([rule]);
    const document = ReferatDocument.parse(text);
    told(checker, document);
    const longer = document.edit({ start: head.length, end: head.length, text: item(7, "intet") });
    assert.deepEqual(told(checker, longer), ["kat info 6:3-3"]);
    assert.equal(runs(), 2);
    assert.deepEqual(told(checker, document), ["kat info 3:3-3"]);
    assert.equal(runs(), 3);
  });

  it("runs again where an item comes or goes at the end, though it reads nothing of it", () => {
    const { rule, runs } = seeks("kat", "kat", { reads });
    const checker = new Checker([rule]);
    const document = ReferatDocument.parse(text);
    told(checker, document);
    const longer = document.edit({ start: document.length, end: document.length, text: item(3, "intet") });
    told(checker, longer);
    assert.equal(runs(), 2);
    told(checker, document);
    assert.equal(runs(), 3);
  });

  it("is asked what it reads of the items that were changed, and of no others", () => {
    const numbers = Array.from({ length: 300 }, (_, index) => index + 1);
    const document = ReferatDocument.parse(head + numbers.map((n) => item(n, `intet ${n}.`)).join(""));
    const asked: Chunk[] = [];
    const { rule } = seeks("kat", "kat", {
      reads: (chunk) => {
        asked.push(chunk);
        return "";
      },
    });
    const checker = new Checker([rule]);
    told(checker, document);
    // In each stretch of the document, the first and the last too.
    for (const n of numbers.filter((each) => each % 13 === 1 || each === 300)) {
      asked.length = 0;
      told(checker, document);
      const other = edited(document, `intet ${n}.`, "hest");
      told(checker, other);
      assert.deepEqual(
        asked.map(({ text }) => text),
        [document.chunks[n]?.text, other.chunks[n]?.text],
      );
      told(checker, document);
    }
  });

  it("that found nothing runs again only where the words have changed, wherever they stand", () => {
    const { rule, runs } = seeks("hund", "hund", { reads, words: readsWords });
    const checker = new Checker([rule]);
    const document = ReferatDocument.parse(text);
    assert.deepEqual(told(checker, document), []);
    const moved = edited(document, "en kat", "den kat");
    assert.deepEqual(told(checker, moved), []);
    assert.equal(runs(), 1);
    assert.deepEqual(told(checker, edited(moved, "den kat", "den kat og kat")), []);
    assert.equal(runs(), 2);
  });

  it("that found something runs again where only the places have changed", () => {
    const { rule, runs } = seeks("kat", "kat", { reads, words: readsWords });
    const checker = new Checker([rule]);
    const document = ReferatDocument.parse(text);
    told(checker, document);
    assert.deepEqual(told(checker, edited(document, "en kat", "den kat")), ["kat info 3:4-3"]);
    assert.equal(runs(), 2);
  });

  it("that says only its words runs again after each edit while it finds something", () => {
    const { rule, runs } = seeks("kat", "kat", { words: readsWords });
    const checker = new Checker([rule]);
    const document = ReferatDocument.parse(text);
    told(checker, document);
    assert.deepEqual(told(checker, edited(document, "en kat", "den kat")), ["kat info 3:4-3"]);
    assert.equal(runs(), 2);
  });

  it("runs again where an item becomes the contents, though what it reads is the same", () => {
    const { rule, runs } = seeks("hund", "hund", { reads: () => "" });
    const checker = new Checker([rule]);
    const document = ReferatDocument.parse(text);
    told(checker, document);
    const other = edited(document, "Punkt 1: Sag", "Indholdsfortegnelse\n\nSag.....2");
    assert.deepEqual(
      other.chunks.map(({ kind }) => kind),
      ["head", "contents", "item"],
    );
    told(checker, other);
    assert.equal(runs(), 2);
  });

  it("sees an edit anywhere among hundreds of items", () => {
    const numbers = Array.from({ length: 300 }, (_, index) => index + 1);
    const document = ReferatDocument.parse(head + numbers.map((n) => item(n, `intet ${n}.`)).join(""));
    const { rule } = seeks("kat", "kat", { reads, words: readsWords });
    const checker = new Checker([rule]);
    assert.deepEqual(told(checker, document), []);
    let current = document;
    for (const n of [1, 150, 299, 300]) {
      current = edited(current, `intet ${n}.`, "kat");
      assert.deepEqual(told(checker, current), told(new Checker([rule]), current), String(n));
      assert.ok(told(checker, current).includes(`kat info ${3 * n}:0-3`));
    }
    assert.equal(told(checker, current).length, 4);
  });

  for (const [what, before, after] of [
    ["the file's ending", {}, { fileKind: "dagsorden" }],
    ["the profile", {}, { profile: { ...defaultProfile } }],
    ["the weights", {}, { severities: new Map() }],
    ["the files beside", { filesBeside: ["a.pdf"] }, { filesBeside: ["b.pdf"] }],
    ["the archive", {}, { around: { archive: new Archive(), uri: "file:///a" } }],
  ] as const) {
    it(`runs again where ${what} changes, and not where nothing does`, () => {
      const { rule, runs } = seeks("kat", "kat", { reads });
      const checker = new Checker([rule]);
      const document = ReferatDocument.parse(text);
      const same: CheckOptions = { profile: defaultProfile, ...before };
      told(checker, document, same);
      told(checker, document, { ...same });
      assert.equal(runs(), 1);
      told(checker, document, { ...same, ...after });
      assert.equal(runs(), 2);
    });
  }

  it("runs again where the document lies elsewhere in the archive, and not for another object that says the same", () => {
    const archive = new Archive();
    const { rule, runs } = seeks("kat", "kat", { reads });
    const checker = new Checker([rule]);
    const document = ReferatDocument.parse(text);
    told(checker, document, { around: { archive, uri: "file:///a" } });
    told(checker, document, { around: { archive, uri: "file:///a" } });
    assert.equal(runs(), 1);
    told(checker, document, { around: { archive, uri: "file:///b" } });
    assert.equal(runs(), 2);
  });

  it("runs again where the archive is another one of the same version", () => {
    const { rule, runs } = seeks("kat", "kat", { reads });
    const checker = new Checker([rule]);
    const document = ReferatDocument.parse(text);
    told(checker, document, { around: { archive: new Archive(), uri: "file:///a" } });
    told(checker, document, { around: { archive: new Archive(), uri: "file:///a" } });
    assert.equal(runs(), 2);
  });

  it("that looks at the archive runs again where that has changed; others do not", () => {
    const archive = new Archive();
    const reader = seeks("reader", "kat", { reads, archive: "used" });
    const other = seeks("other", "kat", { reads });
    const checker = new Checker([reader.rule, other.rule]);
    const document = ReferatDocument.parse(text);
    const options = { around: { archive, uri: "file:///a" } };
    told(checker, document, options);
    told(checker, document, options);
    assert.deepEqual([reader.runs(), other.runs()], [1, 1]);
    archive.delete("file:///none");
    const before = archive.version;
    archive.set("file:///b", recordOfEmpty());
    assert.notEqual(archive.version, before);
    told(checker, document, options);
    assert.deepEqual([reader.runs(), other.runs()], [2, 1]);
  });

  it("that needs the archive or the files sees nothing without them, and does not run", () => {
    const archived = seeks("archived", "kat", { archive: "needed" });
    const filed = seeks("filed", "kat", { needsFiles: true });
    const using = seeks("using", "kat", { archive: "used" });
    const rules = [archived.rule, filed.rule, using.rule];
    assert.deepEqual(check(rules, text), ["using info 3:3-3"]);
    assert.deepEqual(check(rules, text, { filesBeside: [] }), ["using info 3:3-3"]);
    assert.deepEqual([archived.runs(), filed.runs()], [0, 0]);
    const around = { archive: new Archive(), uri: "file:///a" };
    assert.deepEqual(check(rules, text, { filesBeside: ["a.pdf"], around }), [
      "archived info 3:3-3",
      "filed info 3:3-3",
      "using info 3:3-3",
    ]);
  });
});

describe("what was silenced", () => {
  const kat = finds("cpr-number", "kat");
  const rules = [kat, unusedDisable];

  it("is silent at its start, in the lines that the comment speaks for", () => {
    const text = `${head}<!-- referat-disable-next-line cpr-number -->\nkat\nkat\n`;
    assert.deepEqual(check(rules, text), ["cpr-number info 4:0-3"]);
  });

  it("makes the comment useful also where the finding gave way to another", () => {
    const weak = finds("cpr-number", "katte", { yieldsTo: ["strong"] });
    const text = `${head}<!-- referat-disable-next-line cpr-number -->\nkatte\n`;
    assert.deepEqual(check([weak, unusedDisable], text), []);
    assert.deepEqual(check([weak, finds("strong", "kat"), unusedDisable], text), ["strong info 3:0-3"]);
  });

  it("is of use where the rule finds the same outside of the text", () => {
    let asked = 0;
    const outside = finds("cpr-number", "ulv", {
      alsoAt: ({ document }) => {
        asked++;
        return [{ chunk: 0, span: { start: document.getText().indexOf("kat"), end: document.length } }];
      },
    });
    const comment = "<!-- referat-disable-next-line cpr-number -->\n";
    assert.deepEqual(check([outside, unusedDisable], `${head}${comment}kat\n`), []);
    assert.equal(asked, 1);
    assert.deepEqual(check([outside, unusedDisable], `${head}${comment}hest\nkat\n`), [
      "unused-disable warning 2:31-10",
    ]);
    check([outside, unusedDisable], `${head}kat\n`);
    assert.equal(asked, 2);
  });

  it("is not judged where the rule is off, sees nothing, or was not asked for", () => {
    const text = `${head}<!-- referat-disable-next-line cpr-number -->\nhest\n`;
    assert.deepEqual(check(rules, text), ["unused-disable warning 2:31-10"]);
    assert.deepEqual(check(rules, text, { severities: silenced("cpr-number") }), []);
    for (const extra of [{ needsFiles: true }, { archive: "needed" }, { onRequest: true }] as const) {
      const { rule } = seeks("cpr-number", "kat", extra);
      assert.deepEqual(check([rule, unusedDisable], text), [], JSON.stringify(extra));
    }
  });

  it("is not judged where that rule is off", () => {
    const text = `${head}<!-- referat-disable-next-line cpr-number -->\nhest\n`;
    assert.deepEqual(check(rules, text, { severities: silenced("unused-disable") }), []);
    const severities = new Map([["unused-disable", "hint"] as const]);
    assert.deepEqual(check(rules, text, { severities }), ["unused-disable hint 2:31-10"]);
  });

  it("is told with the place that it is related to", () => {
    const rule = silencingRule<null>({
      id: "unused-disable",
      severity: "warning",
      message: words,
      detect: (useless) =>
        useless.map(({ chunk, span }) => ({
          chunk,
          span,
          state: null,
          related: { chunk, span: { start: 0, end: 7 } },
        })),
    });
    const text = `${head}<!-- referat-disable-next-line cpr-number -->\nhest\n`;
    assert.deepEqual(check([kat, rule], text), ["unused-disable warning 2:31-10 related 0:0"]);
  });

  it("can be what is said of a silencing", () => {
    const text = `${head}<!-- referat-disable-file unused-disable, cpr-number -->\nhest\n`;
    assert.deepEqual(check(rules, text), []);
  });
});

describe("the registry", () => {
  it("has every rule once", () => {
    const ids = allRules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
    assert.ok(ids.length >= 60);
  });
});

function recordOfEmpty(): Parameters<Archive["set"]>[1] {
  return recordOf(ReferatDocument.parse(""), "referat", defaultProfile);
}
