import assert from "node:assert/strict";
import fc from "fast-check";
import { Spans } from "../../server/src/text/spans.ts";
import { holds, seed } from "./settings.ts";

const span = fc.tuple(fc.nat(12), fc.nat(4)).map(([start, length]) => ({ start, end: start + length }));

describe(`property: spans (seed ${seed})`, () => {
  it("overlap another where one of them does, also when more were added since", () => {
    holds(2000, fc.array(fc.tuple(span, span), { maxLength: 12 }), (added) => {
      const spans = new Spans();
      const all: { start: number; end: number }[] = [];
      for (const [one, asked] of added) {
        spans.add(one);
        all.push(one);
        const expected = all.some(({ start, end }) => start < asked.end && asked.start < end);
        assert.equal(spans.overlap(asked), expected, JSON.stringify({ all, asked }));
      }
      assert.equal(new Spans().overlap({ start: 0, end: 9 }), false);
    });
  });
});
