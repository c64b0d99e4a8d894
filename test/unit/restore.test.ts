import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { Checker, documentContext } from "../../server/src/rules/check.ts";
import { allFixes } from "../../server/src/rules/fixes.ts";
import { rules } from "../../server/src/rules/registry.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const folder = join(import.meta.dirname, "../../examples");
const clean = readdirSync(folder).filter((name) => !name.startsWith("med-fejl"));

/** How people break a document, by the rule that mends it: each place that the pattern finds is broken by itself. */
const breakages: Readonly<
  Record<string, readonly { pattern: RegExp; broken: (match: RegExpExecArray) => string }[]>
> = {
  "weekday": [
    {
      pattern: /\b(Mandag|Tirsdag|Onsdag|Torsdag|Fredag)(?= d\. \d)/g,
      broken: ([day]) => (day === "Fredag" ? "Mandag" : "Fredag"),
    },
  ],
  "toc-title": [
    // Two letters change places; a blank is doubled.
    {
      pattern: /^\p{L}{3}(\p{L})(\p{L})(?=.*\t\d+$)/gmu,
      broken: ([all, a = "", b = ""]) => (a === b ? `${all}x` : all.slice(0, 3) + b + a),
    },
    { pattern: /(?<=^\p{L}{6,}) (?=\p{L}.*\.\t\d+$)/gmu, broken: () => "  " },
  ],
  "toc-truncated": [
    { pattern: /^(\p{L}{6,} \p{L}+.{12}).*(?=\.{5}\t\d+$)/gmu, broken: ([, start = ""]) => start.trimEnd() },
  ],
  "toc-item": [
    {
      pattern: /^.*\.\t\d+\r?\n(?=\p{L}.*\.\t\d+)/gmu,
      broken: ([line]) => `${line}${line.replace(/^.*(?=\.{5}\t)/, "Overrækkelse af kunstprisen")}`,
    },
  ],
  "toc-order": [
    {
      pattern: /^(.*)(\.{5}\t\d+\r?\n)(.*)(?=\.{5}\t\d+)/gmu,
      broken: ([, one = "", leader = "", other = ""]) => other + leader + one,
    },
  ],
  "list-number": [{ pattern: /(?<=^1\. .*\r?\n)2(?=\. )/gm, broken: () => "3" }],
  "slot-form": [
    {
      pattern: /(?<=^Punkt .*\()\d\d\.\d\d-\d\d\.\d\d(?=\)$)/gm,
      broken: ([slot]) => slot.replaceAll(".", ":").replace("-", " – "),
    },
    { pattern: /(?<=^Punkt .*), kl\. (?=\d\d\.\d\d)/gm, broken: () => " ,kl." },
  ],
  "section-name": [
    { pattern: /^(Sagsfremstil)l(?=ing$)/gm, broken: ([, start = ""]) => start },
    { pattern: /^(INDSTIL)L(?=ING$)/gm, broken: ([, start = ""]) => start },
    { pattern: /^Resumé$/gm, broken: () => "Resume" },
  ],
  "heading-style": [
    { pattern: /^(Sagsfremstilling|Indstilling)$/gm, broken: ([heading]) => heading.toUpperCase() },
    { pattern: /^(SAGSFREMSTILLING|INDSTILLING)$/gm, broken: ([heading]) => `${heading}:` },
  ],
  "recommendation-lead-in": [{ pattern: /(?<=indstiller, at .*):$/gm, broken: () => "" }],
  "date-form": [
    {
      pattern:
        /(?<=\b\d\.) (?=(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b)/g,
      broken: () => "",
    },
  ],
  "unused-disable": [
    {
      pattern: /^(?=Beslutning)/gm,
      broken: () => "<!-- referat-disable-next-line cpr-number: navnet er aftalt -->\n",
    },
  ],
};

function mended(text: string, fileKind: "referat" | "dagsorden"): string {
  let document = ReferatDocument.parse(text);
  for (let round = 0; round < 5; round++) {
    const findings = new Checker().check(document, { fileKind });
    const edits = allFixes(findings, documentContext(document, { fileKind }));
    if (edits.length === 0) break;
    document = applyEdits(document, edits);
  }
  return document.getText();
}

describe("the safe fixes restore broken copies of clean documents, byte for byte", () => {
  const broken = new Map<string, number>();

  for (const name of clean) {
    const text = readFileSync(join(folder, name), "utf8");
    const fileKind = name.endsWith(".dagsorden") ? "dagsorden" : "referat";
    for (const [rule, ways] of Object.entries(breakages)) {
      const copies = ways.flatMap(({ pattern, broken: breakUp }) =>
        [...text.matchAll(pattern)].map(
          (match) => text.slice(0, match.index) + breakUp(match) + text.slice(match.index + match[0].length),
        ),
      );
      if (copies.length === 0) continue;
      it(`${name}: ${rule}, ${copies.length} copies`, () => {
        for (const copy of copies) {
          assert.notEqual(copy, text);
          assert.equal(mended(copy, fileKind), text);
          broken.set(rule, (broken.get(rule) ?? 0) + 1);
        }
      });
    }
  }

  it("with every safe rule", () => {
    assert.deepEqual(
      [...broken.keys()].sort(),
      rules
        .filter((rule) => rule.fixAll)
        .map(({ id }) => id)
        .sort(),
    );
  });
});
