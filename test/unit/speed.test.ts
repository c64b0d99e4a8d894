import assert from "node:assert/strict";
import { supportOf } from "../../server/src/protocol/clientSupport.ts";
import { Positions } from "../../server/src/protocol/positions.ts";
import { hierarchicalSymbols } from "../../server/src/protocol/symbols.ts";
import { Checker } from "../../server/src/rules/check.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import type { Chunk } from "../../server/src/syntax/nodes.ts";

/** How large the documents are, in items. What an edit costs must be the same for all of them, in counts and not in time. */
const sizes = [10, 100, 1_000, 10_000];

/** Chunks that an edit may have looked at: those that it made others of, their stretches, and some around them. */
const mostLookedAt = 100;

const organ = "Kulturudvalget i Havneby";

/** An item as a secretary writes it. One in ten lacks its recommendation, and one in twenty is closed. */
function item(number: number): string {
  const mark = number % 20 === 3 ? "Lukket punkt: " : "";
  const recommendation = ["Indstilling", `Det indstilles, at Kulturudvalget:`, "1. Godkender planen", ""];
  return [
    `Punkt ${number}: ${mark}Renovering af hal ${number} i Nordhavn`,
    `26/${1000 + number}`,
    "",
    "Sagsfremstilling",
    `Forvaltningen fremlægger sagen, som Anna Holm har forberedt, jf. bilag ${number}.1.`,
    "",
    ...(number % 10 === 7 ? [] : recommendation),
    `Beslutning i ${organ} den 04-03-2026`,
    "Godkendt.",
    "",
    "Bilag",
    `Bilag ${number}.1: Plan for hallen.pdf`,
    "",
    "Fraværende Dan Friis",
    "",
    "",
  ].join("\n");
}

function textOf(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return [
    `REFERAT ${organ} d. 04-03-2026`,
    "",
    "Mødedato Onsdag d. 4. marts 2026 kl. 13:00",
    "",
    "Mødested Mødelokale 2, Rådhuset, Havneby",
    "",
    "Mødedeltagere Anna Holm, A, Bent Krogh, V, Dan Friis, C (Fravær)",
    "",
    "Indholdsfortegnelse",
    "",
    ...numbers.map(
      (number) =>
        `${number % 20 === 3 ? "Lukket punkt: " : ""}Renovering af hal ${number} i Nordhavn.....\t3`,
    ),
    "",
    numbers.map(item).join(""),
  ].join("\n");
}

/** Where something is typed, as the words that it is typed behind. Those of an item are sought in the middle one. */
const places = {
  "a word in the middle": { behind: "Forvaltningen frem", typed: "x", inItem: true },
  "a new line in the middle": { behind: "Forvaltningen fremlægger", typed: "\n", inItem: true },
  "a recommendation": { behind: "1. Godkender", typed: " straks", inItem: true },
  "a decision": { behind: "Godkendt", typed: " enstemmigt", inItem: true },
  "an attachment": { behind: "Plan for hal", typed: "x", inItem: true },
  "the place of the meeting": { behind: "Mødelokale 2", typed: "1", inItem: false },
  "a title": { behind: "Renovering af hal", typed: "len", inItem: true },
  "the participants": { behind: "Bent Krog", typed: "h", inItem: false },
  "the contents": { behind: "Renovering af hal 1", typed: "x", inItem: false },
} as const;
type Place = keyof typeof places;

/** Who types words runs few of the sixty rules: those of one item, and those of the document, that such words can matter to. */
const mostRules: Readonly<Partial<Record<Place, number>>> = {
  "a word in the middle": 4,
  "a recommendation": 8,
  "a decision": 8,
};

/** What an edit and the check after it cost. */
interface Cost {
  readonly lines: number;
  readonly chunks: number;
  readonly newChunks: number;
  /** But for those of the contents, which are moved. */
  readonly newBlocks: number;
  readonly newStretches: number;
  readonly chunkRuns: number;
  readonly ruleRuns: number;
  readonly documentRuns: number;
  /** Chunks of the version before that anything was read of. */
  readonly lookedAt: number;
}

/** A document that has been checked, edited once, so that what is kept of a version is there. */
class Subject {
  readonly checker = new Checker();
  private document: ReferatDocument;

  constructor(readonly count: number) {
    this.document = ReferatDocument.parse(textOf(count));
    this.checker.check(this.document);
  }

  get opened(): ReferatDocument {
    return this.document;
  }

  cost(place: Place): Cost {
    const { behind, typed, inItem } = places[place];
    const { document } = this;
    const middle = inItem ? (document.offsets[document.firstItemIndex + this.count / 2 - 1] ?? 0) : 0;
    const start = document.getText().indexOf(behind, middle) + behind.length;
    // The first edit of a kind may find out what later ones know.
    let before = document.edit({ start, end: start, text: typed });
    this.checker.check(before);
    before = before.edit({ start, end: start + typed.length, text: "" });
    this.checker.check(before);
    const ran = { ...this.checker.count };
    const watched = watch(before.chunks);
    const after = before.edit({ start, end: start, text: typed });
    this.checker.check(after);
    const lookedAt = watched();
    const added = after.chunks.filter(notIn(before.chunks));
    const cost = {
      lines: after.scanned.lines,
      chunks: after.scanned.chunks,
      newChunks: added.length,
      newBlocks: added.reduce((sum, { kind, blocks }) => sum + (kind === "contents" ? 0 : blocks.length), 0),
      newStretches: after.stretches.filter(notIn(before.stretches)).length,
      chunkRuns: this.checker.count.chunkRuns - ran.chunkRuns,
      ruleRuns: this.checker.count.ruleRuns - ran.ruleRuns,
      documentRuns: this.checker.count.documentRuns - ran.documentRuns,
      lookedAt,
    };
    this.document = before;
    this.checker.check(before);
    return cost;
  }
}

function told({ ruleRuns, documentRuns }: Cost): string {
  return `${ruleRuns} rules of an item and ${documentRuns} of the document ran`;
}

function notIn<Each>(before: readonly Each[]): (each: Each) => boolean {
  const known = new Set(before);
  return (each) => !known.has(each);
}

/** Watches chunks; what it gives ends that, and says how many of them anything was read of. */
function watch(chunks: readonly Chunk[]): () => number {
  const read = new Set<Chunk>();
  const restore = chunks.map((chunk) => {
    const own = Object.entries(Object.getOwnPropertyDescriptors(chunk)).filter(
      ([, { enumerable }]) => enumerable,
    );
    for (const [key, { value }] of own) {
      const get = (): unknown => {
        read.add(chunk);
        return value;
      };
      Object.defineProperty(chunk, key, { get, enumerable: true, configurable: true });
    }
    return () => {
      for (const [key, descriptor] of own) Object.defineProperty(chunk, key, descriptor);
    };
  });
  return () => {
    for (const each of restore) each();
    return read.size;
  };
}

describe("speed, in counts", () => {
  const subjects = sizes.map((count) => new Subject(count));

  it("[linear] opening reads each line once, and runs the rules of one item for each chunk", () => {
    for (const { opened, checker, count } of subjects) {
      assert.equal(opened.items.length, count);
      assert.equal(opened.scanned.lines, opened.lineCount);
      assert.equal(opened.scanned.chunks, opened.chunks.length);
      assert.equal(checker.count.chunkRuns, opened.chunks.length);
    }
  });

  for (const place of Object.keys(places) as Place[]) {
    it(`[flat] ${place}: as many lines, objects and rules for one edit, however long the document`, () => {
      const costs = subjects.map((subject) => subject.cost(place));
      const [smallest] = costs;
      assert.ok(smallest?.chunks === 1 && smallest.chunkRuns === 1);
      for (const [index, cost] of costs.entries()) {
        const size = `${sizes[index]} items`;
        for (const what of [
          "lines",
          "chunks",
          "newChunks",
          "newBlocks",
          "chunkRuns",
          "documentRuns",
        ] as const)
          assert.equal(cost[what], smallest[what], `${what}, ${size}`);
        assert.ok(cost.newStretches <= 2, `${cost.newStretches} new stretches, ${size}`);
        assert.ok(
          cost.ruleRuns + cost.documentRuns <= (mostRules[place] ?? Infinity),
          `${size}: ${told(cost)}`,
        );
        // No rule looks at the other items, but for what is kept of their stretches.
        assert.ok(cost.lookedAt <= mostLookedAt, `looked at ${cost.lookedAt} chunks, ${size}`);
      }
    });
  }

  it("[flat] the outline: for a character typed within a line, the symbols of one item are made anew", () => {
    const view = {
      positions: new Positions("utf-16"),
      support: supportOf({ textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } }),
    };
    const uri = "file:///moede.referat";
    for (const { opened } of subjects) {
      const [before] = hierarchicalSymbols({ uri, version: 1, syntax: opened }, view);
      const at = opened.getText().indexOf("fremlægger") + 3;
      const edited = opened.edit({ start: at, end: at, text: "x" });
      const [after] = hierarchicalSymbols({ uri, version: 2, syntax: edited }, view);
      const made = after?.children?.filter((symbol, index) => symbol !== before?.children?.[index]);
      assert.equal(made?.length, 1);
      // A line more, and all below it stand elsewhere.
      const longer = edited.edit({ start: at, end: at, text: "\n" });
      const [below] = hierarchicalSymbols({ uri, version: 3, syntax: longer }, view);
      const [anew] = hierarchicalSymbols(
        { uri, version: 3, syntax: ReferatDocument.parse(longer.getText()) },
        view,
      );
      assert.deepEqual(below, anew);
    }
  });

  for (const [name, entry] of [
    ["with pages", (number: number) => `Sag nummer ${number}.....\t${number}`],
    ["without pages", (number: number) => `Sag nummer ${number}`],
    ["above a field", (number: number) => `Sag nummer ${number}.....\t${number}`],
  ] as const) {
    it(`[flat] contents ${name}: for a character typed in one of their lines, that line is read`, () => {
      for (const count of sizes) {
        const entries = Array.from({ length: count }, (_, index) => entry(index + 1)).join("\n");
        const more = name === "above a field" ? "\n\nMødested Rådhuset" : "";
        const document = ReferatDocument.parse(
          `Indholdsfortegnelse\n\n${entries}${more}\n\nPunkt 1: En sag\n`,
        );
        const at = document.getText().indexOf(`Sag nummer ${count / 2}`) + 3;
        for (const [typed, most] of [
          ["x", 2],
          ["\n", 3],
        ] as const) {
          const { lines, chunks } = document.edit({ start: at, end: at, text: typed }).scanned;
          assert.equal(chunks, 1);
          assert.ok(lines <= most, `${lines} lines, ${count} entries`);
        }
      }
    });
  }
});
