import assert from "node:assert/strict";
import fc from "fast-check";
import { absentFrom } from "../../server/src/model/absence.ts";
import { NameFinder } from "../../server/src/model/nameFinder.ts";
import { personMentions, personNamesIn } from "../../server/src/model/people.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { readPersonNames } from "../../server/src/syntax/personNames.ts";

describe("names", () => {
  it("are found by their words, the longest first, and never inside of other words", () => {
    const finder = new NameFinder(["Anna", "Anna Holm", "Anna Holm Bach", "Ole", "J. P. Møller", "Anne-Mette Bach"]);
    const found = (text: string): string[] => finder.find(text).map(({ name, start, end }) => {
      assert.equal(text.slice(start, end), name);
      return name;
    });
    assert.deepEqual(found("Anna Holm og Anna Holm Bach, Anna-Lise, Anna."), ["Anna Holm", "Anna Holm Bach", "Anna"]);
    assert.deepEqual(found("Anna Holme, Anna Holm-Bach og Marianna"), ["Anna", "Anna"]);
    assert.deepEqual(found("Olesen, OLE, xOle, Bo-Ole, (Ole)"), ["Ole"]);
    assert.deepEqual(found("J. P. Møller sad ved Anne-Mette Bach"), ["J. P. Møller", "Anne-Mette Bach"]);
    assert.deepEqual(new NameFinder([]).find("Anna"), []);
  }); // prettier-ignore

  it("are found as one expression of them all finds them", () => {
    const part = fc.constantFrom("Anna", "Ole", "Bo", "A", " ", " ", "-", ".", "Å", "1", ",");
    const names = fc.array(
      fc.constantFrom("Anna", "Anna Ole", "Ole Bo", "Ole Bo Anna", "Bo-Ole", "A.", "Bo 1"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), names, (parts, known) => {
        const text = parts.join("");
        const finder = new NameFinder(known);
        const escaped = known
          .toSorted((a, b) => b.length - a.length)
          .map((name) => name.replace(".", String.raw`\.`));
        const whole = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${escaped.join("|")})(?![\\p{L}\\p{N}-])`, "gu");
        const right = known.length === 0 ? [] : [...text.matchAll(whole)].map((match) => match.index);
        assert.deepEqual(
          finder.find(text).map(({ start }) => start),
          right,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("of thousands of people are found in thousands of items", () => {
    const people = Array.from({ length: 20_000 }, (_, index) => `Anna Holm${index}x`);
    const items = people.map((person, index) => `Punkt ${index}: A\n\n${person} spurgte.\n`);
    const document = ReferatDocument.parse(`Mødedeltagere ${people.join("; ")}\n\n${items.join("\n")}`);
    const names = personNamesIn(document);
    assert.equal(names.length, people.length);
    const found = document.items.flatMap((item) => personMentions(item, names).map(({ name }) => name));
    assert.deepEqual(found, people);
  });

  it("in a list may be joined by og, be numbered, and have their parentheses", () => {
    const names = (text: string): string[] | null =>
      readPersonNames(text)?.map(({ name, start, end }) => {
        assert.equal(text.slice(start, end), name);
        return name;
      }) ?? null;
    assert.deepEqual(names("Kaj Andersen og Helene Smet samt Bo Lind."), ["Kaj Andersen", "Helene Smet", "Bo Lind"]);
    assert.deepEqual(names("- Bo Lind (V) (ferie).\n2) Anna Holm, PLO; Ole Bo"), ["Bo Lind", "Anna Holm", "Ole Bo"]);
    assert.deepEqual(names("Lind, Bo Lind"), ["Lind", "Bo Lind"]);
    assert.deepEqual(names("Ingen."), []);
    assert.equal(names("mødet begyndte"), null);
    assert.equal(names("Bo Lind)"), null);
  }); // prettier-ignore

  it("joined without an end are a list like others", () => {
    const text = `Punkt 1: A\n\nFraværende ${"Bo Lind og ".repeat(10)}Bo Lind\n\nAfbud:\n${"Bo og ".repeat(8000)}Bo\n`;
    const item = ReferatDocument.parse(text).items[0];
    assert.ok(item);
    assert.equal(absentFrom(item).length, 11 + 8001);
  });
});
