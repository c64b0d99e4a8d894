import assert from "node:assert/strict";
import { lapsOf } from "../../server/src/edits/laps.ts";
import { timelineOf } from "../../server/src/features/timeline.ts";
import { scheduleOf, totalMinutes } from "../../server/src/model/schedule.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const head = "REFERAT Udvalget d. 04-03-2026\n\nMødedato Onsdag d. 4. marts 2026 kl. 10:00-11:00\n\n";

/** Items with these titles. */
function meeting(...titles: readonly string[]): ReferatDocument {
  return ReferatDocument.parse(
    head + titles.map((title, index) => `Punkt ${index + 1}: ${title}\n`).join("\n"),
  );
}

describe("the schedule", () => {
  const times = (title: string): (number | null)[] =>
    scheduleOf(meeting(title).items).flatMap(({ start, end, minutes }) => [start, end, minutes]);

  it("says when an item begins and ends, and how long it is, as far as that can be", () => {
    assert.deepEqual(times("A (10.00-10.30)"), [600, 630, 30]);
    assert.deepEqual(times("A, kl. 10.00"), [600, null, null]);
    assert.deepEqual(times("A (30 min)"), [null, null, 30]);
    assert.deepEqual(times("A"), [null, null, null]);
    // What cannot be is left out: no item ends before it begins, and none takes no time.
    assert.deepEqual(times("A (10.30-10.00)"), [630, null, null]);
    assert.deepEqual(times("A (10.00-10.00)"), [600, null, null]);
    assert.deepEqual(times("A (25.00-10.00)"), [null, null, null]);
    assert.deepEqual(times("A (10.00-25.00)"), [600, null, null]);
    assert.deepEqual(times("A (0 min)"), [null, null, null]);
  });

  it("adds up what is known", () => {
    assert.equal(totalMinutes(scheduleOf(meeting("A (10.00-10.30)", "B", "C (15 min)").items)), 45);
    assert.equal(totalMinutes(scheduleOf(meeting("A", "B, kl. 10.00").items)), null);
    assert.equal(totalMinutes([]), null);
  });
});

describe("the course of the meeting", () => {
  /** The length of each item, and what lies free in front of it. */
  const laps = (...titles: string[]): (number | null)[][] =>
    lapsOf(meeting(...titles)).map(({ length, gap }) => [length, gap]);

  it("has free stretches and overlaps", () => {
    assert.deepEqual(laps("A (10.00-10.30)", "B (10.40-11.00)", "C (10.50-11.10)"), [[30, 0], [20, 10], [20, -10]]); // prettier-ignore
  });

  it("lets a start alone last until the next start", () => {
    assert.deepEqual(laps("A, kl. 10.00", "B (10.20-10.30)"), [[20, 0], [10, 0]]); // prettier-ignore
    assert.deepEqual(laps("A, kl. 10.00", "B, kl. 10.20", "C"), [[20, 0], [null, 0], [0, 0]]); // prettier-ignore
    // Two at the same time: it is not known how long the first one is.
    assert.deepEqual(laps("A, kl. 10.00", "B (10.00-10.30)"), [[null, 0], [30, 0]]); // prettier-ignore
  });

  it("gives one untimed item what lies between two times", () => {
    assert.deepEqual(laps("A (10.00-10.10)", "B", "C (10.30-10.40)"), [[10, 0], [20, 0], [10, 0]]); // prettier-ignore
    assert.deepEqual(laps("A (10.00-10.10)", "B", "C (10.10-10.40)"), [[10, 0], [0, 0], [30, 0]]); // prettier-ignore
    assert.deepEqual(laps("A (10.00-10.10)", "Skriftlig orientering: B", "C (10.30-10.40)"), [[10, 0], [0, 0], [10, 20]]); // prettier-ignore
  });

  it("does not guess which of several took how long", () => {
    assert.deepEqual(laps("A (10.00-10.10)", "B", "C", "D (10.30-10.40)"), [[10, 0], [0, 0], [0, 0], [10, 20]]); // prettier-ignore
    assert.deepEqual(laps("A, kl. 10.00", "B", "C (10.30-10.40)"), [[null, 0], [0, 0], [10, 30]]); // prettier-ignore
    // An untimed item in front of the first time that is known may be as long as it likes.
    assert.deepEqual(laps("A", "B (10.30-10.40)"), [[0, 0], [10, 0]]); // prettier-ignore
  });
});

describe("when items begin and end", () => {
  const told = (document: ReferatDocument): (number | null)[][] =>
    timelineOf(document).map(({ index, from, until, total }) => [index, from, until, total]);

  it("is counted from what lies before them, as far as that is known", () => {
    assert.deepEqual(told(meeting("A (10 min)", "B (20 min)", "C", "D (5 min)")), [
      [0, 600, 610, 10], [1, 610, 630, 30], [2, null, null, 30], [3, null, null, 35],
    ]);
    assert.deepEqual(told(meeting("A, kl. 10.00", "B (20 min)")), [[0, 600, null, 0], [1, null, null, 20]]);
    assert.deepEqual(told(meeting("A (10 min)", "Skriftlig orientering: B", "C (5 min)")), [
      [0, 600, 610, 10], [1, null, null, 10], [2, 610, 615, 15],
    ]);
  }); // prettier-ignore

  it("may be midnight, and no later", () => {
    assert.deepEqual(told(meeting("A (23.30-23.50)", "B (10 min)", "C (1 min)")), [
      [0, 1410, 1430, 20], [1, 1430, 1440, 30], [2, 1440, null, 31],
    ]); // prettier-ignore
    assert.deepEqual(told(meeting("A (23.30-23.50)", "B (11 min)"))[1], [1, 1430, null, 31]);
  });

  it("follows a change at the beginning through a long document", () => {
    const document = meeting(...Array.from({ length: 300 }, () => "A (1 min)"));
    const before = told(document);
    assert.deepEqual(before.at(-1), [299, 899, 900, 300]);
    const at = document.getText().indexOf("(1 min)") + 1;
    const after = document.edit({ start: at, end: at + 1, text: "2" });
    assert.deepEqual(told(after).at(-1), [299, 900, 901, 301]);
    assert.deepEqual(told(after), told(ReferatDocument.parse(after.getText())));
  });
});
