import assert from "node:assert/strict";
import { clockLike, slotOf } from "../../server/src/edits/slots.ts";
import { type Profile, defaultProfile } from "../../server/src/model/profile.ts";
import { slotStyleForm } from "../../server/src/model/slotStyle.ts";
import {
  timeInStyle,
  timeStyleOf,
  timeWritingOf,
  writtenDuration,
} from "../../server/src/model/timeStyle.ts";
import type { Item } from "../../server/src/syntax/nodes.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

/** Items with these behind their titles. */
function itemsWith(...times: readonly string[]): readonly Item[] {
  return ReferatDocument.parse(times.map((time, index) => `Punkt ${index + 1}: A${time}\n`).join("\n")).items;
}

/** How a new item from 9.05 to 10.00 is written among items with these times. */
function written(times: readonly string[], slots?: Profile["slots"]): string {
  const { slot } = timeWritingOf(itemsWith(...times), slots);
  return slot.lead + timeInStyle(slot, { hour: 9, minute: 5 }, { hour: 10, minute: 0 });
}

function profile(style: string | null, use: Profile["slots"]["use"] = null): Profile["slots"] {
  return { use, style: style === null ? null : slotStyleForm(style) };
}

describe("how a new time is written", () => {
  for (const [what, expected, ...times] of [
    ["where there is none", " (09.05-10.00)"],
    ["as all are", ", kl. 9:05 – 10:00", ", kl. 8:00 – 8:30", ", kl. 8:30 – 9:00"],
    ["as the only one", " (kl. 09.05-10.00)", " (kl. 09.00-09.30)"],
    ["without a blank behind the word", " (kl.09.05-10.00)", " (kl.09.00-09.30)", " (kl.09.30-10.00)"],
    ["as most are", " (09.05-10.00)", " (09.00-09.30)", ", kl. 9.30-10.00", " (10.00-10.30)"],
    // What is wrong in any style is no model.
    ["as what is sound", " (09.05-10.00)", " (09.00-09.30)", ", kl. 9.30-10.00.", ", kl. 10.00-10.30."],
    // Inside and outside of parentheses are learnt each for itself.
    ["as those of its form", " (kl. 09.05-10.00)", " (kl. 09.00-09.30)", " (kl. 09.30-10.00)", " (10.00-10.30)", ", KL. 10.30-11.00", ", KL. 11.00-11.30"],
    ["as the last one, where as many are of each form", " (09.05-10.00)", " (09.00-09.30)", ", kl. 09.30-10.00", ", kl. 10.00-10.30", " (10.30-11.00)"],
    ["as the last one of the form of the last one", ", kl. 09.05-10.00", " (09.00-09.30)", " (09.30-10.00)", ", KL. 10.00-10.30", ", kl. 10.30-11.00"],
    ["with the word of the last one, where each has another", " (KL. 09.05-10.00)", " (kl. 09.00-09.30)", " (Kl. 09.30-10.00)", " (KL. 10.00-10.30)"],
    ["with the lead of the last one, where each has another", ", kl. 09.05-10.00", " kl. 09.00-09.30", ", kl. 09.30-10.00"],
    ["with a blank behind the word, where the others do not agree", " (kl. 09.05-10.00)", " (kl. 09.00-09.30)", " (kl.09.30-10.00)", " (10.00-10.30)"],
    // The separator, the dash and the hours are the same inside and outside of parentheses.
    ["with the separator of most", " (09:05-10:00)", ", kl. 09:00-09:30", ", kl. 09:30-10:00", " (10:00-10:30)", " (10:30-11:00)", " (11.00-11.30)"],
    ["with the separator of the last one, where as many have each", " (09:05-10:00)", " (09.00-09.30)", " (09:30-10:00)"],
    ["with a separator where hours alone are told", ", kl. 09.05-10.00", ", kl. 10-11", ", kl. 11-12"],
    ["with a dash where starts alone are told", " (09.05-10.00)", " (09.00)", " (09.30)"],
  ] as const)
    it(`${what}: ${times.join("")}`, () => assert.equal(written(times), expected)); // prettier-ignore

  it("as the profile has it, and in what it leaves open as the others", () => {
    const colons = [" (9:00-9:30)", " (9:30-10:00)"];
    assert.equal(written(colons, profile(", kl. tt.mm-tt.mm")), ", kl. 9.05-10.00");
    assert.equal(written(colons, profile("(t.mm – t.mm)")), " (9.05 – 10.00)");
    assert.equal(written([], profile("kl. tt:mm-tt:mm")), ", kl. 09:05-10:00");
  });

  it("without an end where it has none", () => {
    const { slot } = timeWritingOf(itemsWith(" (kl. 9.00-9.30)"));
    assert.equal(timeInStyle(slot, { hour: 9, minute: 5 }, null), "(kl. 9.05)");
  });

  it("in hours that a time tells itself, or else as they are written usually", () => {
    const like = (time: string, minutes: number, usual?: boolean): string | null => {
      const slot = slotOf(itemsWith(time)[0] ?? assert.fail());
      return clockLike(minutes, slot ?? assert.fail(), usual);
    };
    assert.equal(like(" (9.00-9.30)", 545), "9.05");
    assert.equal(like(" (09:00-09:30)", 545), "09:05");
    assert.equal(like(" (10.00-10.30)", 545), "09.05");
    assert.equal(like(" (10.00-10.30)", 545, true), "9.05");
    assert.equal(like(", kl. 10-11", 605), "10.05");
    assert.equal(like(" (10.00-10.30)", 24 * 60), null);
    assert.equal(like(" (10.00-10.30)", -1), null);
  });

  it("in minutes, with the word of most, or of the last one", () => {
    const duration = (...times: string[]): string => writtenDuration(10, timeWritingOf(itemsWith(...times)));
    assert.equal(duration(), " (10 min)");
    assert.equal(duration(" (30min)"), " (10min)");
    assert.equal(duration(" (30 minutter)", " (20 min.)", " (15 minutter)"), " (10 minutter)");
    assert.equal(duration(" (30 min)", " (20 minutter)", " (15 min.)"), " (10 min.)");
    assert.equal(duration(" (1 time)", " (1 time 15 minutter)"), " (10 minutter)");
  });
});

describe("what time a new item gets", () => {
  const usual = (times: readonly string[], slots: Profile["slots"] = defaultProfile.slots): string | null =>
    timeWritingOf(itemsWith(...times), slots).usual;

  it("is of the kind that most have", () => {
    assert.equal(usual([" (9.00-9.30)", " (20 min)", " (30 min)"]), "duration");
    assert.equal(usual([" (9.00-9.30)", " (20 min)"]), "slot");
  });

  it("is none where most have none; what is only read takes no time", () => {
    assert.equal(usual([]), null);
    assert.equal(usual([" (9.00-9.30)", ""]), "slot");
    assert.equal(usual([" (9.00-9.30)", "", ""]), null);
    const { items } = ReferatDocument.parse(
      "Punkt 1: A (9.00-9.30)\n\nPunkt 2: B\n\nPunkt 3: Skriftlig orientering: C\n",
    );
    assert.equal(timeWritingOf(items).usual, "slot");
  });

  it("is what the profile asks for", () => {
    assert.equal(usual([], profile(null, "required")), "slot");
    assert.equal(usual([""], profile("(tt.mm-tt.mm)")), "slot");
    assert.equal(usual([" (30 min)"], profile(null, "required")), "duration");
    assert.equal(usual([" (30 min)"], profile("(tt.mm-tt.mm)", "required")), "slot");
    assert.equal(usual([" (30 min)"], profile("(tt.mm-tt.mm)", "none")), null);
  });
});

describe("a document's own style of times", () => {
  const style = (...times: string[]): ReturnType<typeof timeStyleOf> =>
    timeStyleOf(itemsWith(...times).flatMap((item) => slotOf(item)?.form ?? []));

  it("has no part that the times do not agree on", () => {
    const { parentheses, lead, word, wordGap, separator, dash, shortHour } = style(" (kl. 9.00-9.30)", ", kl. 09.30 – 10.00");
    assert.deepEqual([parentheses, lead, word, wordGap, separator, dash, shortHour], [null, null, "kl.", " ", ".", null, null]);
  }); // prettier-ignore

  it("has the word of the form that prevails, whatever the others have", () => {
    const { parentheses, word } = style(" (kl. 9.00-9.30)", " (kl. 9.30-10.00)", " (10.00-10.30)", ", KL. 10.30-11.00", ", KL. 11.00-11.30");
    assert.deepEqual([parentheses, word], [true, "kl."]);
  }); // prettier-ignore

  it("has none where there is no sound time", () => {
    const { parentheses, lead, word, separator, dash } = style(" (9.00-9.30");
    assert.deepEqual([parentheses, lead, word, separator, dash], [null, null, null, null, null]);
  });
});
