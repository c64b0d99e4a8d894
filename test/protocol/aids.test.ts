import assert from "node:assert/strict";
import type {
  ClientCapabilities,
  CodeLens,
  Hover,
  InlayHint,
  LinkedEditingRanges,
  Location,
  LocationLink,
  WorkspaceEdit,
} from "vscode-languageserver";
import { endAll, ResponseFailure } from "../support/lspClient.ts";
import { documentUri, fullCapabilities, running, type StdioClient } from "./clients.ts";
import { minutes } from "./documents.ts";
import { edited, linesOf, positionAt, rangeOf, textIn } from "./text.ts";

const uri = documentUri();
const textDocument = { uri };

const full: ClientCapabilities = {
  ...fullCapabilities,
  workspace: { ...fullCapabilities.workspace, configuration: false, inlayHint: { refreshSupport: true } },
  window: { showDocument: { support: true } },
  textDocument: {
    ...fullCapabilities.textDocument,
    hover: { contentFormat: ["markdown", "plaintext"] },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
  },
};

const clients: readonly (readonly [string, ClientCapabilities])[] = [
  ["full", full],
  ["bare", {}],
];

/** A params' place: the start of words that stand once in the text. */
function at(words: string, text = minutes): object {
  return { textDocument, position: rangeOf(text, words).start };
}

async function ask<Answer>(client: StdioClient, method: string, params: object): Promise<Answer> {
  return (await client.send(method, params)) as Answer;
}

const whole = { start: { line: 0, character: 0 }, end: positionAt(minutes, minutes.length) };

for (const [name, capabilities] of clients) {
  const isFull = name === "full";
  describe(`protocol: aids for a ${name} client`, () => {
    let client: StdioClient;
    before(async () => {
      client = await running(capabilities);
    });
    beforeEach(() => client.open(uri, minutes));
    afterEach(() => client.close(uri));
    after(endAll);

    it("hover says what stands there, in the form that the client takes", async () => {
      const hover = await ask<Hover>(client, "textDocument/hover", at("punkt 2.\n"));
      assert.equal(textIn(minutes, hover.range ?? whole), "punkt 2");
      assert.deepEqual(hover.contents, {
        kind: isFull ? "markdown" : "plaintext",
        value: isFull
          ? "**2. Ny svømmehal ved Strandvejen**\n\n13.10-13.40 · 30 min\n\nBeslutning:\n\n> 1\\. Godkendt.  \n> 2\\. Taget til efterretning."
          : "2. Ny svømmehal ved Strandvejen\n13.10-13.40 · 30 min\nBeslutning:\n  1. Godkendt.\n  2. Taget til efterretning.",
      });
      assert.equal(await ask(client, "textDocument/hover", at("utæt")), null);
    });

    it("definition leads to the thing, and a link says from where", async () => {
      const found = await ask<Location[] | LocationLink[]>(
        client,
        "textDocument/definition",
        at("punkt 2.\n"),
      );
      assert.equal(found.length, 1);
      const [first] = found;
      assert.ok(first);
      assert.equal("targetUri" in first, isFull);
      const range = "targetUri" in first ? first.targetSelectionRange : first.range;
      assert.equal(textIn(minutes, range), "Ny svømmehal ved Strandvejen (13.10-13.40)");
      assert.equal(range.start.line > 14, true);
      assert.equal(await ask(client, "textDocument/definition", at("utæt")), null);
    });

    it("references hold the contents entry, and the declaration where it is asked for", async () => {
      const entry = linesOf(minutes).findIndex((line) => line.startsWith("Ny svømmehal"));
      for (const [includeDeclaration, count] of [
        [true, 3],
        [false, 2],
      ] as const) {
        const context = { includeDeclaration };
        const params = { ...at("Punkt 2: Ny"), context };
        const found = await ask<Location[]>(client, "textDocument/references", params);
        assert.equal(found.length, count);
        assert.ok(found.some(({ range }) => range.start.line === entry));
      }
    });

    it("linked editing has a title and its entry", async () => {
      const params = at("Ny svømmehal ved Strandvejen (13.10-13.40)\n\nSags");
      const { ranges } = await ask<LinkedEditingRanges>(client, "textDocument/linkedEditingRange", params);
      assert.deepEqual(
        ranges.map((range) => textIn(minutes, range)),
        ["Ny svømmehal ved Strandvejen", "Ny svømmehal ved Strandvejen"],
      );
    });

    it("rename changes every mention, in an edit that bears the version where it can", async () => {
      const edit = await ask<WorkspaceEdit>(client, "textDocument/rename", {
        ...at("Karen Høst har"),
        newName: "Karen Krogh",
      });
      const [change] = edit.documentChanges ?? [];
      assert.equal(change !== undefined, isFull);
      if (change) assert.ok("textDocument" in change && change.textDocument.version === 1);
      const edits = change && "edits" in change ? change.edits : (edit.changes?.[uri] ?? []);
      const plain = edits.flatMap((each) => ("newText" in each ? [each] : []));
      assert.equal(edited(minutes, plain), minutes.replaceAll("Karen Høst", "Karen Krogh"));
    });

    it("rename says why not", async () => {
      for (const [words, newName, because] of [
        ["Karen Høst har", " ", /tomt/],
        ["Karen Høst har", "A\nB", /linjeskift/],
        ["Hallen er", "Salen", /omdøbes/],
      ] as const) {
        await assert.rejects(
          client.send("textDocument/rename", { ...at(words), newName }),
          (error) => error instanceof ResponseFailure && error.code === -32803 && because.test(error.message),
        );
      }
    });

    it("prepares a rename with the name that the thing has", async () => {
      const { renameProvider } = client.initialized.capabilities;
      assert.deepEqual(renameProvider, isFull ? { prepareProvider: true } : true);
      const prepared = await ask<{ range: typeof whole; placeholder: string }>(
        client,
        "textDocument/prepareRename",
        at("punkt 2.\n"),
      );
      assert.equal(prepared.placeholder, "Ny svømmehal ved Strandvejen");
      assert.equal(textIn(minutes, prepared.range), "punkt 2");
      assert.equal(await ask(client, "textDocument/prepareRename", at("utæt")), null);
    });

    it("inlay hints are those of the range", async () => {
      const hints = await ask<InlayHint[]>(client, "textDocument/inlayHint", { textDocument, range: whole });
      const lines = linesOf(minutes);
      assert.deepEqual(
        hints.map(
          ({ position, label }) =>
            `${lines[position.line]?.slice(0, 7) ?? ""} ${typeof label === "string" ? label : ""}`,
        ),
        ["Punkt 1 10 min", "Punkt 2 30 min", "PAUSE ( 10 min", "Punkt 3 30 min"],
      );
      for (const { position } of hints)
        assert.equal(position.character, lines[position.line]?.length, "behind the heading");
      const range = rangeOf(minutes, "Punkt 2: Ny svømmehal ved Strandvejen (13.10-13.40)");
      assert.equal(
        (await ask<InlayHint[]>(client, "textDocument/inlayHint", { textDocument, range })).length,
        1,
      );
    });

    it("lenses carry commands that the server announces and carries out", async () => {
      const lenses = await ask<CodeLens[]>(client, "textDocument/codeLens", { textDocument });
      const { capabilities } = client.initialized;
      const announced = capabilities.executeCommandProvider?.commands ?? [];
      const titles = lenses.map(({ command }) => command?.title);
      assert.ok(titles.includes("Indholdsfortegnelsen er ajour"), titles.join());
      assert.ok(titles.includes("Indstillinger besvaret: 2/2"), titles.join());
      assert.equal(titles.filter((title) => title === "↑ Flyt op").length, 3);
      for (const { command } of lenses)
        assert.ok(command && announced.includes(command.command), command?.command);
      const show = lenses.find(({ command }) => command?.title === "Indstillinger besvaret: 2/2")?.command;
      assert.ok(show);
      const shown: unknown[] = [];
      client.onRequest("window/showDocument", (params) => {
        shown.push(params);
        return { success: true };
      });
      const { command, arguments: args } = show;
      assert.equal(await client.send("workspace/executeCommand", { command, arguments: args }), null);
      const selection = rangeOf(minutes, "Godkender planen");
      assert.deepEqual(shown, isFull ? [{ uri, takeFocus: true, selection }] : []);
    });

    it("answers nothing for a document that is not open, and InvalidParams to what it cannot read", async () => {
      const other = { textDocument: { uri: documentUri("lukket.referat") }, position: whole.start };
      const context = { includeDeclaration: true };
      for (const [method, more] of [
        ["hover", {}],
        ["definition", {}],
        ["references", { context }],
        ["linkedEditingRange", {}],
        ["prepareRename", {}],
        ["rename", { newName: "Ny" }],
        ["inlayHint", { range: whole }],
        ["codeLens", {}],
      ] as const) {
        assert.equal(await client.send(`textDocument/${method}`, { ...other, ...more }), null, method);
        for (const params of [
          null,
          {},
          { textDocument: { uri: 5 }, position: null, range: {}, newName: 5 },
        ]) {
          await assert.rejects(
            client.send(`textDocument/${method}`, params),
            (error) => error instanceof ResponseFailure && error.code === -32602,
            method,
          );
        }
      }
    });
  });
}

describe("protocol: aids and the user's settings", () => {
  afterEach(endAll);

  it("speak English where the user does", async () => {
    const client = await running({}, { language: "en" });
    client.open(uri, minutes);
    const hover = await ask<Hover>(client, "textDocument/hover", at("Karen Høst har"));
    assert.deepEqual(hover.contents, {
      kind: "plaintext",
      value: "Karen Høst, A\nPresent\nMentioned 2 times",
    });
    const lenses = await ask<CodeLens[]>(client, "textDocument/codeLens", { textDocument });
    assert.ok(lenses.some(({ command }) => command?.title === "↑ Move up"));
  });

  it("switch each kind of inlay hint, and are told to look again", async () => {
    const client = await running(full, { inlayHints: { lengths: false, runningTotal: true } });
    client.open(uri, minutes);
    const labels = async (): Promise<unknown[]> =>
      (await ask<InlayHint[]>(client, "textDocument/inlayHint", { textDocument, range: whole })).map(
        ({ label }) => label,
      );
    assert.deepEqual(await labels(), ["i alt 10 min", "i alt 40 min", "i alt 50 min", "i alt 1 t 20 min"]);
    const told = new Promise<void>((resolve) => {
      client.onRequest("workspace/inlayHint/refresh", () => {
        resolve();
        return null;
      });
    });
    client.notify("workspace/didChangeConfiguration", {
      settings: { referat: { inlayHints: { runningTotal: false, clockTimes: 5 } } },
    });
    await told;
    assert.deepEqual(await labels(), []);
  });

  it("count positions as the client does", async () => {
    const client = await running({ general: { positionEncodings: ["utf-8"] } });
    client.open(uri, minutes);
    const position = rangeOf(minutes, "Karen Høst har", "utf-8").start;
    const hover = await ask<Hover>(client, "textDocument/hover", { textDocument, position });
    assert.equal(textIn(minutes, hover.range ?? whole, "utf-8"), "Karen Høst");
  });
});
