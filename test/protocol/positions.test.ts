import assert from "node:assert/strict";
import fc from "fast-check";
import { Positions } from "../../server/src/protocol/positions.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { holds } from "../property/settings.ts";
import { linesOf, offsetAt, positionAt } from "./text.ts";

// Long lines too: the bytes of a line are not counted from its start.
const line = fc
  .array(fc.constantFrom("a", "æ", "–", "😀", "Punkt 1: "), { maxLength: 12 })
  .chain((signs) => fc.constantFrom(1, 90).map((times) => signs.join("").repeat(times)));
const text = fc
  .array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\r")), { maxLength: 8 })
  .map((lines) => lines.flat().join(""));

describe("protocol: positions", () => {
  for (const encoding of ["utf-16", "utf-8"] as const) {
    it(`and offsets mean the same places (${encoding})`, () => {
      const positions = new Positions(encoding);
      holds(300, fc.tuple(text, fc.nat(2000), fc.nat(9), fc.nat(5000)), ([all, offset, row, character]) => {
        const document = ReferatDocument.parse(all);
        // The start of a sign, and never the middle of a line end.
        const at = [...all].slice(0, offset).join("").replace(/\r$/, "").length;
        const position = positions.position(document, at);
        assert.deepEqual(position, positionAt(all, at, encoding));
        assert.equal(positions.offset(document, position), at);
        const asked = { line: Math.min(row, linesOf(all).length - 1), character };
        if (encoding === "utf-16") assert.equal(positions.offset(document, asked), offsetAt(all, asked));
      });
    });
  }

  it("in the middle of a sign are its start, and behind a line its end (utf-8)", () => {
    const document = ReferatDocument.parse("x\r\n–😀y\r\n");
    const offsets = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99].map((character) =>
      new Positions("utf-8").offset(document, { line: 1, character }),
    );
    assert.deepEqual(offsets, [3, 3, 3, 4, 4, 4, 4, 6, 7, 7, 7]);
  });

  it("never lie in the middle of a line end", () => {
    const document = ReferatDocument.parse("æ\r\ny");
    assert.deepEqual(new Positions("utf-16").position(document, 2), { line: 0, character: 1 });
    assert.deepEqual(new Positions("utf-8").position(document, 2), { line: 0, character: 2 });
  });
});
