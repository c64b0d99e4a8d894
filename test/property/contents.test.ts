import assert from "node:assert/strict";
import fc from "fast-check";
import { contentsOf } from "../../server/src/model/contents.ts";
import { alignAlike, alignContents, lineOf } from "../../server/src/model/contentsAlignment.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { holds, seed } from "./settings.ts";

/** What can stand in contents, or what begins something else. */
const lines = [
  "Havnen.....\t3",
  "Referent: valg",
  "Budget",
  "",
  "  ",
  "Punkt 2: Skolen\t7",
  "Punkt 1: Havnen",
  "Mødested Rådhuset",
  "og mere om det",
  "<!-- x -->",
  "-->",
  "Indholdsfortegnelse",
  "Indholdsfortegnelse <!--",
  "Punkt 3: Torvet\t8 <!--",
  "PAUSE (13.00-13.15) <!--",
];

/** What is typed: signs that begin, end or join lines among them. */
const typed = ["", "x", "\n", "\r", "\r\n", "\t4", "<!--", "-->", "\n\n"];

describe(`property: contents (seed ${seed})`, () => {
  it("that are edited at any place, in any way, are what a full reading gives", () => {
    const text = fc
      .tuple(fc.array(fc.constantFrom(...lines), { maxLength: 9 }), fc.constantFrom("\n", "\r\n", "\r"))
      .map(([some, end]) =>
        ["REFERAT Kulturudvalget d. 04-03-2026", "", "Indholdsfortegnelse", "", ...some, ""].join(end),
      );
    const edit = fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 3 }), fc.constantFrom(...typed));
    let again = 0;
    holds(3000, fc.tuple(text, fc.array(edit, { minLength: 1, maxLength: 4 })), ([before, edits]) => {
      let document = ReferatDocument.parse(before);
      for (const [where, length, words] of edits) {
        const from = before.indexOf("Indhold");
        const start = from + Math.floor((where / 1000) * Math.max(0, document.length - from));
        document = document.edit({ start, end: Math.min(document.length, start + length), text: words });
        const fresh = ReferatDocument.parse(document.getText());
        assert.equal(JSON.stringify(document.chunks), JSON.stringify(fresh.chunks));
        const read = document.preambles.find((chunk) => chunk.kind === "contents");
        if (document.scanned.chunks === 1 && document.scanned.lines < (read?.lineStarts.length ?? 0)) again++;
      }
    });
    assert.ok(again > 100, `${again} times a part of them was read, and not the whole`);
  });

  it("are held against the headings as if nothing had been known before", () => {
    const titles = [
      "Havnen",
      "Budget (13.00-13.30)",
      "Pause (13.30-13.45)",
      "Skolens renovering",
      "Skolens renovering, etape 2",
      "Evt.",
      "(13.30-14.00)",
    ];
    const title = fc.constantFrom(...titles);
    const entryTitle = fc.constantFrom(...titles, "Budget", "Pause", "Skolens renov");
    const entry = fc
      .tuple(fc.constantFrom("", "3. ", "Punkt 2: "), entryTitle, fc.constantFrom(".....\t3", ""))
      .map((parts) => parts.join(""));
    const entries = fc.array(entry, { minLength: 1, maxLength: 7 });
    const titled = fc.array(title, { minLength: 1, maxLength: 7 });
    /** One line of the contents, or one heading, becomes another, or comes, or goes. */
    const step = fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 1 }), fc.option(entry), fc.option(title));
    const textOf = (some: readonly string[], headings: readonly string[]): string =>
      [
        "Indholdsfortegnelse",
        "",
        ...some,
        "",
        ...headings.flatMap((each, index) => [`Punkt ${index + 1}: ${each}`, "Tekst.", ""]),
      ].join("\n");
    const saidOf = (document: ReferatDocument): unknown[] =>
      contentsOf(document).map(({ words, number, item, difference }) => [words, number, item, difference]);
    const steps = fc.array(step, { minLength: 1, maxLength: 6 });
    holds(3000, fc.tuple(entries, titled, steps), ([someEntries, someTitles, changes]) => {
      const [some, headings] = [[...someEntries], [...someTitles]];
      let document = ReferatDocument.parse(textOf(some, headings));
      contentsOf(document);
      for (const [at, length, newEntry, newTitle] of changes) {
        if (newEntry !== null) some.splice(at, length, newEntry);
        if (newTitle !== null) headings.splice(at, length, newTitle);
        document = document.replace(textOf(some, headings));
        assert.deepEqual(saidOf(document), saidOf(ReferatDocument.parse(document.getText())));
      }
    });
  });

  it("are matched the same where what begins and ends alike is left aside", () => {
    const words = fc.array(
      fc.constantFrom("Havnen", "Budget", "Pause", "", "Skolens renovering", "Skolens renoverin", "Evt."),
      { maxLength: 9 },
    );
    holds(3000, fc.tuple(words, words, words, words), ([start, entries, headings, end]) => {
      const [all, targets] = [
        [...start, ...entries, ...end],
        [...start, ...headings, ...end],
      ];
      const numbers = new Map([["", 0]]);
      const numberOf = (text: string): number => {
        const { full } = lineOf(text);
        numbers.set(full, numbers.get(full) ?? numbers.size);
        return numbers.get(full) ?? 0;
      };
      const aligned = alignAlike(all.map(numberOf), targets.map(numberOf), 0, (some) => ({
        lines: some.lines.map((index) => lineOf(all[index] ?? "")),
        targets: some.targets.map((index) => lineOf(targets[index] ?? "")),
      }));
      assert.deepEqual(
        aligned,
        alignContents(
          all,
          targets.map((full) => ({ full, title: full })),
        ),
      );
    });
  });
});
