import assert from "node:assert/strict";
import { Silencing } from "../../server/src/rules/silencing.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const known = ["slot-gap", "slot-end", "slot-start", "toc-item", "empty-item"];

interface Asked {
  /** For each `kat` of the document whether it is silent. */
  readonly silent: boolean[];
  /** `why id line:character-length`, with the nearest rule and where the enable stands. */
  readonly useless: string[];
}

/** Asks for `slot-gap` at each `kat`, then for what did nothing. */
function asked(text: string, hasRun: (id: string) => boolean = () => true): Asked {
  const document = ReferatDocument.parse(text);
  const silencing = new Silencing(document);
  const silent = [...text.matchAll(/kat/g)].map(({ index }) => silencing.silences("slot-gap", index));
  const at = (chunk: number, offset: number): string => {
    const { line, character } = document.positionAt(document.offsetOf(chunk) + offset);
    return `${line}:${character}`;
  };
  const useless = silencing.uselessNames(known, hasRun).map(({ why, id, chunk, span, nearest, enable }) => {
    const place = `${at(chunk, span.start)}-${span.end - span.start}`;
    const ended = enable ? ` ended ${at(enable.chunk, enable.span.start)}` : "";
    return `${why} ${id} ${place}${nearest === null ? "" : ` nearest ${nearest}`}${ended}`;
  });
  return { silent, useless };
}

const head = "REFERAT Udvalget d. 04-03-2026\n\n";

describe("a silencing comment", () => {
  /** What is read of a comment: where no rule is known, each name in it is told. */
  const read = (comment: string): unknown[] => {
    const document = ReferatDocument.parse(`${head}Tekst ${comment}\n`);
    const told = new Silencing(document).uselessNames([], () => true);
    return [...new Set(told.map(({ directive }) => directive))].map(({ type, rules, reason }) => ({
      type,
      rules: rules.map(({ id, start, end }) => `${id}=${document.getText().slice(start, end)}`),
      reason,
    }));
  };

  it("names its rules, with commas or blanks or lines between, and may give a reason", () => {
    assert.deepEqual(read("<!-- referat-disable-next-line slot-gap: aftalt: mundtligt -->"), [
      { type: "next-line", rules: ["slot-gap=slot-gap"], reason: "aftalt: mundtligt" },
    ]);
    assert.deepEqual(read("<!--referat-disable-file slot-gap,toc-item slot-end-->"), [
      { type: "file", rules: ["slot-gap=slot-gap", "toc-item=toc-item", "slot-end=slot-end"], reason: null },
    ]);
    assert.deepEqual(read("<!--\n  referat-disable\n  slot-gap,\n  toc-item :\n  fordi\n-->"), [
      { type: "disable", rules: ["slot-gap=slot-gap", "toc-item=toc-item"], reason: "fordi" },
    ]);
    assert.deepEqual(read("<!-- referat-enable slot-gap slot-gap -->"), [
      { type: "enable", rules: ["slot-gap=slot-gap", "slot-gap=slot-gap"], reason: null },
    ]);
    assert.deepEqual(read("<!-- referat-enable -->"), [{ type: "enable", rules: [], reason: null }]);
  });

  it("is one of few words: others are ordinary comments", () => {
    for (const comment of [
      "<!-- referat-disabled slot-gap -->",
      "<!-- referat-disable-line slot-gap -->",
      "<!-- referatet-disable slot-gap -->",
      "<!-- se referat-disable slot-gap -->",
      "<!-- disable slot-gap -->",
      "<!-- -->",
    ]) {
      assert.deepEqual(read(comment), [], comment);
    }
  });
});

describe("what is silent", () => {
  it("is nothing without a comment, and nothing for another rule's", () => {
    assert.deepEqual(asked(`${head}kat\n`), { silent: [false], useless: [] });
    assert.deepEqual(asked(`${head}<!-- referat-disable-file toc-item -->\nkat\n`), {
      silent: [false],
      useless: ["silences-nothing toc-item 2:26-8"],
    });
  });

  it("is the next line, from its start to its end", () => {
    const text = `${head}kat\n<!-- referat-disable-next-line slot-gap --> kat\nkat kat\nkat\n`;
    assert.deepEqual(asked(text), { silent: [false, false, true, true, false], useless: [] });
  });

  it("is the next line with words, and the comments before it", () => {
    const text = `${head}<!-- referat-disable-next-line slot-gap -->\n\n<!-- kat -->\n  \nkat\nkat\n`;
    assert.deepEqual(asked(text), { silent: [true, true, false], useless: [] });
  });

  it("is the next line in the item that follows, and in the one behind that", () => {
    const text = `${head}Punkt 1: A\n<!-- referat-disable-next-line slot-gap -->\n\nPunkt 2: kat\nkat\n`;
    assert.deepEqual(asked(text), { silent: [true, false], useless: [] });
    const blank = `${head}<!-- referat-disable-next-line slot-gap -->\n\n${"\n".repeat(40)}Punkt 1: kat\nkat\n`;
    assert.deepEqual(asked(blank), { silent: [true, false], useless: [] });
  });

  it("is one line for several comments above it, of which the nearest is enough", () => {
    const comment = "<!-- referat-disable-next-line slot-gap -->\n";
    assert.deepEqual(asked(`${head}${comment}${comment}kat\nkat\n`), {
      silent: [true, false],
      useless: ["silences-nothing slot-gap 2:31-8"],
    });
    const other = "<!-- referat-disable-next-line slot-end -->\n";
    assert.deepEqual(
      asked(`${head}${comment}${other}kat\n`, (id) => id !== "slot-end"),
      {
        silent: [true],
        useless: [],
      },
    );
    const both = "<!-- referat-disable-next-line slot-gap --> <!-- referat-disable-next-line slot-gap -->\n";
    assert.deepEqual(asked(`${head}${both}kat\nkat\n`), { silent: [true, false], useless: [] });
  });

  it("is a line for each comment, one after the other", () => {
    const comment = "<!-- referat-disable-next-line slot-gap -->\n";
    assert.deepEqual(asked(`${head}${comment}kat\nkat\n${comment}hest\n${comment}kat\n`), {
      silent: [true, false, true],
      useless: ["silences-nothing slot-gap 5:31-8"],
    });
  });

  it("is nothing below a comment in the last line", () => {
    const text = `${head}kat\n<!-- referat-disable-next-line slot-gap -->`;
    for (const end of ["", "\n", "\n\n  "]) {
      const { silent, useless } = asked(text + end);
      assert.deepEqual(silent, [false]);
      assert.deepEqual(useless, ["silences-nothing slot-gap 3:31-8"]);
    }
  });

  it("is the last line, which has no line end", () => {
    const text = `${head}<!-- referat-disable-next-line slot-gap -->\nkat`;
    assert.deepEqual(asked(text), { silent: [true], useless: [] });
    const document = ReferatDocument.parse(text);
    assert.equal(new Silencing(document).silences("slot-gap", document.length), false);
  });

  it("reaches from disable to enable, in a line and over items", () => {
    const text = `${head}kat<!-- referat-disable slot-gap -->kat kat<!-- referat-enable slot-gap -->kat\n`;
    assert.deepEqual(asked(text), { silent: [false, true, true, false], useless: [] });
    const over = `${head}<!-- referat-disable slot-gap -->\nPunkt 1: kat\n\nPunkt 2: kat\n<!-- referat-enable slot-gap -->\n\nPunkt 3: kat\n`;
    assert.deepEqual(asked(over), { silent: [true, true, false], useless: [] });
  });

  it("reaches to the end where nothing enables it, the very end included", () => {
    const text = `kat\n<!-- referat-disable slot-gap -->\nkat\n`;
    assert.deepEqual(asked(text), { silent: [false, true], useless: [] });
    const document = ReferatDocument.parse(text);
    assert.equal(new Silencing(document).silences("slot-gap", document.length), true);
  });

  it("is the whole file, from its first sign to its very end", () => {
    const text = `kat\n\nPunkt 1: kat\n<!-- referat-disable-file slot-gap -->\nkat\n`;
    assert.deepEqual(asked(text), { silent: [true, true, true], useless: [] });
    const document = ReferatDocument.parse(text);
    assert.equal(new Silencing(document).silences("slot-gap", document.length), true);
  });

  it("can begin again after an enable", () => {
    const off = "<!-- referat-disable slot-gap -->";
    const on = "<!-- referat-enable slot-gap -->";
    assert.deepEqual(asked(`${head}${off}kat${on}kat${off}kat${on}kat\n`), {
      silent: [true, false, true, false],
      useless: [],
    });
  });

  it("is told of each comment that reaches it: all of them are of use", () => {
    const text = `${head}<!-- referat-disable-file slot-gap -->\n<!-- referat-disable slot-gap -->\n<!-- referat-disable-next-line slot-gap -->\nkat\n`;
    assert.deepEqual(asked(text), { silent: [true], useless: [] });
  });

  it("is told by name", () => {
    const silencing = new Silencing(
      ReferatDocument.parse(`${head}<!-- referat-enable slot-gap, toc-item -->\n`),
    );
    assert.deepEqual(
      ["slot-gap", "toc-item", "slot-end"].map((id) => silencing.names(id)),
      [true, true, false],
    );
  });
});

describe("what silences nothing", () => {
  it("is told in the order of the document, with the enable that ends it", () => {
    const text =
      `${head}<!-- referat-disable-next-line slot-end -->\nhest\n` +
      `<!-- referat-enable toc-item -->\n<!-- referat-disable empty-item, slot-gap -->\nhest\n` +
      `<!-- referat-enable slot-gap, empty-item -->\n` +
      `Punkt 1: A\n<!-- referat-disable-file slot-start -->\n<!-- referat-disable -->\n`;
    assert.deepEqual(asked(text).useless, [
      "silences-nothing slot-end 2:31-8",
      "not-disabled toc-item 4:20-8",
      "silences-nothing empty-item 5:21-10 ended 7:30",
      "silences-nothing slot-gap 5:33-8 ended 7:20",
      "silences-nothing slot-start 9:26-10",
      "no-name  10:0-24",
    ]);
  });

  it("is a second disable of what is disabled already, whatever it stands before", () => {
    const text = `${head}<!-- referat-disable slot-gap -->\n<!-- referat-disable slot-gap -->\nkat\n`;
    assert.deepEqual(asked(text), { silent: [true], useless: ["silences-nothing slot-gap 3:21-8"] });
  });

  it("is an enable that comes a second time", () => {
    const on = "<!-- referat-enable slot-gap -->\n";
    assert.deepEqual(asked(`${head}<!-- referat-disable slot-gap -->\nkat\n${on}${on}`), {
      silent: [true],
      useless: ["not-disabled slot-gap 5:20-8"],
    });
  });

  it("is unknown, whatever else, with the one rule that must be meant", () => {
    const unknown = (id: string): string[] => asked(`${head}<!-- referat-disable-file ${id} -->\n`).useless;
    assert.deepEqual(unknown("slot-gab"), ["unknown slot-gab 2:26-8 nearest slot-gap"]);
    assert.deepEqual(unknown("Slot-Gap"), ["unknown Slot-Gap 2:26-8 nearest slot-gap"]);
    assert.deepEqual(unknown("slotgap"), ["unknown slotgap 2:26-7 nearest slot-gap"]);
    assert.deepEqual(unknown("tocitems"), ["unknown tocitems 2:26-8 nearest toc-item"]);
    // Three letters off, and as near to another rule.
    assert.deepEqual(unknown("tocitemss"), ["unknown tocitemss 2:26-9"]);
    assert.deepEqual(unknown("slot-gnd"), ["unknown slot-gnd 2:26-8"]);
    assert.deepEqual(asked(`${head}<!-- referat-enable slotgap -->\n`).useless, [
      "unknown slotgap 2:20-7 nearest slot-gap",
    ]);
  });

  it("is not judged where nobody knows what the rule would have found; a slip is", () => {
    const text = `${head}<!-- referat-disable-file slot-gap, toc-item, slot-gab -->\n<!-- referat-enable slot-gap -->\n<!-- referat-disable -->\n`;
    assert.deepEqual(asked(text, (id) => id === "toc-item").useless, [
      "silences-nothing toc-item 2:36-8",
      "unknown slot-gab 2:46-8 nearest slot-gap",
      "not-disabled slot-gap 3:20-8",
      "no-name  4:0-24",
    ]);
  });
});
