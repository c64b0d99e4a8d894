import assert from "node:assert/strict";
import { endAll, errorCodes, framed, LspClient, ResponseFailure } from "../support/lspClient.ts";
import { documentUri, fullCapabilities, running } from "./clients.ts";
import { minutes, mistaken } from "./documents.ts";
import { rangeOf } from "./text.ts";

const uri = documentUri();
const textDocument = { uri };

/** Expects a request to be refused with this code. */
async function refused(answer: Promise<unknown>, code: number): Promise<void> {
  await assert.rejects(answer, (error) => error instanceof ResponseFailure && error.code === code);
}

describe("protocol: the life of the server", () => {
  afterEach(endAll);

  describe("initialize", () => {
    it("tells a full client what it serves", async () => {
      const client = LspClient.stdio();
      const { capabilities, serverInfo } = await client.initialize(fullCapabilities);
      assert.equal(serverInfo?.name, "referat");
      assert.match(serverInfo.version ?? "", /^\d+\.\d+\.\d+/);
      assert.equal(capabilities.positionEncoding, "utf-16");
      assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
      assert.ok(capabilities.documentSymbolProvider);
      assert.ok(capabilities.foldingRangeProvider);
      assert.ok(capabilities.selectionRangeProvider);
      assert.ok(capabilities.documentHighlightProvider);
      assert.ok(capabilities.documentLinkProvider);
      assert.ok(capabilities.diagnosticProvider);
      assert.equal(capabilities.semanticTokensProvider?.full, true);
      const actions = capabilities.codeActionProvider;
      const kinds = (typeof actions === "object" ? actions.codeActionKinds : null) ?? [];
      assert.ok(kinds.includes("quickfix"));
      assert.ok(kinds.includes("source.fixAll.referat"));
      assert.ok((capabilities.executeCommandProvider?.commands.length ?? 0) > 0);
      assert.equal(await client.stop(), 0);
    });

    it("offers a bare client no more than it can take", async () => {
      const client = LspClient.stdio();
      const { capabilities } = await client.initialize({});
      assert.equal(capabilities.positionEncoding, "utf-16");
      // It did not say that it pulls: it is pushed.
      assert.equal(capabilities.diagnosticProvider, undefined);
      // Kinds are for clients that take literal actions.
      assert.equal(capabilities.codeActionProvider, true);
      assert.ok(capabilities.documentSymbolProvider);
      assert.equal(await client.stop(), 0);
      assert.deepEqual(client.serverRequests, [], "a bare client is asked for nothing");
    });

    it("serves every request that it announces", async () => {
      const client = LspClient.stdio();
      const { capabilities } = await client.initialize(fullCapabilities);
      client.open(uri, minutes);
      const position = { line: 15, character: 3 };
      const range = { start: position, end: position };
      const options = { tabSize: 2, insertSpaces: true };
      const served: readonly (readonly [unknown, string, object])[] = [
        [capabilities.completionProvider, "textDocument/completion", { position }],
        [capabilities.hoverProvider, "textDocument/hover", { position }],
        [capabilities.definitionProvider, "textDocument/definition", { position }],
        [
          capabilities.referencesProvider,
          "textDocument/references",
          { position, context: { includeDeclaration: true } },
        ],
        [capabilities.documentHighlightProvider, "textDocument/documentHighlight", { position }],
        [capabilities.documentSymbolProvider, "textDocument/documentSymbol", {}],
        [capabilities.codeActionProvider, "textDocument/codeAction", { range, context: { diagnostics: [] } }],
        [capabilities.codeLensProvider, "textDocument/codeLens", {}],
        [capabilities.inlayHintProvider, "textDocument/inlayHint", { range }],
        [capabilities.documentLinkProvider, "textDocument/documentLink", {}],
        [capabilities.documentFormattingProvider, "textDocument/formatting", { options }],
        [capabilities.documentRangeFormattingProvider, "textDocument/rangeFormatting", { range, options }],
        [capabilities.foldingRangeProvider, "textDocument/foldingRange", {}],
        [capabilities.selectionRangeProvider, "textDocument/selectionRange", { positions: [position] }],
        [capabilities.semanticTokensProvider, "textDocument/semanticTokens/full", {}],
        [capabilities.linkedEditingRangeProvider, "textDocument/linkedEditingRange", { position }],
        [capabilities.diagnosticProvider, "textDocument/diagnostic", {}],
      ];
      for (const [announced, method, params] of served) {
        const answer = client.send(method, { textDocument, ...params });
        if (announced) assert.notEqual(await answer, undefined, method);
        else await refused(answer, errorCodes.methodNotFound);
      }
      assert.equal(await client.stop(), 0);
    });

    it("takes null wherever a client may leave something out", async () => {
      const client = LspClient.stdio();
      const answer = await client.send("initialize", {
        processId: null,
        clientInfo: null,
        rootPath: null,
        rootUri: null,
        workspaceFolders: null,
        initializationOptions: null,
        capabilities: {
          workspace: null,
          textDocument: null,
          window: null,
          general: null,
          experimental: null,
        },
      });
      assert.ok(answer);
      client.notify("initialized", {});
      client.open(uri, minutes);
      assert.equal((await client.pushed(uri)).version, 1);
    });

    it("can be tried again after one that could not be read", async () => {
      const client = LspClient.stdio();
      await assert.rejects(client.send("initialize"), ResponseFailure);
      await assert.rejects(client.send("initialize", null), ResponseFailure);
      await assert.rejects(client.send("initialize", []), ResponseFailure);
      await assert.rejects(client.send("initialize", { processId: null, rootUri: null }), ResponseFailure);
      assert.ok(await client.initialize({}));
      assert.equal(await client.stop(), 0);
    });
  });

  describe("capabilities", () => {
    it("that are null, or of another type, count as none", async () => {
      for (const odd of [null, 5, "ja", []] as never[]) {
        const client = LspClient.stdio();
        const { capabilities } = await client.initialize({
          general: { positionEncodings: odd },
          workspace: { workspaceEdit: { documentChanges: odd, resourceOperations: odd } },
          textDocument: { diagnostic: odd, codeAction: { codeActionLiteralSupport: odd } },
        });
        assert.equal(capabilities.positionEncoding, "utf-16");
        assert.equal(capabilities.diagnosticProvider, undefined);
        assert.equal(capabilities.codeActionProvider, true);
        client.open(uri, minutes);
        assert.equal((await client.pushed(uri)).version, 1);
      }
    });

    it("bring registrations only where they may be dynamic", async () => {
      const workspace = { configuration: true, didChangeConfiguration: {}, didChangeWatchedFiles: {} };
      const still = await running({ workspace });
      await still.settled();
      assert.deepEqual(still.serverRequests, []);
      const full = await running(fullCapabilities);
      full.notify("initialized", {});
      await full.settled();
      assert.deepEqual(
        full.serverRequests.map(({ method }) => method),
        ["client/registerCapability", "client/registerCapability"],
      );
    });
  });

  describe("order", () => {
    it("answers ServerNotInitialized before initialize, and then lives on", async () => {
      const client = LspClient.stdio();
      await refused(
        client.send("textDocument/documentSymbol", { textDocument }),
        errorCodes.serverNotInitialized,
      );
      await refused(client.send("workspace/noSuchThing"), errorCodes.serverNotInitialized);
      await refused(client.send("shutdown"), errorCodes.serverNotInitialized);
      assert.ok(await client.initialize({}));
      assert.equal(await client.stop(), 0);
    });

    it("drops notifications before initialize", async () => {
      const client = LspClient.stdio();
      client.open(uri, minutes);
      await client.initialize({});
      assert.equal(await client.request("textDocument/documentSymbol", { textDocument }), null);
      assert.deepEqual(client.pushes(uri), []);
    });

    it("refuses a second initialize with InvalidRequest and goes on as before", async () => {
      const client = await running();
      await refused(
        client.send("initialize", { processId: null, rootUri: null, capabilities: {} }),
        errorCodes.invalidRequest,
      );
      client.open(uri, minutes);
      assert.ok(await client.request("textDocument/documentSymbol", { textDocument }));
      assert.equal(await client.stop(), 0);
    });

    it("refuses every request after shutdown with InvalidRequest", async () => {
      const client = await running();
      client.open(uri, minutes);
      assert.equal(await client.send("shutdown"), null);
      await refused(client.send("textDocument/documentSymbol", { textDocument }), errorCodes.invalidRequest);
      await refused(client.send("workspace/noSuchThing"), errorCodes.invalidRequest);
      await refused(client.send("shutdown"), errorCodes.invalidRequest);
      await refused(
        client.send("initialize", { processId: null, capabilities: {} }),
        errorCodes.invalidRequest,
      );
      client.notify("exit");
      assert.equal(await client.ended, 0);
    });

    it("answers what it does not serve with MethodNotFound", async () => {
      const client = await running();
      client.open(uri, minutes);
      await refused(
        client.send("textDocument/implementation", { textDocument, position: { line: 0, character: 0 } }),
        errorCodes.methodNotFound,
      );
      await refused(client.send("workspace/noSuchThing"), errorCodes.methodNotFound);
      await refused(client.send("$/noSuchThing", {}), errorCodes.methodNotFound);
      assert.equal(await client.stop(), 0);
    });

    it("ignores notifications that it does not know", async () => {
      const client = await running();
      client.notify("$/noSuchThing", { a: 1 });
      client.notify("workspace/noSuchThing");
      client.notify("textDocument/didSave", { textDocument });
      await client.settled();
      assert.deepEqual(client.notifications, []);
      assert.equal(await client.stop(), 0);
    });

    it("takes ids that are strings", async () => {
      const client = await running();
      client.open(uri, minutes);
      assert.ok(await client.sendAs("første", "textDocument/documentSymbol", { textDocument }));
    });
  });

  describe("the end", () => {
    it("is status 1 on exit without shutdown", async () => {
      const client = await running();
      client.notify("exit");
      assert.equal(await client.ended, 1);
    });

    it("is status 1 on exit before initialize", async () => {
      const client = LspClient.stdio();
      client.notify("exit");
      assert.equal(await client.ended, 1);
    });

    it("is status 0 on exit after shutdown", async () => {
      const client = await running();
      assert.equal(await client.send("shutdown"), null);
      client.notify("exit");
      assert.equal(await client.ended, 0);
    });

    it("is status 1 on exit after a shutdown that was refused", async () => {
      const client = LspClient.stdio();
      await refused(client.send("shutdown"), errorCodes.serverNotInitialized);
      client.notify("exit");
      assert.equal(await client.ended, 1);
    });

    it("comes behind the answers to all that was asked, and the last words, when standard input is closed", async () => {
      const client = await running();
      client.open(uri, minutes);
      const symbols = client.request("textDocument/documentSymbol", { textDocument });
      const end = client.send("shutdown");
      client.notify("exit");
      client.transport.endInput();
      assert.ok(await symbols);
      assert.equal(await end, null);
      assert.equal(await client.ended, 0);
      const hasty = await running();
      hasty.notify("exit");
      hasty.transport.endInput();
      assert.equal(await hasty.ended, 1);
    });

    it("waits for no answer that the client itself owes", async () => {
      const client = await running({ workspace: { applyEdit: true } });
      client.open(uri, mistaken);
      const range = rangeOf(mistaken, "Tirsdag");
      const actions = await client.request("textDocument/codeAction", {
        textDocument,
        range,
        context: { diagnostics: [] },
      });
      const asked = new Promise<void>((resolve) => {
        client.onRequest("workspace/applyEdit", () => {
          resolve();
          return new Promise(() => undefined);
        });
      });
      const command = client.send("workspace/executeCommand", actions?.[0]);
      await asked;
      await client.send("shutdown");
      client.notify("exit");
      assert.equal(await client.ended, 0);
      await assert.rejects(command);
    });

    it("comes when standard input is closed", async () => {
      const client = await running();
      client.open(uri, minutes);
      await client.pushed(uri, 1);
      client.transport.endInput();
      assert.equal(typeof (await client.ended), "number");
    });

    it("comes when standard input is closed before the first word, or in the middle of one", async () => {
      const silent = LspClient.stdio();
      silent.transport.endInput();
      assert.equal(typeof (await silent.ended), "number");
      const cut = LspClient.stdio();
      cut.transport.write(framed({ jsonrpc: "2.0", id: 1, method: "initialize" }).subarray(0, 40));
      cut.transport.endInput();
      assert.equal(typeof (await cut.ended), "number");
    });
  });

  describe("cancellation", () => {
    /** What became of a request: its result, or the code of its error. */
    async function fate(answer: Promise<unknown>): Promise<unknown> {
      try {
        return await answer;
      } catch (error) {
        if (error instanceof ResponseFailure) return error.code;
        throw error;
      }
    }

    it("leaves no request without an answer", async () => {
      const client = await running({
        textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
      });
      client.open(uri, minutes);
      const result = await client.request("textDocument/documentSymbol", { textDocument });
      assert.ok(result);
      const answers: Promise<unknown>[] = [];
      for (let i = 0; i < 60; i++) {
        const { id, answer } = client.start("textDocument/documentSymbol", { textDocument });
        if (i % 3 > 0) client.cancel(id);
        if (i % 3 > 1) client.cancel(id);
        answers.push(fate(answer));
      }
      for (const [i, answer] of (await Promise.all(answers)).entries()) {
        if (i % 3 === 0 || answer !== errorCodes.requestCancelled) assert.deepEqual(answer, result);
      }
      assert.equal(await client.stop(), 0);
    });

    it("reaches a request that arrives together with its cancellation", async () => {
      const client = await running();
      client.open(uri, minutes);
      await client.settled();
      const answer = client.sendAs("a", "textDocument/semanticTokens/full", { textDocument });
      client.transport.write(framed({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id: "a" } }));
      const outcome = await fate(answer);
      assert.ok(
        outcome === errorCodes.requestCancelled || Array.isArray((outcome as { data: unknown }).data),
      );
    });

    it("reaches a request that waits for the client", async () => {
      const client = await running({ workspace: { applyEdit: true } });
      client.open(uri, mistaken);
      const context = { diagnostics: [] };
      const range = rangeOf(mistaken, "Tirsdag");
      const actions = await client.request("textDocument/codeAction", { textDocument, range, context });
      client.onRequest("workspace/applyEdit", () => {
        client.cancel(id);
        return new Promise(() => undefined);
      });
      const { id, answer } = client.start("workspace/executeCommand", actions?.[0]);
      await refused(answer, errorCodes.requestCancelled);
    });

    it("does no harm where there is nothing to cancel", async () => {
      const client = await running();
      client.open(uri, minutes);
      client.cancel(4711);
      client.cancel("ukendt");
      const { id, answer } = client.start("textDocument/foldingRange", { textDocument });
      assert.ok(await answer);
      client.cancel(id);
      assert.ok(await client.request("textDocument/foldingRange", { textDocument }));
      assert.equal(await client.stop(), 0);
    });
  });
});
