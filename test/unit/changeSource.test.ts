import assert from "node:assert/strict";
import { audiences } from "../../client/src/publishing/audience.ts";
import {
  agendaBeside,
  dayAndTime,
  isChangeSource,
  sourceWords,
  subjectOf,
} from "../../client/src/publishing/changes/changeSource.ts";

describe("since what changes are shown", () => {
  const minutes = "REFERAT Havneudvalget d. 04-03-2026\n\nPunkt 1: Ny mole\n";
  const texts: Readonly<Record<string, string>> = {
    "møde.dagsorden": "Noter",
    "2026-03-04.dagsorden": "DAGSORDEN  havneudvalget d. 4-3-2026\n",
    "2026-03-11.dagsorden": "DAGSORDEN Havneudvalget d. 11-03-2026\n",
    "skole.dagsorden": "DAGSORDEN Skoleudvalget d. 04-03-2026\n",
    "andet.referat": minutes,
  };
  const read = (name: string): Promise<string | null> => Promise.resolve(texts[name] ?? null);
  const beside = (name: string, text: string, files = Object.keys(texts)): Promise<string | null> =>
    agendaBeside(name, text, files, read);

  it("finds the agenda of the same name, else that of the same body and day", async () => {
    assert.equal(await beside("Møde.referat", minutes), "møde.dagsorden");
    assert.equal(await beside("andet.referat", minutes), "2026-03-04.dagsorden");
  });

  it("finds none for another meeting, for a text without a title line, and for an agenda", async () => {
    assert.equal(await beside("andet.referat", minutes.replace("04-03", "05-03")), null);
    assert.equal(await beside("andet.referat", "Noter fra mødet"), null);
    assert.equal(await beside("møde.dagsorden", minutes), null);
    assert.equal(await beside("andet.referat", minutes, ["ulæselig.dagsorden"]), null);
  });

  it("is said in words", () => {
    assert.equal(sourceWords({ type: "agenda", uri: "file:///a.dagsorden" }), "dagsordenen");
    assert.equal(sourceWords({ type: "file", uri: "file:///m/m%C3%B8de%201.referat" }), "»møde 1.referat«");
    assert.equal(sourceWords({ type: "file", uri: "file:///100%.referat" }), "»100%.referat«");
    const revision = { type: "revision", ref: "a1b2", date: "2026-03-04" } as const;
    assert.equal(sourceWords(revision), "versionen fra 4. marts 2026");
    assert.deepEqual(dayAndTime(new Date(2026, 2, 4, 9, 5)), { day: "2026-03-04", time: "09.05" });
    assert.equal(subjectOf("\nRettet efter bemærkninger\r\n\r\nSe mail."), "Rettet efter bemærkninger");
  });

  it("is looked at where an earlier session kept it", () => {
    assert.ok(isChangeSource({ type: "file", uri: "file:///a" }));
    assert.ok(isChangeSource({ type: "revision", ref: "a", date: "2026-03-04" }));
    for (const spoilt of [
      null,
      1,
      "file",
      {},
      { type: "file" },
      { type: "revision", ref: "a" },
      { type: "x", uri: "" },
    ])
      assert.ok(!isChangeSource(spoilt), JSON.stringify(spoilt));
  });
});

describe("who gets the exported document", () => {
  it("is no question where nothing is closed and no changes are shown", () => {
    assert.deepEqual(
      audiences(false, null).map(({ everybody, marked }) => [everybody, marked]),
      [[true, false]],
    );
  });

  it("is asked with marks where the preview shows changes", () => {
    const choices = (closed: boolean, since: string | null): string[] =>
      audiences(closed, since).map(({ label }) => label.replace(/^\$\([a-z]+\) /, ""));
    assert.deepEqual(choices(true, null), ["Til alle", "Internt"]);
    const marked = [
      "Til alle, med ændringer siden dagsordenen markeret",
      "Internt, med ændringer siden dagsordenen markeret",
    ];
    assert.deepEqual(choices(false, "dagsordenen"), ["Til alle", ...marked]);
    assert.deepEqual(choices(true, "dagsordenen"), ["Til alle", "Internt", ...marked]);
  });
});
