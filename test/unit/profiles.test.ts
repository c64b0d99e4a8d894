import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Config } from "../../server/src/config/config.ts";
import { headOf } from "../../server/src/model/meeting.ts";
import { Checker, type CheckOptions, type Finding } from "../../server/src/rules/check.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { findingPicture } from "../support/findingPicture.ts";
import { assertPicture } from "../support/golden.ts";
import { type Expected, readMarked } from "../support/ruleFixtures.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "profiles");

interface Checked {
  readonly document: ReferatDocument;
  readonly options: CheckOptions;
  readonly findings: readonly Finding[];
}

/** The document as a command line or an editor reads it with that referat.json beside it. */
function check(config: Config, text: string): Checked {
  const body = headOf(ReferatDocument.parse(text))?.titleLine?.body ?? null;
  const { profile, vocabulary, severities } = config.settingsFor(body);
  const document = ReferatDocument.parse(text, vocabulary);
  const options = { profile, severities };
  return { document, options, findings: new Checker().check(document, options) };
}

function located({ document, findings }: Checked): Expected[] {
  const places = findings.map(({ rule, chunk, span }) => {
    const base = document.offsets[chunk] ?? 0;
    const start = document.positionAt(base + span.start);
    const end = document.positionAt(base + span.end);
    return { rule: rule.id, line: start.line, start: start.character, end: end.character };
  });
  return inOrder(places);
}

function inOrder(list: readonly Expected[]): Expected[] {
  return [...list].sort((a, b) => a.line - b.line || a.start - b.start || a.rule.localeCompare(b.rule));
}

describe("profiles", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".fixture"))) {
    describe(file.replace(/\.fixture$/, ""), () => {
      const cases = readFileSync(join(folder, file), "utf8")
        .split(/^=== /m)
        .slice(1)
        .map((part) => {
          const newline = part.indexOf("\n");
          const [json = "", marked = ""] = part.slice(newline + 1).split(/^--- document\n/m);
          return { name: part.slice(0, newline), config: Config.read(json), ...readMarked(marked) };
        });
      for (const { name, config, text, expected } of cases) {
        it(name, () => {
          assert.deepEqual(config.problems, []);
          assert.deepEqual(located(check(config, text)), inOrder(expected));
        });
      }
      it("say and do what people have read", () => {
        const picture = cases.flatMap(({ name, config, text }) => {
          const { document, options, findings } = check(config, text);
          const told = findings.flatMap((each) => [each.rule.id, ...findingPicture(document, each, options)]);
          return told.length === 0 ? [] : [`=== ${name}`, ...told];
        });
        assertPicture(join(folder, file.replace(/fixture$/, "findings")), picture);
      });
    });
  }
});

const minutes = `REFERAT Kulturudvalget i Havneby d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00

Punkt 1: Eventuelt

Museet åbner 7.april.
`;

/** `severity rule`, in order. */
function weights(json: string, text = minutes): string[] {
  return check(Config.read(json), text).findings.map(({ severity, rule }) => `${severity} ${rule.id}`);
}

describe("the weight of the rules", () => {
  it("is their own where nothing is said", () => {
    assert.deepEqual(weights("{}"), ["warning required-field", "info required-field", "info date-form"]);
  });
  for (const severity of ["error", "warning", "info", "hint"]) {
    it(`is ${severity} where referat.json says so, and for that rule alone`, () => {
      assert.deepEqual(weights(`{ "rules": { "date-form": "${severity}" } }`), [
        "warning required-field",
        "info required-field",
        `${severity} date-form`,
      ]);
    });
  }
  it("is nothing where the rule is off", () => {
    assert.deepEqual(weights(`{ "rules": { "date-form": "off" } }`), [
      "warning required-field",
      "info required-field",
    ]);
  });
  it("is one for a rule with two", () => {
    assert.deepEqual(weights(`{ "rules": { "required-field": "hint", "date-form": "off" } }`), [
      "hint required-field",
      "hint required-field",
    ]);
  });
  it("holds with and without a profile", () => {
    const rules = `"rules": { "required-field": "error", "date-form": "off" }`;
    const own = `{ "match": ["Kulturudvalget*"], "fields": { "required": ["mødedato", "referent"] } }`;
    assert.deepEqual(weights(`{ "profiles": [${own}], ${rules} }`), ["error required-field"]);
    const other = `{ "match": ["Byrådet"], "fields": { "required": ["mødedato", "referent"] } }`;
    assert.deepEqual(weights(`{ "profiles": [${other}], ${rules} }`), [
      "error required-field",
      "error required-field",
    ]);
  });
  it("leaves a silencing of a rule that is off alone", () => {
    const silenced = minutes.replace(
      "Museet",
      "<!-- referat-disable-next-line date-form: ordret citat -->\nMuseet",
    );
    assert.deepEqual(weights(`{ "rules": { "required-field": "off" } }`, silenced), []);
    assert.deepEqual(weights(`{ "rules": { "required-field": "off", "date-form": "off" } }`, silenced), []);
  });
  it("can be taken from the rule of silencings, too", () => {
    const useless = minutes.replace("7.april", "7. april <!-- referat-disable-file date-form -->");
    const others = `"required-field": "off"`;
    assert.deepEqual(weights(`{ "rules": { ${others} } }`, useless), ["warning unused-disable"]);
    assert.deepEqual(weights(`{ "rules": { ${others}, "unused-disable": "off" } }`, useless), []);
  });
});

describe("what is wrong in referat.json", () => {
  /** What a person is shown as wrong, by its text in the file. */
  function wrong(json: string): string[] {
    return Config.read(json).problems.map(({ span }) => json.slice(span.start, span.end));
  }
  const cases: readonly (readonly [name: string, json: string, wrong: readonly string[]])[] = [
    ["an unknown setting", `{ "profil": [] }`, [`"profil"`]],
    ["an unknown setting of a profile", `{ "profiles": [{ "alias": ["KU"] }] }`, [`"alias"`]],
    ["a single text for a list", `{ "profiles": [{ "match": "Kulturudvalget" }] }`, [`"Kulturudvalget"`]],
    [
      "a kind of item that is none",
      `{ "profiles": [{ "sections": { "required": { "sag": [] } } }] }`,
      [`"sag"`],
    ],
    ["a style of headings", `{ "profiles": [{ "sections": { "headingStyle": "upper" } }] }`, [`"upper"`]],
    ["a use of times", `{ "profiles": [{ "slots": { "use": "always" } }] }`, [`"always"`]],
    ["a style of times", `{ "profiles": [{ "slots": { "style": "kl. halv" } }] }`, [`"kl. halv"`]],
    ["a journal number", `{ "profiles": [{ "journalNumber": true }] }`, ["true"]],
    ["a person without a name", `{ "profiles": [{ "people": [{ "affiliation": "A" }] }] }`, ["{"]],
    ["an unknown rule", `{ "rules": { "slot-gab": "off" } }`, [`"slot-gab"`]],
    ["a severity", `{ "rules": { "slot-gap": "of" } }`, [`"of"`]],
    [
      "a section that there is none of",
      `{ "profiles": [{ "sections": { "order": ["indstilling", "beslutnig"] } }] }`,
      [`"beslutnig"`],
    ],
    [
      "a section that is required, and that there is none of",
      `{ "profiles": [{ "sections": { "required": { "case": ["sagsfremstiling"] } } }] }`,
      [`"sagsfremstiling"`],
    ],
    [
      "what a decision's heading cannot hold",
      `{ "profiles": [{ "decisionHeading": "Beslutning i {udvalg} den {dato}" }] }`,
      [`"Beslutning i {udvalg} den {dato}"`],
    ],
    ["a file that is no object", `["profiles"]`, ["["]],
  ];
  for (const [name, json, expected] of cases) {
    it(`is shown at its place: ${name}`, () => {
      assert.deepEqual(wrong(json), expected);
    });
  }
  it("is nothing where a profile's own sections are named", () => {
    const extra = `"extra": [{ "id": "sundhed", "headings": ["Sundhedsmæssige konsekvenser"] }]`;
    const json = `{ "profiles": [{ "sections": { ${extra}, "order": ["Sagsfremstilling", "sundhed"] } }] }`;
    assert.deepEqual(wrong(json), []);
  });
  it("weighs what the file says it weighs", () => {
    assert.equal(Config.read(`{ "nix": 1 }`).problemSeverity, "error");
    assert.equal(Config.read(`{ "nix": 1, "rules": { "config": "warning" } }`).problemSeverity, "warning");
  });
  it("is nothing in an empty file", () => {
    assert.deepEqual(wrong(""), []);
    assert.deepEqual(wrong("{}"), []);
  });
  it("takes nothing from the rest of its profile, from other profiles, from the rules", () => {
    const json = `{
      "profiles": [
        { "match": ["Byrådet"], "slots": { "use": "always" }, "fields": { "required": ["mødested"] } },
        { "match": ["Kulturudvalget*"], "journalNumber": 7, "fields": { "required": ["referent"] } }
      ],
      "rules": { "nix": "off", "date-form": "error" }
    }`;
    assert.deepEqual(wrong(json), [`"always"`, "7", `"nix"`]);
    assert.deepEqual(weights(json), ["warning required-field", "error date-form"]);
    const council = minutes.replace("Kulturudvalget i Havneby", "Byrådet");
    assert.deepEqual(weights(json, council), ["warning required-field", "error date-form"]);
  });
  it("leaves the defaults where nothing can be read", () => {
    const own = weights("{}");
    assert.deepEqual(weights(`["profiles"]`), own);
    assert.deepEqual(weights("profiles: none"), own);
  });
  it("leaves what stands before a brace that is missing", () => {
    const json = `{ "rules": { "date-form": "off", "required-field": "off"`;
    assert.ok(Config.read(json).problems.length > 0);
    assert.deepEqual(weights(json), []);
  });
});
