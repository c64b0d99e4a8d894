import assert from "node:assert/strict";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { Checker } from "../../server/src/rules/check.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

/** An item as a secretary writes it, of eleven lines. */
function item(number: number): string {
  return [
    `Punkt ${number}: Sag nummer ${number}`,
    "",
    "Sagsfremstilling",
    `Forvaltningen fremlægger sag ${number} til drøftelse.`,
    "",
    "Indstilling",
    "Det indstilles, at Kulturudvalget:",
    "1. Godkender planen",
    "",
    "Beslutning",
    "Godkendt.",
    "",
  ].join("\n");
}

const count = 1000;
const head =
  "REFERAT Kulturudvalget i Havneby d. 04-03-2026\n\nMødedato Onsdag d. 4. marts 2026 kl. 13:00\n\n";
const contents = `Indholdsfortegnelse\n\n${numbers()
  .map((n) => `Sag nummer ${n}.....\t${n + 2}\n`)
  .join("")}\n`;

function numbers(): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Without contents: the head is chunk 0, item n is chunk n. */
const text = head + numbers().map(item).join("");

/** The document, and what an edit of `words` (the first ones at or behind item `n`) leaves of it. */
function edited(document: ReferatDocument, n: number, words: string, becomes: string): ReferatDocument {
  const from = document.offsets[document.firstItemIndex + n - 1] ?? 0;
  const start = document.getText().indexOf(words, from);
  assert.notEqual(start, -1);
  return document.edit({ start, end: start + words.length, text: becomes });
}

/** The indices of the chunks of `after` that are not chunks of `before`. */
function newChunks(before: ReferatDocument, after: ReferatDocument): number[] {
  const known = new Set(before.chunks);
  return [...after.chunks.entries()].filter(([, chunk]) => !known.has(chunk)).map(([index]) => index);
}

describe("incremental", () => {
  const document = ReferatDocument.parse(text);

  it("reads every chunk the first time", () => {
    assert.equal(document.items.length, count);
    assert.equal(document.scanned.chunks, count + 1);
    assert.equal(document.scanned.lines, document.lineCount);
  });

  it("reads one item again for a character typed into item 400 of 1,000", () => {
    const after = edited(document, 400, "fremlægger", "fremlæggger");
    assert.equal(after.scanned.chunks, 1);
    assert.equal(after.scanned.lines, 11);
    assert.deepEqual(newChunks(document, after), [400]);
    assert.equal(after.chunks.length, document.chunks.length);
    for (const [index, chunk] of after.chunks.entries()) {
      if (index !== 400) assert.equal(chunk, document.chunks[index]);
    }
  });

  it("reads as little for a deletion, a new line, a paste and a change of a section's heading", () => {
    for (const [words, becomes] of [
      ["Godkendt.", "Godkend."],
      ["Godkendt.", "Godkendt.\n"],
      ["Godkendt.", "Drøftet.\nTaget til efterretning.\n\nOpfølgning\n- Sekretariatet: sender planen ud"],
      ["Beslutning\n", "BESLUTNING\n"],
      ["Beslutning\n", ""],
      ["1. Godkender planen", "<!-- 1. Godkender planen -->"],
    ] as const) {
      const after = edited(document, 400, words, becomes);
      assert.equal(after.scanned.chunks, 1, words);
      assert.deepEqual(newChunks(document, after), [400], words);
    }
  });

  it("reads as little in the first item and in the last", () => {
    for (const n of [1, count]) {
      const after = edited(document, n, "fremlægger", "viser");
      assert.equal(after.scanned.chunks, 1);
      assert.deepEqual(newChunks(document, after), [n]);
    }
  });

  it("reads the heading's item alone for a letter of its title", () => {
    const after = edited(document, 400, "Sag nummer", "Sagen nummer");
    assert.equal(after.scanned.chunks, 1);
    assert.deepEqual(newChunks(document, after), [400]);
  });

  it("reads the item before again where a heading comes or goes, and no other", () => {
    const gone = edited(document, 400, "Punkt 400:", "Pnkt 400:");
    assert.deepEqual(newChunks(document, gone), [399]);
    assert.equal(gone.scanned.chunks, 1);
    assert.equal(gone.items.length, count - 1);
    const back = edited(gone, 399, "Pnkt 400:", "Punkt 400:");
    assert.deepEqual(newChunks(gone, back), [399, 400]);
    assert.equal(back.scanned.chunks, 2);
    assert.equal(back.items.length, count);
  });

  it("reads a new item alone, and none for one that is deleted", () => {
    const at = document.offsets[400] ?? 0;
    const more = document.edit({ start: at, end: at, text: item(4000) });
    assert.equal(more.scanned.chunks, 1);
    assert.deepEqual(newChunks(document, more), [400]);
    const less = document.edit({ start: at, end: document.offsets[401] ?? 0, text: "" });
    assert.equal(less.scanned.chunks, 0);
    assert.deepEqual(newChunks(document, less), []);
  });

  it("reads the head alone for a field", () => {
    const start = text.indexOf("13:00");
    const after = document.edit({ start, end: start + 2, text: "14" });
    assert.equal(after.scanned.chunks, 1);
    assert.deepEqual(newChunks(document, after), [0]);
  });

  it("reads the contents alone for an entry", () => {
    const withContents = ReferatDocument.parse(head + contents + text.slice(head.length));
    const start = head.length + contents.indexOf("Sag nummer 400");
    const after = withContents.edit({ start, end: start, text: "x" });
    assert.equal(after.scanned.chunks, 1);
    assert.deepEqual(newChunks(withContents, after), [1]);
  });

  it("opens a comment as far as it reaches, and closes it again", () => {
    const start = text.indexOf("Forvaltningen fremlægger sag 400");
    const open = document.edit({ start, end: start, text: "<!-- " });
    // Nothing closes it: it is text of its item.
    assert.deepEqual(newChunks(document, open), [400]);
    const close = open.getText().indexOf("Forvaltningen fremlægger sag 403");
    const closed = open.edit({ start: close, end: close, text: " -->" });
    assert.equal(closed.items.length, count - 3);
    assert.deepEqual(newChunks(open, closed), [400]);
    const reopened = closed.edit({ start: closed.getText().indexOf("-->"), end: closed.getText().indexOf("-->") + 1, text: "" });
    assert.equal(reopened.items.length, count);
    assert.deepEqual(newChunks(closed, reopened), [400, 401, 402, 403]);
  }); // prettier-ignore

  it("finds the difference itself where the whole text is replaced", () => {
    const other = document.replace(text.replace("sag 400 til", "sag 400 snart til"));
    assert.equal(other.scanned.chunks, 1);
    assert.deepEqual(newChunks(document, other), [400]);
    const same = document.replace(text);
    assert.equal(same.scanned.chunks, 0);
    assert.deepEqual(newChunks(document, same), []);
  });

  it("keeps what was read before an edit as it was", () => {
    const before = document.chunks.map((chunk) => chunk.text);
    edited(document, 400, "fremlægger", "");
    assert.deepEqual(
      document.chunks.map((chunk) => chunk.text),
      before,
    );
    assert.equal(document.getText(), text);
  });

  it("reads one item for each of many letters, one after the other", () => {
    let current = document;
    let at = text.indexOf("fremlægger sag 400");
    for (const letter of "nu og her ") {
      const next = current.edit({ start: at, end: at, text: letter });
      assert.equal(next.scanned.chunks, 1);
      assert.deepEqual(newChunks(current, next), [400]);
      current = next;
      at++;
    }
    assert.equal(current.getText(), text.replace("fremlægger sag 400", "nu og her fremlægger sag 400"));
  });

  it("reads the items that many edits reach, and no others", () => {
    const even = numbers().filter((n) => n % 2 === 0);
    const edits = even.map((n) => {
      const span = document.chunks[n]?.kind === "item" ? document.items[n - 1]?.heading.titleSpan : undefined;
      assert.ok(span);
      return { chunk: n, span: { start: span.start, end: span.start }, newText: "Ny: " };
    });
    const after = applyEdits(document, edits);
    assert.equal(after.scanned.chunks, even.length);
    assert.equal(after.getText(), text.replace(/^(Punkt \d*[02468]: )/gm, "$1Ny: "));
    assert.deepEqual(newChunks(document, after), even);
  });
});

describe("a checker", () => {
  const document = ReferatDocument.parse(text);
  const all = document.chunks.length;

  it("runs the rules of one item for the item that an edit touched, and for no other", () => {
    const checker = new Checker();
    checker.check(document);
    assert.equal(checker.count.chunkRuns, all);
    checker.check(document);
    assert.equal(checker.count.chunkRuns, all);
    const after = edited(document, 400, "fremlægger", "viser");
    checker.check(after);
    assert.equal(checker.count.chunkRuns, all + 1);
    checker.check(edited(after, 7, "Beslutning\nGodkendt.\n", ""));
    assert.equal(checker.count.chunkRuns, all + 2);
  });

  it("goes back to what it knew when an edit is undone", () => {
    const checker = new Checker();
    const before = checker.check(document);
    checker.check(edited(document, 400, "fremlægger", "viser"));
    assert.equal(checker.count.chunkRuns, all + 1);
    assert.deepEqual(checker.check(document), before);
    assert.equal(checker.count.chunkRuns, all + 1);
  });

  it("runs them all again where the document becomes another kind", () => {
    const checker = new Checker();
    checker.check(document);
    checker.check(document.edit({ start: 0, end: "REFERAT".length, text: "DAGSORDEN" }));
    assert.equal(checker.count.chunkRuns, 2 * all);
  });

  it("finds in the item what the edit did there, though it keeps the others", () => {
    const checker = new Checker();
    const idsOf = (each: ReferatDocument): string[] =>
      checker.check(each).map(({ rule, chunk }) => `${rule.id} ${chunk}`);
    const before = idsOf(document);
    const after = idsOf(edited(document, 400, "Beslutning\nGodkendt.\n", ""));
    assert.deepEqual(
      after.filter((id) => !before.includes(id)),
      ["missing-decision 400"],
    );
  });
});
