import assert from "node:assert/strict";
import { actionsIn } from "../../server/src/archive/actionRegister.ts";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { refusalWords } from "../../server/src/edits/left.ts";
import { markDone } from "../../server/src/edits/markDone.ts";
import { nextAgenda } from "../../server/src/edits/nextAgenda.ts";
import { isRefused } from "../../server/src/edits/result.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { archiveOf, minutes } from "../support/archive.ts";

function marked(text: string, line: number, done: boolean, words?: string): string {
  const document = ReferatDocument.parse(text);
  const result = markDone(document, line, done, words);
  return isRefused(result) ? result.refused.why : applyEdits(document, result.edits).getText();
}

const list = "Punkt 1: A\r\n\r\nOpfølgning\r\n\r\n- Anna: maler huset  \r\n- Bent: fejer\r\n";
const prose =
  "Punkt 1: A\n\nBeslutning\n\nGodkendt. Det blev aftalt, at Anna maler. Det blev aftalt, at Bent fejer. Tak.\n";

describe("marking an action as done", () => {
  it("puts a comment behind its words, and takes it away again", () => {
    const done = marked(list, 4, true);
    assert.equal(done, list.replace("huset", "huset <!-- udført -->"));
    assert.equal(marked(done, 4, false), list);
    assert.equal(marked(done, 4, true), done);
    assert.equal(marked(list, 5, false), list);
  });

  it("marks the sentence that is meant of those that stand on its line", () => {
    assert.equal(marked(prose, 4, true), "severalActions");
    const done = marked(prose, 4, true, "fejer");
    assert.equal(done, prose.replace("fejer.", "fejer. <!-- udført -->"));
    const archive = archiveOf({ "a.referat": done });
    assert.deepEqual(
      actionsIn(archive, {}, "2026-01-01").rows.map(({ owner, state }) => [owner, state]),
      [
        ["Anna", "open"],
        ["Bent", "done"],
      ],
    );
    assert.equal(marked(done, 4, false, "fejer"), prose);
    assert.equal(marked(prose, 4, true, "rydder"), "severalActions");
  });

  it("is refused where there is none, and where the words themselves say it", () => {
    assert.equal(marked(list, 0, true), "noAction");
    assert.equal(marked("Tekst\n", 0, true), "noAction");
    const refusal = { why: "noAction" } as const;
    assert.match(refusalWords.da(refusal), /ingen opfølgning\. Intet er ændret/);
    assert.match(refusalWords.en(refusal), /no action here\. Nothing was changed/);
    assert.equal(marked(list.replace("fejer", "fejer (udført)"), 5, false), "saidDone");
  });
});

describe("the next agenda with the archive behind it", () => {
  const march = minutes("04-03-2026", ["Havnen\n\nOpfølgning\n\n- Anna: maler huset (senest 1. april 2026)"]);
  const april = minutes("08-04-2026", [
    "Godkendelse af dagsorden",
    "Molen\n\nOpfølgning\n\n- Bent: fejer molen\n- Citha: rydder molen <!-- udført -->",
  ]);
  const next = (open?: Parameters<typeof nextAgenda>[2]): readonly string[] => {
    const result = nextAgenda(ReferatDocument.parse(april), { year: 2026, month: 5, day: 6 }, open);
    return isRefused(result) ? [] : result.text.split("\n").filter((line) => line.startsWith("- "));
  };

  it("carries what is open of all meetings of the body", () => {
    const { rows } = actionsIn(archiveOf({ "a.referat": march, "b.referat": april }), {}, "2026-04-30");
    assert.deepEqual(next(rows.filter(({ state }) => state !== "done")), [
      "- Anna: maler huset (senest 1. april 2026)",
      "- Bent: fejer molen",
    ]);
    assert.deepEqual(next([]), []);
  });

  it("tells a deadline that has moved, and none twice", () => {
    const one = { owner: "sekretariatet", date: "2026-03-04", text: "udsender den senest 1. april 2026" };
    assert.deepEqual(
      next([
        { ...one, deadline: "2026-04-01" },
        { ...one, deadline: "2026-05-01" },
      ]),
      [
        "- Sekretariatet: udsender den senest 1. april 2026",
        "- Sekretariatet: udsender den senest 1. april 2026 (senest 1. maj 2026)",
      ],
    );
  });

  it("carries what its own minutes agreed where there is no archive", () => {
    assert.deepEqual(next(), ["- Bent: fejer molen"]);
  });

  it("what it carries is known again at the next meeting", () => {
    const result = nextAgenda(ReferatDocument.parse(march), { year: 2026, month: 4, day: 8 });
    assert.ok(!isRefused(result));
    const held = result.text.replace("DAGSORDEN", "REFERAT");
    const { rows } = actionsIn(archiveOf({ "a.referat": march, "b.referat": held }), {}, "2026-04-30");
    assert.deepEqual(
      rows.map(({ uri, last }) => [uri, last.uri]),
      [["a.referat", "b.referat"]],
    );
  });
});
