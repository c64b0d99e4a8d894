import assert from "node:assert/strict";
import { type GateOptions, obstacles } from "../../server/src/publishing/gate.ts";
import { Checker } from "../../server/src/rules/check.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const head = `REFERAT Havneudvalget d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-15:00

Mødested Havnekontoret

Mødedeltagere Anna Holm, Bent Krogh

`;

/** What stands in the way of a document with these items: gravity, rule or kind, and the words under it. */
function found(items: string, options: GateOptions = { public: true }): string[] {
  const document = ReferatDocument.parse(head + items);
  const findings = new Checker().check(document, {
    fileKind: "referat",
    severities: options.severities ?? new Map(),
  });
  return obstacles(document, findings, options).map((obstacle) => {
    const name = obstacle.type === "finding" ? obstacle.finding.rule.id : obstacle.type;
    const words = document.chunks[obstacle.chunk]?.text.slice(obstacle.span.start, obstacle.span.end) ?? "";
    return `${obstacle.gravity} ${name} ${words}`;
  });
}

const decided =
  "Sagsfremstilling\n\nMolen er gammel.\n\nIndstilling\n\nDet indstilles, at Havneudvalget:\n\n1. Godkender planen\n\nBeslutning\n\n1. Godkendt.\n\n";

describe("the publish gate", () => {
  it("has nothing to say of a document in order", () => {
    assert.deepEqual(found(`Punkt 1: Ny mole\n\n${decided}`), []);
  });

  it("puts the gravest first, and the others by their places", () => {
    const text = `Punkt 1: Ny mole\n\nSagsfremstilin\n\n${decided}Punkt 2: Pladser\n\nSagsfremstilling\n\nKontakt Anna på 010203-1234.\n\nBeslutning\n\n`;
    assert.deepEqual(found(text).map((each) => each.split(" ").slice(0, 2).join(" ")), [
      "error cpr-number",
      "error empty-section",
      "warning empty-section",
      "warning section-name",
      "warning missing-section",
    ]); // prettier-ignore
  });

  it("keeps what a closed item says from nobody who may read it, and from everybody else", () => {
    const text = `Punkt 1: Ny mole\n\n${decided}Punkt 2: Lukket punkt: Salg\n\nSagsfremstilling\n\nKøber er 010203-1234.\n\nBeslutning\n\nGodkendt.\n`;
    assert.ok(found(text, { public: false }).includes("error cpr-number 010203-1234"));
    assert.deepEqual(
      found(text).filter((each) => each.includes("010203")),
      [],
    );
  });

  it("finds a closed item that is read as text of an open one, and the files of closed items", () => {
    const text = `Punkt 1: Ny mole\n\n${decided}Punkt 2 Lukket punkt: Salg\n\nSe Skøde for molen.pdf.\n\nPunkt 3: Lukket punkt: Køb\n\nBilag\n\n3.1 Skøde for molen.pdf\n\nBeslutning\n\nGodkendt.\n`;
    const graves = found(text).filter((each) => each.includes(" closed"));
    assert.deepEqual(graves, [
      "error closedHeading Punkt 2 Lukket punkt:",
      "error closedAttachment Skøde for molen.pdf",
    ]);
  });

  it("holds a place that was to be filled in against everybody, and an elision against nobody", () => {
    const text = `Punkt 1: Ny mole\n\n${decided.replace("gammel", "gammel, skrev [...] XX kr")}`;
    assert.deepEqual(found(text), ["error placeholder XX", "warning placeholder [...]"]);
  });

  it("weighs as the configuration does, and is silent on what is switched off", () => {
    const text = `Punkt 1: Ny mole\n\n${decided.replace("1. Godkendt.\n", "")}`;
    assert.deepEqual(found(text), ["error empty-section Beslutning"]);
    const lighter = new Map([["empty-section", "info"]] as const);
    assert.deepEqual(found(text, { public: true, severities: lighter }), ["info empty-section Beslutning"]);
    const off = new Map([["empty-section", "off"]] as const);
    assert.deepEqual(found(text, { public: true, severities: off }), []);
  });
});
