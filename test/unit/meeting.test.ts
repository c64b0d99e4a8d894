import assert from "node:assert/strict";
import { newDocument } from "../../server/src/edits/newDocument.ts";
import { meetingOverview } from "../../server/src/features/meeting.ts";
import { Checker } from "../../server/src/rules/check.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const head =
  "REFERAT Udvalget d. 04-03-2026\n\nMødedato Onsdag d. 4. marts 2026 kl. 13:00-14:00\n\nMødested A\n\n";

function overview(items: string, start = head) {
  return meetingOverview(ReferatDocument.parse(start + items));
}

describe("the meeting at a glance", () => {
  it("has what the head says", () => {
    const { kind, body, date, start, end, place, participants } = overview(
      "Punkt 1: A\n",
      `${head}Mødedeltagere Anna Holm, A, Bent Krogh, V (Afbud)\n\n`,
    );
    assert.deepEqual(
      [kind, body, date, start, end, place],
      ["referat", "Udvalget", "2026-03-04", "13:00", "14:00", "A"],
    );
    assert.deepEqual(participants, [
      { name: "Anna Holm", affiliation: "A", absent: false },
      { name: "Bent Krogh", affiliation: "V", absent: true },
    ]);
  });

  it("plans durations from the meeting's start on; written items take no time", () => {
    const { items, minutes } = overview(
      "Punkt 1: A (10 min)\n\nPunkt 2: Skriftlig orientering: B\n\nPunkt 3: C (1 time)\n\nPAUSE (5 min)\n",
    );
    assert.deepEqual(
      items.map(({ start, end }) => [start, end]),
      [
        ["13:00", "13:10"],
        [null, null],
        ["13:10", "14:10"],
        ["14:10", "14:15"],
      ],
    );
    assert.equal(minutes, 75);
  });

  it("knows nothing behind an item without a time, until a clock time stands there", () => {
    const { items } = overview(
      "Punkt 1: A (10 min)\n\nPunkt 2: B\n\nPunkt 3: C (5 min)\n\nPunkt 4: D (13.40-13.50)\n\nPunkt 5: E (5 min)\n",
    );
    assert.deepEqual(
      items.map(({ start }) => start),
      ["13:00", null, null, "13:40", "13:50"],
    );
  });

  it("says how far each item has come", () => {
    const { items } = overview(
      "Punkt 1: Velkomst\n\nPunkt 2: A\n\nSagsfremstilling\n\nTekst.\n\nPunkt 3: B\n\nSagsfremstilling\n\nTekst.\n\nBeslutning\n\nGodkendt.\n\nPunkt 4: C\n\nSagsfremstilling\n\nTekst.\n\nBeslutning\n\nFrokost\n\nPunkt 5: Eventuelt\n\nIntet.\n",
    );
    assert.deepEqual(
      items.map(({ progress, needsDecision }) => [progress, needsDecision]),
      [
        ["empty", false],
        ["drafted", true],
        ["done", true],
        ["drafted", true],
        ["done", false],
        ["done", false],
      ],
    );
  });

  it("an item whose decision is only numbered waits for it, behind the first number", () => {
    const text = (decision: string): string =>
      `${head}Punkt 1: A\n\nBeslutning\n\n${decision}\n\nPunkt 2: B\n`;
    for (const [decision, progress, before] of [
      ["1. \n2. ", "drafted", "Beslutning\n\n1. "],
      ["1.\n2.", "drafted", "Beslutning\n\n1."],
      ["- ", "drafted", "Beslutning\n\n- "],
      ["1. Godkendt.\n2. ", "done", null],
      ["A", "done", null],
    ] as const) {
      const item = meetingOverview(ReferatDocument.parse(text(decision))).items[0];
      assert.equal(item?.progress, progress, decision);
      if (before !== null) assert.ok(text(decision).slice(0, item.decision?.end).endsWith(before), decision);
    }
  });

  it("in an agenda an item is done when it is written", () => {
    const { items } = overview(
      "Punkt 1: A\n\nSagsfremstilling\n\nTekst.\n\nPunkt 2: B\n",
      head.replace("REFERAT", "DAGSORDEN"),
    );
    assert.deepEqual(
      items.map(({ progress, needsDecision }) => [progress, needsDecision]),
      [
        ["done", false],
        ["empty", false],
      ],
    );
  });

  it("says where the words of a decision stand, or are to stand", () => {
    const text = `${head}Punkt 1: A\n\nBeslutning\n\nGodkendt.\n\nPunkt 2: B\n\nBeslutning\n\n\n\nPunkt 3: C\n`;
    const { items } = meetingOverview(ReferatDocument.parse(text));
    assert.deepEqual(
      items.map(({ decision }) => decision && text.slice(decision.start, decision.end)),
      ["Godkendt.", "", null],
    );
    assert.ok(text.slice(0, items[1]?.decision?.start).endsWith("Punkt 2: B\n\nBeslutning\n\n"));
  });
});

describe("a new document", () => {
  const meeting = {
    body: "Kulturudvalget i Havneby",
    date: { year: 2026, month: 3, day: 4 },
    time: "13:00-15:00",
    place: "Mødelokale 2",
    participants: "Anna Holm, A, Bent Krogh, V",
  } as const;

  it("reads back as what was asked for", () => {
    const { body, date, start, end, place, participants, items } = meetingOverview(
      ReferatDocument.parse(newDocument({ kind: "dagsorden", ...meeting })),
    );
    assert.deepEqual(
      [body, date, start, end, place, participants.length, items.length],
      ["Kulturudvalget i Havneby", "2026-03-04", "13:00", "15:00", "Mødelokale 2", 2, 2],
    );
  });

  it("gives no finding but that the items of minutes are empty", () => {
    const found = (kind: "referat" | "dagsorden"): string[] =>
      new Checker()
        .check(ReferatDocument.parse(newDocument({ kind, ...meeting })))
        .map(({ rule }) => rule.id);
    assert.deepEqual(found("referat"), ["empty-item", "empty-item"]);
    assert.deepEqual(found("dagsorden"), []);
  });

  it("leaves out what is not known", () => {
    const text = newDocument({ kind: "referat", ...meeting, time: "", place: "", participants: "" });
    assert.match(
      text,
      /^REFERAT Kulturudvalget i Havneby d\. 04-03-2026\n\nMødedato Onsdag d\. 4\. marts 2026\n\nPunkt 1/,
    );
  });
});
