import assert from "node:assert/strict";
import type { CaseStep } from "../../server/src/archive/caseHistory.ts";
import { addAttachments } from "../../server/src/edits/addAttachments.ts";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { deleteItem } from "../../server/src/edits/deleteItem.ts";
import { insertHistory } from "../../server/src/edits/insertHistory.ts";
import { joinWithNext } from "../../server/src/edits/joinWithNext.ts";
import { leftWords, refusalWords } from "../../server/src/edits/left.ts";
import { moveItem } from "../../server/src/edits/moveItem.ts";
import { type EditResult, isRefused } from "../../server/src/edits/result.ts";
import { shiftFrom } from "../../server/src/edits/shiftFrom.ts";
import { timesShifted } from "../../server/src/edits/shiftTimes.ts";
import { splitItem } from "../../server/src/edits/splitItem.ts";
import { spreadTime } from "../../server/src/edits/spreadTime.ts";
import { switchTimeForm } from "../../server/src/edits/switchTimeForm.ts";
import { makeClosed, turnInto } from "../../server/src/edits/turnInto.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

function outcome(text: string, edit: (document: ReferatDocument) => EditResult): string[] {
  const document = ReferatDocument.parse(text);
  const result = edit(document);
  if (isRefused(result)) return [refusalWords.da(result.refused)];
  return [applyEdits(document, result.edits).getText(), ...result.left.map((each) => leftWords.da(each))];
}

const head = (clock: string): string =>
  `REFERAT Udvalget d. 04-03-2026\n\nMødedato Onsdag d. 4. marts 2026 kl. ${clock}\n\n`;

describe("edits of what is not there", () => {
  const document = ReferatDocument.parse("Punkt 1: A\n\nTekst.\n");
  for (const [name, edit] of [
    ["deleting", deleteItem(document, 9)],
    ["joining", joinWithNext(document, 9)],
    ["attaching", addAttachments(document, 9, ["a.pdf"])],
    ["shifting", shiftFrom(document, 9)],
    ["turning into another kind", turnInto(document, 9, "case")],
    ["closing", makeClosed(document, 9, true)],
    ["splitting", splitItem(ReferatDocument.parse("Tekst.\n"), 2)],
    ["moving", moveItem(document, 9, 0)],
    ["telling a case's course", insertHistory(ReferatDocument.parse("Tekst.\n"), 2, [])],
  ] as const) {
    it(`${name} is refused`, () => assert.ok(isRefused(edit)));
  }

  it("is refused by saying so", () => {
    assert.deepEqual(outcome("Punkt 1: A (10.00-10.10)\n", (of) => shiftFrom(of, 9)), ["Her er intet punkt."]);
  }); // prettier-ignore
});

describe("a case's course", () => {
  const step: CaseStep = {
    uri: "a.referat", line: 4, body: "Kulturudvalget", date: "2026-02-04", kind: "referat", number: 3, title: "Havnen", closed: false,
    decision: "Godkendt.", outcomes: ["approved"], why: "title",
  }; // prettier-ignore
  const told = (changes: Partial<CaseStep>): string | undefined =>
    outcome("Punkt 1: Havnen\n\nTekst.\n", (document) => insertHistory(document, 18, [{ ...step, ...changes }]))[0]
      ?.split("\n")
      .find((line) => line.startsWith("- ")); // prettier-ignore

  it("says when, where and what", () => {
    assert.equal(told({}), "- 4. februar 2026, Kulturudvalget, punkt 3: Godkendt.");
    assert.equal(
      told({ number: null, body: null, decision: "Udsat\nigen." }),
      "- 4. februar 2026, »Havnen«: Udsat igen.",
    );
    assert.equal(told({ date: null }), "- Uden dato, Kulturudvalget, punkt 3: Godkendt.");
    assert.equal(told({ date: "2026-02-30" }), "- Uden dato, Kulturudvalget, punkt 3: Godkendt.");
  });

  it("says what is known of a meeting without a decision, and of a closed one", () => {
    assert.equal(told({ decision: null }), "- 4. februar 2026, Kulturudvalget, punkt 3: uden beslutning.");
    assert.equal(
      told({ decision: null, kind: "dagsorden" }),
      "- 4. februar 2026, Kulturudvalget, punkt 3: på dagsordenen.",
    );
    assert.equal(told({ closed: true }), "- 4. februar 2026, Kulturudvalget, punkt 3: lukket punkt.");
    assert.equal(
      told({ closed: true, number: null }),
      "- 4. februar 2026, Kulturudvalget: lukket punkt.",
    );
  }); // prettier-ignore

  it("is written in no comment, and behind none that the paragraph runs into", () => {
    const text = "Punkt 1: A\n\nEn <!-- x\n\nto --> tre.\n";
    for (const at of ["En", "to"])
      assert.match(
        outcome(text, (document) => insertHistory(document, text.indexOf(at) + 1, [step]))[0] ?? "",
        /^En kommentar står i vejen/,
      );
  });

  it("tells a long decision by the sentence of its outcome, and cuts a long sentence behind a word, where it has one", () => {
    const long = "Udvalget talte længe om havnen og dens mange gode sider. ".repeat(6);
    assert.equal(
      told({ decision: `${long}Planen blev godkendt. ${long}` }),
      "- 4. februar 2026, Kulturudvalget, punkt 3: Planen blev godkendt.",
    );
    assert.equal(
      told({ decision: "ord ".repeat(100).trim() }),
      `- 4. februar 2026, Kulturudvalget, punkt 3: ${"ord ".repeat(60).trim()} …`,
    );
    assert.equal(
      told({ decision: "x".repeat(300) }),
      `- 4. februar 2026, Kulturudvalget, punkt 3: ${"x".repeat(240)} …`,
    );
  }); // prettier-ignore
});

describe("times at midnight", () => {
  const late = `${head("23:00-23:59")}Punkt 1: A (23.00-23.30)\n\nPunkt 2: B (23.30-23.50)\n`;

  it("may come as near as a minute, and no nearer", () => {
    const document = ReferatDocument.parse(late);
    assert.deepEqual([...(timesShifted(document, 1, 9)?.times ?? [])], [[1, { start: 1419, end: 1439 }]]);
    assert.equal(timesShifted(document, 1, 10), null);
    assert.deepEqual([...(timesShifted(document, 0, -1380)?.times ?? [])][0], [0, { start: 0, end: 30 }]);
    assert.equal(timesShifted(document, 0, -1381), null);
    assert.equal(timesShifted(document, 0, 0)?.times.size, 0);
    assert.deepEqual(
      timesShifted(ReferatDocument.parse(`${head("21.00")}Punkt 1: A, kl. 21.00\n`), 0, 179)?.times.get(0),
      { start: 1439, end: null },
    );
    assert.equal(timesShifted(ReferatDocument.parse(`${head("21.00")}Punkt 1: A, kl. 21.00\n`), 0, 180), null);
  }); // prettier-ignore

  it("are not made of durations", () => {
    const text = `${head("23:00")}Punkt 1: A (30 min)\n\nPunkt 2: B (30 min)\n`;
    assert.deepEqual(outcome(text, switchTimeForm), ["Det ville gå over midnat. Intet er ændret."]);
    assert.deepEqual(
      outcome(text.replace("B (30", "B (29"), switchTimeForm)[0]?.split("\n").filter((line) => line.startsWith("Punkt")),
      ["Punkt 1: A (23.00-23.30)", "Punkt 2: B (23.30-23.59)"],
    );
  }); // prettier-ignore

  it("say by how much they pass the meeting's end", () => {
    const document = ReferatDocument.parse(late);
    assert.deepEqual(timesShifted(document, 0, 9)?.left, []);
    const early = ReferatDocument.parse(late.replace("23:59", "23:50"));
    assert.deepEqual(timesShifted(early, 1, 1)?.left, [{ what: "end", over: 1 }]);
    assert.deepEqual(timesShifted(early, 1, -1)?.left, []);
  });
});

describe("shifting the times", () => {
  const shifted = (...times: string[]): string[] => {
    const [after = "", ...left] = outcome(
      `${head("10:00")}${times.map((time, index) => `Punkt ${index + 1}: A${time}\n`).join("\n")}`,
      (document) => shiftFrom(document, 0),
    );
    if (!after.startsWith("REFERAT")) return [after];
    return [...after.split("\n").flatMap((line) => /^Punkt \d: A ?(.*)/.exec(line)?.[1] ?? []), ...left];
  };

  it("goes as far as a start alone, behind which nothing more is known", () => {
    assert.deepEqual(shifted(" (10.00-10.20)", " (10.10-10.30)", ", kl. 10.30"), [
      "(10.00-10.20)", "(10.20-10.40)", ", kl. 10.40",
    ]);
    assert.deepEqual(shifted(" (10.00-10.20)", ", kl. 10.10", " (10.10-10.30)"), [
      "(10.00-10.20)", ", kl. 10.20", "(10.10-10.30)", "Punkt 2: det er ukendt, hvor længe punktet varer.",
    ]);
  }); // prettier-ignore

  it("goes as far as a time that cannot be, and says so, be it the last one", () => {
    const impossible = "Punkt 2: tiden findes ikke, så tiderne er ladt stå.";
    for (const time of [" (25.00-26.00)", ", kl. 25.00", " (10.30-10.10)"])
      assert.deepEqual(shifted(" (10.00-10.20)", time), ["(10.00-10.20)", time.replace(/^ /, ""), impossible]);
    const document = ReferatDocument.parse(`${head("10:00")}Punkt 1: A, kl. 25.00\n`);
    assert.deepEqual(timesShifted(document, 0, 10)?.left.map((each) => leftWords.da(each)), [impossible.replace("2", "1")]);
  }); // prettier-ignore

  it("is refused where it reaches midnight", () => {
    assert.deepEqual(shifted(" (23.00-23.44)", " (23.30-23.45)"), ["(23.00-23.44)", "(23.44-23.59)"]);
    assert.deepEqual(shifted(" (23.00-23.45)", " (23.30-23.45)"), ["Det ville gå over midnat. Intet er ændret."]);
  }); // prettier-ignore

  it("writes hours alone as clock times once they are none", () => {
    assert.deepEqual(shifted(", kl. 10-11", ", kl. 10-11.30"), [", kl. 10-11", ", kl. 11.00-12.30"]);
    assert.deepEqual(shifted(" (09.50-10.00)", " (9.40-9.55)"), ["(09.50-10.00)", "(10.00-10.15)"]);
  });
});

describe("changing the form of the times", () => {
  const switched = (clock: string, ...times: string[]): string[] => {
    const [after = "", ...left] = outcome(
      `${head(clock)}${times.map((time, index) => `Punkt ${index + 1}: A${time}\n`).join("\n")}`,
      switchTimeForm,
    );
    if (!after.startsWith("REFERAT")) return [after];
    return [...after.split("\n").flatMap((line) => /^Punkt \d: A ?(.*)/.exec(line)?.[1] ?? []), ...left];
  };

  it("makes durations where half of the times are clock times", () => {
    assert.deepEqual(switched("10:00-12:00", " (10.00-10.20)", " (30 min)"), ["(20 min)", "(30 min)"]);
    assert.deepEqual(switched("10:00-12:00", " (10.00-10.20)", " (30 min)", " (10 min)"), [
      "(10.00-10.20)", "(10.20-10.50)", "(10.50-11.00)",
    ]);
  }); // prettier-ignore

  it("counts around the clock times that are there, and names those that do not fit", () => {
    const overlap = "Punkt 2: tiden overlapper en anden, så tiderne er ladt stå.";
    assert.deepEqual(switched("10:00-12:00", " (10 min)", " (10.10-10.30)", " (10 min)"), [
      "(10.00-10.10)", "(10.10-10.30)", "(10.30-10.40)",
    ]);
    assert.deepEqual(switched("10:00-12:00", " (10 min)", " (10.20-10.30)", " (10 min)"), [
      "(10.00-10.10)", "(10.20-10.30)", "(10.30-10.40)",
    ]);
    assert.deepEqual(switched("10:00-12:00", " (20 min)", " (10.10-10.30)", " (10 min)"), [
      "(10.00-10.20)", "(10.10-10.30)", "(10.30-10.40)", overlap,
    ]);
    assert.deepEqual(switched("10:00-12:00", " (40 min)", " (10.10-10.30)", " (10 min)"), [
      "(10.00-10.40)", "(10.10-10.30)", "(10.40-10.50)", overlap,
    ]);
  }); // prettier-ignore

  it("names what has no time, or none that can be", () => {
    assert.deepEqual(switched("10:00-12:00", " (10 min)", " (0 min)", "", " (10 min)"), [
      "(10.00-10.10)", "(0 min)", "", "(10.10-10.20)",
      "Punkt 2: tiden findes ikke, så tiderne er ladt stå.", "Punkt 3: punktet har ingen tid.",
    ]);
    const unknown = "det er ukendt, hvor længe punktet varer.";
    assert.deepEqual(switched("10:00-12:00", " (10 min)", " (10 min)", " (10.30)"), [
      "(10.00-10.10)", "(10.10-10.20)", "(10.30)", `Punkt 3: ${unknown}`,
    ]);
    assert.deepEqual(switched("10:00-12:00", " (10 min)", " (10 min)", " (25.00-26.00)"), [
      "(10.00-10.10)", "(10.10-10.20)", "(25.00-26.00)", "Punkt 3: tiden findes ikke, så tiderne er ladt stå.",
    ]);
    assert.deepEqual(switched("10:00-12:00", " (10.00-10.10)", ", kl. 10.30"), [
      "(10 min)", ", kl. 10.30", `Punkt 2: ${unknown}`, "Foran Punkt 2 lå 20 min, som intet punkt dækkede.",
    ]);
    assert.deepEqual(switched("10:00-12:00", " (10.00-10.10)", "", " (10.20-10.30)", " (10.25-10.40)"), [
      "(10 min)", "", "(10 min)", "(15 min)",
      "Punkt 2: punktet har ingen tid.", "Punkt 4: tiden overlapper en anden, så tiderne er ladt stå.",
    ]);
  }); // prettier-ignore
});

describe("spreading the time", () => {
  const items = (text: string, weights: readonly number[] | null = null): string[] =>
    outcome(text, (document) => spreadTime(document, weights)).flatMap((part) =>
      part.includes("\nPunkt") ? part.split("\n").filter((line) => /^(?:Punkt|PAUSE)/.test(line)) : [part],
    );
  const agenda = (clock: string, ...titles: string[]): string =>
    head(clock) + titles.map((title, index) => `Punkt ${index + 1}: ${title}\n\n`).join("");

  it("gives five minutes to each at least, and is refused where there is less", () => {
    assert.deepEqual(items(agenda("10:00-10:15", "A", "B", "C")), [
      "Punkt 1: A (10.00-10.05)", "Punkt 2: B (10.05-10.10)", "Punkt 3: C (10.10-10.15)",
    ]);
    assert.deepEqual(items(agenda("10:00-10:14", "A", "B", "C")), [
      "Der er 14 min til 3 punkter: det er under 5 min til hvert. Intet er ændret.",
    ]);
    assert.deepEqual(items(agenda("10:00-09:00", "A")), [
      "Der er 0 min til 1 punkt: det er under 5 min til hvert. Intet er ændret.",
    ]);
  }); // prettier-ignore

  it("goes by weight, the largest remainders first, and of equal ones the first", () => {
    assert.deepEqual(items(agenda("10:00-11:00", "A", "B", "C"), [1, 1, 1]), [
      "Punkt 1: A (10.00-10.20)", "Punkt 2: B (10.20-10.40)", "Punkt 3: C (10.40-11.00)",
    ]);
    assert.deepEqual(items(agenda("10:00-10:50", "A", "B", "C"), [1, 1, 1]), [
      "Punkt 1: A (10.00-10.20)", "Punkt 2: B (10.20-10.35)", "Punkt 3: C (10.35-10.50)",
    ]);
    assert.deepEqual(items(agenda("10:00-11:00", "A", "B", "C"), [0, 0, 5]), [
      "Punkt 1: A (10.00-10.05)", "Punkt 2: B (10.05-10.10)", "Punkt 3: C (10.10-11.00)",
    ]);
    assert.deepEqual(items(agenda("10:00-11:00", "A", "B", "C"), [3, 2, 1]), [
      "Punkt 1: A (10.00-10.30)", "Punkt 2: B (10.30-10.50)", "Punkt 3: C (10.50-11.00)",
    ]);
    for (const weights of [[1, -1, 1], [1, NaN, 1], [1, Infinity, 1], [0, 0, 0], []])
      assert.match(items(agenda("10:00-11:00", "A", "B", "C"), weights)[0] ?? "", /^Vægtene skal være tal/);
  }); // prettier-ignore

  it("weighs a case more than an orientation, and that more than a standing item", () => {
    assert.deepEqual(items(agenda("10:00-11:00", "Velkomst", "Orientering om B", "Ny hal")), [
      "Punkt 1: Velkomst (10.00-10.10)", "Punkt 2: Orientering om B (10.10-10.30)", "Punkt 3: Ny hal (10.30-11.00)",
    ]);
  }); // prettier-ignore

  it("keeps what the items have in proportion, and the pauses as they are", () => {
    assert.deepEqual(
      items(`${head("10:00-11:10")}Punkt 1: A (10 min)\n\nPAUSE (10 min)\n\nPunkt 2: B (20 min)\n`),
      ["Punkt 1: A (20 min)", "PAUSE (10 min)", "Punkt 2: B (40 min)"],
    );
  });

  it("changes nothing where all is spread already, in either form", () => {
    for (const text of [
      `${head("10:00-10:30")}Punkt 1: A (10.00-10.10)\n\nPunkt 2: B (10.10-10.30)\n`,
      `${head("10:00-10:30")}Punkt 1: A (10 min)\n\nPunkt 2: B (20 min)\n`,
    ]) {
      const result = spreadTime(ReferatDocument.parse(text));
      assert.ok(!isRefused(result));
      assert.deepEqual(result.edits, []);
    }
  });

  it("takes the time of what is only read, and leaves a pause that says none", () => {
    const text = `${head("10:00-10:30")}Punkt 1: A\n\nPAUSE\n\nPunkt 2: Skriftlig orientering: B (5 min)\n\nPunkt 3: Skriftlig orientering: C\n`;
    assert.deepEqual(outcome(text, (document) => spreadTime(document)), [
      text.replace("A\n", "A (30 min)\n").replace("B (5 min)", "B"), "PAUSE: punktet har ingen tid.",
    ]);
    // How long it is, is not known either where it says only when it begins.
    const late = `${head("10:00-10:30")}Punkt 1: A (10.00-10.10)\n\nPAUSE (10.20)\n`;
    assert.deepEqual(outcome(late, (document) => spreadTime(document)), [
      late.replace("10.10", "10.30"), "PAUSE: punktet har ingen tid.",
    ]);
  }); // prettier-ignore

  it("needs the meeting's start and end, and an item", () => {
    assert.match(items(agenda("10:00", "A"))[0] ?? "", /ikke, hvornår mødet slutter/);
    assert.match(items("Punkt 1: A\n")[0] ?? "", /ikke, hvornår mødet begynder/);
    assert.deepEqual(items(agenda("25:00-26:00", "A")), items("Punkt 1: A\n"));
    assert.deepEqual(items(agenda("10:00-25:00", "A")), items(agenda("10:00", "A")));
    assert.match(items(head("10:00-11:00"))[0] ?? "", /intet punkt/);
    const untold = ReferatDocument.parse(agenda("10:00", "A"));
    assert.deepEqual(spreadTime(untold), { refused: { why: "noMeetingTime", part: "end" } });
  });
});
