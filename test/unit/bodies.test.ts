import assert from "node:assert/strict";
import { changedText } from "../../server/src/edits/textChanges.ts";
import { bodyMentionsIn, bodyOf } from "../../server/src/features/bodies.ts";
import { definitionAt } from "../../server/src/features/definition.ts";
import { highlightsAt } from "../../server/src/features/highlights.ts";
import { hoverAt } from "../../server/src/features/hover.ts";
import { knownPersons, personMentionsIn, soughtPerson } from "../../server/src/features/names.ts";
import { referencesAt } from "../../server/src/features/references.ts";
import { renameableAt, renameAt } from "../../server/src/features/rename.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { caretIn, shownAt } from "./caret.ts";

const text = `REFERAT Kulturudvalget i Havneby d. 04-03-2026

Mødedeltagere Anna Holm, A, Bent Krogh, V

Punkt 1: Ny svømmehal

Kulturudvalget i Havneby (herefter KUH) har set hallen. KUHs ønsker står i bilag 1, og fku er ikke nævnt.

Det indstilles, at kulturudvalget godkender planen. Fritidsudvalget drøfter den, og FKU's svar følger.

Kulturudvalget i Sandby er et andet. Et KUH-møde er et ord for sig. Kulturudvalget i Havneby afgør sagen.

<!-- KUH -->
`;
const aliases = ["Kulturudvalget", "FKU"];
const document = ReferatDocument.parse(text);

/** The words at the spans, in order. */
function words(spans: readonly { readonly start: number; readonly end: number }[]): string[] {
  return spans.map((span) => shownAt(document, span));
}

const fullNames = [
  "1: Kulturudvalget i Havneby",
  "7: Kulturudvalget i Havneby",
  "11: Kulturudvalget i Havneby",
];
const all = [
  ...fullNames.slice(0, 2),
  "7: KUH",
  "7: KUH",
  "9: kulturudvalget",
  "9: FKU",
  ...fullNames.slice(2),
];

describe("a body", () => {
  for (const marked of [
    "herefter K|UH",
    "KU|Hs",
    "at kultur|udvalget",
    "F|KU's",
    "REFERAT Kultur|udvalget",
  ]) {
    it(`is meant by its other names too, from »${marked}«`, () => {
      const at = caretIn(text, marked);
      assert.deepEqual(words(definitionAt(document, at, aliases)), fullNames.slice(0, 1));
      assert.deepEqual(words(referencesAt(document, at, true, aliases)), all);
      assert.deepEqual(words(referencesAt(document, at, false, aliases)), all.slice(1));
      assert.deepEqual(words(highlightsAt(document, at, aliases).map(({ span }) => span)), all);
      const hover = hoverAt(document, at, "da", aliases);
      assert.equal(hover?.heading, "Kulturudvalget i Havneby");
      assert.equal(hover.lines.at(-1), `Nævnt ${all.length} gange`);
    });

    it(`is renamed where its full name stands, and nowhere else, from »${marked}«`, () => {
      const at = caretIn(text, marked);
      assert.equal(renameableAt(document, at, aliases)?.name, "Kulturudvalget i Havneby");
      const result = renameAt(document, at, "Fritidsudvalget i Havneby", aliases);
      assert.ok("changes" in result);
      assert.equal(
        changedText(document, result.changes),
        text.replaceAll("Kulturudvalget i Havneby", "Fritidsudvalget i Havneby"),
      );
    });
  }

  it("is not what has a longer name, or another place", () => {
    for (const marked of ["Kultur|udvalget i Sandby", "K|UH-møde", "f|ku er", "KU|H -->"])
      assert.deepEqual(definitionAt(document, caretIn(text, marked), aliases), []);
  });

  it("has no other names but those that the profile or the document gives", () => {
    assert.deepEqual(definitionAt(document, caretIn(text, "at kultur|udvalget")), []);
    assert.deepEqual(bodyOf(document, [])?.aliases, ["KUH"]);
    const named = ReferatDocument.parse(
      "REFERAT Kulturudvalget (KU) d. 04-03-2026\n\nPunkt 1: A\n\nKU enig.\n",
    );
    assert.deepEqual(bodyOf(named, ["KU", ""])?.aliases, ["KU", "Kulturudvalget"]);
    assert.equal(bodyOf(ReferatDocument.parse("Punkt 1: A\n"), aliases), null);
  });
});

describe("mentions", () => {
  it("are found again only in the chunk that was edited", () => {
    const long = ReferatDocument.parse(
      text.trimEnd() +
        Array.from({ length: 50 }, (_, n) => `\n\nPunkt ${n + 2}: B\n\nAnna Holm og KUH.`).join(""),
    );
    const at = long.getText().indexOf("Punkt 20: B\n\n") + 13;
    const after = long.edit({ start: at, end: at, text: "x" });
    const found = (of: ReferatDocument): (readonly unknown[])[] => {
      const body = bodyOf(of, aliases);
      assert.ok(body);
      const person = soughtPerson("Anna Holm", ["Anna Holm"]);
      return of.chunks.flatMap((chunk) => [bodyMentionsIn(chunk, body), personMentionsIn(chunk, person)]);
    };
    const before = found(long);
    const differing = found(after).flatMap((mentions, index) => (mentions === before[index] ? [] : [index]));
    assert.deepEqual(differing, [40, 41]);
  });

  it("are sought by the same list of names until an edit changes it", () => {
    const minutes = ReferatDocument.parse(`${text}\nFraværende Bent Krogh\n`);
    const typed = (words: string, becomes: string): ReferatDocument => {
      const start = minutes.getText().indexOf(words);
      return minutes.edit({ start, end: start + words.length, text: becomes });
    };
    assert.equal(knownPersons(typed("sagen.", "sagen")), knownPersons(minutes));
    assert.deepEqual(knownPersons(typed("Fraværende Bent Krogh", "Fraværende Ida Bach")), [
      "Anna Holm",
      "Bent Krogh",
      "Ida Bach",
    ]);
    assert.deepEqual(knownPersons(typed("Bent Krogh, V", "Ida Bach, V\n\nReferent Åse Øby")), [
      "Anna Holm",
      "Bent Krogh",
      "Ida Bach",
      "Åse Øby",
    ]);
    assert.deepEqual(knownPersons(minutes), ["Anna Holm", "Bent Krogh"]);
  });
});
