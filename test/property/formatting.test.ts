import assert from "node:assert/strict";
import fc from "fast-check";
import { formattingOf, type FormattingOptions, withEdits } from "../../server/src/features/formatting.ts";
import { onTypeOf } from "../../server/src/features/onType.ts";
import { plainDocument } from "../../server/src/model/plainDocument.ts";
import { ReferatDocument, type TextChange } from "../../server/src/syntax/document.ts";
import { applied, documentText, editPlan } from "./generators.ts";
import { holds, seed } from "./settings.ts";

/** Blanks where they can hurt: before lines, behind them, and between them. */
const disturbance = fc.record({
  at: fc.nat({ max: 500 }),
  before: fc.constantFrom("", "", " ", "  ", "   ", "    ", "\t", "\u00a0", "\t\t"),
  behind: fc.constantFrom("", "", " ", "  ", "\t", "\u00a0", " \t "),
  lines: fc.constantFrom("", "", "\n", "\n\n", " \n\n\t\n", "\r\n\r\n", "\r", "\r\r", " \n"),
});

const disturbed = fc
  .tuple(documentText, fc.array(disturbance, { maxLength: 12 }))
  .map(([text, disturbances]) => {
    const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
    for (const { at, before, behind, lines: more } of disturbances) {
      const index = at % lines.length;
      const line = lines[index] ?? "";
      const words = line.replace(/[\r\n]+$/, "");
      lines[index] = before + words + behind + line.slice(words.length) + more;
    }
    return lines.join("");
  });

const options: fc.Arbitrary<FormattingOptions> = fc.record(
  {
    trimTrailingWhitespace: fc.boolean(),
    trimFinalNewlines: fc.boolean(),
    insertFinalNewline: fc.boolean(),
    insertSpaces: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe(`property: formatting (seed ${seed})`, () => {
  it("changes blanks and line ends only, each edit something, in order and apart", () => {
    holds(600, fc.tuple(disturbed, options), ([text, opts]) => {
      const edits = formattingOf(ReferatDocument.parse(text), opts);
      assertMinimal(text, edits);
      assert.equal(worded(withEdits(text, edits)), worded(text));
    });
  });

  it("is idempotent", () => {
    holds(600, fc.tuple(disturbed, options), ([text, opts]) => {
      const once = formatted(text, opts);
      assert.equal(formatted(once, opts), once);
    });
  });

  it("leaves what the document says as it is: its blocks, their words, and its plain data", () => {
    holds(800, fc.tuple(disturbed, options), ([text, opts]) => {
      const before = ReferatDocument.parse(text);
      const after = ReferatDocument.parse(formatted(text, opts));
      assert.deepEqual(blocksOf(after), blocksOf(before));
      assert.deepEqual(plainOf(after), plainOf(before));
    });
  });

  it("leaves comments and the tabs of tables and contents as they are", () => {
    holds(400, disturbed, (text) => {
      const kept = (document: ReferatDocument): string[] =>
        document.chunks.flatMap((chunk) => [
          ...chunk.comments.map(({ start, end }) => chunk.text.slice(start, end)),
          ...chunk.blocks
            .filter(({ kind }) => kind === "table" || kind === "contentsEntry")
            .map(({ start, end }) => chunk.text.slice(start, end).replace(/[^\t\S]+/g, " ").trim()),
        ]); // prettier-ignore
      const before = ReferatDocument.parse(text);
      assert.deepEqual(kept(ReferatDocument.parse(formatted(text))), kept(before));
    });
  });

  it("of a range edits its lines only, changes no meaning, and comes to an end", () => {
    const ranges = fc.tuple(disturbed, fc.nat(), fc.nat({ max: 12 }));
    holds(600, ranges, ([text, at, length]) => {
      const document = ReferatDocument.parse(text);
      const first = at % document.lineCount;
      const range = { first, last: Math.min(document.lineCount - 1, first + length) };
      const edits = formattingOf(document, {}, range);
      assertMinimal(text, edits);
      for (const edit of edits) {
        assert.ok(document.positionAt(edit.start).line >= range.first);
        const end = document.positionAt(edit.end);
        assert.ok(end.line <= range.last || (end.line === range.last + 1 && end.character === 0));
      }
      const after = ReferatDocument.parse(withEdits(text, edits));
      assert.deepEqual(blocksOf(after), blocksOf(document));
      assert.deepEqual(plainOf(after), plainOf(document));
    });
  });

  it("of the whole range is that of the document, and so it is after edits", () => {
    holds(300, fc.tuple(disturbed, fc.array(editPlan, { maxLength: 2 })), ([text, plans]) => {
      const document = plans.reduce(applied, ReferatDocument.parse(text));
      const edits = formattingOf(document);
      assert.deepEqual(formattingOf(ReferatDocument.parse(document.getText())), edits);
      assert.deepEqual(formattingOf(document, {}, { first: 0, last: document.lineCount - 1 }), edits);
    });
  });

  it("ends the document as it was asked to", () => {
    holds(300, disturbed, (text) => {
      const ended = formatted(text, { insertFinalNewline: true });
      assert.ok(ended === "" || ended === "\ufeff" || /[\r\n]$/.test(ended), JSON.stringify(ended.slice(-9)));
      assert.doesNotMatch(ended, /(?:\r\n|\n|\r(?!\n))(?:\r\n|\n|\r)$/);
      const kept = formatted(text, { trimFinalNewlines: false, trimTrailingWhitespace: false });
      assert.equal(/\s*$/.exec(kept)?.[0].replace(/^[^\r\n]+/, ""), /\s*$/.exec(text)?.[0].replace(/^[^\r\n]+/, ""));
    }); // prettier-ignore
  });
});

describe(`property: on type (seed ${seed})`, () => {
  const strokes = fc.tuple(
    disturbed,
    fc.nat(),
    fc.constantFrom("\n", "\r\n"),
    fc.constantFrom("", "  ", "- "),
  );

  it("Enter writes marks, numbers and times; no word comes or goes, in comments and tables nothing at all", () => {
    holds(1000, strokes, ([text, at, lineEnd, itself]) => {
      const place = at % (text.length + 1);
      const typed = text.slice(0, place) + lineEnd + itself + text.slice(place);
      const document = ReferatDocument.parse(typed);
      const edits = onTypeOf(document, place + lineEnd.length + itself.length, "\n");
      let end = -1;
      for (const edit of edits) {
        assert.ok(edit.start > end && edit.end >= edit.start && edit.end <= typed.length);
        assert.notEqual(edit.text, typed.slice(edit.start, edit.end));
        end = edit.end;
      }
      const after = ReferatDocument.parse(withEdits(typed, edits));
      assert.equal(letters(after.getText()), letters(typed));
      assert.deepEqual(untouched(after), untouched(document));
    });
  });

  it("says the same of a document that was edited as of one that was opened", () => {
    holds(
      400,
      fc.tuple(documentText, fc.array(editPlan, { maxLength: 2 }), fc.nat()),
      ([text, plans, at]) => {
        const before = plans.reduce(applied, ReferatDocument.parse(text));
        const place = at % (before.length + 1);
        const document = before.edit({ start: place, end: place, text: "\n" });
        const parsed = ReferatDocument.parse(document.getText());
        assert.deepEqual(onTypeOf(document, place + 1, "\n"), onTypeOf(parsed, place + 1, "\n"));
      },
    );
  });
});

/** What no mark and no time is made of; a letter in front of a parenthesis is a mark. */
function letters(text: string): string {
  return text
    .replace(/[a-zæøå](?=\))/g, "")
    .replace(/kl\.?/gi, "")
    .replace(/[^\p{L}\r\n]/gu, "");
}

function untouched(document: ReferatDocument): unknown {
  return document.chunks.map((chunk) => [
    chunk.kind === "item" ? "" : chunk.text,
    chunk.comments.map(({ start, end }) => chunk.text.slice(start, end)),
    chunk.blocks
      .filter(({ kind }) => kind === "table" || kind === "sectionHeading")
      .map(({ start, end }) => chunk.text.slice(start, end)),
  ]);
}

function formatted(text: string, opts: FormattingOptions = {}): string {
  return withEdits(text, formattingOf(ReferatDocument.parse(text), opts));
}

function worded(text: string): string {
  return text.replace(/\s+/g, "");
}

function assertMinimal(text: string, edits: readonly TextChange[]): void {
  let end = -1;
  for (const edit of edits) {
    assert.ok(edit.start > end && edit.end >= edit.start && edit.end <= text.length);
    assert.notEqual(edit.text, text.slice(edit.start, edit.end));
    assert.match(edit.text, /^\s*$/);
    assert.match(text.slice(edit.start, edit.end), /^\s*$/);
    end = edit.end;
  }
}

/** Every block with its kind and its words; blank lines are no block of their own. */
function blocksOf(document: ReferatDocument): unknown[] {
  return document.chunks.map((chunk) => [
    chunk.kind,
    chunk.blocks
      .filter(({ kind }) => kind !== "blank")
      .map((block) => [
        block.kind,
        spaced(chunk.masked.slice(block.start, block.end)),
        block.kind === "list"
          ? block.entries.map(({ level, mark, text }) => [
              level,
              mark.type,
              mark.ordinal,
              spaced(chunk.masked.slice(text.start, text.end)),
            ])
          : block.kind === "field"
            ? [block.field.name, spaced(chunk.masked.slice(block.field.valueSpan.start, block.field.valueSpan.end))]
            : null,
      ]),
  ]); // prettier-ignore
}

/** The plain data without its lines, and without telling one blank from several. */
function plainOf(document: ReferatDocument): unknown {
  return JSON.parse(
    JSON.stringify(plainDocument(document, "referat"), (key, value: unknown) =>
      key === "line" ? 0 : typeof value === "string" ? spaced(value) : value,
    ),
  );
}

function spaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
