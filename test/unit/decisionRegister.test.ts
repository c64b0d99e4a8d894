import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { actionsIn } from "../../server/src/archive/actionRegister.ts";
import { type DecisionQuery, decisionsIn } from "../../server/src/archive/decisionRegister.ts";
import { preparing } from "../../server/src/archive/preparing.ts";
import { archiveOf, minutes } from "../support/archive.ts";

const havneby = minutes("04-03-2026", [
  "Ny svømmehal\n\n26/0117\n\nIndstilling\n\nDet indstilles, at udvalget:\n\n1. Godkender projektet\n\nBeslutning\n\nGodkendt.\n\nOpfølgning\n\n- Anna Holm: sender tegningerne (senest 1. april 2026)",
  "Lukket punkt: Salg af grund\n\nBeslutning\n\nUdsat.",
  "Bibliotekets åbningstider\n\nSagsfremstilling\n\nSe også 26/0117.\n\nBeslutning\n\nBent Kroghs forslag blev drøftet.",
  "Eventuelt\n\nIntet.",
]);
const archive = archiveOf({
  "marts.referat": havneby,
  "marts.dagsorden": havneby.replace("REFERAT", "DAGSORDEN"),
  "april.referat": minutes("08-04-2026", ["Svømmehallens café\n\nBeslutning\n\nTaget til efterretning."]),
  "skole.referat": minutes("10-03-2026", ["Ny skole\n\nBeslutning\n\nGodkendt."], "Skoleudvalget i Ålby"),
});

function titles(query: DecisionQuery): string[] {
  return decisionsIn(archive, query).rows.map(({ title }) => title);
}

describe("the register of decisions", () => {
  it("has what minutes decided, the newest meeting first; an agenda has decided nothing", () => {
    assert.deepEqual(titles({}), [
      "Svømmehallens café",
      "Ny skole",
      "Ny svømmehal",
      "Lukket punkt: Salg af grund",
      "Bibliotekets åbningstider",
    ]);
  });

  it("says what was recommended, decided, and is to be done, and where", () => {
    const [row] = decisionsIn(archive, { text: "projektet" }).rows;
    assert.deepEqual(row, {
      uri: "marts.referat",
      line: 14,
      body: "Kulturudvalget i Havneby",
      date: "2026-03-04",
      kind: "referat",
      index: 0,
      number: 1,
      title: "Ny svømmehal",
      closed: false,
      journalNumber: "26/0117",
      text: "Godkendt.",
      outcomes: ["approved"],
      recommendations: [{ text: "Godkender projektet", outcomes: ["approved"] }],
      followUp: [{ owner: "Anna Holm", text: "sender tegningerne", deadline: "2026-04-01", done: false }],
    });
  });

  it("finds all words, in any order and as parts of words, in the item and its body's name", () => {
    assert.deepEqual(titles({ text: "SVØMME havneby" }), ["Svømmehallens café", "Ny svømmehal"]);
    assert.deepEqual(titles({ text: "tegning svømmehal" }), ["Ny svømmehal"]);
    assert.deepEqual(titles({ text: "cafe" }), ["Svømmehallens café"]);
    assert.deepEqual(titles({ text: "svømmehal skole" }), []);
    // Each word is in the document, but not in one item of it.
    assert.deepEqual(titles({ text: "tegninger bibliotek" }), []);
  });

  it("is filtered by body, period, outcome, person, journal number and access", () => {
    assert.deepEqual(titles({ body: "skoleudvalget, Ålby" }), ["Ny skole"]);
    assert.deepEqual(titles({ body: "Kulturudvalg", from: "2026-04-01" }), ["Svømmehallens café"]);
    assert.deepEqual(titles({ body: "Havneudvalget" }), []);
    assert.deepEqual(titles({ from: "2026-03-10", to: "2026-03-10" }), ["Ny skole"]);
    assert.deepEqual(titles({ outcomes: ["postponed", "noted"] }), [
      "Svømmehallens café",
      "Lukket punkt: Salg af grund",
    ]);
    assert.deepEqual(titles({ person: "Bent Krogh" }), ["Bibliotekets åbningstider"]);
    assert.deepEqual(titles({ person: "anna holm" }), ["Ny svømmehal"]);
    assert.deepEqual(titles({ person: "Anna Hol" }), []);
    assert.deepEqual(titles({ journalNumber: "26/0117" }), ["Ny svømmehal", "Bibliotekets åbningstider"]);
    assert.deepEqual(titles({ access: "closed" }), ["Lukket punkt: Salg af grund"]);
  });

  it("gives a part of the rows, and counts all", () => {
    const { total, rows } = decisionsIn(archive, {}, { offset: 1, limit: 2 });
    assert.equal(total, 5);
    assert.deepEqual(
      rows.map(({ title }) => title),
      ["Ny skole", "Ny svømmehal"],
    );
    const last = decisionsIn(archive, {}, { offset: 4, limit: 9 });
    assert.deepEqual([last.total, last.rows.map(({ index }) => index)], [5, [2]]);
    const word = decisionsIn(archive, { text: "havneby" }, { offset: 3, limit: 9 });
    assert.deepEqual([word.total, word.rows.map(({ index }) => index)], [4, [2]]);
  });

  it("follows the archive", () => {
    const changing = archiveOf({ "a.referat": minutes("04-03-2026", ["Havnen\n\nBeslutning\n\nGodkendt."]) });
    assert.ok([...preparing(changing)].length > 0);
    assert.equal(decisionsIn(changing, { text: "havnen" }).total, 1);
    const other = archiveOf({ "a.referat": minutes("04-03-2026", ["Broen\n\nBeslutning\n\nGodkendt."]) });
    const record = other.get("a.referat");
    assert.ok(record);
    changing.set("a.referat", record);
    assert.equal(decisionsIn(changing, { text: "havnen" }).total, 0);
    assert.equal(decisionsIn(changing, { text: "broen" }).total, 1);
    changing.delete("a.referat");
    assert.equal(decisionsIn(changing, {}).total, 0);
  });
});

const root = join(import.meta.dirname, "..", "..");

/** Decisions and actions of each document of a folder. */
function countsIn(folder: string): Record<string, readonly [number, number]> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".referat"));
  return Object.fromEntries(
    files.map((file) => {
      const one = archiveOf({ [file]: readFileSync(join(folder, file), "utf8") });
      return [file, [decisionsIn(one, {}).total, actionsIn(one, {}, "2026-01-01").total] as const];
    }),
  );
}

// Counted by a reader before there was a register.
describe("the registers hold what a reader lists", () => {
  it("of the examples", () => {
    assert.deepEqual(countsIn(join(root, "examples")), {
      "kultur-og-fritidsudvalget-2026-02-04.referat": [5, 1],
      "kultur-og-fritidsudvalget-2026-03-04.referat": [8, 3],
      "med-fejl.referat": [8, 0],
      "patientraadet-ved-fjordhospitalet-2026-05-19.referat": [6, 3],
    });
  });

  it("of the clean fixtures", () => {
    assert.deepEqual(countsIn(join(root, "test", "fixtures", "clean")), {
      "aeldreraadet-i-lyngsoe-kommune.referat": [4, 1],
      "afdelingsbestyrelsen-i-bakkehusene.referat": [7, 1],
      "akademisk-raad.referat": [2, 3],
      "byggeudvalget-for-gymnasiet-ved-aaen.referat": [5, 1],
      "byraadet-i-noerreaa.referat": [7, 0],
      "forretningsudvalget-i-region-vesterland.referat": [7, 0],
      "kvalitetsraadet-ved-sydfjord-sygehus.referat": [7, 3],
      "region-udvalget-for-naere-sundhedstilbud.referat": [7, 0],
      "skolebestyrelsen-paa-engbakkeskolen.referat": [9, 1],
      "samarbejdsforum-moelleaa.referat": [8, 1],
    });
  });

  const corpus = join(root, "..", "shared", "corpus");
  if (existsSync(corpus)) {
    it("of the corpus", () => {
      assert.deepEqual(Object.values(countsIn(corpus)), [
        [8, 0],
        [10, 0],
        [13, 3],
      ]);
    });
  }
});
