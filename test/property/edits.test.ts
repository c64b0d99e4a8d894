import assert from "node:assert/strict";
import fc from "fast-check";
import { agendaToMinutes } from "../../server/src/edits/agendaToMinutes.ts";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { leftWords, refusalWords } from "../../server/src/edits/left.ts";
import { deleteItem } from "../../server/src/edits/deleteItem.ts";
import { insertItem, insertPause } from "../../server/src/edits/insertItem.ts";
import { joinWithNext } from "../../server/src/edits/joinWithNext.ts";
import { makeClosed, turnInto } from "../../server/src/edits/turnInto.ts";
import { minutesToAgenda } from "../../server/src/edits/minutesToAgenda.ts";
import { moveItem } from "../../server/src/edits/moveItem.ts";
import { nextAgenda } from "../../server/src/edits/nextAgenda.ts";
import { type EditResult, isRefused } from "../../server/src/edits/result.ts";
import { languages } from "../../server/src/text/language.ts";
import { renumberFrom } from "../../server/src/edits/renumber.ts";
import { shiftFrom } from "../../server/src/edits/shiftFrom.ts";
import { spreadTime } from "../../server/src/edits/spreadTime.ts";
import { switchTimeForm } from "../../server/src/edits/switchTimeForm.ts";
import { splitItem } from "../../server/src/edits/splitItem.ts";
import { changedText } from "../../server/src/edits/textChanges.ts";
import { updateContents } from "../../server/src/edits/updateContents.ts";
import { renameAt } from "../../server/src/features/rename.ts";
import { classifyTitle, itemKinds } from "../../server/src/model/itemKind.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { documentText } from "./generators.ts";
import { holds, seed } from "./settings.ts";

const index = fc.nat({ max: 7 });

describe(`property: edits (seed ${seed})`, () => {
  it("a move keeps every line of the items, and says what it leaves", () => {
    holds(300, fc.tuple(documentText, index, index), ([text, from, to]) => {
      const document = ReferatDocument.parse(text);
      const after = made(document, moveItem(document, from, to));
      if (after) assert.deepEqual(bodyLines(after), bodyLines(document));
    });
  });

  it("a new item or pause keeps every line", () => {
    const minutes = fc.option(fc.constantFrom(5, 10, 45));
    holds(300, fc.tuple(documentText, index, minutes, fc.boolean()), ([text, at, length, pause]) => {
      const document = ReferatDocument.parse(text);
      const result = pause
        ? insertPause(document, at, { minutes: length })
        : insertItem(document, at, { kind: "discussion", title: "Havnen", minutes: length });
      const after = made(document, result);
      if (!after) return;
      assert.deepEqual(textLines(after), textLines(document));
      assert.equal(after.items.length, document.items.length + 1);
    });
  });

  it("a split keeps every line, and so does a join", () => {
    holds(300, fc.tuple(documentText, fc.nat({ max: 400 }), index), ([text, offset, at]) => {
      const document = ReferatDocument.parse(text);
      const split = made(document, splitItem(document, offset));
      if (split) assert.deepEqual(textLines(split), textLines(document));
      const title = document.items[at + 1]?.heading.title ?? "";
      const joined = made(document, joinWithNext(document, at));
      if (joined) assert.deepEqual(textLines(joined), [...textLines(document), ...told(title)].sort());
    });
  });

  it("a deletion takes the lines of one item, and no others", () => {
    holds(300, fc.tuple(documentText, index), ([text, at]) => {
      const document = ReferatDocument.parse(text);
      const after = made(document, deleteItem(document, at));
      if (!after) return;
      const left = textLines(document);
      for (const line of textLines(after)) {
        assert.ok(left.includes(line), line);
        left.splice(left.indexOf(line), 1);
      }
    });
  });

  it("a kind changes the title alone", () => {
    holds(
      300,
      fc.tuple(documentText, index, fc.constantFrom(...itemKinds), fc.boolean()),
      ([text, at, kind, closed]) => {
        const document = ReferatDocument.parse(text);
        const turned = made(document, turnInto(document, at, kind));
        if (turned) {
          assert.equal(classifyTitle(turned.items[at]?.heading.title ?? "").kind, kind);
          assert.deepEqual(textLines(turned), textLines(document));
        }
        const marked = made(document, makeClosed(document, at, closed));
        if (marked) assert.equal(classifyTitle(marked.items[at]?.heading.title ?? "").closed, closed);
      },
    );
  });
  it("times change nothing but the times", () => {
    holds(300, fc.tuple(documentText, index), ([text, at]) => {
      const document = ReferatDocument.parse(text);
      const titles = document.items.map((item) => item.heading.title);
      for (const result of [shiftFrom(document, at), spreadTime(document), switchTimeForm(document)]) {
        const after = made(document, result);
        if (!after) continue;
        assert.deepEqual(textLines(after), textLines(document));
        assert.deepEqual(
          after.items.map((item) => item.heading.title),
          titles,
        );
      }
    });
  });
  it("updating the contents comes to an end, and changes nothing else", () => {
    holds(500, documentText, (text) => {
      const document = ReferatDocument.parse(text);
      const once = made(document, updateContents(document));
      if (!once) return;
      assert.deepEqual(
        once.items.map((item) => item.text),
        document.items.map((item) => item.text),
      );
      // A new entry can be one that an older, odd one is read as: that takes another pass.
      let last = once;
      for (let pass = 0; pass < 3; pass++) last = made(last, updateContents(last)) ?? last;
      assert.equal(made(last, updateContents(last))?.getText(), last.getText());
    });
  });
  it("contents are made without a byte of anything else, and are then up to date", () => {
    holds(300, documentText, (text) => {
      const document = ReferatDocument.parse(text);
      const after = made(document, updateContents(document, { create: true }));
      if (!after || document.preambles.some((chunk) => chunk.contentsHeading ?? chunk.entries.length > 0))
        return;
      assert.deepEqual(
        after.items.map((item) => item.text),
        document.items.map((item) => item.text),
      );
      assert.ok(
        after.getText().startsWith(
          document.preambles
            .map((chunk) => chunk.text)
            .join("")
            .trimEnd(),
        ),
      );
      assert.ok(!isRefused(updateContents(after)));
    });
  });
  it("numbers change nothing but numbers, and every line is kept", () => {
    holds(300, fc.tuple(documentText, index, fc.nat({ max: 40 })), ([text, from, first]) => {
      const document = ReferatDocument.parse(text);
      const sorted = renumberFrom(from, first, document).sort(
        (a, b) => a.chunk - b.chunk || a.span.start - b.span.start,
      );
      const after = made(document, { edits: sorted, left: [], caret: null });
      assert.deepEqual(after && bodyLines(after), bodyLines(document));
    });
  });
  it("a rename keeps every line, and each that does not hold the name as it is", () => {
    holds(300, fc.tuple(documentText, fc.nat({ max: 500 })), ([text, at]) => {
      const document = ReferatDocument.parse(text);
      const result = renameAt(document, at, "Jytte Aagaard");
      if ("refused" in result) return;
      const after = ReferatDocument.parse(changedText(document, result.changes));
      assert.equal(after.lineCount, document.lineCount);
      const touched = new Set(result.changes.map(({ start }) => document.positionAt(start).line));
      const lines = (of: ReferatDocument): string[] =>
        of
          .getText()
          .split(/\r\n|\r|\n/)
          .filter((_, line) => !touched.has(line));
      assert.deepEqual(lines(after), lines(document));
    });
  });
  it("another document is made of any text, or refused in words", () => {
    holds(300, documentText, (text) => {
      const document = ReferatDocument.parse(text);
      const date = { year: 2026, month: 4, day: 9 };
      for (const result of [
        agendaToMinutes(document),
        minutesToAgenda(document),
        nextAgenda(document, date),
      ]) {
        for (const language of languages) {
          if (isRefused(result)) assertWords(refusalWords[language](result.refused));
          else for (const left of result.left) assertWords(leftWords[language](left));
        }
      }
      const agenda = minutesToAgenda(document);
      if (isRefused(agenda)) return;
      const kinds = ReferatDocument.parse(agenda.text).items.flatMap((item) =>
        item.sections.map(({ kind }) => kind),
      );
      assert.ok(!kinds.includes("beslutning"));
    });
  });
});

/** The document with the edits made, which lie in it and stay apart; null where they were refused, in words. */
function made(document: ReferatDocument, result: EditResult): ReferatDocument | null {
  if (isRefused(result)) {
    for (const language of languages) assertWords(refusalWords[language](result.refused));
    return null;
  }
  let end = 0;
  for (const { chunk, span, newText } of result.edits) {
    const start = (document.offsets[chunk] ?? NaN) + span.start;
    assert.ok(start >= end && span.end >= span.start, "edits are in order and stay apart");
    assert.ok(span.end <= (document.chunks[chunk]?.text.length ?? -1), "an edit lies in its chunk");
    assert.ok(span.end > span.start || newText !== "", "an edit changes something");
    end = start + span.end - span.start;
  }
  for (const left of result.left) {
    for (const language of languages) assertWords(leftWords[language](left));
    if (left.what !== "reference") continue;
    assert.ok(left.place.span.end <= (document.chunks[left.place.chunk]?.text.length ?? -1));
  }
  const after = applyEdits(document, result.edits);
  assert.equal(after.getText(), ReferatDocument.parse(after.getText()).getText());
  if (result.caret !== null) assert.ok(result.caret >= 0 && result.caret <= after.length);
  return after;
}

/** The lines that hold anything and are no entries of the contents, sorted, whatever numbers and times stand in them. */
function bodyLines(document: ReferatDocument): string[] {
  return document.chunks
    .flatMap((chunk) => {
      const entries = new Set(chunk.kind === "item" ? [] : chunk.entries.map(({ line }) => line));
      return chunk.text.split(/\r\n|\r|\n/).filter((line, at) => line.trim() !== "" && !entries.has(at));
    })
    .map((line) => line.trim().replace(/\d+(?:[.:]\d+)*/g, "#"))
    .sort();
}

/** The same without the headings of the items. */
function textLines(document: ReferatDocument): string[] {
  const lines = bodyLines(document);
  for (const item of document.items) {
    for (const heading of told(item.text.slice(0, item.lineStarts[1] ?? item.text.length)))
      lines.splice(lines.indexOf(heading), 1);
  }
  return lines;
}

function told(text: string): string[] {
  const line = text.replace(/[\r\n]+$/, "");
  return line.trim() === "" ? [] : [line.trim().replace(/\d+(?:[.:]\d+)*/g, "#")];
}

function assertWords(words: string): void {
  assert.match(words, /^\S.*[.?!]$/su);
  assert.doesNotMatch(words, /undefined|null|NaN|\[object/);
}
