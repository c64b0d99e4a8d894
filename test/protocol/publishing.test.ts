import assert from "node:assert/strict";
import type { Range } from "vscode-languageserver";
import { endAll, errorCodes, type LspClient, ResponseFailure } from "../support/lspClient.ts";
import { fullCapabilities, running } from "./clients.ts";
import { textIn } from "./text.ts";

const uri = "file:///intet/sted/m%C3%B8de.referat";
const minutes = `REFERAT Havneudvalget d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-15:00

Punkt 1: Ny mole

Indstilling

Det indstilles, at Havneudvalget:

1. Godkender planen

Punkt 2: Lukket punkt: Køb af kajplads

Sagsfremstilling

Sælger er 010203-1234.

Beslutning

Godkendt.
`;

interface Readiness {
  readonly version: number;
  readonly kind: string;
  readonly obstacles: readonly {
    readonly gravity: string;
    readonly message: string;
    readonly range: Range;
    readonly rule: string | null;
    readonly fixes: readonly string[];
  }[];
}

function readiness(client: LspClient, isPublic: boolean): Promise<Readiness> {
  return client.send("referat/readiness", { textDocument: { uri }, public: isPublic }) as Promise<Readiness>;
}

/** The file that the server makes of the document. */
async function exportedText(
  client: LspClient,
  format: string,
  isPublic = false,
  since?: object,
): Promise<string> {
  const params = { textDocument: { uri }, format, public: isPublic, since };
  return ((await client.send("referat/export", params)) as { text: string }).text;
}

describe("protocol: publishing", () => {
  afterEach(endAll);

  it("works out how to mend the first 200 obstacles, however many there are", async () => {
    const client = await running(fullCapabilities);
    const wrong = Array.from(
      { length: 250 },
      (_, index) => `Punkt ${index + 1}: Sag\n\nTirsdag den 4. marts 2026.\n`,
    );
    client.open(uri, ["REFERAT Havneudvalget d. 04-03-2026\n", ...wrong].join("\n"));
    const { obstacles } = await readiness(client, false);
    const mended = obstacles.map(({ fixes }) => fixes.length > 0);
    assert.ok(obstacles.filter(({ rule }) => rule === "weekday").length === 250);
    assert.ok(mended.slice(0, 200).includes(true));
    assert.ok(!mended.slice(200).includes(true));
  });

  it("gathers what stands in the way, with its place and how to mend it", async () => {
    const client = await running(fullCapabilities);
    client.open(uri, minutes);
    const internal = await readiness(client, false);
    assert.equal(internal.version, 1);
    assert.equal(internal.kind, "referat");
    const found = internal.obstacles.map(({ gravity, rule, range }) => [
      gravity,
      rule,
      textIn(minutes, range),
    ]);
    assert.deepEqual(found.slice(0, 2), [
      ["error", "missing-decision", "Punkt 1"],
      ["error", "cpr-number", "010203-1234"],
    ]);
    assert.ok((internal.obstacles[0]?.fixes.length ?? 0) > 0);
    const everybody = await readiness(client, true);
    assert.deepEqual(
      everybody.obstacles.map(({ rule }) => rule).filter((rule) => rule === "cpr-number"),
      [],
      "what stands in a closed item is in nobody's way",
    );
  });

  it("says it in the user's language", async () => {
    const client = await running(fullCapabilities, { language: "en" });
    client.open(uri, `${minutes}\n\nPunkt 3: Ny sag\n\nBeslutning\n\nLukket punkt: Salg\n`);
    const messages = (await readiness(client, true)).obstacles.map(({ message }) => message);
    assert.ok(
      messages.some((message) => message.startsWith("The line looks like the heading of a closed item")),
      messages.join("\n"),
    );
  });

  it("gives no file to everybody while something must be mended, and the whole to the house", async () => {
    const client = await running(fullCapabilities);
    client.open(uri, minutes);
    const textDocument = { uri };
    const refused = await client.send("referat/export", { textDocument, format: "html", public: true });
    assert.deepEqual(refused, { refused: 1 });
    const text = await exportedText(client, "html");
    assert.match(text, /^<!DOCTYPE html>/);
    assert.match(text, /010203-1234/);
  });

  it("leaves closed items out of what everybody gets, as it stands in the editor", async () => {
    const client = await running(fullCapabilities);
    client.open(uri, minutes.replace("\nPunkt 2", "\nBeslutning\n\n1. Godkendt.\n\nPunkt 2"));
    const textDocument = { uri };
    for (const format of ["html", "oparl"]) {
      const text = await exportedText(client, format, true);
      assert.match(text, /Ny mole/);
      assert.doesNotMatch(text, /kajplads|010203/);
    }
    assert.deepEqual(await client.send("referat/exportName", { textDocument }), {
      name: "2026-03-04 Havneudvalget – referat",
      closed: true,
    });
  });

  it("refuses a format that it does not know, and knows nothing of a file that is not there", async () => {
    const client = await running(fullCapabilities);
    const textDocument = { uri: "file:///intet/sted/findes-ikke.referat" };
    assert.equal(await client.send("referat/export", { textDocument, format: "html" }), null);
    assert.equal(await client.send("referat/readiness", { textDocument }), null);
    await assert.rejects(
      client.send("referat/export", { textDocument, format: "wordperfect" }),
      (error: unknown) => error instanceof ResponseFailure && error.code === errorCodes.invalidParams,
    );
  });

  it("marks what has changed since an earlier version, which everybody gets no word of", async () => {
    const client = await running(fullCapabilities);
    const answered = minutes.replace("\nPunkt 2", "\nBeslutning\n\n1. Godkendt.\n\nPunkt 2");
    client.open(uri, answered);
    const text = minutes.replace("Det indstilles", "Broens ejer indstiller");
    const exportedSince = (since: object, isPublic: boolean): Promise<string> =>
      exportedText(client, "html", isPublic, since);

    const inside = await exportedSince({ text, name: "udkast.referat" }, false);
    assert.match(inside, /Ændringer i forhold til »udkast\.referat«/);
    assert.match(inside, /<del[^>]*>Broens ejer indstiller,?<\/del>/);
    assert.match(inside, /<ins[^>]*>Det indstilles,?<\/ins>/);

    const everybody = await exportedSince({ text, name: "Salg til Jens.referat" }, true);
    assert.match(everybody, /Ændringer i forhold til en tidligere version/);
    assert.match(everybody, /<ins[^>]*>Det indstilles,?<\/ins>/);
    assert.doesNotMatch(everybody, /<del|Broens|Jens|kajplads/);

    const dated = { text, name: "møde.referat", date: "2026-03-04" };
    assert.match(await exportedSince(dated, true), /i forhold til versionen fra 4\. marts 2026/);
    const agenda = text.replace("REFERAT", "DAGSORDEN");
    assert.match(
      await exportedSince({ text: agenda, name: "møde.dagsorden" }, true),
      /i forhold til dagsordenen/,
    );
    const other = agenda.replace("04-03-2026", "11-03-2026").replace("4. marts", "11. marts");
    assert.match(
      await exportedSince({ text: other, name: "x.dagsorden" }, false),
      /i forhold til »x\.dagsorden«/,
    );
  });

  it("refuses an earlier version that is none, and marks in OParl, which has none", async () => {
    const client = await running(fullCapabilities);
    client.open(uri, minutes);
    const textDocument = { uri };
    const text = minutes;
    const isInvalid = (error: unknown): boolean =>
      error instanceof ResponseFailure && error.code === errorCodes.invalidParams;
    const spoilt = [
      null,
      "x",
      [],
      { text },
      { name: "x" },
      { text: 1, name: "x" },
      { text, name: "x", date: 4 },
    ];
    for (const since of [...spoilt, { text, name: "x", date: "2026-02-30" }]) {
      for (const method of ["referat/preview", "referat/export"])
        await assert.rejects(client.send(method, { textDocument, format: "html", since }), isInvalid);
    }
    const since = { text, name: "x.referat" };
    await assert.rejects(client.send("referat/export", { textDocument, format: "oparl", since }), isInvalid);
  });

  it("shows a state on the page, which a command sets, changes and takes away", async () => {
    const client = await running(fullCapabilities);
    client.open(uri, minutes);
    const edits: string[] = [];
    client.onRequest("workspace/applyEdit", (params) => {
      const { edit } = params as {
        edit: { documentChanges: [{ edits: [{ newText: string; range: Range }] }] };
      };
      const [{ newText, range }] = edit.documentChanges[0].edits;
      edits.push(newText);
      client.change(uri, edits.length + 1, { range, text: newText });
      return { applied: true };
    });
    const set = (state: string | null): Promise<unknown> =>
      client.request("workspace/executeCommand", {
        command: "referat.setState",
        arguments: [uri, null, 0, state],
      });
    const page = (): Promise<string> => exportedText(client, "html");
    await set("til godkendelse");
    assert.match(await page(), /til godkendelse/i);
    await set("godkendt");
    assert.doesNotMatch(await page(), /til godkendelse/i);
    await set(null);
    assert.deepEqual(edits, ["\n<!-- status: til godkendelse -->", "<!-- status: godkendt -->", ""]);
  });
});
