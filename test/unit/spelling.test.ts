import assert from "node:assert/strict";
import fc from "fast-check";
import { editDistance, folded, nearestPrefix } from "../../server/src/text/spelling.ts";

/** Optimal string alignment, word for word as it is defined: slow, and without a limit. */
function distanceByDefinition(a: string, b: string): number {
  const known = new Map<string, number>();
  const distance = (i: number, j: number): number => {
    const key = `${i}/${j}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const ways: number[] = [];
    if (i === 0 && j === 0) ways.push(0);
    if (i > 0) ways.push(distance(i - 1, j) + 1);
    if (j > 0) ways.push(distance(i, j - 1) + 1);
    if (i > 0 && j > 0) ways.push(distance(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
      ways.push(distance(i - 2, j - 2) + 1);
    const least = Math.min(...ways);
    known.set(key, least);
    return least;
  };
  return distance(a.length, b.length);
}

// Few letters, so that words are often alike.
const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "å"), maxLength: 9 });

describe("spelling", () => {
  describe("edit distance", () => {
    it("is what its definition says, up to the limit, and above the limit beyond it", () => {
      fc.assert(
        fc.property(word, word, fc.integer({ min: 0, max: 10 }), (a, b, limit) => {
          const right = distanceByDefinition(a, b);
          const distance = editDistance(a, b, limit);
          assert.equal(distance, Math.min(right, limit + 1));
        }),
        { numRuns: 2000 },
      );
    });

    it("is the same both ways, and nothing for the same word only", () => {
      fc.assert(
        fc.property(word, word, fc.integer({ min: 0, max: 10 }), (a, b, limit) => {
          assert.equal(editDistance(a, b, limit) <= limit, editDistance(b, a, limit) <= limit);
          assert.equal(editDistance(a, b, limit) === 0, a === b);
        }),
      );
    });

    it("counts a swap of neighbours as one", () => {
      assert.equal(editDistance("indstilling", "indstillign", 2), 1);
      assert.equal(editDistance("beslutning", "beslutinng", 2), 1);
      assert.equal(editDistance("ca", "abc", 5), 3);
      assert.equal(editDistance("bilag", "bilag", 0), 0);
      assert.equal(editDistance("bilag", "biler", 1), 2);
      assert.equal(editDistance("", "abc", 5), 3);
      assert.equal(editDistance("", "", 0), 0);
    });

    it("looks at a stripe along the diagonal alone, however long the words are", () => {
      const long = "a".repeat(300_000);
      assert.equal(editDistance(long, "", 3), 4);
      assert.equal(editDistance(long, `b${long}`, 3), 1);
      assert.equal(editDistance(`${long}bbbbb`, `ccccc${long}`, 4), 5);
    });
  });

  describe("the nearest beginning", () => {
    it("is the one that is spelt most like the words", () => {
      assert.equal(nearestPrefix("godkendelse", "godkendelse af referat", 2), 11);
      assert.equal(nearestPrefix("godkendlse", "godkendelse af referat", 2), 11);
      assert.equal(nearestPrefix("godkednelse", "godkendelse af referat", 1), 11);
      assert.equal(nearestPrefix("goodkendelse", "godkendelse af referat", 1), 11);
      assert.equal(nearestPrefix("godkendelser", "godkendelse", 1), 11);
      assert.equal(nearestPrefix("eventuelt", "godkendelse af referat", 2), null);
      assert.equal(nearestPrefix("eventuelt", "", 2), null);
    });
  });

  describe("folding", () => {
    it("takes case, accents and blanks away, and keeps the Danish letters", () => {
      assert.equal(folded("Resumé"), "resume");
      assert.equal(folded("RESUMÈ"), "resume");
      assert.equal(folded("  Økonomiske \t konsekvenser "), "økonomiske konsekvenser");
      assert.equal(folded("HØRING på Ærø, Århus og Ål"), "høring på ærø, århus og ål");
      assert.equal(folded("Åse Öberg"), "åse oberg");
      assert.equal(folded("a\u00a0b\r\nc"), "a b c");
    });

    it("sees no difference between a letter with its accent in one sign or in two", () => {
      assert.equal(folded("re\u0301sume\u0301"), folded("résumé"));
      assert.equal(folded("ÉN"), folded("E\u0301N"));
    });

    it("keeps the ring over an a, in one sign or in two, and no other ring", () => {
      assert.equal(folded("A\u030arhus"), "århus");
      assert.equal(folded("ÅRHUS".normalize("NFD")), "århus");
      assert.equal(folded("u\u030a\u0001"), "u\u0001");
    });

    it("is the same for every way to write a letter", () => {
      const letters = fc.constantFrom(..."aAåÅæØéÉøöÜñ -1", "\u0301", "\u030a");
      fc.assert(
        fc.property(fc.string({ unit: letters }), (text) => {
          assert.equal(folded(text.normalize("NFD")), folded(text));
          assert.equal(folded(text.normalize("NFC")), folded(text));
        }),
        { numRuns: 1000 },
      );
    });

    it("folds nothing more the second time", () => {
      fc.assert(
        fc.property(fc.string({ unit: "grapheme" }), (text) =>
          assert.equal(folded(folded(text)), folded(text)),
        ),
        { numRuns: 1000 },
      );
    });
  });
});
