import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  Checker,
  type CheckOptions,
  documentContext,
  type Finding,
  messageOf,
} from "../../server/src/rules/check.ts";
import { fixesOf } from "../../server/src/rules/fixes.ts";
import { rules } from "../../server/src/rules/registry.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import type { Item } from "../../server/src/syntax/nodes.ts";
import { type Rewording, rewordingOf } from "../../server/src/syntax/rewording.ts";
import { slice } from "../../server/src/text/span.ts";
import { own, readArchiveCases, take } from "../support/archiveFixtures.ts";
import { readMarked, readRuleFixtures } from "../support/ruleFixtures.ts";

/**
 * Somebody types in a paragraph, or in a field: then only the rules run that can see it. What is said of which paragraphs matter to a rule
 * (`heeds`) must never hide a finding, nor keep one.
 */

const fixtures = join(import.meta.dirname, "..", "fixtures");

/** An item whose `was` became `is`. */
function reworded(text: string, was: string, is: string): Rewording | null {
  assert.ok(text.includes(was), was);
  const itemOf = (each: string): Item => {
    const [item] = ReferatDocument.parse(each).items;
    assert.ok(item);
    return item;
  };
  return rewordingOf(itemOf(text), itemOf(text.replace(was, () => is)));
}

const item =
  "Punkt 1: En sag\n23/1493\n\nEn indledning.\n\nSagsfremstilling\nEn tekst,\nder går videre.\n- Et\n\n \nEn anden tekst.\n\n" +
  "Beslutning\n\n1. Godkendt.\n2. Udsat.\n";

describe("a paragraph or an entry with other words", () => {
  it("is told with its section, and with what stands around it up to the blank lines", () => {
    const long = `${"Ord ".repeat(60)}\n\n`;
    const text = `Punkt 1: En sag\n\n${long}Sagsfremstilling\nEn tekst,\nder går videre.\n- Et\n\n \n${long}`;
    const found = reworded(text, "En tekst", "En lang tekst");
    assert.equal(found?.is.section, "sagsfremstilling");
    assert.equal(found.was.block, "En tekst,\nder går videre.\n");
    assert.equal(found.is.block, "En lang tekst,\nder går videre.\n");
    assert.ok(found.is.words.includes("Sagsfremstilling\nEn lang tekst,\nder går videre.\n- Et\n"));
    // As far as any rule looks, beyond the blank lines too.
    const at = text.indexOf("En tekst");
    assert.equal(found.was.words, text.slice(at - 200, at + found.was.block.length + 200));
    assert.equal(reworded(item, "En indledning", "Indledning")?.is.section, null);
  });

  it("can be an entry of a list, which is told with the others", () => {
    const found = reworded(item, "Udsat", "Udsat til juni");
    assert.equal(found?.is.section, "beslutning");
    assert.equal(found.was.block, "1. Godkendt.\n2. Udsat.\n");
    assert.equal(found.is.block, "1. Godkendt.\n2. Udsat til juni.\n");
    assert.equal(reworded(item, "- Et", "- To")?.is.section, "sagsfremstilling");
  });

  it("is told where as many signs are others", () => {
    assert.equal(reworded(item, "tekst,", "tavle,")?.is.block, "En tavle,\nder går videre.\n");
  });

  it("has the sentence with it that a hard blank does not end", () => {
    const [far, near] = ["Langt ".repeat(40), "Nær ".repeat(60)];
    const found = reworded(`Punkt 1: A\n\n${far}\n\u00a0\n${near}\nEn tekst\n`, "En tekst", "Tekst");
    assert.ok(found?.is.words.startsWith(far));
  });

  for (const [name, was, is] of [
    ["the heading is another", "Punkt 1: En", "Punkt 1: Den"],
    ["the journal number is another", "23/1493", "23/1494"],
    ["a list has another mark", "- Et", "-  Et"],
    ["a list has another number", "1. Godk", "2. Godk"],
    ["a list has one entry more", "- Et", "- Et\n- To"],
    ["two entries are others", "Godkendt.\n2. Udsat", "Udsat.\n2. Godkendt"],
    ["there are more lines", "En tekst", "En\ntekst"],
    ["there are fewer lines", "En tekst,\n", "En tekst, "],
    ["there are more paragraphs", "En tekst,\n", "En tekst,\n\n"],
    ["it has become something else", "En anden tekst.", "- En anden tekst."],
    ["two are others", "En indledning.\n\nSagsfremstilling\nEn", "Indledning.\n\nSagsfremstilling\nDen"],
    ["a comment stands in it", "En tekst", "En <!-- lang --> tekst"],
    ["a comment is opened in it", "En tekst", "En <!-- tekst"],
    ["nothing is another", "En", "En"],
  ] as const) {
    it(`is none where ${name}`, () => {
      assert.equal(reworded(item, was, is), null);
    });
  }

  it("is none where it holds a comment already, and one where another paragraph does", () => {
    const commented = item.replace("indledning", "<!-- x --> indledning");
    assert.equal(reworded(commented, "> indledning", "> god indledning"), null);
    assert.equal(reworded(commented, "En tekst", "Tekst")?.was.section, "sagsfremstilling");
  });
});

describe("what is typed in: a paragraph, an entry, a field of the head", () => {
  const texts = (folder: string): (readonly [string, string])[] =>
    readdirSync(join(fixtures, folder))
      .filter((name) => /\.(?:referat|dagsorden)$/.test(name))
      .map((name) => [name, readFileSync(join(fixtures, folder, name), "utf8")]);

  const cases = readRuleFixtures(join(fixtures, "rules"));
  for (const rule of new Set(cases.map((each) => each.rule))) {
    it(`the findings and their fixes are those of a fresh checker: the fixtures of ${rule}`, () => {
      for (const { name, text } of cases.filter((each) => each.rule === rule)) typeAll(text, {}, name);
    });
  }

  it("the findings and their fixes are those of a fresh checker: whole documents", () => {
    for (const [name, text] of [...texts("clean"), ...texts("odd")]) typeAll(text, {}, name);
  });

  it("the findings and their fixes are those of a fresh checker: beside other meetings", () => {
    const folder = join(fixtures, "archive");
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".fixture"))) {
      for (const { name, archive, marked } of readArchiveCases(join(folder, file))) {
        const { text } = readMarked(marked);
        take(archive, own, text);
        typeAll(text, { around: { archive, uri: own } }, name);
      }
    }
  });
});

describe("a paragraph that matters to a rule", () => {
  const head = "REFERAT Udvalget d. 04-03-2026\n\nMødedato Onsdag d. 4. marts 2026\n\nMødested Rådhuset\n\n";
  for (const [rule, text, was, is] of [
    [
      "attachment-number",
      `${head}Punkt 1: En sag\n\nBilag\n\nBilag 1.1: Kort.pdf\nBilag 1.2: Plan.pdf\n`,
      "1.2:",
      "2.2:",
    ],
    ["attachment-file", `${head}Punkt 1: En sag\n\nBilag\n\nKort.pdf\nPlan.pdf\n`, "Plan", "Plna"],
    ["required-field", `${head}Punkt 1: En sag\n\nDeltagere: Anna\n`, "Deltagere", "Deltager"],
    // What stands behind a blank line belongs to the words before it.
    ["cpr-number", `${head}Punkt 1: En sag\n\nSe cvr-nr\n\n010190-1234 er det.\n`, "nr", "n"],
    [
      "contact-details",
      `${head}Punkt 1: En sag\n\nRing til kommunen\n- tlf. 23 45 67 89\n`,
      "kommunen",
      "Anna",
    ],
  ] as const) {
    it(`is heeded by ${rule}`, () => {
      const checker = new Checker();
      const options = { filesBeside: ["Kort.pdf", "Plan.pdf"] };
      const document = ReferatDocument.parse(text);
      const finds = (it: ReferatDocument): boolean =>
        checker.check(it, options).some((finding) => finding.rule.id === rule);
      assert.equal(finds(document), false);
      const start = text.lastIndexOf(was);
      const edited = document.edit({ start, end: start + was.length, text: is });
      assert.equal(finds(edited), true);
      assert.equal(finds(edited.edit({ start, end: start + is.length, text: was })), false);
    });
  }
});

const everyRule = new Map(rules.filter(({ onRequest }) => onRequest).map(({ id }) => [id, "info" as const]));

/** So many versions of each are tried: the whole, and beginnings of it. */
const mostVersions = 12;

/** Takes words away from the end of each paragraph, entry and field, and types them again, comparing after each step. */
function typeAll(text: string, options: CheckOptions, name: string): void {
  const all = { severities: everyRule, ...options };
  let document = ReferatDocument.parse(text);
  const checker = new Checker();
  checker.check(document, all);
  const places = document.chunks.flatMap((each, chunk) =>
    each.blocks.flatMap((block) => {
      const base = document.offsetOf(chunk);
      if (block.kind === "field") {
        const { valueSpan } = block.field;
        return [{ start: base + valueSpan.start, words: slice(each.text, valueSpan) }];
      }
      const spans = block.kind === "list" ? block.entries.map((entry) => entry.text) : [block];
      return block.kind === "paragraph" || block.kind === "list"
        ? spans.map((span) => ({ start: base + span.start, words: slice(each.text, span) }))
        : [];
    }),
  );
  for (const { start, words } of places) {
    let length = words.trimEnd().length;
    const ends = [...words.trimEnd().matchAll(/(?<=\S)\s|(?<=\p{L})(?!\p{L})|[\p{Pi}\p{Pf}()[\]"']/gu)].map(
      ({ index }) => index,
    );
    const step = Math.max(1, Math.ceil(ends.length / mostVersions));
    const chosen = ends.filter((end, index) => end > 0 && index % step === 0);
    for (const end of [...chosen.toReversed(), ...chosen, length]) {
      document = document.edit({
        start: start + Math.min(end, length),
        end: start + length,
        text: words.slice(length, end),
      });
      length = end;
      assert.deepEqual(
        told(document, checker.check(document, all), all),
        told(document, new Checker().check(document, all), all),
        `${name}: »${words.slice(0, end)}«`,
      );
    }
  }
  assert.equal(document.getText(), text);
}

/** What is found, and the ways to mend it. */
function told(document: ReferatDocument, findings: readonly Finding[], options: CheckOptions): string[] {
  const context = documentContext(document, options);
  return findings.map((finding) => {
    const at = document.offsetOf(finding.chunk) + finding.span.start;
    const fixes = fixesOf(finding, context, "da").map(
      ({ title, edits }) => `${title} ${JSON.stringify(edits)}`,
    );
    return `${finding.rule.id} ${at} ${finding.severity}: ${[messageOf(finding, "da"), ...fixes].join("\n")}`;
  });
}
