import assert from "node:assert/strict";
import { referat } from "../support/cli.ts";
import { endAll, errorCodes, framed, LspClient, ResponseFailure } from "../support/lspClient.ts";
import { documentUri, fullCapabilities, literalActions } from "./clients.ts";
import { mended, minutes, mistaken } from "./documents.ts";
import { edited, rangeOf } from "./text.ts";

const uri = documentUri();
const textDocument = { uri };

/** The same session over each way in which the server is reached. */
const ways: Readonly<Record<string, () => LspClient>> = {
  "stdio": () => LspClient.stdio(),
  "Node IPC": () => LspClient.ipc(),
  "a Web Worker": () => LspClient.worker(),
};

describe("protocol: over every way to reach the server", () => {
  afterEach(endAll);

  for (const [name, connect] of Object.entries(ways)) {
    describe(name, () => {
      it("a session runs from initialize to shutdown", async () => {
        const client = connect();
        await assert.rejects(
          client.send("textDocument/documentSymbol", { textDocument }),
          (error) => error instanceof ResponseFailure && error.code === errorCodes.serverNotInitialized,
        );
        const { serverInfo } = await client.initialize(literalActions);
        assert.equal(serverInfo?.name, "referat");
        const found = await client.openPushed(uri, mistaken);
        assert.ok(found.some(({ code }) => code === "weekday"));
        const actions = await client.request("textDocument/codeAction", {
          textDocument,
          range: rangeOf(mistaken, "Tirsdag"),
          context: { diagnostics: found, only: ["source.fixAll"] },
        });
        const [action] = actions ?? [];
        const edit = action && "edit" in action ? action.edit : null;
        assert.equal(edited(mistaken, edit?.changes?.[uri] ?? []), mended);
        client.change(uri, 2, { range: rangeOf(mistaken, "Tirsdag"), text: "Onsdag" });
        const { diagnostics } = await client.pushed(uri, 2);
        assert.ok(!diagnostics.some(({ code }) => code === "weekday"));
        assert.ok(await client.request("textDocument/documentSymbol", { textDocument }));
        client.close(uri);
        assert.deepEqual((await client.pushed(uri)).diagnostics, []);
        assert.equal(await client.send("shutdown"), null);
        await assert.rejects(
          client.send("textDocument/documentSymbol", { textDocument }),
          (error) => error instanceof ResponseFailure && error.code === errorCodes.invalidRequest,
        );
        assert.deepEqual(client.breaches, []);
        assert.equal(client.errorOutput, "");
      });

      it("the answers are those of every other way", async () => {
        const [client, reference] = [connect(), LspClient.stdio()];
        const answers = async (of: LspClient): Promise<unknown> => {
          const { capabilities } = await of.initialize(fullCapabilities);
          of.open(uri, minutes);
          const position = { line: 29, character: 60 };
          return [
            capabilities,
            await of.request("textDocument/documentSymbol", { textDocument }),
            await of.request("textDocument/foldingRange", { textDocument }),
            await of.request("textDocument/selectionRange", { textDocument, positions: [position] }),
            await of.request("textDocument/documentHighlight", { textDocument, position }),
            await of.request("textDocument/documentLink", { textDocument }),
            (await of.request("textDocument/semanticTokens/full", { textDocument }))?.data,
          ];
        };
        assert.deepEqual(await answers(client), await answers(reference));
      });

      it("messages that are none do not end it", async () => {
        const client = connect();
        await client.initialize({});
        client.open(uri, mistaken);
        for (const message of [
          {},
          [],
          { jsonrpc: "2.0" },
          { jsonrpc: "2.0", id: 7 },
          { jsonrpc: "2.0", id: null, method: "shutdown" },
          { jsonrpc: "2.0", id: 4711, result: null },
          { jsonrpc: "2.0", method: "textDocument/didOpen" },
          { jsonrpc: "2.0", method: "textDocument/didChange", params: null },
          { jsonrpc: "2.0", method: "workspace/didChangeConfiguration", params: [] },
          { jsonrpc: "2.0", method: "$/cancelRequest" },
          { jsonrpc: "2.0", method: "$/cancelRequest", params: null },
          { jsonrpc: "2.0", method: "$/cancelRequest", params: {} },
          { jsonrpc: "2.0", method: "$/cancelRequest", params: { id: null } },
          { jsonrpc: "2.0", method: "$/cancelRequest", params: [] },
        ]) {
          client.sendMessage(message);
        }
        assert.ok(await client.request("textDocument/documentSymbol", { textDocument }));
      });
    });
  }

  it("stdio takes the options of clients that name their process", () => {
    const said = [
      { jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: null, capabilities: {} } },
      { jsonrpc: "2.0", id: 2, method: "shutdown" },
      { jsonrpc: "2.0", method: "exit" },
    ];
    const input = Buffer.concat(said.map(framed)).toString();
    const { status, stderr } = referat(["lsp", "--stdio", `--clientProcessId=${process.pid}`], { input });
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  });

  describe("Node IPC", () => {
    it("ends with status 0 after shutdown, with 1 without", async () => {
      const orderly = LspClient.ipc();
      await orderly.initialize({});
      assert.equal(await orderly.stop(), 0);
      const hasty = LspClient.ipc();
      await hasty.initialize({});
      hasty.notify("exit");
      assert.equal(await hasty.ended, 1);
    });

    it("ends when the channel is closed, though the client lives", async () => {
      const client = LspClient.ipc();
      await client.initialize({}, { processId: process.pid });
      await client.openPushed(uri, mistaken);
      client.transport.disconnect();
      assert.equal(typeof (await client.ended), "number");
    });
  });
});
