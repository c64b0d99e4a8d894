import assert from "node:assert/strict";
import { withOutcome } from "../../client/src/archive/saidOnce.ts";

describe("a decision in one line", () => {
  for (const [outcome, text, line] of [
    ["Udsat", "Udsat til næste møde.", "Udsat til næste møde."],
    ["Udsat", "udsat.", "udsat."],
    ["Udsat", "1. Udsat.\n2. Drøftet.", "1. Udsat.\n2. Drøftet."],
    ["Udsat", "Sagen afventer et notat.", "Udsat: Sagen afventer et notat."],
    ["Aftalt", "Aftaltes igen.", "Aftalt: Aftaltes igen."],
    ["Godkendt", "Ikke godkendt.", "Godkendt: Ikke godkendt."],
    [
      "Godkendt, taget til efterretning",
      "Godkendt.\nTaget til efterretning.",
      "Godkendt.\nTaget til efterretning.",
    ],
    ["Godkendt, drøftet", "Formanden takkede.", "Godkendt, drøftet: Formanden takkede."],
    ["", "Formanden takkede.", "Formanden takkede."],
    ["Intet", "", "Intet"],
  ] as const) {
    it(`${outcome} | ${text}`, () => {
      assert.equal(withOutcome(outcome, text), line);
    });
  }
});
