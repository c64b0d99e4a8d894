import assert from "node:assert/strict";
import { addAttachments } from "../../server/src/edits/addAttachments.ts";
import { agendaToMinutes } from "../../server/src/edits/agendaToMinutes.ts";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { insertItem, insertPause } from "../../server/src/edits/insertItem.ts";
import { newSection } from "../../server/src/edits/insertSection.ts";
import { moveItem } from "../../server/src/edits/moveItem.ts";
import { type EditResult, isRefused } from "../../server/src/edits/result.ts";
import { spreadTime } from "../../server/src/edits/spreadTime.ts";
import { switchTimeForm } from "../../server/src/edits/switchTimeForm.ts";
import { defaultProfile, type Profile } from "../../server/src/model/profile.ts";
import { slotStyleForm } from "../../server/src/model/slotStyle.ts";
import { timeInStyle, timeWritingOf } from "../../server/src/model/timeStyle.ts";
import type { SectionKind } from "../../server/src/syntax/vocabulary.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const head = "REFERAT Udvalget d. 04-03-2026\n\nMødedato Onsdag d. 4. marts 2026 kl. 09:00-10:00\n\n";

function profileWith(style: string, use: Profile["slots"]["use"] = null): Profile {
  return { ...defaultProfile, slots: { use, style: slotStyleForm(style) } };
}

function edited(text: string, edit: (document: ReferatDocument) => EditResult): string {
  const document = ReferatDocument.parse(text);
  const result = edit(document);
  assert.ok(!isRefused(result));
  return applyEdits(document, result.edits).getText().replace(head, "");
}

describe("new times", () => {
  const plain = `${head}Punkt 1: A (09.00-09.30)\n\nPunkt 2: B (09.30-09.50)\n`;
  const styles: readonly (readonly [style: string, written: string])[] = [
    ["(tt.mm-tt.mm)", " (09.30-09.40)"],
    [", kl. t.mm-t.mm", ", kl. 9.30-9.40"],
    ["(kl. tt:mm – tt:mm)", " (kl. 09:30 – 09:40)"],
  ];
  for (const [style, written] of styles) {
    it(`are written as the profile says: ${style}`, () => {
      const profile = profileWith(style);
      assert.match(
        edited(plain, (document) => insertPause(document, 1, { minutes: 10 }, profile)),
        new RegExp(`^PAUSE${written.replace(/[().]/g, "\\$&")}$`, "m"),
      );
      const durations = plain.replace("09.00-09.30", "30 min").replace("09.30-09.50", "10 min");
      assert.ok(
        edited(durations, (document) => switchTimeForm(document, profile)).includes(`Punkt 2: B${written}\n`),
      );
      const untimed = `${head}Punkt 1: A\n\nPunkt 2: B\n`;
      const spread = edited(untimed, (document) => spreadTime(document, [3, 3], profile));
      assert.ok(
        spread.includes(`Punkt 2: B${written.replace(/0?9.40/, style.includes(":") ? "10:00" : "10.00")}\n`),
        spread,
      );
    });
  }

  it("are clock times where the profile asks for them, durations where most are, and none where it wants none", () => {
    const durations = `${head}Punkt 1: A (30 minutter)\n\nPunkt 2: B (20 minutter)\n\nPunkt 3: C (09.50-10.00)\n`;
    const paused = (profile: Profile): string =>
      /^PAUSE.*$/m.exec(
        edited(durations, (document) => insertPause(document, 1, { minutes: 10 }, profile)),
      )?.[0] ?? "";
    assert.equal(paused(defaultProfile), "PAUSE (10 minutter)");
    assert.equal(paused(profileWith("(tt.mm-tt.mm)")), "PAUSE (10 minutter)");
    assert.equal(paused(profileWith("(tt.mm-tt.mm)", "required")), "PAUSE (09.30-09.40)");
    assert.equal(paused(profileWith("(tt.mm-tt.mm)", "none")), "PAUSE");
    const wish = { kind: "case", title: "Ny", minutes: 5 } as const;
    assert.match(
      edited(`${head}Punkt 1: A\n`, (document) => insertItem(document, 0, wish)),
      /^Punkt 1: Ny$/m,
    );
  });

  it("of an item that moves have its own form, and the profile's hours", () => {
    const text = `${head}Punkt 1: A (9.00-9.30)\n\nPunkt 2: B (10.00-10.30)\n`;
    const moved = (profile: Profile): string => edited(text, (document) => moveItem(document, 1, 0, profile));
    assert.match(moved(defaultProfile), /B \(9\.00-9\.30\)/);
    assert.match(moved(profileWith("(t.mm-t.mm)")), /B \(9\.00-9\.30\)/);
  });

  it("are those of one form, where the forms are as many of each sort", () => {
    const { items } = ReferatDocument.parse("Punkt 1: A (9.00-9.30)\n\nPunkt 2: B, kl. 09.30-10.00\n");
    const { usual, slot } = timeWritingOf(items);
    const written = slot.lead + timeInStyle(slot, { hour: 9, minute: 5 }, { hour: 10, minute: 0 });
    assert.deepEqual([usual, written], ["slot", ", kl. 09.05-10.00"]);
    assert.equal(timeWritingOf([]).usual, null);
  });
});

describe("a new section", () => {
  const agenda =
    "DAGSORDEN Kulturudvalget d. 04-03-2026\n\nPunkt 1: Ny svømmehal\n\nIndstilling\n\nDet indstilles:\n\n1. Godkender A\n2. Drøfter B\n";
  const profile: Profile = { ...defaultProfile, decisionHeading: "Beslutning i {organ} den {dato}" };
  const minutes = (text: string, of: Profile = defaultProfile): string => {
    const result = agendaToMinutes(ReferatDocument.parse(text), of);
    assert.ok(!isRefused(result));
    return result.text;
  };

  it("is headed as the profile says", () => {
    assert.match(minutes(agenda, profile), /\nBeslutning i Kulturudvalget den 04-03-2026\n\n1\. \n2\. \n+$/);
    assert.match(minutes(agenda), /\nBeslutning\n\n1\. \n2\. \n+$/);
    const upper: Profile = { ...defaultProfile, headingStyle: "UPPERCASE" };
    assert.match(minutes(agenda, upper), /\nBESLUTNING\n/);
    assert.match(
      edited(agenda, (document) => addAttachments(document, 0, ["Kort.pdf"], upper)),
      /\nBILAG\n/,
    );
  });

  it("is headed as the document's others are, and not as what is quoted from another meeting", () => {
    const quoted = agenda.replace(
      "Indstilling",
      "Beslutning i Økonomiudvalget den 01-02-2026\n\nGodkendt.\n\nIndstilling",
    );
    const twice = `${quoted}\nPunkt 2: B\n\nTekst.\n`;
    assert.match(minutes(twice), /Punkt 2: B\n\nTekst\.\n\nBeslutning\n/);
    const held = `${agenda.replace("DAGSORDEN", "REFERAT")}\nBeslutning i Kulturudvalget d. 04-03-2026\n\nGodkendt.\n\nPunkt 2: B\n\nTekst.\n`;
    const document = ReferatDocument.parse(held);
    const edits = newSection("beslutning", 2, document);
    assert.ok(edits);
    assert.match(
      applyEdits(document, edits).getText(),
      /Punkt 2: B\n\nTekst\.\n\nBeslutning i Kulturudvalget d\. 04-03-2026\n+$/,
    );
  });

  it("stands where the profile's order has it, and its entries right below where the others do", () => {
    const order: readonly SectionKind[] = ["bilag", "indstilling", "beslutning"];
    const tight = agenda.replace("Indstilling\n\nDet", "INDSTILLING:\nDet");
    assert.match(
      edited(tight, (document) => addAttachments(document, 0, ["Kort.pdf"], { ...defaultProfile, order })),
      /svømmehal\n\nBILAG:\nBilag 1\.1: Kort\.pdf\n+INDSTILLING:/,
    );
  });
});
