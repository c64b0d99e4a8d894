import assert from "node:assert/strict";
import { workspaceSymbolsIn } from "../../server/src/features/workspaceSymbols.ts";
import { archiveOf, minutes } from "../support/archive.ts";

const archive = archiveOf({
  "marts.referat": minutes("04-03-2026", ["Havnen\n26/0117\n\nBeslutning\n\nPlanen blev godkendt.", "PAUSE", "Eventuelt"]),
  "april.referat": minutes("08-04-2026", ["Havnen igen", ""]),
  "skole.referat": minutes("01-04-2026", ["Skolen"], "Skoleudvalget i Havneby"),
  "udat.dagsorden": "DAGSORDEN\n\nPunkt 1: Uden dag\n",
}); // prettier-ignore

const found = (query: string): string[] =>
  workspaceSymbolsIn(archive, query).map(({ kind, name, uri }) => `${kind} ${name} | ${uri}`);

describe("the symbols of all documents", () => {
  it("are the items and decisions that hold all words, the newest meeting first, in any order and case", () => {
    assert.deepEqual(found("havnen"), [
      "item 1. Havnen igen | april.referat",
      "item 1. Havnen | marts.referat",
      "decision Planen blev godkendt. (1. Havnen) | marts.referat",
    ]);
    assert.deepEqual(found("godkendt planen"), [
      "decision Planen blev godkendt. (1. Havnen) | marts.referat",
    ]);
    assert.deepEqual(found("findes ikke"), []);
  });

  it("are found by the meeting's body and day, too", () => {
    assert.deepEqual(found("skoleudvalget"), ["item 1. Skolen | skole.referat"]);
    assert.deepEqual(found("havnen april"), ["item 1. Havnen igen | april.referat"]);
    assert.deepEqual(found("havnen skoleudvalget"), []);
  });

  it("are found by their numbers, and named where they have no title; a pause is none", () => {
    assert.deepEqual(found("26/0117"), ["item 1. Havnen | marts.referat"]);
    assert.ok(found("kulturudvalget").includes("item 2. (uden titel) | april.referat"));
    assert.deepEqual(found("pause"), []);
    assert.deepEqual(found("uden dag"), ["item 1. Uden dag | udat.dagsorden"]);
  });

  it("are no more than anybody reads through", () => {
    const items = Array.from({ length: 600 }, (_, index) => `Sag ${index}`);
    assert.equal(
      workspaceSymbolsIn(archiveOf({ "a.referat": minutes("04-03-2026", items) }), "sag").length,
      400,
    );
  });
});
