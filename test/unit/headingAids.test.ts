import assert from "node:assert/strict";
import { codeLensesOf } from "../../server/src/features/codeLenses.ts";
import { type InlayHintSettings, inlayHintsIn } from "../../server/src/features/inlayHints.ts";
import type { Language } from "../../server/src/features/language.ts";
import { linkedTitlesAt } from "../../server/src/features/linkedEditing.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { caretIn, council, shownAt } from "./caret.ts";

const none: InlayHintSettings = { clockTimes: false, lengths: false, runningTotal: false };

const timed = `REFERAT Rådet d. 04-03-2026

Mødedato 4. marts 2026 kl. 9.00

Punkt 1: Velkomst (10 min)
Punkt 2: Budget (9.10-9.40)
Punkt 3: Skriftlig orientering: Tal
Punkt 4: Havnen (1½ time)
Punkt 5: Uden tid
Punkt 6: Eventuelt (5 min)
`;

/** The heading's number and the hint behind it. */
function hints(
  text: string,
  settings: InlayHintSettings,
  from = 0,
  to = text.length,
  language: Language = "da",
): string[] {
  const document = ReferatDocument.parse(text);
  return inlayHintsIn(document, { start: from, end: to }, settings, language).map(({ offset, label }) => {
    const line = document.positionAt(offset).line;
    return `${text.split("\n")[line]?.slice(0, 7) ?? ""} ${label}`;
  });
}

describe("inlay hints", () => {
  it("give the clock to items that say how long they are, as far as it is known", () => {
    assert.deepEqual(hints(timed, { ...none, clockTimes: true }), [
      "Punkt 1 09.00-09.10",
      "Punkt 4 09.40-11.10",
    ]);
  });
  it("give the length of items that say when they are on", () => {
    assert.deepEqual(hints(timed, { ...none, lengths: true }), ["Punkt 2 30 min"]);
  });
  it("give the running total", () => {
    assert.deepEqual(hints(timed, { ...none, runningTotal: true }), [
      "Punkt 1 i alt 10 min",
      "Punkt 2 i alt 40 min",
      "Punkt 4 i alt 2 t 10 min",
      "Punkt 6 i alt 2 t 15 min",
    ]);
    assert.deepEqual(
      hints(timed, { ...none, runningTotal: true }, 0, timed.length, "en")[2],
      "Punkt 4 2 h 10 min in all",
    );
  });
  it("are none where all are switched off", () => assert.deepEqual(hints(timed, none), []));
  it("are those of the range alone", () => {
    const from = timed.indexOf("Punkt 2");
    assert.deepEqual(
      hints(timed, { clockTimes: true, lengths: true, runningTotal: false }, from, from + 30),
      ["Punkt 2 30 min"],
    );
    assert.deepEqual(hints(timed, { ...none, clockTimes: true }, 0, 10), []);
  });
  it("stop at midnight", () => {
    const text = timed.replace("kl. 9.00", "kl. 23.00").replace("(10 min)", "(90 min)");
    assert.deepEqual(hints(text, { ...none, clockTimes: true }), ["Punkt 4 09.40-11.10"]);
  });
});

/** The lenses of a document, each with the words that it stands over. */
function lenses(text: string, language: Language = "da", fileKind?: "dagsorden"): string[] {
  const document = ReferatDocument.parse(text);
  return codeLensesOf(document, { profile: defaultProfile, language, ...(fileKind ? { fileKind } : {}) }).map(
    ({ span, title, action }) =>
      `${document.getText(span).slice(0, 8)} | ${title} | ${action.type}${action.type === "show" ? ` ${document.getText(action.at).slice(0, 12)}` : ""}${"item" in action ? ` ${action.item}` : ""}`,
  );
}

describe("code lenses", () => {
  it("say what is missing and answered, and move", () => {
    assert.deepEqual(lenses(council), [
      "Indholds | Opdatér indholdsfortegnelsen | updateContents",
      "Punkt 1: | ↓ Flyt ned | moveDown 0",
      "Punkt 2: | Indstillinger besvaret: 3/3 | show Godkender pl",
      "Punkt 2: | ↑ Flyt op | moveUp 1",
      "Punkt 2: | ↓ Flyt ned | moveDown 1",
      "PAUSE (1 | ↑ Flyt op | moveUp 2",
      "PAUSE (1 | ↓ Flyt ned | moveDown 2",
      "Punkt 3: | Mangler: Indstilling | show Punkt 3: Cyk",
      "Punkt 3: | ↑ Flyt op | moveUp 3",
    ]);
  });
  it("go to the recommendation that has no answer", () => {
    const text = council.replace(
      "2. Taget til efterretning.\n3. Drøftet.",
      "Udvalget roste planen.\n\nDrøftet.",
    );
    assert.ok(
      lenses(text).includes("Punkt 2: | Indstillinger besvaret: 2/3 | show Tager økonom"),
      lenses(text).join("\n"),
    );
  });
  it("are in English too", () => {
    const all = lenses(council, "en");
    assert.ok(all.includes("Indholds | Update the contents | updateContents"));
    assert.ok(all.includes("Punkt 3: | Missing: Indstilling | show Punkt 3: Cyk"));
    assert.ok(all.includes("Punkt 2: | ↑ Move up | moveUp 1"));
  });
  it("say that the contents are up to date", () => {
    const text = council.replace("Cykelstier ved ha\t6", "Cykelstier ved havnen (13.45-14.30).....\t6");
    assert.equal(lenses(text)[0], "Indholds | Indholdsfortegnelsen er ajour | show Indholdsfort");
    for (const broken of [
      text.replace("Ny svømmehal (13.05-13.35).....", "Ny svømmehal (13.05-13.30)....."),
      text.replace("PAUSE (13.35-13.45).....\t5\n", "").replace("Ny svømmehal (13.05-13.35).....\t3\n", ""),
      text.replace("\t5", "\t1"),
      text.replace("Indholdsfortegnelse\n", "Indholdsfortegnelse\n\nNoget, der ikke findes.....\t1"),
    ])
      assert.equal(
        lenses(broken)[0],
        "Indholds | Opdatér indholdsfortegnelsen | updateContents",
        broken.slice(0, 500),
      );
  });
  it("ask no agenda for decisions", () => {
    const text = council
      .replace("REFERAT", "DAGSORDEN")
      .replace(/Beslutning i [^]*?(?=Bilag\n|Punkt 2|$)/g, "");
    assert.ok(!lenses(text).some((lens) => /besvaret|Beslutning/.test(lens)), lenses(text).join("\n"));
  });
  it("are none without items", () => assert.deepEqual(lenses("REFERAT Rådet d. 04-03-2026\n\nTekst.\n"), []));
});

describe("linked editing", () => {
  const document = ReferatDocument.parse(council);
  const linked = (of: ReferatDocument, text: string, marked: string): string[] | null =>
    linkedTitlesAt(of, caretIn(text, marked))?.map((span) => shownAt(of, span)) ?? null;

  for (const marked of ["Ny svømm|ehal (13.05-13.35)....", "2: |Ny svømmehal", "2: Ny svømmehal| (13"]) {
    it(`links a title with its entry: ${marked}`, () =>
      assert.deepEqual(linked(document, council, marked), ["12: Ny svømmehal", "22: Ny svømmehal"]));
  }
  for (const marked of [
    "Cykelstier ved| havnen",
    "Ny svømmehal (13.|05-13.35)....",
    "2: Ny svømmehal (13|.05",
    "Pun|kt 2: Ny",
    "Hallen |er",
  ]) {
    it(`links nothing: ${marked}`, () => assert.equal(linked(document, council, marked), null));
  }
  it("links nothing where two items have the title", () => {
    const text = council.replace("Punkt 3: Cykelstier ved havnen", "Punkt 3: Ny svømmehal");
    assert.equal(linked(ReferatDocument.parse(text), text, "2: Ny svøm|mehal"), null);
  });
});
