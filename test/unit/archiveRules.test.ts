import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Archive } from "../../server/src/archive/archive.ts";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
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
import { own, readArchiveCases, take, takeMeetings } from "../support/archiveFixtures.ts";
import { findingPicture } from "../support/findingPicture.ts";
import { assertPicture } from "../support/golden.ts";
import { readMarked } from "../support/ruleFixtures.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "archive");

/** What the rule finds in a document that lies among the others. */
function checkedIn(
  archive: Archive,
  text: string,
  id: string,
): { document: ReferatDocument; options: CheckOptions; findings: Finding[] } {
  take(archive, own, text);
  const document = ReferatDocument.parse(text);
  const options: CheckOptions = { around: { archive, uri: own }, severities: new Map([[id, "warning"]]) };
  const findings = new Checker().check(document, options).filter(({ rule }) => rule.id === id);
  return { document, options, findings };
}

describe("rules that look at other meetings", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".fixture"))) {
    const id = file.replace(/\.fixture$/, "");
    describe(id, () => {
      const cases = readArchiveCases(join(folder, file));
      for (const { name, archive, marked, fixed } of cases) {
        it(name, () => {
          const { text, expected } = readMarked(marked);
          const { document, options, findings } = checkedIn(archive, text, id);
          const places = findings.map(({ chunk, span }) => {
            const base = document.offsets[chunk] ?? 0;
            const start = document.positionAt(base + span.start);
            const end = document.positionAt(base + span.end);
            return { rule: id, line: start.line, start: start.character, end: end.character };
          });
          assert.deepEqual(places, expected);
          const [finding] = findings;
          if (fixed === null || !finding) return;
          const [fix] = fixesOf(finding, documentContext(document, options), "da");
          assert.equal(fix && applyEdits(document, fix.edits).getText(), fixed);
        });
      }
      it("says and does what people have read", () => {
        const picture = cases.flatMap(({ name, archive, marked }) => {
          const { document, options, findings } = checkedIn(archive, readMarked(marked).text, id);
          const told = findings.flatMap((each) => findingPicture(document, each, options));
          return told.length === 0 ? [] : [`=== ${name}`, ...told];
        });
        assertPicture(join(folder, `${id}.findings`), picture);
      });
    });
  }

  it("each of them has fixtures", () => {
    const needing = rules.filter((rule) => rule.scope === "document" && rule.archive !== undefined);
    const names = new Set(readdirSync(folder));
    assert.deepEqual(
      needing.filter(({ id }) => !names.has(`${id}.fixture`)).map(({ id }) => id),
      [],
    );
  });

  it("run again when the archive has changed, and only then", () => {
    const archive = new Archive();
    const document = ReferatDocument.parse(
      "REFERAT Kulturudvalget i Havneby d. 04-03-2026\n\nPunkt 1: Sagen\n",
    );
    const checker = new Checker();
    const check = (): string[] =>
      checker.check(document, { around: { archive, uri: own } }).map(({ rule }) => rule.id);
    assert.ok(!check().includes("meeting-twice"));
    const runsOf = (step: () => unknown): number => {
      const before = checker.count.documentRuns;
      step();
      return checker.count.documentRuns - before;
    };
    const always = runsOf(check);
    takeMeetings(archive, "Kulturudvalget i Havneby d. 04-03-2026 1-2");
    const looking = rules.filter(
      (rule) => rule.scope === "document" && rule.archive !== undefined && !rule.onRequest,
    );
    assert.equal(
      runsOf(() => assert.ok(check().includes("meeting-twice"))),
      always + looking.length,
    );
  });

  it("see a number that is typed, wherever the words around it stand", () => {
    const archive = new Archive();
    takeMeetings(archive, "Kulturudvalget i Havneby d. 04-02-2026 1-7");
    const checker = new Checker();
    const found = (document: ReferatDocument): string[] =>
      checker
        .check(document, { around: { archive, uri: own } })
        .filter(({ rule }) => rule.id === "meeting-item")
        .map((finding) => messageOf(finding, "en").slice(0, 76));
    let document = ReferatDocument.parse(
      "REFERAT Skoleudvalget i Havneby d. 04-03-2026\n\nPunkt 1: Svømmehallen\n\nResumé\n\n" +
        "Udvalget fulgte op (punkt 5 fra Kulturudvalget i Havneby den 4. februar 2026).\n",
    );
    const at = document.getText().indexOf("punkt 5") + 6;
    const typed = (text: string, length: number): string[] => {
      document = document.edit({ start: at, end: at + length, text });
      const said = found(document);
      assert.deepEqual(
        said,
        new Checker()
          .check(document, { around: { archive, uri: own } })
          .filter(({ rule }) => rule.id === "meeting-item")
          .map((finding) => messageOf(finding, "en").slice(0, 76)),
      );
      return said;
    };
    assert.deepEqual(found(document), []);
    assert.equal(typed("55", 1).length, 1);
    assert.ok(typed("56", 2)[0]?.includes("56"));
    assert.deepEqual(typed("05", 2), []);
  });
});
