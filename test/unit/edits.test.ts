import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { agendaToMinutes } from "../../server/src/edits/agendaToMinutes.ts";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { deleteItem } from "../../server/src/edits/deleteItem.ts";
import { insertItem, insertPause } from "../../server/src/edits/insertItem.ts";
import { joinWithNext } from "../../server/src/edits/joinWithNext.ts";
import { leftWords, refusalWords } from "../../server/src/edits/left.ts";
import { minutesToAgenda } from "../../server/src/edits/minutesToAgenda.ts";
import { moveItem } from "../../server/src/edits/moveItem.ts";
import { nextAgenda } from "../../server/src/edits/nextAgenda.ts";
import { type EditResult, isRefused, type NewText } from "../../server/src/edits/result.ts";
import { shiftFrom } from "../../server/src/edits/shiftFrom.ts";
import { spreadTime } from "../../server/src/edits/spreadTime.ts";
import { switchTimeForm } from "../../server/src/edits/switchTimeForm.ts";
import { splitItem } from "../../server/src/edits/splitItem.ts";
import { makeClosed, turnInto } from "../../server/src/edits/turnInto.ts";
import { updateContents } from "../../server/src/edits/updateContents.ts";
import { Checker, messageOf } from "../../server/src/rules/check.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const folder = join(import.meta.dirname, "../../examples");
const clean = readdirSync(folder)
  .filter((name) => /\.(?:referat|dagsorden)$/.test(name) && !name.startsWith("med-fejl"))
  .map((name) => ({ name, document: ReferatDocument.parse(readFileSync(join(folder, name), "utf8")) }));

const head = "REFERAT Udvalget d. 04-03-2026\n\nMødedato Onsdag d. 4. marts 2026 kl. 10:00-11:00\n\n";

function edited(document: ReferatDocument, result: EditResult): string {
  assert.ok(!isRefused(result), "refused" in result ? refusalWords.da(result.refused) : "");
  return applyEdits(document, result.edits).getText();
}

const checker = new Checker();

function findings(document: ReferatDocument): string[] {
  return checker.check(document).map((finding) => `${finding.rule.id}: ${messageOf(finding, "da")}`);
}

/** What an edit makes of a text, and what it leaves. */
function outcome(text: string, edit: (document: ReferatDocument) => EditResult): [string, ...string[]] {
  const document = ReferatDocument.parse(text);
  const result = edit(document);
  if (isRefused(result)) return [text, refusalWords.da(result.refused)];
  return [edited(document, result), ...result.left.map((each) => leftWords.da(each))];
}

describe("moving an item", () => {
  for (const { name, document } of clean) {
    it(`from anywhere to anywhere and back leaves ${name} as it was, and free of findings`, () => {
      const before = findings(document);
      for (const from of document.items.keys()) {
        for (const to of document.items.keys()) {
          const there = moveItem(document, from, to);
          if (isRefused(there)) {
            // A pause without a number in front of all items is none.
            assert.equal(document.items[from]?.heading.number, null);
            assert.equal(to, 0);
            continue;
          }
          assert.deepEqual(there.left, []);
          const moved = applyEdits(document, there.edits);
          assert.deepEqual(findings(moved), before, `${from} to ${to}`);
          assert.equal(edited(moved, moveItem(moved, to, from)), document.getText());
        }
      }
    });
  }

  it("takes its time, its attachments and all references along", () => {
    const text =
      `${head}Indholdsfortegnelse\n\nA (10.00-10.10).....\t1\nB (10.10-10.30).....\t2\n\n` +
      "Punkt 1: A (10.00-10.10)\n\nSe punkt 2 og bilag 2.1.\n\n" +
      "Punkt 2: B (10.10-10.30)\n\nJf. punkt 1, bilag 2.1.\n\nBilag\n\nBilag 2.1: Kort.pdf\n";
    assert.deepEqual(
      outcome(text, (document) => moveItem(document, 1, 0)),
      [
        `${head}Indholdsfortegnelse\n\nB (10.00-10.20).....\t1\nA (10.20-10.30).....\t2\n\n` +
          "Punkt 1: B (10.00-10.20)\n\nJf. punkt 2, bilag 1.1.\n\nBilag\n\nBilag 1.1: Kort.pdf\n\n" +
          "Punkt 2: A (10.20-10.30)\n\nSe punkt 1 og bilag 1.1.\n",
      ],
    );
  });

  it("leaves blank lines and a missing last line end where they are, and takes comments along", () => {
    const text =
      "Punkt 1: A\r\n\r\n\r\n\r\na\r\n\r\n\r\n<!-- om B -->\r\nPunkt 2: B\r\nb\r\n<!-- efter b -->\r\n\r\nPunkt 3: C\r\nc";
    const after =
      "<!-- om B -->\r\nPunkt 1: B\r\nb\r\n<!-- efter b -->\r\n\r\n\r\nPunkt 2: C\r\nc\r\n\r\nPunkt 3: A\r\n\r\n\r\n\r\na";
    assert.deepEqual(
      outcome(text, (document) => moveItem(document, 0, 2)),
      [after],
    );
  });

  it("keeps gaps between the times at their places, and reads a start alone to the next one", () => {
    assert.deepEqual(
      outcome(
        "Punkt 1: A, kl. 9.30\n\nPunkt 2: B, kl. 10.00-10.10\n\nPunkt 3: C, kl. 10.15-10.35\n",
        (document) => moveItem(document, 0, 2),
      ),
      ["Punkt 1: B, kl. 9.30-9.40\n\nPunkt 2: C, kl. 9.40-10.00\n\nPunkt 3: A, kl. 10.05\n"],
    );
  });

  it("counts on through the year, and around a pause without a number", () => {
    assert.deepEqual(
      outcome("Punkt 45: A\n\na\n\nPAUSE\n\nPunkt 46: B\n\nb\n", (document) => moveItem(document, 2, 0)),
      ["Punkt 45: B\n\nb\n\nPunkt 46: A\n\na\n\nPAUSE\n"]
        .map(() => "Punkt 45: A\n\na\n\nPAUSE\n\nPunkt 46: B\n\nb\n")
        .concat("PAUSE ville blive læst som noget andet på den plads, så intet er ændret."),
    );
  });

  it("does what is certain where two items bear one number, and names what it left", () => {
    const [after, ...left] = outcome(
      "Punkt 1: A\n\nSe punkt 2 og § 4, punkt 3.\n\nPunkt 2: B\n\nPunkt 2: C\n\nPunkt 3: D\n",
      (document) => moveItem(document, 3, 0),
    );
    assert.equal(
      after,
      "Punkt 1: D\n\nPunkt 2: A\n\nSe punkt 2 og § 4, punkt 3.\n\nPunkt 2: B\n\nPunkt 3: C\n",
    );
    assert.deepEqual(left, [
      "»punkt 2« er ladt stå: to punkter bærer nummeret, og det kan være begge.",
      "»punkt 3« er ladt stå: det kan være et punkt i noget andet end denne dagsorden.",
    ]);
  });

  it("leaves contents that stand in an order of their own, and entries that say something else", () => {
    const items = "Punkt 1: A (10.00-10.10)\n\nPunkt 2: B (10.10-10.20)\n\nPunkt 3: C (10.20-10.30)\n";
    const moved = (entries: string): string[] => {
      const [after, ...left] = outcome(`${head}Indholdsfortegnelse\n\n${entries}\n\n${items}`, (document) =>
        moveItem(document, 0, 2),
      );
      assert.ok(after.endsWith("Punkt 1: B (10.00-10.10)\n\nPunkt 2: C (10.10-10.20)\n\nPunkt 3: A (10.20-10.30)\n"));
      return [after.slice(`${head}Indholdsfortegnelse\n\n`.length, after.indexOf("\n\nPunkt 1")), ...left];
    };
    const leaves = (words: string, why: string): string => `Indholdsfortegnelsens »${words}« er ladt stå: ${why}.`;
    assert.deepEqual(moved("B (10.10-10.20).....1\nA (10.00-10.10).....2\nC (10.20-10.30).....3"), [
      "B (10.00-10.10).....1\nA (10.20-10.30).....2\nC (10.10-10.20).....3",
      leaves("C (10.20-10.30)", "linjerne står i en anden orden end punkterne"),
    ]);
    // A line that was cut short says when its item begins, and is a line of another time where it says something else.
    assert.deepEqual(moved("A (10.00.....1\nB (10.10-10.20).....2\nC (10.20-10.30).....3"), [
      "B (10.00-10.10).....1\nC (10.10-10.20).....2\nA (10.20.....3",
    ]);
    const other = "linjen siger noget andet end overskriften";
    assert.deepEqual(moved("A (10.00-10.15).....1\nB (10.05-10.20).....2\nC (10 min).....3"), [
      "B (10.05-10.20).....1\nC (10 min).....2\nA (10.00-10.15).....3",
      leaves("B (10.05-10.20)", other), leaves("C (10 min)", other), leaves("A (10.00-10.15)", other),
    ]);
  }); // prettier-ignore

  it("names what it left in the item that moves, too", () => {
    const text =
      "Punkt 1: A\n\nPunkt 1: B\n\nBilag\n\nBilag 1.1: x.pdf\n\nPunkt 2: C\n\nSe bilag 1.1 og bilag 2.1.\n\nBilag\n\nBilag 2.1: y.pdf\n";
    const [after, ...left] = outcome(text, (document) => moveItem(document, 2, 0));
    assert.match(after, /^Punkt 1: C\n\nSe bilag 1\.1 og bilag 1\.1\.\n\nBilag\n\nBilag 1\.1: y\.pdf\n/);
    assert.deepEqual(left, ["»bilag 1.1« er ladt stå: to punkter bærer nummeret, og det kan være begge."]);
  });

  it("leaves all times where one of them is none", () => {
    const [after, ...left] = outcome("Punkt 1: A (10.00-10.10)\n\nPunkt 2: B (10.30-10.20)\n", (document) =>
      moveItem(document, 0, 1),
    );
    assert.equal(after, "Punkt 1: B (10.30-10.20)\n\nPunkt 2: A (10.00-10.10)\n");
    assert.deepEqual(left, ["Punkt 2: tiden findes ikke, så tiderne er ladt stå."]);
  });

  it("writes a range of references anew only where it is one still", () => {
    const items = ["A", "B", "C", "D"].map((title, i) => `Punkt ${i + 1}: ${title}\n`).join("\n");
    const [after, ...left] = outcome(`${items}\nSe punkt 1-2 og punkt 2-3.\n`, (document) =>
      moveItem(document, 2, 0),
    );
    assert.match(after, /Se punkt 2-3 og punkt 2-3\./);
    assert.deepEqual(left, ["»punkt 2-3« er ladt stå: punkterne står ikke længere i træk."]);
  });
});

describe("a new item", () => {
  it("takes its number and its time, and what follows moves on", () => {
    const text =
      `${head}Indholdsfortegnelse\n\nOrienteringspunkt: A, kl. 10.00-10.10\t1\nB, kl. 10.10-10.30\t2\n\n` +
      "Punkt 1: Orienteringspunkt: A, kl. 10.00-10.10\n\nSe punkt 2.\n\nPunkt 2: B, kl. 10.10-10.30\n";
    const [after, ...left] = outcome(text, (document) =>
      insertItem(document, 1, { kind: "orientation", title: "Ny", minutes: 15 }),
    );
    assert.equal(
      after,
      `${head}Indholdsfortegnelse\n\nOrienteringspunkt: A, kl. 10.00-10.10\t1\nOrienteringspunkt: Ny, kl. 10.10-10.25\t2\nB, kl. 10.25-10.45\t2\n\n` +
        "Punkt 1: Orienteringspunkt: A, kl. 10.00-10.10\n\nSe punkt 3.\n\nPunkt 2: Orienteringspunkt: Ny, kl. 10.10-10.25\n\nPunkt 3: B, kl. 10.25-10.45\n",
    );
    assert.deepEqual(left, []);
  });

  it("goes behind the last, in the document's line ends, and its caret stands behind its title", () => {
    const document = ReferatDocument.parse("Punkt 7: A\r\n\r\na");
    const result = insertItem(document, 1, { kind: "case", title: "B" });
    const after = edited(document, result);
    assert.equal(after, "Punkt 7: A\r\n\r\na\r\n\r\nPunkt 8: B\r\n");
    assert.equal("caret" in result ? result.caret : null, after.length - 2);
  });

  it("waits for its title behind the blank that is there for it", () => {
    const document = ReferatDocument.parse("Punkt 1: A (13.00-13.10)\n\nPunkt 2: B (13.10-13.20)\n");
    for (const minutes of [null, 10]) {
      const result = insertItem(document, 1, { kind: "case", title: "", minutes });
      const caret = "caret" in result ? result.caret : null;
      assert.ok(caret !== null && edited(document, result).slice(0, caret).endsWith("\nPunkt 2: "));
    }
  });

  it("is a pause without a number, with the blank lines that it takes to be one", () => {
    assert.deepEqual(
      outcome("Punkt 1: A (10.00-10.10)\nPunkt 2: B (10.10-10.20)\n", (document) =>
        insertPause(document, 1, { minutes: 10 }),
      ),
      ["Punkt 1: A (10.00-10.10)\n\nPAUSE (10.10-10.20)\n\nPunkt 2: B (10.20-10.30)\n"],
    );
  });

  it("has a line of the contents with its number where the others have theirs, and a pause where others are listed", () => {
    const text = (entries: string, items: string): string => `${head}Indholdsfortegnelse\n\n${entries}\n\n${items}`;
    assert.deepEqual(
      outcome(text("Punkt 1: A.....1\nPunkt 2: B.....2", "Punkt 1: A\n\nPunkt 2: B\n"), (document) => insertItem(document, 1, { kind: "case", title: "N" })),
      [text("Punkt 1: A.....1\nPunkt 2: N.....2\nPunkt 3: B.....2", "Punkt 1: A\n\nPunkt 2: N\n\nPunkt 3: B\n")],
    );
    assert.deepEqual(
      outcome(text("A.....1\nPAUSE.....1\nB.....2", "Punkt 1: A\n\nPAUSE\n\nPunkt 2: B\n\nPunkt 3: C\n"), (document) => insertPause(document, 3, {})),
      [text("A.....1\nPAUSE.....1\nB.....2\nPAUSE.....3", "Punkt 1: A\n\nPAUSE\n\nPunkt 2: B\n\nPAUSE\n\nPunkt 3: C\n")],
    );
  }); // prettier-ignore

  it("says where the meeting then ends too late, and refuses midnight", () => {
    const text = `${head}Punkt 1: A (10.00-10.30)\n\nPunkt 2: B (10.30-11.00)\n`;
    assert.match(
      outcome(text, (document) => insertPause(document, 1, { minutes: 20 }))[1] ?? "",
      /slutter nu 20 min efter/,
    );
    assert.match(
      outcome(text, (document) => insertPause(document, 1, { minutes: 900 }))[1] ?? "",
      /over midnat/,
    );
  });
});

describe("an item that goes", () => {
  it("lets the others move up, and leaves what refers to it", () => {
    const [after, ...left] = outcome(
      "Punkt 1: A (10.00-10.10)\n\nSe punkt 2 og punkt 3.\n\nPunkt 2: B (10.10-10.20)\n\nSe punkt 3.\n\nPunkt 3: C (10.20-10.30)\n",
      (document) => deleteItem(document, 1),
    );
    assert.equal(after, "Punkt 1: A (10.00-10.10)\n\nSe punkt 2 og punkt 2.\n\nPunkt 2: C (10.10-10.20)\n");
    assert.deepEqual(left, ["»punkt 2« er ladt stå: punktet er der ikke mere."]);
  });

  it("is refused where what follows would begin before midnight", () => {
    const text = `${head}Punkt 1: A (10.00-11.00)\n\nPunkt 2: B (11.00-11.10)\n\nPunkt 3: C (00.05-00.15)\n`;
    assert.match(outcome(text, (document) => deleteItem(document, 0))[1] ?? "", /midnat\. Intet er ændret/);
  });

  it("leaves its line of the contents where a comment stands in it", () => {
    const text = `${head}Indholdsfortegnelse\n\nA.....1\nB <!-- x -->.....2\n\nPunkt 1: A\n`;
    assert.deepEqual(
      outcome(`${text}\nPunkt 2: B\n`, (document) => deleteItem(document, 1)),
      [text, "Indholdsfortegnelsens »B« er ladt stå: der står en kommentar i linjen."],
    );
  });

  it("leaves the document's end as it is when it is the last", () => {
    assert.deepEqual(
      outcome("Punkt 1: A\n\n\nPunkt 2: B\n\nb", (document) => deleteItem(document, 1)),
      ["Punkt 1: A"],
    );
  });

  for (const { name, document } of clean) {
    it(`takes its line of the contents of ${name} along`, () => {
      for (const index of document.items.keys()) {
        const after = ReferatDocument.parse(edited(document, deleteItem(document, index)));
        const of = (rule: string): string[] => findings(after).filter((each) => each.startsWith(rule));
        assert.deepEqual([...of("toc-"), ...of("item-number"), ...of("slot-gap"), ...of("slot-overlap")], []);
      }
    });
  }
});

describe("splitting and joining", () => {
  for (const { name, document } of clean) {
    it(`undo each other in ${name}`, () => {
      for (const [index, item] of document.items.entries()) {
        for (const block of item.blocks) {
          const offset = (document.offsets[document.firstItemIndex + index] ?? 0) + block.start;
          if (block.kind === "blank" || block.kind === "itemHeading") continue;
          const split = splitItem(document, offset);
          if (isRefused(split)) continue;
          const parted = applyEdits(document, split.edits);
          assert.equal(parted.items.length, document.items.length + 1);
          const back = joinWithNext(parted, index);
          assert.equal(
            edited(parted, back).replace(/\n{3,}/g, "\n\n"),
            document.getText().replace(/\n{3,}/g, "\n\n"),
          );
        }
      }
    });
  }

  it("attachments go with the part that lists them, and their citations follow", () => {
    const text =
      "Punkt 3: A\n\nSe bilag 3.1.\n\nBilag\n\nBilag 3.1: Kort.pdf\n\nPunkt 4: B\n\nSe bilag 3.1 og punkt 3.\n";
    const document = ReferatDocument.parse(text);
    const after = edited(document, splitItem(document, text.indexOf("Bilag\n"), "Nyt"));
    assert.equal(
      after,
      "Punkt 3: A\n\nSe bilag 4.1.\n\nPunkt 4: Nyt\n\nBilag\n\nBilag 4.1: Kort.pdf\n\nPunkt 5: B\n\nSe bilag 4.1 og punkt 3.\n",
    );
    assert.equal(
      edited(ReferatDocument.parse(after), joinWithNext(ReferatDocument.parse(after), 0)),
      text.replace("Bilag\n", "Nyt\n\nBilag\n"),
    );
  });

  it("no comment is parted by a new item", () => {
    const text = "Punkt 1: A\n\nEn.\n<!-- x\nto\n--> tre.\n";
    assert.match(outcome(text, (document) => splitItem(document, text.indexOf("to")))[1] ?? "", /kommentar/);
  });

  it("a join adds the times together", () => {
    assert.deepEqual(
      outcome("Punkt 1: A (10.00-10.10)\n\na\n\nPunkt 2: B (10.10-10.30)\n\nb\n", (document) =>
        joinWithNext(document, 0),
      ),
      ["Punkt 1: A (10.00-10.30)\n\na\n\nB\n\nb\n"],
    );
  });
});

describe("the kind of an item", () => {
  it("changes the prefix of its title, as the document writes it, here and in the contents", () => {
    const text =
      "Indholdsfortegnelse\n\nOrienteringspunkt: A.....\t1\nLukket punkt: B.....\t2\n\n" +
      "Punkt 1: Orienteringspunkt: A\n\nPunkt 2: Lukket punkt: B\n";
    assert.deepEqual(
      outcome(text, (document) => turnInto(document, 1, "discussion")),
      [text.replaceAll("punkt: B", "punkt: Drøftelsespunkt: B")],
    );
    assert.deepEqual(
      outcome(text, (document) => turnInto(document, 0, "case")),
      [text.replaceAll("Orienteringspunkt: ", "")],
    );
    assert.deepEqual(
      outcome(text, (document) => makeClosed(document, 0, true)),
      [text.replaceAll("Orienteringspunkt: ", "Lukket punkt: Orienteringspunkt: ")],
    );
    assert.deepEqual(
      outcome(text, (document) => makeClosed(document, 1, false)),
      [text.replaceAll("Lukket punkt: ", "")],
    );
  });

  it("is refused where the title itself says otherwise", () => {
    assert.match(
      outcome("Punkt 1: Orientering fra formanden\n", (document) => turnInto(document, 0, "case"))[1] ?? "",
      /siger selv/,
    );
    assert.match(
      outcome("Punkt 1: Eventuelt\n", (document) => turnInto(document, 0, "case"))[1] ?? "",
      /fast punkt/,
    );
  });
});

describe("the times of a meeting", () => {
  it("are spread over the items by weight, in whole 5 minutes, around pauses and written items", () => {
    const text =
      `${head}Indholdsfortegnelse\n\nA.....\t1\nPAUSE (10 min).....\t2\nB.....\t2\nSkriftlig orientering: C.....\t3\n\n` +
      "Punkt 1: A\n\nPAUSE (10 min)\n\nPunkt 2: B\n\nPunkt 3: Skriftlig orientering: C\n";
    const spread = text
      .replace("A.....", "A (30 min).....")
      .replace("B.....", "B (20 min).....")
      .replace("1: A", "1: A (30 min)")
      .replace("2: B", "2: B (20 min)");
    assert.deepEqual(
      outcome(text, (document) => spreadTime(document, [3, 0, 2, 0])),
      [spread],
    );
    const clocks = text.replaceAll(" (10 min)", " (10.00-10.10)");
    assert.match(
      outcome(clocks, spreadTime)[0],
      /A \(10\.00-10\.25\)[^]*PAUSE \(10\.25-10\.35\)[^]*B \(10\.35-11\.00\)/,
    );
  });

  it("are not spread where there is no end, or less than 5 minutes each", () => {
    assert.match(outcome("Punkt 1: A\n", spreadTime)[1] ?? "", /begynder/);
    assert.match(outcome(head.replace("-11:00", "") + "Punkt 1: A\n", spreadTime)[1] ?? "", /slutter/);
    assert.match(
      outcome(head.replace("11:00", "10:05") + "Punkt 1: A\n\nPunkt 2: B\n", spreadTime)[1] ?? "",
      /5 min til 2 punkter/,
    );
    assert.match(outcome(`${head}Punkt 1: A\n`, (document) => spreadTime(document, [0]))[1] ?? "", /Vægtene/);
  });

  it("are shifted so that each item starts when the one before ends", () => {
    const text = `${head}Punkt 1: A (10.00-10.20)\n\nPAUSE (10.10-10.15)\n\nPunkt 2: B (10.15-10.50)\n`;
    assert.deepEqual(
      outcome(text, (document) => shiftFrom(document, 0)),
      [text.replace("10.10-10.15", "10.20-10.25").replace("10.15-10.50", "10.25-11.00")],
    );
    assert.match(
      outcome(text.replace("10.20)", "10.30)"), (document) => shiftFrom(document, 0))[1] ?? "",
      /10 min efter mødet, som slutter kl\. 11\.00/,
    );
    assert.match(
      outcome("Punkt 1: A (22.00-23.00)\n\nPunkt 2: B (22.30-23.45)\n", (document) =>
        shiftFrom(document, 0),
      )[1] ?? "",
      /over midnat/,
    );
    assert.deepEqual(
      outcome("Punkt 1: A (10.00-10.30)\n\nPunkt 2: B\n\nPunkt 3: C (10.20-10.40)\n", (document) =>
        shiftFrom(document, 0),
      ),
      [
        "Punkt 1: A (10.00-10.30)\n\nPunkt 2: B\n\nPunkt 3: C (10.30-10.50)\n",
        "Punkt 2: punktet har ingen tid.",
      ],
    );
  });

  it("are brought nearer to the end of a meeting that is past it already, and no further away", () => {
    const late = `${head}Punkt 1: A (10.00-10.15)\n\nPAUSE (10.20-10.30)\n\nPunkt 2: B (10.30-11.10)\n`;
    const shifted = (text: string): string[] => outcome(text, (document) => shiftFrom(document, 0));
    assert.deepEqual(shifted(late), [
      late.replace("10.20-10.30", "10.15-10.25").replace("10.30-11.10", "10.25-11.05"),
      "Mødet slutter nu 5 min efter det angivne sluttidspunkt. Kort punkterne af, eller ret sluttiden.",
    ]);
    assert.match(shifted(late.replace("10.00-10.15", "10.00-10.25"))[1] ?? "", /Intet er ændret/);
  });

  it("bring the entry of the item itself along, when its time was changed by hand", () => {
    const shifted = (entries: string, items: string): string[] => {
      const text = `${head}Indholdsfortegnelse\n\n${entries}\n\n${items}\n`;
      return outcome(text, (document) => shiftFrom(document, 0)).map((each) =>
        each.slice(each.indexOf("A", head.length)),
      );
    };
    const items = "Punkt 1: A (10.00-10.25)\n\nPunkt 2: B (10.25-10.50)";
    const sound = (a: string, b = "B (10.25-10.50)"): string => `${a}.....\t1\n${b}.....\t2`;
    const whole = `${sound("A (10.00-10.25)")}\n\n${items}\n`;
    const late = items.replace("10.25-10.50", "10.10-10.35");
    assert.deepEqual(shifted(sound("A (10.00-10.10)", "B (10.10-10.35)"), late), [whole]);
    assert.deepEqual(shifted(sound("A (10.00-10.10)"), items), [whole]);
    // In the form that the entry has; another form is no difference; what is cut short stays.
    assert.deepEqual(shifted(sound("A, kl. 10:00 - 10:10"), items), [
      `${sound("A, kl. 10:00 - 10:25")}\n\n${items}\n`,
    ]);
    for (const entry of ["A, kl. 10:00 - 10:25", "A (10.00", "Andet", "A <!-- x --> (10.00-10.10)"])
      assert.equal(shifted(sound(entry), items)[0], `${sound(entry)}\n\n${items}\n`);
    // A time where there was none, or one of another kind.
    assert.deepEqual(shifted(sound("A"), items), [whole]);
    assert.deepEqual(shifted(sound("A (10 min)"), items), [whole]);
    assert.deepEqual(shifted(sound("A", "B"), items), [`${sound("A", "B")}\n\n${items}\n`]);
  });

  it("change between clock times and durations", () => {
    const text = `${head}Punkt 1: A (10.00-10.20)\n\nPAUSE (10.20-10.30)\n\nPunkt 2: Skriftlig orientering: B\n\nPunkt 3: C (10.30-11.00)\n`;
    const durations = text
      .replace("10.00-10.20", "20 min")
      .replace("10.20-10.30", "10 min")
      .replace("10.30-11.00", "30 min");
    assert.deepEqual(outcome(text, switchTimeForm), [durations]);
    assert.deepEqual(outcome(durations, switchTimeForm), [text]);
    assert.match(
      outcome(durations.replace("30 min", "40 min"), switchTimeForm)[1] ?? "",
      /10 min efter mødet/,
    );
    assert.deepEqual(outcome(text.replace("10.30-11.00", "10.35-11.00"), switchTimeForm).slice(1), [
      "Foran Punkt 3 lå 5 min, som intet punkt dækkede.",
    ]);
  });

  for (const { name, document } of clean) {
    it(`of ${name} are sound however they are set`, () => {
      const times = (of: ReferatDocument): string[] =>
        findings(of).filter((each) => /^(?:slot|toc)-/.test(each));
      const spread = ReferatDocument.parse(edited(document, spreadTime(document)));
      assert.deepEqual(times(spread), []);
      const durations = ReferatDocument.parse(edited(document, switchTimeForm(document)));
      assert.deepEqual(times(durations), []);
      assert.deepEqual(times(ReferatDocument.parse(edited(durations, switchTimeForm(durations)))), []);
      for (const index of document.items.keys()) {
        const result = shiftFrom(document, index);
        if (!isRefused(result)) assert.deepEqual(result.edits, []);
      }
    });
  }
});

describe("updating the contents", () => {
  it("follows the headings in order, words and times, and keeps the pages", () => {
    const items =
      "Punkt 1: A (10.00-10.10)\n\nPAUSE (10.10-10.15)\n\nPunkt 2: B (10.15-10.20)\n\nPunkt 3: C\n";
    const before = `${head}Indholdsfortegnelse\n\nB (10.10-10.20).....\t1\nUdgået.....\t2\n<!-- x -->\nA (10.00-10.10).....\t3\n\n${items}`;
    const after = `${head}Indholdsfortegnelse\n\nA (10.00-10.10).....\t1\n<!-- x -->\nB (10.15-10.20).....\t3\nC.....\t4\n\n${items}`;
    assert.deepEqual(outcome(before, updateContents), [after]);
    assert.deepEqual(outcome(after, updateContents), [after]);
    assert.match(
      outcome(after, (document) => updateContents(document, { pages: new Map([[3, 9]]) }))[0],
      /B \(10\.15-10\.20\)\.{5}\t3\nC\.{5}\t9\n/,
    );
  });

  it("leaves a line that holds a comment, and says so", () => {
    const items = "Punkt 1: A (10.00-10.10)\n\nPunkt 2: B (10.10-10.20)\n\nPunkt 3: C (10.20-10.30)\n";
    const updated = (entries: string): string[] => {
      const [after, ...left] = outcome(
        `${head}Indholdsfortegnelse\n\n${entries}\n\n${items}`,
        updateContents,
      );
      return [after.slice(`${head}Indholdsfortegnelse\n\n`.length, after.indexOf("\n\nPunkt 1")), ...left];
    };
    const commented = (words: string): string =>
      `Indholdsfortegnelsens »${words}« er ladt stå: der står en kommentar i linjen.`;
    // It would have to move: all lines stay at their places, and follow their headings there.
    const inDisorder = "B (10.10-10.20).....1\nA <!-- x --> (10.00-10.10).....2\nC (10.20-10.25).....3";
    assert.deepEqual(updated(inDisorder), [
      inDisorder.replace("10.25", "10.30"),
      commented("A (10.00-10.10)"),
    ]);
    assert.deepEqual(updated(inDisorder.replace("10.00", "10.05")), [
      inDisorder.replace("10.00", "10.05").replace("10.25", "10.30"),
      commented("A (10.05-10.10)"),
    ]);
    // It would have to go, or to follow its heading.
    const whole = "A (10.00-10.10).....1\nB (10.10-10.20).....2\nC (10.20-10.30).....3";
    const gone = whole.replace("B", "Ud <!-- x --> gået.....2\nB");
    assert.deepEqual(updated(gone), [gone, commented("Ud gået")]);
    const late = whole.replace("B (10.10-10.20)", "B <!-- x --> (10.15-10.20)");
    assert.deepEqual(updated(late), [late, commented("B (10.15-10.20)")]);
  });

  it("mends what was cut short, its dots too, and gives a line its page where the pages are known", () => {
    const items = "Punkt 1: A (10.00-10.10)\n\nPunkt 2: B (10.10-10.20)\n\nPunkt 3: C (10.20-10.30)\n";
    const text = (b: string): string =>
      `${head}Indholdsfortegnelse\n\nA (10.00-10.10).....1\n${b}\nC (10.20-10.30).....3\n\n${items}`;
    assert.deepEqual(outcome(text("B (10.10\t2"), updateContents), [text("B (10.10-10.20).....2")]);
    const pages = new Map([0, 1, 2].map((index) => [index, index + 1]));
    for (const b of ["B (10.10-10.20)", "B (10.10-10.20)....."]) {
      assert.deepEqual(
        outcome(text(b), (document) => updateContents(document, { pages })),
        [text("B (10.10-10.20).....2")],
      );
      assert.deepEqual(outcome(text(b), updateContents), [text(b)]);
    }
  });

  it("puts right the number that the lines repeat", () => {
    const contents = (b: string): string =>
      `${head}Indholdsfortegnelse\n\nPunkt 1: A.....1\nPunkt ${b}: Ny hal.....2\n\nPunkt 1: A\n\nPunkt 2: Ny hal\n`;
    assert.deepEqual(outcome(contents("4"), updateContents), [contents("2")]);
  });

  it("fills contents that are empty, and is refused where there are none", () => {
    assert.match(
      outcome(`${head}Indholdsfortegnelse\n\nPunkt 1: A\n`, updateContents)[0],
      /Indholdsfortegnelse\n\nA\.{5}\t1\n\nPunkt 1: A\n$/,
    );
    // New entries one after the other count on, up to the page of what follows.
    assert.deepEqual(
      outcome(
        `${head}Indholdsfortegnelse\n\nA.....3\nE.....6\n\nPunkt 1: A\n\nPunkt 2: B\n\nPunkt 3: C\n\nPunkt 4: D\n\nPunkt 5: E\n\nPunkt 6: F\n\nPunkt 7: G\n`,
        updateContents,
      )[0]
        .slice(head.length)
        .split("\n")
        .slice(2, 9),
      ["A.....3", "B.....4", "C.....5", "D.....6", "E.....6", "F.....7", "G.....8"],
    );
    assert.match(outcome(`${head}Punkt 1: A\n`, updateContents)[1] ?? "", /ingen indholdsfortegnelse/);
  });

  it("makes contents for who asks, in the document's line ends", () => {
    const create = (document: ReferatDocument): EditResult => updateContents(document, { create: true });
    const text = `${head}Punkt 1: A (10.00-10.10)\n\nPAUSE (10.10-10.15)\n\nPunkt 2: B\n`.replaceAll(
      "\n",
      "\r\n",
    );
    const contents =
      "Indholdsfortegnelse\n\nA (10.00-10.10).....\t1\nPAUSE (10.10-10.15).....\t2\nB.....\t3\n\n";
    const after = text.replace("Punkt 1", `${contents.replaceAll("\n", "\r\n")}Punkt 1`);
    assert.deepEqual(outcome(text, create), [after]);
    assert.deepEqual(outcome(after, create), [after]);
    assert.match(outcome("Punkt 1: A\n", create)[1] ?? "", /titellinje/);
    assert.match(outcome(head, create)[1] ?? "", /ingen punkter/);
    assert.match(outcome("", create)[1] ?? "", /ingen indholdsfortegnelse/);
  });

  for (const { name, document } of clean) {
    it(`finds nothing to do in ${name}`, () => {
      const result = updateContents(document);
      assert.ok(!isRefused(result));
      assert.deepEqual(result.edits, []);
    });
  }
});

describe("from one document to the next", () => {
  const text = (written: NewText): string => {
    assert.ok(!isRefused(written), "refused" in written ? refusalWords.da(written.refused) : "");
    return written.text;
  };
  const named = (ending: string): ReferatDocument => {
    const found = clean.find(({ name }) => name.endsWith(`2026-03-04${ending}`));
    assert.ok(found);
    return found.document;
  };

  it("minutes have a section Beslutning for each item of the agenda, and a number for each recommendation", () => {
    const agenda = named(".dagsorden");
    const minutes = ReferatDocument.parse(text(agendaToMinutes(agenda)));
    const prepared = minutes.items.filter((item) => item.sections.some(({ kind }) => kind === "beslutning"));
    assert.equal(prepared.length, agenda.items.length - 2);
    assert.match(minutes.items[2]?.text ?? "", /\nBeslutning\n\n1\. \n2\. \n\nBilag/i);
    // Back again there is nothing but the blank lines that were written.
    const squeezed = (all: string): string => all.replace(/\n{2,}/g, "\n\n").trimEnd();
    assert.equal(squeezed(text(minutesToAgenda(minutes))), squeezed(agenda.getText()));
  });

  it("an agenda has no word of what was decided, voted, agreed, and of who was absent", () => {
    const agenda = text(minutesToAgenda(named(".referat")));
    assert.doesNotMatch(
      agenda,
      /Beslutning i |blev godkendt|Imod stemte|tilført|Fraværende|Afbud|Opfølgning/,
    );
    // It is the agenda that the minutes were written from, but for the pages and two lines that the minutes left out.
    const lines = new Set(named(".dagsorden").getText().split("\n"));
    for (const line of agenda.split("\n")) assert.ok(lines.has(line) || /\t\d+$/.test(line), line);
  });

  it("absences go wherever they are told, and so does a decision outside of any section, by name", () => {
    const document = ReferatDocument.parse(
      "REFERAT Udvalget d. 04-03-2026\r\n\r\nMødedeltagere Anna Holm (A, afbud), Bo Lind (Afbud, V), Kaj By (Afbud)\r\n\r\nAfbud Kaj By\r\n\r\n" +
        "Punkt 1: Eventuelt\r\n\r\nDagsordenen blev godkendt.\r\n\r\nFraværende Kaj By",
    );
    const written = minutesToAgenda(document);
    assert.equal(
      text(written),
      "DAGSORDEN Udvalget d. 04-03-2026\r\n\r\nMødedeltagere Anna Holm (A), Bo Lind (V), Kaj By\r\n\r\nPunkt 1: Eventuelt",
    );
    assert.deepEqual("left" in written ? written.left.map((each) => leftWords.da(each)) : [], [
      "Punkt 1 har tekst uden afsnit, som lød som en beslutning. Den er ikke taget med.",
    ]);
  });

  it("the next agenda carries over what stands, what was postponed and what is to be done", () => {
    const minutes = ReferatDocument.parse(
      "REFERAT Udvalget d. 04-03-2026\n\nMødedato Onsdag d. 4. marts 2026 kl. 13:00-16:00\n\nMødested Rådhuset\n\n" +
        "Indholdsfortegnelse\n\nGodkendelse af dagsorden (13.00-13.05).....\t1\nA (13.05-13.20).....\t2\nB (13.20-13.40).....\t3\nEventuelt.....\t4\n\n" +
        "Punkt 1: Godkendelse af dagsorden (13.00-13.05)\n\nBeslutning\n\nGodkendt.\n\n" +
        "Punkt 2: A (13.05-13.20)\n\nSag.\n\nBeslutning\n\nGodkendt.\n\nOpfølgning\n\n- Anna Holm: skriver til B (senest 1. april 2026)\n\n" +
        "Punkt 3: B (13.20-13.40)\n\nSagen, jf. bilag 3.1.\n\nBeslutning\n\nSagen udsættes.\n\nBilag\n\nBilag 3.1: Kort.pdf\n\n" +
        "Punkt 4: Eventuelt\n\nBeslutning\n\nIkke noget.\n",
    );
    assert.equal(
      text(nextAgenda(minutes, { year: 2026, month: 4, day: 9 })),
      "DAGSORDEN Udvalget d. 09-04-2026\n\nMødedato Torsdag d. 9. april 2026 kl. 13:00-16:00\n\nMødested Rådhuset\n\n" +
        "Indholdsfortegnelse\n\nGodkendelse af dagsorden.....\t1\nSkriftlig orientering: Opfølgning.....\t2\nB.....\t3\nEventuelt.....\t4\n\n" +
        "Punkt 1: Godkendelse af dagsorden\n\nPunkt 2: Skriftlig orientering: Opfølgning\n\n- Anna Holm: skriver til B (senest 1. april 2026)\n\n" +
        "Punkt 3: B\n\nSagen, jf. bilag 3.1.\n\nBilag\n\nBilag 3.1: Kort.pdf\n\nPunkt 4: Eventuelt\n",
    );
  });

  it("a title line in small letters gets a word like its own", () => {
    const agenda = ReferatDocument.parse("Dagsorden Udvalget d. 04-03-2026\n\nPunkt 1: Eventuelt\n");
    assert.match(text(agendaToMinutes(agenda)), /^Referat Udvalget d\. 04-03-2026\n/);
  });

  it("is refused where it is not known what the document is, or it is that already", () => {
    assert.ok(isRefused(agendaToMinutes(ReferatDocument.parse("Punkt 1: A\n"))));
    assert.ok(isRefused(agendaToMinutes(named(".referat"))));
    assert.ok(isRefused(minutesToAgenda(named(".dagsorden"))));
  });
});
