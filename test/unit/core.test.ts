import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import type { Block, Chunk } from "../../server/src/syntax/nodes.ts";
import { vocabularyWith } from "../../server/src/syntax/vocabulary.ts";
import { lastWord, withoutEnd } from "../../server/src/text/ends.ts";
import { contentEnd, lastNotAbove, lineEndOf, lineStartsOf } from "../../server/src/text/lines.ts";
import {
  firstEndingBehind,
  isBlankCode,
  liesInOne,
  shifted,
  slice,
  trimmed,
} from "../../server/src/text/span.ts";

const source = join(import.meta.dirname, "..", "..", "server", "src");

describe("the core", () => {
  it("imports neither vscode, nor the protocol, nor Node", () => {
    const folders = ["text", "calendar", "syntax", "model", "features", "rules"];
    const files = folders.flatMap((folder) =>
      readdirSync(join(source, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join(folder, name)),
    );
    assert.ok(files.length > 40);
    for (const file of files) {
      const text = readFileSync(join(source, file), "utf8");
      const imported = [...text.matchAll(/(?:\bfrom|\bimport|\brequire\()\s*\(?["']([^"']+)["']/g)].map((match) => match[1] ?? "");
      for (const name of imported) {
        assert.doesNotMatch(name, /^(?:node:|vscode)|protocol\/|cli\/|main\//, `${file} imports ${name}`);
      }
      assert.doesNotMatch(text, /\b(?:process|Buffer|__dirname|globalThis|window)\s*[.[(]/, `${file} uses what one platform has`);
    }
  }); // prettier-ignore
});

describe("lines", () => {
  it("end with LF, CRLF or a lone CR", () => {
    assert.deepEqual(lineStartsOf("a\nb\r\nc\rd", true), [0, 2, 5, 7]);
    assert.deepEqual(lineStartsOf("\n\r\n\r\r\n", true), [0, 1, 3, 4, 6]);
    assert.deepEqual(lineStartsOf("", true), [0]);
    assert.deepEqual(lineStartsOf("a", true), [0]);
  });

  it("do not end with the other signs that part lines elsewhere", () => {
    assert.deepEqual(lineStartsOf("a\u2028b\u2029c\u0085d\u000be\ff", true), [0]);
  });

  it("leave the empty line behind the last line end to what follows", () => {
    assert.deepEqual(lineStartsOf("a\n", true), [0, 2]);
    assert.deepEqual(lineStartsOf("a\n", false), [0]);
    assert.deepEqual(lineStartsOf("a\nb", false), [0, 2]);
    assert.deepEqual(lineStartsOf("", false), []);
  });

  it("have their content before their end", () => {
    const text = "ab\r\ncd\r\r\n";
    assert.equal(contentEnd(text, 0, 4), 2);
    assert.equal(contentEnd(text, 4, 7), 6);
    assert.equal(contentEnd(text, 7, 9), 7);
    assert.equal(contentEnd("ab", 0, 2), 2);
  });

  it("are written as the text writes its first", () => {
    assert.equal(lineEndOf("a\r\nb\n"), "\r\n");
    assert.equal(lineEndOf("a\rb\n"), "\r");
    assert.equal(lineEndOf("a\nb\r\n"), "\n");
    assert.equal(lineEndOf("a"), "\n");
    assert.equal(lineEndOf("a\r"), "\r");
  });

  it("are found by halving", () => {
    const starts = [0, 0, 3, 7, 7, 9];
    for (let value = -1; value < 12; value++) {
      const expected = Math.max(0, starts.filter((start) => start <= value).length - 1);
      assert.equal(lastNotAbove(starts, value), expected, String(value));
    }
    assert.equal(lastNotAbove([], 4), 0);
  });
});

describe("ends", () => {
  it("are taken off, blanks and all", () => {
    assert.equal(withoutEnd("Evt. …. \u00a0", ".…"), "Evt");
    assert.equal(withoutEnd("Evt.", ""), "Evt.");
    assert.equal(withoutEnd(" . ", "."), "");
  });

  it("have a last word", () => {
    assert.equal(lastWord("der er ikke\tmere"), "mere");
    assert.equal(lastWord("mere"), "mere");
    assert.equal(lastWord("mere "), "");
  });
});

describe("spans", () => {
  it("move, cut and trim", () => {
    assert.deepEqual(shifted({ start: 1, end: 3 }, 10), { start: 11, end: 13 });
    assert.equal(slice("abcdef", { start: 1, end: 3 }), "bc");
    const text = " \t\u00a0a b\u202f\ufeff\r\n";
    assert.deepEqual(trimmed(text, { start: 0, end: text.length }), { start: 3, end: 6 });
    assert.deepEqual(trimmed("   ", { start: 0, end: 3 }), { start: 3, end: 3 });
    assert.deepEqual(trimmed("abc", { start: 2, end: 2 }), { start: 2, end: 2 });
  });

  it("are found by halving", () => {
    const spans = [{ start: 1, end: 3 }, { start: 3, end: 4 }, { start: 7, end: 9 }];
    for (let at = -1; at < 12; at++) {
      const next = spans.findIndex(({ end }) => end > at);
      assert.equal(firstEndingBehind(spans, at), next === -1 ? spans.length : next, String(at));
      assert.equal(liesInOne(spans, at), spans.some(({ start, end }) => start <= at && at < end), String(at));
    }
    assert.equal(firstEndingBehind([], 0), 0);
  }); // prettier-ignore

  it("know blanks", () => {
    for (const blank of [" ", "\t", "\u00a0", "\u202f", "\ufeff", "\n", "\r", "\f"]) assert.ok(isBlankCode(blank.charCodeAt(0)));
    for (const sign of ["a", "0", ".", "_", "\u200b"]) assert.ok(!isBlankCode(sign.charCodeAt(0)));
  }); // prettier-ignore
});

describe("documents", () => {
  const kinds = (text: string): string[] => ReferatDocument.parse(text).chunks.map((chunk) => chunk.kind);
  const blocks = (text: string, chunk = 1): string[] => blockKinds(ReferatDocument.parse(text).chunks[chunk]);

  it("are a head, contents and items", () => {
    assert.deepEqual(kinds(""), ["head"]);
    assert.deepEqual(kinds("Bare tekst"), ["head"]);
    assert.deepEqual(kinds("Punkt 1: A"), ["head", "item"]);
    assert.deepEqual(kinds("REFERAT X d. 1-1-2026\n\nIndholdsfortegnelse\n\nA....3\n\nPunkt 1: A\n\nPunkt 2: B"), ["head", "contents", "item", "item"]);
    assert.deepEqual(kinds("Indholdsfortegnelse\nPunkt 1: A....3\n\nPunkt 1: A\n"), ["head", "contents", "item"]);
    assert.deepEqual(kinds("Punkt 1: A\n\nIndholdsfortegnelse\n"), ["head", "item"]);
    assert.deepEqual(kinds("Punkt 1: A\n\nPAUSE\n\nPunkt 2: B"), ["head", "item", "item", "item"]);
    assert.deepEqual(kinds("Punkt 1: A\n\nDer var\nPAUSE\n\nPunkt 2: B"), ["head", "item", "item"]);
    assert.deepEqual(kinds("Punkt 1: A\n\nPAUSE\n\nMere tekst\n\nPunkt 2: B"), ["head", "item", "item"]);
    assert.deepEqual(kinds("<!--\nPunkt 1: A\n-->\nPunkt 2: B"), ["head", "item"]);
  }); // prettier-ignore

  it("hold what is not closed for text", () => {
    assert.deepEqual(kinds("Punkt 1: A\n<!-- åben\nPunkt 2: B"), ["head", "item", "item"]);
    const document = ReferatDocument.parse("Punkt 1: A\n<!-- åben\nPunkt 2: B");
    assert.deepEqual(document.chunks.map((chunk) => chunk.unclosedComment), [false, true, false]);
  }); // prettier-ignore

  it("begin behind their byte order mark", () => {
    assert.deepEqual(kinds("\ufeffPunkt 1: A\n\nPunkt 2: B"), ["head", "item", "item"]);
    assert.deepEqual(kinds("\ufeffIndholdsfortegnelse\nA....3\n\nPunkt 1: A"), ["head", "contents", "item"]);
    assert.deepEqual(kinds("\ufeff"), ["head"]);
    // Anywhere else it is a sign like others.
    assert.deepEqual(kinds("\n\ufeffPunkt 1: A"), ["head"]);
    const document = ReferatDocument.parse("\ufeffPunkt 1: A");
    assert.deepEqual(document.items[0]?.heading.labelSpan, { start: 1, end: 8 });
    const without = document.edit({ start: 0, end: 1, text: "" });
    assert.deepEqual(without.chunks.map((chunk) => chunk.text), ["", "Punkt 1: A"]);
    assert.deepEqual(without.edit({ start: 0, end: 0, text: "\ufeff" }).chunks, document.chunks);
  }); // prettier-ignore

  it("have entries in their contents, whatever these begin with", () => {
    const read = (...lines: string[]): [string[], string[]] => {
      const text = ["REFERAT A d. 4-3-2026", "", "Indholdsfortegnelse", ...lines, "", "Punkt 1: A"].join("\n");
      const contents = ReferatDocument.parse(text).preambles[1];
      const words = (span: { start: number; end: number } | undefined): string => contents?.text.slice(span?.start, span?.end) ?? "";
      return [contents?.entries.map((entry) => words(entry.textSpan)) ?? [], contents?.fields.map((field) => field.name) ?? []];
    };
    const titles = ["Velkomst", "Mødeleder: valg af ny", "Eventuelt"];
    // With pages, without, without a leader, and below a blank line.
    assert.deepEqual(read("", ...titles.map((title) => `${title}.....3`)), [titles, []]);
    assert.deepEqual(read("", ...titles), [titles, []]);
    assert.deepEqual(read(...titles.slice(1)), [titles.slice(1), []]);
    assert.deepEqual(read("", "Mødested: nyt rådhus 4", "Eventuelt....5"), [["Mødested: nyt rådhus 4", "Eventuelt"], []]);
    // A field stands apart.
    assert.deepEqual(read("", "Velkomst....3", "", "Mødeleder: Anna Holm", "Referent: Bent Krogh", ""), [["Velkomst"], ["mødeleder", "referent"]]);
    assert.deepEqual(read("", "Mødedato: 4. marts 2026", "", "Mødested", "Rådhuset"), [[], ["mødedato", "mødested"]]);
  }); // prettier-ignore

  it("know a sentence that ends before the mark of a footnote from a subheading", () => {
    for (const line of ["Taget er utæt.[1]", "Taget er utæt.^[12]", "Taget er utæt. [1]", "Taget er utæt.[1][2]", "Taget er utæt.[1] Det regner"]) {
      assert.deepEqual(blocks(`Punkt 1: A\n\n${line}\n\nMere.\n`), ["itemHeading", "blank", "paragraph", "blank", "paragraph", "blank"], line);
    }
    for (const line of ["Baggrund[1]", "Hvad nu?[1]", "Økonomiske forhold [2]"]) {
      assert.deepEqual(blocks(`Punkt 1: A\n\n${line}\n\nMere.\n`), ["itemHeading", "blank", "subheading", "blank", "paragraph", "blank"], line);
    }
  }); // prettier-ignore

  it("part an item into its blocks", () => {
    const text = [
      "Punkt 1: A", "", "23/1493", "", "Baggrund", "", "Her går teksten, siger han,", "over to linjer.", "", "Indstilling", "Det indstilles:", "1. Godkender", "  - under",
      "2. Drøfter", "", "År\tTal", "2025\t3", "", "<!-- note -->", "[1] En fodnote", "",
    ].join("\n"); // prettier-ignore
    assert.deepEqual(blocks(text), [
      "itemHeading", "blank", "journalNumber", "blank", "subheading", "blank", "paragraph", "blank", "sectionHeading", "paragraph", "list", "blank", "table",
      "blank", "comment", "footnote", "blank",
    ]); // prettier-ignore
  });

  it("know a paragraph that begins with a date from an entry of a list", () => {
    for (const line of ["5. februar 2024 vedtog rådet planen.", "2.maj 2025 mødtes rådet.", "3.kvartal var godt.", "5. feb. 2024 var en mandag"]) {
      assert.deepEqual(blocks(`Punkt 1: A\n\n${line}\n`), ["itemHeading", "blank", "paragraph", "blank"], line);
    }
    for (const line of ["- 9. januar 2026", "1. Godkender", "1.Godkender", "1) Godkender", "a) Godkender", "• Godkender", "*\tGodkender", "  - Godkender"]) {
      assert.deepEqual(blocks(`Punkt 1: A\n\n${line}\n`), ["itemHeading", "blank", "list", "blank"], line);
    }
  }); // prettier-ignore

  it("read the headings of their vocabulary, a profile's too", () => {
    const vocabulary = vocabularyWith({ sections: [{ id: "sundhed", headings: ["Sundhedsmæssige konsekvenser"] }], fields: ["Mødetype"] });
    const text = "Mødetype: Ordinært\n\nPunkt 1: A\n\nSUNDHEDSMÆSSIGE KONSEKVENSER:\nTekst\n";
    const document = ReferatDocument.parse(text, vocabulary);
    assert.deepEqual(document.items[0]?.sections.map((section) => section.kind), ["sundhed"]);
    assert.deepEqual(document.preambles[0]?.fields.map((field) => field.name), ["mødetype"]);
    const after = document.edit({ start: text.length, end: text.length, text: "mere" });
    assert.deepEqual(after.items[0]?.sections.map((section) => section.kind), ["sundhed"]);
    assert.deepEqual(ReferatDocument.parse(text).items[0]?.sections, []);
  }); // prettier-ignore

  it("bound what is asked of them", () => {
    const document = ReferatDocument.parse("ab\r\ncd");
    assert.deepEqual(document.positionAt(-5), { line: 0, character: 0 });
    assert.deepEqual(document.positionAt(99), { line: 1, character: 2 });
    assert.equal(document.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(document.offsetAt({ line: 9, character: 0 }), 6);
    assert.equal(document.offsetAt({ line: -1, character: 3 }), 0);
    assert.equal(document.edit({ start: -3, end: 99, text: "x" }).getText(), "x");
    assert.equal(document.edit({ start: 4, end: 2, text: "x" }).getText(), "ab\r\nxcd");
  });

  it("join and part CR and LF", () => {
    const document = ReferatDocument.parse("Punkt 1: A\rPunkt 2: B");
    assert.equal(document.lineCount, 2);
    const joined = document.edit({ start: 11, end: 11, text: "\n" });
    assert.equal(joined.lineCount, 2);
    assert.equal(joined.items.length, 2);
    const parted = joined.edit({ start: 11, end: 11, text: "x" });
    assert.equal(parted.lineCount, 3);
    assert.deepEqual(parted.items.map((item) => item.text), ["Punkt 1: A\rx\n", "Punkt 2: B"]);
  }); // prettier-ignore
});

function blockKinds(chunk: Chunk | undefined): Block["kind"][] {
  return chunk?.blocks.map((block) => block.kind) ?? [];
}
