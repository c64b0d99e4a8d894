import assert from "node:assert/strict";
import { oneLine } from "../../server/src/rules/oneLine.ts";
import * as reads from "../../server/src/rules/reads.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import type { Chunk } from "../../server/src/syntax/nodes.ts";
import { slice } from "../../server/src/text/span.ts";

/**
 * What a rule reads of a chunk. It must be another string wherever the rule could find something else or elsewhere, and it should
 * be the same where it could not: else the rule runs for each letter that is typed.
 */

const title = "REFERAT Udvalget d. 04-03-2026";
const head = `${title}\n\nMødedato Onsdag d. 4. marts 2026 kl. 13:00\n\nMødested Rådhuset\n\n`;
const contents = "Indholdsfortegnelse\n\nEn sag.....3\n\n";
const item =
  "Punkt 1: Drøftelse af en sag, kl. 13.00-13.30\n23/1\n\nSagsfremstilling\n\nEn tekst.\n\nBeslutning i Udvalget den 4. marts 2026\n\nGodkendt.\n\n" +
  "Bilag\n\nBilag 1.1: Kort.pdf\nPlan.pdf\n";

type Read = (chunk: Chunk) => string;

/** What is read of a text's last chunk. */
function readOf(read: Read, text: string): string {
  const chunk = ReferatDocument.parse(text).chunks.findLast((each) => each.text !== "");
  assert.ok(chunk);
  return read(chunk);
}

/** Whether `read` tells the text from the same one with its first `was` made `is`. */
function tells(read: Read, text: string, was: string, is: string): boolean {
  assert.ok(text.includes(was), was);
  return readOf(read, text) !== readOf(read, text.replace(was, is));
}

function all(read: Read, text: string, edits: readonly (readonly [string, string])[], told: boolean): void {
  for (const [was, is] of edits) assert.equal(tells(read, text, was, is), told, `${was} -> ${is}`);
}

const longer = [["En tekst.", "En lang tekst."]] as const;
const moved = [["\n\nSagsfremstilling", "\n\n\nSagsfremstilling"]] as const;

describe("what is read of a head", () => {
  const place = [["Rådhuset", "Hallen"]] as const;
  const meeting = [
    ["Udvalget", "Rådet"],
    ["04-03-2026", "05-03-2026"],
    ["4. marts", "5. marts"],
    ["13:00", "14:00"],
  ] as const;

  it("is which meeting it is, and not the place", () => {
    all(reads.meetingWords as Read, head, meeting, true);
    all(reads.meetingWords as Read, head, [...place, ["\n\nMødested", "\n\n\nMødested"]], false);
    assert.ok(tells(reads.meetingWords as Read, head, "\n\nMødedato", "\n\n\nMødedato"), "its place");
    assert.ok(tells(reads.meetingWords as Read, head, "Mødedato", "Medødato"), "that there is none");
    assert.ok(tells(reads.meetingWords as Read, head, "REFERAT", "DAGSORDEN"), "the kind");
  });

  it("is all of the contents, and of a head only which meeting it is", () => {
    all(reads.contentsAndHeadings, head, meeting, true);
    all(reads.contentsAndHeadings, head, place, false);
    all(
      reads.contentsAndHeadings,
      `${head}${contents}`,
      [
        ["En sag", "To sager"],
        [".....3", ".....4"],
      ],
      true,
    );
    // Contents that are only begun.
    const begun = `${head}Indholdsfortegnelse\n\n`;
    assert.ok(tells(reads.contentsAndHeadings, begun, "Indholdsfortegnelse\n", "Indholdsfortegnelse \n"));
  });

  it("is nothing for who looks at the items alone", () => {
    assert.equal(reads.nothing(), "");
    for (const reading of [reads.attachments, reads.readingOf(() => [], reads.nothing)]) {
      assert.equal(readOf(reading.reads, head), "");
      assert.equal(readOf(reading.words, head), "");
    }
  });

  it("is the whole text for who does not say", () => {
    const reading = reads.readingOf(() => []);
    assert.equal(readOf(reading.reads, head), head);
    assert.equal(readOf(reading.words, head), head);
  });
});

describe("what is underlined of a place that runs over several lines", () => {
  it("is the first of them, without the blanks around", () => {
    const [chunk] = ReferatDocument.parse("Et\n  To \r\nTre\rFire").chunks;
    assert.ok(chunk);
    const lineOf = (start: number, end: number): string => slice(chunk.text, oneLine(chunk, { start, end }));
    assert.equal(lineOf(3, 15), "To");
    assert.equal(lineOf(10, 18), "Tre");
    assert.equal(lineOf(14, 18), "Fire");
    assert.equal(lineOf(4, 7), "To");
  });
});

describe("what is read of an item", () => {
  it("is each part with its place, or without", () => {
    const reading = reads.readingOf(() => [
      { at: 3, words: "a" },
      { at: 7, words: "b" },
    ]);
    assert.equal(readOf(reading.reads, item), "3:a\n7:b");
    assert.equal(readOf(reading.words, item), "a\nb");
  });

  const heading = [
    ["Punkt 1", "Punkt 2"],
    ["en sag", "to sager"],
    ["13.30", "13.40"],
  ] as const;

  it("is its heading, and nothing below", () => {
    for (const read of [reads.headings, reads.contentsAndHeadings]) {
      all(read, item, heading, true);
      all(read, item, [...longer, ...moved, ["23/1", "23/2"]], false);
    }
    assert.ok(tells(reads.contentsAndHeadings, `${head}${contents}`, "En sag", "To sager"));
    assert.ok(tells(reads.headings, `${head}${contents}`, "En sag", "To sager"));
    assert.ok(!tells(reads.contentsAndHeadings, head, "Rådhuset", "Hallen"));
  });

  it("is its time with what it is the time of", () => {
    const times = [
      ["13.00-", "13.10-"],
      ["13.30", "13.40"],
      [", kl.", " kl."],
      ["kl. ", "kl."],
      ["Punkt 1", "Punkt 2"],
      ["Drøftelse af", "Skriftlig orientering:"],
      [", kl. 13.00-13.30", " (30 min)"],
      [", kl. 13.00-13.30", ""],
      ["Drøftelse af en sag", ""],
    ] as const;
    for (const read of [reads.times.reads, reads.times.words]) {
      all(read, item, times, true);
      all(read, item, [...longer, ...moved], false);
    }
    // A comment before the time is no blank of its style.
    const commented = item.replace(", kl.", " <!-- x -->, kl.");
    assert.ok(tells(reads.times.words, commented, "<!-- x -->", "          "));
    // Other words of the title, as many of them, are no matter; more of them move the time.
    all(reads.times.reads, item, [["en sag", "to bro"]], false);
    all(reads.times.reads, item, [["en sag", "to sager"]], true);
    all(reads.times.words, item, [["en sag", "to sager"]], false);
    assert.ok(tells(reads.times.words, head, "13:00", "14:00"));
    assert.ok(!tells(reads.times.words, head, "Rådhuset", "Hallen"));
  });

  it("is the lines of its sections' headings", () => {
    const headings = [
      ["Sagsfremstilling", "SAGSFREMSTILLING"],
      ["Sagsfremstilling", "Indstilling"],
      ["Udvalget", "Rådet"],
      ["4. marts", "5. marts"],
      ["Bilag\n", "Bilag:\n"],
    ] as const;
    for (const read of [reads.sectionHeadings.reads, reads.sectionHeadings.words]) {
      all(read, item, headings, true);
      all(
        read,
        item,
        [
          ["Godkendt.", "Udsættes."],
          ["Plan.pdf", "Kort.pdf"],
        ],
        false,
      );
    }
    all(reads.sectionHeadings.reads, item, moved, true);
    all(reads.sectionHeadings.words, item, [...moved, ...longer], false);
    assert.ok(tells(reads.sectionHeadings.words, head, "04-03-2026", "05-03-2026"));
    assert.ok(!tells(reads.sectionHeadings.words, head, "Rådhuset", "Hallen"));
  });

  it("is its number and its attachments, to the sign", () => {
    const attachments = [
      ["Punkt 1", "Punkt 2"],
      ["Bilag 1.1", "Bilag 1.2"],
      ["Bilag 1.1: ", "Bilag 1.1 - "],
      ["Bilag 1.1: ", ""],
      ["1.1: Kort", ": 1.1 Kort"],
      ["Plan.pdf", "Flad.pdf"],
      ["Plan.pdf", "Bilag\n\nPlan.pdf"],
    ] as const;
    for (const read of [reads.attachments.reads, reads.attachments.words]) all(read, item, attachments, true);
    all(reads.attachments.reads, item, [...longer, ...moved], true);
    all(reads.attachments.words, item, [...longer, ...moved, ["en sag", "to sager"]], false);
    all(
      reads.attachments.reads,
      item,
      [
        ["En tekst.", "To tekst."],
        ["en sag", "to bro"],
      ],
      false,
    );
  });
});
