import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Block, Chunk } from "../../server/src/syntax/nodes.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { applied, documentText, editPlan, tied } from "./generators.ts";
import { holds, seed } from "./settings.ts";

const edited = fc.tuple(documentText, fc.array(editPlan, { minLength: 1, maxLength: 6 }));

describe(`property: documents (seed ${seed})`, () => {
  it("an edited document is the document that a full parse gives", () => {
    holds(400, edited, ([text, plans]) => {
      let document = ReferatDocument.parse(text);
      for (const plan of plans) {
        document = applied(document, plan);
        assertSame(document, ReferatDocument.parse(document.getText()));
      }
    });
  });

  it("so is every document of three lines after every edit of a line", () => {
    const lines = [
      "Punkt 1: a\n",
      "x\n",
      "\n",
      "PAUSE\n",
      "PAUSE (1.00-2.00)\n",
      "Indholdsfortegnelse\n",
      "Punkt 2: b\t3\n",
      "<!--\n",
      "-->\n",
    ];
    const outlines = new Map<string, string>();
    const parsed = (text: string): string => {
      const known = outlines.get(text) ?? outlineOf(ReferatDocument.parse(text));
      outlines.set(text, known);
      return known;
    };
    let edits = 0;
    for (const first of lines) {
      for (const second of lines) {
        for (const third of lines) {
          const text = first + second + third;
          const document = ReferatDocument.parse(text);
          const starts = [0, first.length, first.length + second.length, text.length];
          for (const [index, start] of starts.entries()) {
            for (const end of new Set([start, starts[index + 1] ?? start])) {
              for (const line of end > start ? ["", ...lines] : lines) {
                edits++;
                const after = document.edit({ start, end, text: line });
                const right = parsed(text.slice(0, start) + line + text.slice(end));
                if (outlineOf(after) !== right) {
                  assert.fail(`${JSON.stringify(text)}, ${start}-${end} becomes ${JSON.stringify(line)}`);
                }
              }
            }
          }
        }
      }
    }
    assert.ok(edits > 45_000);
  });

  it("keeps the text of a plain string through all edits", () => {
    holds(300, edited, ([text, plans]) => {
      let document = ReferatDocument.parse(text);
      let plain = text;
      assert.equal(document.getText(), plain);
      for (const plan of plans) {
        const change = tied(plan, document);
        document = applied(document, plan);
        plain = "whole" in change ? change.whole : plain.slice(0, change.start) + change.text + plain.slice(change.end);
        assert.equal(document.getText(), plain);
        assert.equal(document.length, plain.length);
      }
    }); // prettier-ignore
  });

  it("keeps the chunks that an edit of a body line does not reach", () => {
    holds(200, edited, ([text, plans]) => {
      const before = ReferatDocument.parse(text);
      const plan = plans[0];
      const change = plan && tied(plan, before);
      if (!change || "whole" in change) return;
      const after = before.edit(change);
      const kept = new Set<Chunk>(after.chunks);
      const lost = before.chunks.filter((chunk) => !kept.has(chunk)).length;
      assert.ok(
        after.scanned.chunks >= after.chunks.filter((chunk) => !before.chunks.includes(chunk)).length,
      );
      // A heading, a comment or a pause can take others with it; a letter in a line of text cannot.
      if (isLetterInText(before, change)) {
        assert.ok(lost <= 1, `${lost} chunks are new after a letter in a body line`);
        assert.ok(after.scanned.chunks <= 1);
      }
    });
  });

  it("is its chunks' texts, and each chunk its blocks' texts, line by line", () => {
    holds(300, documentText, (text) => {
      const document = ReferatDocument.parse(text);
      assert.equal(document.chunks.map((chunk) => chunk.text).join(""), text);
      for (const [index, chunk] of document.chunks.entries()) {
        assert.equal(chunk.last, index === document.chunks.length - 1);
        assert.equal(chunk.masked.length, chunk.text.length);
        let line = 0;
        let at = 0;
        for (const block of chunk.blocks) {
          assert.equal(block.line, line);
          assert.equal(block.start, at);
          assert.ok(block.lineCount > 0);
          line += block.lineCount;
          at = block.end;
        }
        assert.equal(line, chunk.lineStarts.length);
        assert.equal(at, chunk.text.length);
      }
    });
  });

  it("has no range outside of its chunk, and none that ends before it starts", () => {
    holds(300, documentText, (text) => {
      for (const chunk of ReferatDocument.parse(text).chunks) {
        assertSpans(chunk, chunk.text.length, "chunk");
        for (const block of chunk.blocks) assertWithin(block, chunk);
        if (chunk.kind !== "item") continue;
        const sectioned = [...chunk.intro, ...chunk.sections.flatMap((section) => section.blocks)];
        assert.ok(sectioned.every((block) => chunk.blocks.includes(block)));
        let end = 0;
        for (const section of chunk.sections) {
          assert.ok(section.start >= end && section.end > section.start);
          assert.equal(chunk.lineStarts[section.line], section.start);
          assert.equal(chunk.lineStarts[section.lineEnd] ?? chunk.text.length, section.end);
          for (const block of section.blocks)
            assert.ok(block.start >= section.start && block.end <= section.end);
          end = section.end;
        }
      }
    });
  });

  it("gives lines and characters as vscode-languageserver-textdocument does", () => {
    holds(200, fc.tuple(documentText, fc.array(editPlan, { maxLength: 3 })), ([text, plans]) => {
      const document = plans.reduce(applied, ReferatDocument.parse(text));
      const other = TextDocument.create("untitled:a", "referat", 1, document.getText());
      assert.equal(document.lineCount, other.lineCount);
      const content = document.getText();
      for (let offset = 0; offset <= content.length; offset++) {
        const position = document.positionAt(offset);
        const halved = content[offset - 1] === "\r" && content[offset] === "\n";
        if (!halved) {
          assert.deepEqual(position, other.positionAt(offset));
          assert.equal(document.offsetAt(position), offset);
        }
        const { line, character } = position;
        for (const asked of [
          position,
          { line, character: character + 3 },
          { line: line + 1, character: 0 },
        ]) {
          assert.equal(document.offsetAt(asked), other.offsetAt(asked));
        }
      }
      for (const asked of [
        { line: document.lineCount, character: 0 },
        { line: document.lineCount + 5, character: 2 },
        { line: 0, character: Number.MAX_SAFE_INTEGER },
      ]) {
        assert.equal(document.offsetAt(asked), other.offsetAt(asked));
      }
      assert.deepEqual(document.positionAt(-1), other.positionAt(-1));
      assert.deepEqual(document.positionAt(content.length + 9), other.positionAt(content.length + 9));
    });
  });

  it("gives any stretch of its text", () => {
    holds(200, fc.tuple(documentText, fc.nat(), fc.nat()), ([text, a, b]) => {
      const document = ReferatDocument.parse(text);
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      assert.equal(document.getText({ start, end }), text.slice(start, end));
    });
  });
});

/** A letter that lands between two others in the middle of a line that heads nothing, outside of comments. */
function isLetterInText(document: ReferatDocument, change: { start: number; end: number; text: string }): boolean {
  if (change.start !== change.end || !/^[a-z]$/i.test(change.text)) return false;
  const text = document.getText();
  if (!/[a-zæøå]/i.test(text[change.start - 1] ?? "") || !/[a-zæøå]/i.test(text[change.start] ?? "")) return false;
  const index = document.chunkIndexAt(change.start);
  const chunk = document.chunks[index];
  if (chunk?.kind !== "item" || text.includes("<!--")) return false;
  const inChunk = change.start - (document.offsets[index] ?? 0);
  const { line } = document.positionAt(change.start);
  const lineText = chunk.text.split(/\r\n|\r|\n/)[line - (document.lines[index] ?? 0)] ?? "";
  return inChunk > (chunk.lineStarts[1] ?? Infinity) && chunk.heading.number !== null && !/^[pfki]/i.test(lineText);
} // prettier-ignore

/** What a document was cut into, as one string: compared many times over. */
function outlineOf(document: ReferatDocument): string {
  return document.chunks.map((chunk) => `${chunk.kind} ${chunk.last} ${chunk.text}`).join("\0");
}

function assertSame(actual: ReferatDocument, expected: ReferatDocument): void {
  // Kinds and texts first: they say most about what went wrong.
  const outline = (document: ReferatDocument): string[] => document.chunks.map((chunk) => `${chunk.kind}: ${chunk.text}`);
  assert.deepEqual(outline(actual), outline(expected));
  assert.deepEqual(actual.chunks, expected.chunks);
  assert.deepEqual(actual.offsets, expected.offsets);
  assert.deepEqual(actual.lines, expected.lines);
  assert.equal(actual.length, expected.length);
  assert.equal(actual.lineCount, expected.lineCount);
} // prettier-ignore

/** Every object with a start and an end, however deep. */
function assertSpans(node: unknown, length: number, path: string): void {
  if (Array.isArray(node)) {
    for (const [index, each] of node.entries()) assertSpans(each, length, `${path}[${index}]`);
  } else if (typeof node === "object" && node !== null) {
    if ("start" in node && "end" in node && typeof node.start === "number" && typeof node.end === "number") {
      const { start, end } = node;
      assert.ok(start >= 0 && start <= end && end <= length, `${path}: ${start}-${end} of ${length}`);
    }
    for (const [key, each] of Object.entries(node)) assertSpans(each, length, `${path}.${key}`);
  }
}

function assertWithin(block: Block, chunk: Chunk): void {
  const inBlock = (start: number, end: number): void =>
    assert.ok(start >= block.start && end <= block.end && start <= end, `${block.kind}: ${start}-${end}`);
  switch (block.kind) {
    case "paragraph":
      return inBlock(block.text.start, block.text.end);
    case "subheading":
    case "contentsHeading":
      return inBlock(block.wordsSpan.start, block.wordsSpan.end);
    case "sectionHeading":
      return inBlock(block.heading.wordsSpan.start, block.heading.wordsSpan.end);
    case "titleLine":
      return inBlock(block.titleLine.span.start, block.titleLine.span.end);
    case "contentsEntry":
      inBlock(block.entry.textSpan.start, block.entry.textSpan.end);
      return inBlock(block.entry.leader.start, block.entry.leader.end);
    case "field":
      inBlock(block.field.labelSpan.start, block.field.labelSpan.end);
      return inBlock(block.field.valueSpan.start, block.field.valueSpan.end);
    case "footnote":
      return inBlock(block.footnote.numberSpan.start, block.footnote.numberSpan.end);
    case "journalNumber":
      return inBlock(block.journalNumber.numberSpan.start, block.journalNumber.numberSpan.end);
    case "itemHeading":
      return chunk.kind === "item"
        ? inBlock(chunk.heading.span.start, chunk.heading.span.end)
        : assert.fail();
    case "list": {
      let line = block.line;
      for (const entry of block.entries) {
        assert.equal(entry.line, line);
        line += entry.lineCount;
        inBlock(entry.text.start, entry.text.end);
        inBlock(entry.mark.ordinalSpan.start, entry.mark.ordinalSpan.end);
        assert.ok(entry.level >= 0);
      }
      return assert.equal(line, block.line + block.lineCount);
    }
    case "table":
    case "blank":
    case "comment":
      return;
  }
}
