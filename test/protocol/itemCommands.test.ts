import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import type { Range, WorkspaceEdit } from "vscode-languageserver";
import { folderWith } from "../support/cli.ts";
import { endAll, errorCodes, type LspClient, ResponseFailure } from "../support/lspClient.ts";
import { documentUri, fullCapabilities, running } from "./clients.ts";
import { edited, offsetAt } from "./text.ts";

const uri = documentUri();
const text = `DAGSORDEN Udvalget d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00

Punkt 1: Velkomst (13.00-13.10)

Formanden byder velkommen.

Punkt 2: Havnen (13.10-13.40)

Se punkt 3.

Punkt 3: Skolen (13.40-14.00)

Skolen bygges om.
`;

/** Runs a command, applies what it asks the client to apply, and gives the text and the answer. */
async function run(
  client: LspClient,
  command: string,
  ...args: unknown[]
): Promise<{ text: string; answer: unknown }> {
  return runOn(client, text, command, ...args);
}

/** The same on a document with another text. */
async function runOn(
  client: LspClient,
  content: string,
  command: string,
  ...args: unknown[]
): Promise<{ text: string; answer: unknown }> {
  let result = content;
  client.onRequest("workspace/applyEdit", (params) => {
    const { edit } = params as { edit: WorkspaceEdit };
    const changes =
      edit.documentChanges?.flatMap((change) => ("edits" in change ? change.edits : [])) ??
      edit.changes?.[uri] ??
      [];
    result = edited(content, changes as Parameters<typeof edited>[1]);
    return { applied: true };
  });
  const answer = await client.request("workspace/executeCommand", { command, arguments: [uri, 1, ...args] });
  return { text: result, answer };
}

describe("protocol: commands on items", () => {
  afterEach(endAll);

  for (const [name, capabilities] of [
    ["a client that can all", fullCapabilities],
    ["a client that announces nothing", {}],
  ] as const) {
    it(`moves the item at the caret for ${name}: numbers, times and references follow`, async () => {
      const client = await running(capabilities);
      client.open(uri, text);
      const moved = await run(client, "referat.moveItemDown", { line: 9, character: 0 });
      assert.match(
        moved.text,
        /Punkt 2: Skolen \(13\.10-13\.30\)\n\nSkolen bygges om\.\n\nPunkt 3: Havnen \(13\.30-14\.00\)\n\nSe punkt 2\./,
      );
      const { position } = moved.answer as { position: { line: number; character: number } };
      assert.ok(moved.text.slice(0, offsetAt(moved.text, position)).endsWith("(13.30-14.00)\n"));
    });
  }

  for (const [command, args, expected] of [
    ["referat.moveItem", [0, 2], /^Punkt 1: Havnen .*[^]*^Punkt 3: Velkomst /m],
    [
      "referat.moveItemUp",
      [1],
      /^Punkt 1: Havnen \(13\.00-13\.30\)$[^]*^Punkt 2: Velkomst \(13\.30-13\.40\)$/m,
    ],
    ["referat.insertItem", [0], /^Punkt 2: *$[^]*^Punkt 3: Havnen [^]*^Se punkt 4\.$/m],
    ["referat.insertPause", [1], /^PAUSE \(13\.40-13\.50\)$[^]*^Punkt 3: Skolen \(13\.50-14\.10\)$/m],
    ["referat.splitItem", [{ line: 14, character: 0 }], /^Punkt 4:/m],
    ["referat.joinItems", [0], /^Formanden byder velkommen\.$[^]*^Se punkt 2\.$/m],
    ["referat.deleteItem", [0], /^Punkt 1: Havnen /m],
    [
      "referat.turnInto",
      [2, "orientation"],
      /^Punkt 3: Orienteringssag: Skolen |^Punkt 3: Orientering.* Skolen /m,
    ],
    [
      "referat.updateContents",
      [],
      /^Indholdsfortegnelse\n\nVelkomst \(13\.00-13\.10\)\.{5}\t2\nHavnen [^]*\t3\nSkolen [^]*\t4\n\nPunkt 1: /m,
    ],
    ["referat.toggleClosed", [2], /^Punkt 3: Lukket punkt: Skolen /m],
  ] as const) {
    it(`${command} changes what it says`, async () => {
      const client = await running(fullCapabilities);
      client.open(uri, text);
      assert.match((await run(client, command, ...args)).text, expected);
    });
  }

  it("the contents name the pages that the items are printed on, where they name pages", async () => {
    const client = await running(fullCapabilities);
    const long = "Havnen udvides.\n\n".repeat(120);
    const entries = "Indholdsfortegnelse\n\nVelkomst.....\t7\nHavnen.....\t8\nSkolen.....\t9\n\n";
    const document = (contents: string): string =>
      `DAGSORDEN Udvalget d. 04-03-2026\n\n${contents}Punkt 1: Velkomst\n\nPunkt 2: Havnen\n\n${long}Punkt 3: Skolen\n`;
    client.open(uri, document(entries));
    const { text: made } = await runOn(client, document(entries), "referat.updateContents");
    assert.match(made, /Velkomst\.{5}\t2\nHavnen\.{5}\t3\nSkolen\.{5}\t[6-9]\n/);
    const plain = document(entries.replace(/\.{5}\t\d/g, ""));
    client.open(`${uri}2`, plain);
    assert.equal(
      await client.request("workspace/executeCommand", {
        command: "referat.updateContents",
        arguments: [`${uri}2`, 1],
      }),
      null,
    );
  });

  it("writes as the profile of the folder says, though asked right after the document was opened", async () => {
    const slots = { style: ", kl. tt:mm – tt:mm" };
    const folder = folderWith({ "referat.json": JSON.stringify({ profiles: [{ aliases: ["UV"], slots }] }) });
    const own = pathToFileURL(`${folder}/møde.dagsorden`).href;
    const client = await running();
    client.open(own, text);
    let made = "";
    client.onRequest("workspace/applyEdit", (params) => {
      made = JSON.stringify(params);
      return { applied: true };
    });
    await client.request("workspace/executeCommand", {
      command: "referat.insertPause",
      arguments: [own, 1, 1],
    });
    assert.match(made, /PAUSE, kl\. 13:40 – 13:50/);
    client.open(own, text.replace("Skolen bygges om.", "UV er enig, og Udvalget takker."), 2);
    const named = { textDocument: { uri: own }, position: { line: 14, character: 1 } };
    const start = (found: unknown): number[] =>
      (found as { range: Range }[]).map(({ range }) => range.start.line);
    assert.deepEqual(start(await client.request("textDocument/documentHighlight", named)), [0, 14, 14]);
    const context = { includeDeclaration: false };
    assert.deepEqual(start(await client.send("textDocument/references", { ...named, context })), [14, 14]);
    const renamed = JSON.stringify(await client.send("textDocument/rename", { ...named, newName: "Rådet" }));
    assert.equal(renamed.split('"Rådet"').length - 1, 2);
  });

  it("refuses wrong arguments, and an edit of a document that has changed since", async () => {
    const client = await running(fullCapabilities);
    client.open(uri, text);
    const failure = (...args: unknown[]): Promise<unknown> =>
      client.request("workspace/executeCommand", { command: "referat.moveItem", arguments: args }).then(
        () => assert.fail("answered"),
        (error: unknown) => (error instanceof ResponseFailure ? error.code : error),
      );
    assert.equal(await failure(), errorCodes.invalidParams);
    assert.equal(await failure(uri, 1, 0, "1"), errorCodes.invalidParams);
    assert.equal(await failure(uri, 1, { line: "1" }, 1), errorCodes.invalidParams);
    assert.equal(await failure("file:///andet.referat", 1, 0, 1), errorCodes.invalidParams);
    assert.equal(await failure(uri, 7, 0, 1), errorCodes.contentModified);
  });

  it("says why it changes nothing, and changes nothing", async () => {
    const client = await running(fullCapabilities);
    client.open(uri, text);
    const said = client.notification("window/showMessage");
    const { text: after, answer } = await run(client, "referat.joinItems", 2);
    assert.equal(after, text);
    assert.equal(answer, null);
    assert.match(JSON.stringify(await said), /punkt/i);
  });
});

describe("protocol: actions on items", () => {
  afterEach(endAll);

  const heading = { start: { line: 8, character: 3 }, end: { line: 8, character: 3 } };
  const below = { start: { line: 10, character: 0 }, end: { line: 10, character: 0 } };

  async function titles(client: LspClient, range: unknown, only?: string[], of = uri): Promise<string[]> {
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    const actions = (await client.request("textDocument/codeAction", {
      textDocument: { uri: of },
      range,
      context,
    } as never)) as { title: string; command?: unknown }[] | null;
    return (actions ?? []).map(({ title }) => title);
  }

  it("are offered on a heading, and below it nothing", async () => {
    const client = await running(fullCapabilities);
    client.open(uri, text);
    assert.deepEqual(await titles(client, heading, ["refactor.move.referat"]), [
      "Flyt punktet op",
      "Flyt punktet ned",
    ]);
    assert.ok((await titles(client, heading, ["refactor"])).includes("Slet punktet"));
    assert.deepEqual(await titles(client, below, ["refactor"]), []);
    assert.ok((await titles(client, heading, ["quickfix"])).every((title) => !title.startsWith("Flyt")));
  });

  it("are bare commands of the server's for a client without literals", async () => {
    const client = await running();
    client.open(uri, text);
    assert.ok((await titles(client, heading)).includes("Flyt punktet ned"));
  });

  it("bring the contents up to date when that is asked for", async () => {
    const client = await running(fullCapabilities);
    const contents = text.replace(
      "Punkt 1:",
      "Indholdsfortegnelse\n\nVelkomst (13.00-13.10).....\t2\n\nPunkt 1:",
    );
    client.open(uri, contents);
    const only = ["source.organizeToc.referat"];
    assert.deepEqual(await titles(client, heading, only), ["Opdatér indholdsfortegnelsen"]);
    client.open(documentUri("andet.referat"), text);
    assert.deepEqual(await titles(client, heading, only, documentUri("andet.referat")), []);
    assert.deepEqual(
      await titles(client, heading),
      (await titles(client, heading)).filter((title) => !title.includes("indhold")),
    );
  });
});
