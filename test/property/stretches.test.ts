import assert from "node:assert/strict";
import fc from "fast-check";
import { hoverAt } from "../../server/src/features/hover.ts";
import { mentionCount, occurrencesOf } from "../../server/src/features/occurrences.ts";
import { timelineOf } from "../../server/src/features/timeline.ts";
import { personNamesIn } from "../../server/src/model/people.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { holds, seed } from "./settings.ts";

/** What stands in one of many items. */
const item = fc
  .tuple(
    fc.constantFrom("", " (15 min)", ", kl. 13.10-13.30", ", kl. 15.40-16.00", " (Kl. 23.50-24.00)", " (0 min)"),
    fc.constantFrom("Fraværende Ole Lund", "Fraværende Anna Holm, Ole Lund", "Afbud Eva Bro", ""),
    fc.constantFrom("Ole Lund og Kulturudvalget (KU) drøftede sagen.", "KU godkendte. Ole Lund følger op.", "Ole Lunds sag"),
  )
  .map(([time, absent, text]) => (n: number) => `Punkt ${n}: Sag${time}\n${absent}\n\nBeslutning\n${text}\n\n`); // prettier-ignore

/** An item that is put in, taken out, or becomes another; `at` and `count` are shares of the items there are. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  count: fc.oneof(fc.constant(1), fc.nat(40)),
  items: fc.oneof(
    fc.array(item, { minLength: 1, maxLength: 1 }),
    fc.array(item, { maxLength: 40, size: "max" }),
  ),
});

const head =
  "REFERAT Kulturudvalget d. 04-03-2026\n\nMødedato 4. marts 2026 kl. 13:00\nDeltagere Anna Holm\n\n";
const many = fc.array(item, { minLength: 1, maxLength: 150, size: "max" });

describe(`property: stretches (seed ${seed})`, () => {
  it("hold all chunks in order, few in each, and those that an edit does not reach stay", () => {
    holds(60, fc.tuple(many, fc.array(change, { maxLength: 4 })), ([items, changes]) => {
      let document = opened(items);
      assertStretches(document);
      for (const each of changes) {
        const before = document;
        document = changed(document, each);
        assertStretches(document);
        const kept = new Set(document.chunks);
        const stretches = new Set(document.stretches);
        const lost = before.stretches.filter((stretch) => !stretches.has(stretch));
        const untouched = lost.filter(({ chunks }) => chunks.every((chunk) => kept.has(chunk)));
        // The chunk before an edit is read again with it, and is the same then.
        assert.ok(untouched.length <= 2, `${untouched.length} stretches were made anew for nothing`);
      }
    });
  });

  it("what is summed over them is the same after edits as after a parse", () => {
    holds(150, fc.tuple(many, fc.array(change, { minLength: 1, maxLength: 4 })), ([items, changes]) => {
      let document = opened(items);
      const ask = (asked: ReferatDocument): unknown => [
        personNamesIn(asked),
        timelineOf(asked).map(({ index, item: { heading }, from, until, total }) => [index, heading.title, from, until, total]),
        [asked.getText().indexOf("Ole Lund"), asked.getText().indexOf("Kulturudvalget"), head.length + 12]
          .map((at) => hoverAt(asked, at, "da")),
      ]; // prettier-ignore
      ask(document);
      for (const each of changes) {
        document = changed(document, each);
        assert.deepEqual(ask(document), ask(ReferatDocument.parse(document.getText())));
      }
    });
  });

  it("a slot that is moved moves all that follows it", () => {
    const items = Array.from({ length: 100 }, (_, n) => `Punkt ${n + 2}: Sag (1 min)\n`).join("");
    const document = ReferatDocument.parse(`${head}Punkt 1: Sag, kl. 13.10-13.30\n${items}`);
    const untilOf = (asked: ReferatDocument): number | null | undefined => timelineOf(asked).at(-1)?.until;
    assert.equal(untilOf(document), 13 * 60 + 30 + 100);
    const start = document.getText().indexOf("13.10-13.30");
    const moved = document.edit({ start, end: start + 11, text: "15.40-16.00" });
    assert.equal(untilOf(moved), 16 * 60 + 100);
  });

  it("mentions are counted as they are listed", () => {
    holds(60, many, (items) => {
      const document = opened(items);
      for (const target of [
        { kind: "person", name: "Ole Lund" },
        { kind: "body", name: "Kulturudvalget", aliases: ["KU"] },
      ] as const) {
        assert.equal(mentionCount(document, target), occurrencesOf(document, target).length);
      }
    });
  });
});

function opened(items: readonly ((n: number) => string)[]): ReferatDocument {
  return ReferatDocument.parse(head + items.map((write, index) => write(index + 1)).join(""));
}

function changed(document: ReferatDocument, { at, count, items }: { at: number; count: number; items: readonly ((n: number) => string)[] }): ReferatDocument {
  const first = document.firstItemIndex + Math.floor(at * document.items.length);
  const start = document.offsets[first] ?? document.length;
  const end = document.offsets[first + count] ?? document.length;
  return document.edit({ start, end, text: items.map((write, index) => write(index + 500)).join("") });
} // prettier-ignore

function assertStretches(document: ReferatDocument): void {
  const held = document.stretches.flatMap(({ chunks }) => chunks);
  assert.equal(held.length, document.chunks.length);
  assert.ok(held.every((chunk, index) => chunk === document.chunks[index]));
  assert.ok(document.stretches.every(({ chunks }) => chunks.length > 0 && chunks.length <= 32));
}
