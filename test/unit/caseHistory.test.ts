import assert from "node:assert/strict";
import { caseHistory } from "../../server/src/archive/caseHistory.ts";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { insertHistory } from "../../server/src/edits/insertHistory.ts";
import { isRefused } from "../../server/src/edits/result.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { archiveOf, minutes } from "../support/archive.ts";

const others = ["Eventuelt", "Molen\n\n26/0200\n\nBeslutning\n\nUdsat."];
const march = minutes("04-03-2026", ["Ny svømmehal\n\n26/0117\n\nBeslutning\n\nUdsat.", ...others]);
const archive = archiveOf({
  "januar.referat": minutes("14-01-2026", [
    "Orienteringssag: Ny svømmehal\n\nBeslutning\n\nTaget til efterretning.",
  ]),
  "marts.referat": march,
  "marts.dagsorden": march.replace("REFERAT", "DAGSORDEN"),
  "april.dagsorden": `DAGSORDEN Byrådet i Havneby d. 15-04-2026\n\nPunkt 7: Badning i Havneby\n\n26/0117\n`,
  "maj.referat": minutes("06-05-2026", [
    "Havnebad\n\nSe punkt 1 på mødet den 4. marts 2026.\n\nBeslutning\n\nDrøftet.",
    "Lukket punkt: Grunden\n\n26/0117\n\nBeslutning\n\nGodkendt.",
  ]),
  "juni.referat": minutes("03-06-2026", ["Eventuelt", "Ny svømmehal\n\n26/0999\n\nBeslutning\n\nForkastet."]),
});

function course(uri: string, index: number): string[] {
  return caseHistory(archive, uri, index).map(
    ({ date, number, title, why }) => `${date ?? ""} ${number ?? ""} ${title}: ${why}`,
  );
}

describe("a case's course", () => {
  it("has every meeting that dealt with it, the oldest first, an agenda only where there are no minutes", () => {
    assert.deepEqual(course("marts.referat", 0), [
      "2026-01-14 1 Orienteringssag: Ny svømmehal: title",
      "2026-03-04 1 Ny svømmehal: self",
      "2026-04-15 7 Badning i Havneby: journalNumber",
      "2026-05-06 1 Havnebad: reference",
      "2026-05-06 2 Lukket punkt: Grunden: journalNumber",
    ]);
  });

  it("is the same from a meeting that only refers to it, as far as it refers", () => {
    assert.deepEqual(course("maj.referat", 0), [
      "2026-03-04 1 Ny svømmehal: reference",
      "2026-05-06 1 Havnebad: self",
    ]);
  });

  it("has nothing of standing items, of other cases, and of what is not there", () => {
    assert.deepEqual(course("marts.referat", 1), ["2026-03-04 2 Eventuelt: self"]);
    assert.deepEqual(course("juni.referat", 1), [
      "2026-01-14 1 Orienteringssag: Ny svømmehal: title",
      "2026-06-03 2 Ny svømmehal: self",
    ]);
    assert.deepEqual(course("marts.referat", 9), []);
    assert.deepEqual(course("ukendt.referat", 0), []);
  });
});

/** The text with the course of the item at `|` written in. */
function inserted(marked: string): string {
  const offset = marked.indexOf("|");
  const document = ReferatDocument.parse(marked.replace("|", ""));
  const result = insertHistory(document, offset, caseHistory(archive, "marts.referat", 0));
  return isRefused(result) ? result.refused.why : applyEdits(document, result.edits).getText();
}

describe("a case's course as text", () => {
  const lines = [
    "14. januar 2026, Kulturudvalget i Havneby, punkt 1: Taget til efterretning.",
    "15. april 2026, Byrådet i Havneby, punkt 7: på dagsordenen.",
    "6. maj 2026, Kulturudvalget i Havneby, punkt 1: Drøftet.",
    "6. maj 2026, Kulturudvalget i Havneby, punkt 2: lukket punkt.",
  ];

  it("is a list behind the paragraph, a line a meeting, without what a closed item decided", () => {
    assert.equal(
      inserted("Punkt 1: A\n\nSagen| er ny.\nOg lang.\n\nBeslutning\n"),
      `Punkt 1: A\n\nSagen er ny.\nOg lang.\n\n${lines.map((line) => `- ${line}`).join("\n")}\n\nBeslutning\n`,
    );
    assert.equal(inserted("Punkt 1: A|"), `Punkt 1: A\n\n${lines.map((line) => `- ${line}`).join("\n")}\n`);
  });

  it("has the document's bullets and line ends", () => {
    assert.equal(
      inserted("Punkt 1: A\r\n\r\n• en\r\n• to|\r\nBeslutning\r\n"),
      `Punkt 1: A\r\n\r\n• en\r\n• to\r\n\r\n${lines.map((line) => `• ${line}`).join("\r\n")}\r\n\r\nBeslutning\r\n`,
    );
  });

  it("tells what was decided in a closed item where this one is closed too", () => {
    assert.match(inserted("Punkt 1: A (lukket)|"), /punkt 2: Godkendt\.\n$/);
  });

  it("is refused outside of items, in comments, and where there is none", () => {
    assert.equal(inserted("REFERAT A| d. 04-03-2026\n\nPunkt 1: A\n"), "noItem");
    assert.equal(inserted("Punkt 1: A\n\n<!-- her| -->\n"), "comment");
    const document = ReferatDocument.parse("Punkt 1: A\n");
    assert.deepEqual(insertHistory(document, 3, []), { refused: { why: "noHistory" } });
  });
});
