import assert from "node:assert/strict";
import { slotStyleForm, slotStyleText } from "../../server/src/model/slotStyle.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

describe("the form of times in a profile", () => {
  for (const [style, parentheses, lead, word, wordGap, separator, dash, shortHour] of [
    ["(tt.mm-tt.mm)", true, " ", "", "", ".", "-", null],
    ["(kl. tt:mm-tt:mm)", true, " ", "kl.", " ", ":", "-", null],
    [", kl. tt.mm-tt.mm", false, ", ", "kl.", " ", ".", "-", null],
    [",kl.tt.mm – tt.mm", false, ",", "kl.", "", ".", " – ", null],
    [" (t.mm-tt.mm)", true, " ", "", "", ".", "-", true],
    ["kl. tt.mm-tt.mm", false, ", ", "kl.", " ", ".", "-", null],
    ["Kl tt.mm-tt.mm ", false, ", ", "Kl", " ", ".", "-", null],
    ["  (tt.mm - tt.mm)", true, "  ", "", "", ".", " - ", null],
    [",  kl  t:mm — tt.mm", false, ",  ", "kl", "  ", ":", " — ", true],
    [", (tt.mm-tt.mm)", true, ", ", "", "", ".", "-", null],
  ] as const) {
    it(JSON.stringify(style), () =>
      assert.deepEqual(slotStyleForm(style), { parentheses, lead, word, wordGap, separator, dash, shortHour }));
  } // prettier-ignore

  it("is none where it cannot be read", () => {
    for (const style of ["(tt.mm-tt.mm", "tt.mm-tt.mm)", "tt.mm-tt.mm", "(tt.mm)", "klokken", "", "x(tt.mm-tt.mm)", "(tt.mm-tt.mm)x", "(ttt.mm-tt.mm)", "(tt,mm-tt.mm)", "(tt.mmtt.mm)", "kl. (tt.mm-tt.mm)"])
      assert.equal(slotStyleForm(style), null, style);
  }); // prettier-ignore
});

describe("the form of times in a profile that is written after a document", () => {
  const styled = (...times: readonly string[]): string | null => {
    const { items } = ReferatDocument.parse(
      times.map((time, index) => `Punkt ${index + 1}: A${time}\n`).join("\n"),
    );
    return slotStyleText(
      items.flatMap(({ heading: { time } }) => (time && time.type !== "duration" ? [time.form] : [])),
    );
  };

  for (const [style, ...times] of [
    ["(tt.mm-tt.mm)", " (09.00-09.30)", " (09.30-10.00)"],
    ["(t.mm-t.mm)", " (9.00-9.30)", " (9.30-10.00)"],
    // Hours of two figures do not say how those below ten are written.
    ["(tt.mm-tt.mm)", " (10.00-10.30)"],
    [", kl. tt:mm – tt:mm", ", kl. 10:00 – 10:30", ", kl. 10:30 – 11:00"],
    [",kl.tt.mm-tt.mm", ",kl.10.00-10.30"],
    ["(kl. tt.mm-tt.mm)", " (kl. 10.00-10.30)"],
    // A start alone has no dash to tell.
    ["(tt.mm-tt.mm)", " (10.00)", " (10.30)"],
    ["(tt.mm-tt.mm)", " (10.00-10.30)", " (10.30-11.00)", ", kl. 11.00-11.30"],
    // What is wrong in any style, and hours alone, are nobody's style.
    ["(tt.mm-tt.mm)", " (10.00-10.30)", " (10.30-11.00", " (11.00-11.30", " (11.30-12.00"],
    ["(tt.mm-tt.mm)", " (10.00-10.30)", ", kl. 11-12", ", kl. 12-13", ", kl. 13-14"],
  ] as const)
    it(`is ${style} for${times.join("")}`, () => {
      assert.equal(styled(...times), style);
      assert.notEqual(slotStyleForm(style), null);
    });

  it("is none where the times agree on none, and where a profile has no words for it", () => {
    for (const times of [[], [" (30 min)"], [" (10.00-10.30)", ", kl. 10.30-11.00"], [" - kl. 10.00-10.30"]])
      assert.equal(styled(...times), null, times.join());
  });
});
