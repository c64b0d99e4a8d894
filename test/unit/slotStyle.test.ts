import assert from "node:assert/strict";
import { slotStyleForm } from "../../server/src/model/slotStyle.ts";

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
  ] as const) {
    it(JSON.stringify(style), () =>
      assert.deepEqual(slotStyleForm(style), { parentheses, lead, word, wordGap, separator, dash, shortHour }));
  } // prettier-ignore

  it("is none where it cannot be read", () => {
    for (const style of ["(tt.mm-tt.mm", "tt.mm-tt.mm)", "tt.mm-tt.mm", "(tt.mm)", "klokken", "", "x(tt.mm-tt.mm)", "(tt.mm-tt.mm)x"])
      assert.equal(slotStyleForm(style), null, style);
  }); // prettier-ignore
});
