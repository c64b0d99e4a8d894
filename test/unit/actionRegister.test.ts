import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type ActionQuery, actionsIn } from "../../server/src/archive/actionRegister.ts";
import type { Archive } from "../../server/src/archive/archive.ts";
import { preparing } from "../../server/src/archive/preparing.ts";
import type { DocumentRecord } from "../../server/src/archive/record.ts";
import { archiveOf, minutes } from "../support/archive.ts";

const today = "2026-06-15";

/** `state owner: text (deadline)`, with the document that says it is done. */
function listed(archive: Archive, query: ActionQuery = {}): string[] {
  return actionsIn(archive, query, today).rows.map(({ state, owner, text, deadline, doneBy }) => {
    const due = deadline === null ? "" : ` (${deadline})`;
    return `${state} ${owner ?? "-"}: ${text}${due}${doneBy ? ` by ${doneBy.uri}:${doneBy.line}` : ""}`;
  });
}

const agreed = "Havnen\n\n26/0117\n\nBeslutning\n\nGodkendt.\n\nOpfølgning\n\n";
const march = minutes("04-03-2026", [
  `${agreed}- Sekretariatet: udsender oversigten over pladser (senest 1. april 2026)`,
]);
/** The state of that action when a later document of April says `items`. */
function afterwards(...items: string[]): string[] {
  return listed(archiveOf({ "marts.referat": march, "april.referat": minutes("08-04-2026", items) }));
}

const open = "overdue Sekretariatet: udsender oversigten over pladser (2026-04-01)";
const done = "done Sekretariatet: udsender oversigten over pladser (2026-04-01) by april.referat:4";

describe("the register of actions", () => {
  it("has what is overdue first, then by deadline, those without one, and what is done last", () => {
    const archive = archiveOf({
      "a.referat": minutes("04-03-2026", [
        `${agreed}- Anna: bygger broen\n- Bent: maler huset (senest 1. juli 2026)\n- Citha: rydder pladsen (senest 1. juni 2026)\n- Dan: henter båden (senest 1. maj 2026) <!-- udført -->\n- Eva: fejer kajen (senest 1. maj 2026)`,
      ]),
    });
    assert.deepEqual(listed(archive), [
      "overdue Eva: fejer kajen (2026-05-01)",
      "overdue Citha: rydder pladsen (2026-06-01)",
      "open Bent: maler huset (2026-07-01)",
      "open Anna: bygger broen",
      "done Dan: henter båden (2026-05-01) by a.referat:15",
    ]);
    assert.deepEqual(actionsIn(archive, { state: "open" }, today).counts, { open: 2, overdue: 2, done: 1 });
    assert.deepEqual(listed(archive, { state: "done" }).length, 1);
    assert.deepEqual(listed(archive, { owner: "bent" }), ["open Bent: maler huset (2026-07-01)"]);
    assert.deepEqual(listed(archive, { text: "kajen havneby" }), ["overdue Eva: fejer kajen (2026-05-01)"]);
    assert.deepEqual(listed(archive, { journalNumber: "26/0118" }), []);
    assert.deepEqual(listed(archive, { access: "closed" }), []);
    assert.deepEqual(listed(archive, { from: "2026-03-05" }), []);
  });

  it("has what a decision lets somebody do, besides what is agreed and listed", () => {
    const archive = archiveOf({
      "a.referat": minutes("04-03-2026", [
        "Havnen\n\nBeslutning\n\nDrøftet. Anna Holm skriver et udkast. Det blev besluttet, at formanden kontakter fonden senest 1. maj 2026. Noterne renskrives af Bent Krogh. Morgensangen begynder efter påske. Citha Lund oplyser, at hun sender en bil.",
        "Molen\n\nBeslutning\n\nDet blev aftalt, at ordningen trådte i kraft 1. marts 2026. Det er tidligere aftalt, at Anna Holm skriver.",
      ]),
    });
    assert.deepEqual(listed(archive), [
      "overdue formanden: kontakter fonden senest 1. maj 2026 (2026-05-01)",
      "open Anna Holm: skriver et udkast",
      "open Bent Krogh: Noterne renskrives af Bent Krogh",
    ]);
  });

  it("an action that is listed again is one, where it was agreed first, with its newest deadline", () => {
    const again = "- Sekretariatet: udsender oversigten over pladser (senest 1. september 2026)";
    const archive = archiveOf({
      "marts.referat": march,
      "april.referat": minutes("08-04-2026", [`Opfølgning\n\n${again}`]),
      "andre.referat": minutes("08-04-2026", [`Havnen\n\nOpfølgning\n\n${again}`], "Skoleudvalget"),
    });
    const { rows } = actionsIn(archive, { body: "Kulturudvalget i Havneby" }, today);
    assert.equal(rows.length, 1);
    assert.deepEqual(
      { ...rows[0], itemTitle: undefined },
      {
        uri: "marts.referat",
        line: 12,
        body: "Kulturudvalget i Havneby",
        date: "2026-03-04",
        itemTitle: undefined,
        itemNumber: 1,
        itemLine: 2,
        closed: false,
        journalNumber: "26/0117",
        owner: "Sekretariatet",
        text: "udsender oversigten over pladser",
        deadline: "2026-09-01",
        state: "open",
        doneBy: null,
        last: { uri: "april.referat", line: 4 },
        passedOver: 0,
      },
    );
    assert.equal(actionsIn(archive, {}, today).total, 2);
  });

  it("what is agreed again once it was done is another action", () => {
    const archive = archiveOf({
      "marts.referat": march,
      "april.referat": minutes("08-04-2026", ["Opfølgning\n\nOversigten over pladser er udsendt."]),
      "maj.referat": march.replace("04-03-2026", "06-05-2026"),
    });
    assert.deepEqual(listed(archive), [open, done]);
  });

  it("is done where a later document says so, under the same words", () => {
    assert.deepEqual(afterwards("Meddelelser\n\nOversigten over alle pladser blev udsendt i uge 12."), [
      done,
    ]);
    assert.deepEqual(
      afterwards("Orientering fra formanden\n\nSekretariatet har udsendt oversigten over pladser."),
      [done],
    );
    assert.deepEqual(afterwards("Opfølgning\n\n- Sekretariatet: udsender oversigten over pladser (udført)"), [
      done,
    ]);
    assert.deepEqual(
      afterwards("Opfølgning\n\n- Sekretariatet: udsender oversigten over pladser <!-- udført -->"),
      [done],
    );
  });

  it("or about the same case, by its journal number or a reference, in as good as the same", () => {
    const said = "Oversigten er udsendt.";
    assert.deepEqual(afterwards(`Havnen\n\nSagsfremstilling\n\n${said}`), [open]);
    assert.deepEqual(afterwards(`Havnen\n\n26/0117\n\n${said}`), [done.replace(":4", ":6")]);
    assert.deepEqual(afterwards(`Havnen\n\n26/0117\n\nSagen er afsluttet.`), [done.replace(":4", ":6")]);
    assert.deepEqual(afterwards(`Havnen\n\n26/0117\n\nHøringen er afsluttet.`), [open]);
    assert.deepEqual(afterwards(`Siden sidst\n\nPunkt 1 på mødet den 4. marts 2026: ${said}`), [done]);
    assert.deepEqual(afterwards(`Siden sidst\n\nPunkt 2 på mødet den 4. marts 2026: ${said}`), [open]);
  });

  it("is not done by what is to come, what is not sure, or what others say", () => {
    for (const said of [
      "Oversigten over pladser er ikke udsendt.",
      "Oversigten over pladser er endnu ikke udsendt.",
      "Oversigten over pladser er næsten udsendt.",
      "Oversigten over pladser skal være udsendt i maj.",
      "Oversigten over pladser forventes udsendt.",
      "Formanden spurgte, om oversigten over pladser er udsendt.",
      "Når oversigten over pladser er udsendt, mødes vi.",
      "Det blev aftalt, at oversigten over pladser er udsendt i maj.",
      "Oversigten over bøder er udsendt.",
      "Er oversigten over pladser udsendt?",
      "To af tre oversigter over pladser er udsendt.",
    ])
      assert.deepEqual(afterwards(`Meddelelser\n\n${said}`)[0], open, said);
    const others = minutes(
      "08-04-2026",
      ["Meddelelser\n\nOversigten over pladser er udsendt."],
      "Skoleudvalget",
    );
    assert.deepEqual(listed(archiveOf({ "a.referat": march, "b.referat": others })), [open]);
    const earlier = minutes("08-02-2026", ["Meddelelser\n\nOversigten over pladser er udsendt."]);
    assert.deepEqual(listed(archiveOf({ "a.referat": march, "b.referat": earlier })), [open]);
  });

  it("counts the later minutes that neither name nor close it", () => {
    const passed = (...later: string[]): number | undefined => {
      const documents: Record<string, string> = { "marts.referat": march };
      for (const [index, item] of later.entries())
        documents[`${index}.referat`] = minutes(`0${index + 1}-05-2026`, [item]);
      const archive = archiveOf(documents);
      return actionsIn(archive, {}, today).rows.find(({ uri }) => uri === "marts.referat")?.passedOver;
    };
    assert.equal(passed("Broen", "Molen", "Kajen"), 3);
    assert.equal(passed("Broen", "Havnen\n\n26/0117", "Kajen"), 1);
    assert.equal(passed("Broen", "Kajen\n\nBeslutning\n\nOversigten over pladser mangler stadig."), 0);
    assert.equal(passed("Broen", "Kajen\n\nSom sagt under punkt 1 på mødet den 4. marts 2026."), 0);
    assert.equal(passed(...Array.from({ length: 9 }, () => "Broen")), 9);
  });
});

describe("the register of actions, prepared", () => {
  const told = "Havnen\n\n26/0117\n\nOversigten over pladser er udsendt.";
  const empty = "Havnen\n\n26/0117";
  const other = (text: string): DocumentRecord =>
    archiveOf({ "b.referat": minutes("08-04-2026", [text]) }).get("b.referat") ?? assert.fail();
  const archiveWith = (text: string): Archive =>
    archiveOf({ "a.referat": march, "b.referat": minutes("08-04-2026", [text]) });

  it("takes a step for each document, so that others wait for one at most", () => {
    const [one, two, four] = [1, 2, 4].map((count) => {
      const documents = Array.from({ length: count }, (_, index) => [`${index}.referat`, march]);
      return [...preparing(archiveOf(Object.fromEntries(documents) as Record<string, string>))].length;
    });
    assert.ok(one && two && four);
    assert.deepEqual([two, four], [2 * one, 4 * one]);
  });

  it("holds what the archive holds, wherever a change came between", () => {
    const expected = actionsIn(archiveWith(told), {}, today);
    assert.notDeepEqual(actionsIn(archiveWith(empty), {}, today), expected);
    const steps = [...preparing(archiveWith(empty))].length;
    for (let at = 0; at <= steps; at++) {
      const archive = archiveWith(empty);
      const preparation = preparing(archive);
      for (let step = 0; step < at; step++) preparation.next();
      archive.set("b.referat", other(told));
      while (!preparation.next().done);
      assert.deepEqual(actionsIn(archive, {}, today), expected, `after ${at} steps`);
    }
  });
});

describe("what later minutes say of an action", () => {
  const table = readFileSync(new URL("../fixtures/actionReports.txt", import.meta.url), "utf8");
  for (const [, state, same, action, said] of table.matchAll(/^(done|open)(=?) \| (.*) \| (.*)$/gm)) {
    it(`${state ?? ""}${same ?? ""}: ${action ?? ""} | ${said ?? ""}`, () => {
      const number = same === "=" ? "\n\n26/0117" : "";
      const archive = archiveOf({
        "marts.referat": minutes("04-03-2026", [`Havnen${number}\n\nOpfølgning\n\n- ${action ?? ""}`]),
        "april.referat": minutes("08-04-2026", [
          `Havnens fremtid${number}\n\nSagsfremstilling\n\nSolen skinner. ${said ?? ""} Bølgerne ruller.`,
        ]),
      });
      assert.deepEqual(
        actionsIn(archive, {}, today).rows.map((row) => row.state),
        [state],
      );
    });
  }
});
