import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import AjvDraft04 from "ajv-draft-04";
import { folderWith, referat } from "../support/cli.ts";

const clean = `REFERAT Kulturudvalget i Havneby d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00

Mødested Mødelokale 2, Rådhuset, Havneby

Mødedeltagere Anna Holm, A, Bent Krogh, V

Punkt 1: Godkendelse af dagsorden

Beslutning

Godkendt.
`;
const wrongWeekday = clean.replace("Onsdag", "Torsdag");
const numberedPause = `${clean}\nPunkt 2: PAUSE\n`;

interface Report {
  files: {
    path: string;
    findings: {
      rule: string;
      severity: string;
      line: number;
      column: number;
      endLine: number;
      endColumn: number;
      message: string;
      fixable: boolean;
    }[];
  }[];
  counts: Record<string, number>;
}

function report(stdout: string): Report {
  return JSON.parse(stdout) as Report;
}

describe("referat check", () => {
  it("says nothing of a clean document and exits with 0", () => {
    const cwd = folderWith({ "a.referat": clean });
    const { status, stdout, stderr } = referat(["check", "a.referat"], { cwd });
    assert.equal(stdout, "Intet at bemærke · 1 dokument\n");
    assert.equal(stderr, "");
    assert.equal(status, 0);
  });

  it("says nothing good of what could not be read", () => {
    const cwd = folderWith({
      "a.referat": clean,
      "b.referat": Buffer.from("REFERAT Idr\xe6tsr\xe5det", "latin1"),
    });
    const alone = referat(["check", "b.referat"], { cwd });
    assert.equal(alone.stdout, "Intet kontrolleret · 0 dokumenter, 1 kunne ikke læses\n");
    assert.match(alone.stderr, /^b\.referat: filen er ikke UTF-8-tekst/);
    assert.equal(alone.status, 2);
    const both = referat(["check", "."], { cwd });
    assert.equal(both.stdout, "Intet at bemærke · 1 dokument, 1 kunne ikke læses\n");
    const english = referat(["check", "b.referat", "--language", "en"], { cwd });
    assert.equal(english.stdout, "Nothing checked · 0 documents, 1 could not be read\n");
    const none = referat(["check", "."], { cwd: folderWith({}) });
    assert.equal(none.stdout, "Intet kontrolleret · 0 dokumenter\n");
  });

  it("prints file:line:column, the weight, the message and the rule", () => {
    const cwd = folderWith({ "a.referat": wrongWeekday });
    const { status, stdout } = referat(["check", "a.referat"], { cwd });
    assert.match(stdout, /^a\.referat:3:10: advarsel: .*onsdag.* \[weekday\]$/m);
    assert.equal(status, 0, "a warning is below the default of --fail-on");
  });

  it("answers in English when asked to", () => {
    const { stdout } = referat(["check", "-", "--language", "en"], { input: wrongWeekday });
    assert.match(stdout, /^-:3:10: warning: .*onsdag.*\[weekday\]$/m);
    assert.match(stdout, /1 warning · 1 document/);
  });

  it("gives the contract's JSON: one-based lines and columns, end exclusive, counts", () => {
    const cwd = folderWith({ "a.referat": wrongWeekday });
    const { files, counts } = report(referat(["check", "a.referat", "--format", "json"], { cwd }).stdout);
    assert.deepEqual(counts, { error: 0, warning: 1, info: 0, hint: 0 });
    const { message, ...finding } = files[0]?.findings[0] ?? assert.fail("no finding");
    assert.ok(message.length > 0);
    assert.deepEqual(
      files.map(({ path }) => path),
      ["a.referat"],
    );
    assert.deepEqual(finding, {
      rule: "weekday",
      severity: "warning",
      line: 3,
      column: 10,
      endLine: 3,
      endColumn: 17,
      fixable: true,
    });
  });

  it("exits by --fail-on", () => {
    const cwd = folderWith({ "w.referat": wrongWeekday, "e.referat": numberedPause });
    const status = (file: string, level: string): number | null =>
      referat(["check", file, "--fail-on", level], { cwd }).status;
    assert.equal(status("w.referat", "error"), 0);
    assert.equal(status("w.referat", "warning"), 1);
    assert.equal(status("w.referat", "info"), 1);
    assert.equal(status("w.referat", "never"), 0);
    assert.equal(status("e.referat", "error"), 1);
    assert.equal(status("e.referat", "never"), 0);
  });

  it("searches folders, without node_modules and hidden ones, and globs; each file once", () => {
    const cwd = folderWith({
      "a.referat": clean,
      "under/b.dagsorden": clean
        .replace("REFERAT", "DAGSORDEN")
        .replace(/\nBeslutning\n\nGodkendt.\n/, "\nDagsordenen.\n"),
      "under/notes.txt": "x",
      "node_modules/c.referat": numberedPause,
      ".hidden/d.referat": numberedPause,
    });
    const paths = (...args: string[]): string[] =>
      report(referat(["check", ...args, "--format", "json"], { cwd }).stdout).files.map(({ path }) => path);
    assert.deepEqual(paths("."), ["a.referat", join("under", "b.dagsorden")]);
    assert.deepEqual(paths("**/*.referat", "a.referat"), ["a.referat"]);
  });

  it("names what it cannot read, checks the rest, and exits with 2", () => {
    const cwd = folderWith({
      "a.referat": wrongWeekday,
      "latin1.referat": new Uint8Array([0x52, 0xe6, 0xf8]),
    });
    const { status, stdout, stderr } = referat(["check", "gone.referat", "latin1.referat", "a.referat"], {
      cwd,
    });
    assert.equal(status, 2);
    assert.match(stderr, /^gone\.referat: filen findes ikke$/m);
    assert.match(stderr, /^latin1\.referat: filen er ikke UTF-8/m);
    assert.match(stdout, /a\.referat:3:10/);
  });

  it("refuses a wrong call with 2, in one sentence and the usage", () => {
    for (const args of [
      [],
      ["chek"],
      ["check"],
      ["check", "--format", "yaml", "x"],
      ["check", "--nope", "x"],
    ]) {
      const { status, stdout, stderr } = referat(args);
      assert.equal(status, 2, args.join(" "));
      assert.equal(stdout, "");
      assert.match(stderr, /Brug: referat/);
    }
  });

  it("--fix mends what is safe, byte for byte else, and reports what is left", () => {
    const broken = wrongWeekday.replace(/\n/g, "\r\n");
    const cwd = folderWith({ "a.referat": `\ufeff${broken}` });
    const { status, stdout } = referat(["check", "a.referat", "--fix"], { cwd });
    assert.equal(stdout, "Intet at bemærke · 1 dokument\n");
    assert.equal(status, 0);
    assert.equal(readFileSync(join(cwd, "a.referat"), "utf8"), `\ufeff${clean.replace(/\n/g, "\r\n")}`);
  });

  it("SARIF validates against its schema", () => {
    const require = createRequire(import.meta.url);
    const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json") as object;
    const cwd = folderWith({ "møde 1.referat": numberedPause, "a.referat": clean });
    const log: unknown = JSON.parse(referat(["check", ".", "--format", "sarif"], { cwd }).stdout);
    const ajv = new AjvDraft04({ strict: false, validateFormats: false, unicodeRegExp: false });
    const validate = ajv.compile(schema);
    assert.ok(validate(log), JSON.stringify(validate.errors));
    const { runs } = log as {
      runs: {
        results: {
          ruleId: string;
          locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
        }[];
      }[];
    };
    const result = runs[0]?.results.find(({ ruleId }) => ruleId === "numbered-pause");
    assert.equal(result?.locations[0]?.physicalLocation.artifactLocation.uri, "m%C3%B8de%201.referat");
  });

  it("JUnit has a suite for each document and escapes what XML needs", () => {
    const cwd = folderWith({ "a & b.referat": numberedPause, "c.referat": clean });
    const { stdout } = referat(["check", ".", "--format", "junit"], { cwd });
    assert.match(stdout, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /);
    assert.match(stdout, /<testsuite name="a &amp; b\.referat" tests="1" failures="1" errors="0">/);
    assert.match(stdout, /<testsuite name="c\.referat" tests="1" failures="0" errors="0">/);
  });
});

describe("referat check with referat.json", () => {
  it("the nearest file above the document holds; a rule can be off or weigh otherwise", () => {
    const cwd = folderWith({
      "referat.json": `{ "rules": { "weekday": "error" } } // for everybody`,
      "a.referat": wrongWeekday,
      "under/referat.json": `{ "rules": { "weekday": "off" } }`,
      "under/deep/b.referat": wrongWeekday,
    });
    const { files } = report(referat(["check", ".", "--format", "json"], { cwd }).stdout);
    const severities = Object.fromEntries(
      files.map(({ path, findings }) => [path, findings.map((f) => f.severity)]),
    );
    assert.deepEqual(severities, { "a.referat": ["error"], [join("under", "deep", "b.referat")]: [] });
  });

  it("what is wrong in it stands at its place under its path, the rest holds, and the status is 2", () => {
    const cwd = folderWith({
      "referat.json": `{\n  "rules": { "weekday": "off", "slotgap": "off" },\n  "profils": []\n}\n`,
      "a.referat": wrongWeekday,
    });
    const { status, stdout } = referat(["check", "a.referat", "--format", "json"], { cwd });
    assert.equal(status, 2);
    const { files } = report(stdout);
    assert.deepEqual(
      files.map(({ path, findings }) => [path, findings.map((f) => [f.rule, f.line, f.column])]),
      [
        ["a.referat", []],
        [
          "referat.json",
          [
            ["config", 2, 32],
            ["config", 3, 3],
          ],
        ],
      ],
    );
  });

  it("--config names the file; one that cannot be read is a wrong call", () => {
    const cwd = folderWith({
      "strict.json": `{ "rules": { "weekday": "error" } }`,
      "a.referat": wrongWeekday,
    });
    assert.equal(referat(["check", "a.referat", "--config", "strict.json"], { cwd }).status, 1);
    assert.equal(referat(["check", "a.referat", "--config", "gone.json"], { cwd }).status, 2);
  });

  it("a profile asks for its own sections, fields and times", () => {
    const cwd = folderWith({
      "referat.json": JSON.stringify({
        profiles: [
          {
            match: ["Kulturudvalget*"],
            sections: {
              required: { case: ["sundhed"] },
              extra: [{ id: "sundhed", headings: ["Sundhedsmæssige konsekvenser"] }],
            },
            slots: { use: "required", style: "(tt.mm-tt.mm)" },
          },
        ],
      }),
      "a.referat": `${clean}\nPunkt 2: Ny svømmehal, kl. 13.05-13.30\n\nSundhedsmæssige konsekvenser\n\nIngen.\n\nBeslutning\n\nGodkendt.\n`,
      "b.referat": `${clean}\nPunkt 2: Ny svømmehal (13.05-13.30)\n\nBeslutning\n\nGodkendt.\n`,
    });
    const { files } = report(referat(["check", ".", "--format", "json"], { cwd }).stdout);
    const rules = files.map(({ findings }) => findings.map(({ rule, line }) => `${rule}:${line}`));
    assert.deepEqual(rules, [
      ["slot-missing:9", "slot-form:15"],
      ["slot-missing:9", "missing-section:15"],
    ]);
  });

  it("a listed file that is not there, where the others are", () => {
    const body = `${clean}\nBilag\n\nKort.pdf\n\nPlan.pdf\n`;
    const cwd = folderWith({ "a.referat": body, "Kort.pdf": "", "none/b.referat": body });
    const { files } = report(referat(["check", ".", "--format", "json"], { cwd }).stdout);
    assert.deepEqual(
      files.map(({ findings }) => findings.map(({ rule, line }) => `${rule}:${line}`)),
      [["attachment-file:19"], []],
    );
  });
});

describe("referat parse", () => {
  it("prints the document as JSON, by file and from standard input", () => {
    const cwd = folderWith({ "a.referat": clean });
    const byFile: unknown = JSON.parse(referat(["parse", "a.referat"], { cwd }).stdout);
    assert.deepEqual(JSON.parse(referat(["parse", "-"], { input: clean }).stdout), byFile);
    assert.equal((byFile as { kind: string }).kind, "referat");
  });

  it("an unreadable file gives 2 and its name", () => {
    const { status, stderr } = referat(["parse", "gone.referat"]);
    assert.equal(status, 2);
    assert.match(stderr, /gone\.referat: filen findes ikke/);
  });
});
