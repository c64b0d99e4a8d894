import assert from "node:assert/strict";
import type {
  DocumentSymbol,
  SymbolInformation,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver";
import { endAll, errorCodes, framed, type LspClient, ResponseFailure } from "../support/lspClient.ts";
import { documentUri, running, type StdioClient, underlined } from "./clients.ts";
import { mistaken } from "./documents.ts";

const uri = documentUri();
const textDocument = { uri };
const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

/** The server has what it had: it answers, and with the document as it was. */
async function unharmed(client: LspClient): Promise<void> {
  const symbols = await client.request("textDocument/documentSymbol", { textDocument });
  assert.deepEqual(namesOf(symbols), [
    "Kulturudvalget i Sandby",
    "1. Ny svømmehal ved Strandvejen",
    "RESUMÈ",
    "INDSTILING",
    "BESLUTNING",
  ]);
}

function namesOf(symbols: readonly (DocumentSymbol | SymbolInformation)[] | null): string[] {
  return (symbols ?? []).map(({ name }) => name);
}

async function withDocument(): Promise<StdioClient> {
  const client = await running();
  await client.openPushed(uri, mistaken);
  return client;
}

describe("protocol: malformed input never ends the server", () => {
  afterEach(endAll);

  describe("bytes", () => {
    const spoilt: Readonly<Record<string, string | Uint8Array>> = {
      "broken JSON": "Content-Length: 5\r\n\r\n{bad}",
      "JSON that is cut off": 'Content-Length: 18\r\n\r\n{"jsonrpc":"2.0","',
      "bytes that are no UTF-8": Buffer.concat([
        Buffer.from("Content-Length: 4\r\n\r\n"),
        Buffer.from([0xff, 0xfe, 0xc3, 0x28]),
      ]),
      "an empty message": "Content-Length: 0\r\n\r\n",
      "another charset": `Content-Type: application/vscode-jsonrpc; charset=latin1\r\nContent-Length: 2\r\n\r\n{}`,
    };
    it(`are survived: ${Object.keys(spoilt).join(", ")}`, async () => {
      const client = await withDocument();
      for (const bytes of Object.values(spoilt)) {
        client.transport.write(bytes);
        await unharmed(client);
      }
      assert.equal(await client.stop(), 0);
    });

    it("reads headers in any case and order, and a message that comes byte by byte", async () => {
      const client = await withDocument();
      const body = JSON.stringify({
        jsonrpc: "2.0",
        method: "textDocument/didChange",
        params: { textDocument: { uri, version: 2 }, contentChanges: [{ text: "DAGSORDEN æøå 😀" }] },
      });
      const header = `content-type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
      for (const byte of Buffer.from(header + body)) client.transport.write(Uint8Array.of(byte));
      assert.equal((await client.pushed(uri, 2)).version, 2);
    });

    it("reads many messages that come at once", async () => {
      const client = await withDocument();
      const requests = Array.from({ length: 30 }, (_, i) =>
        framed({ jsonrpc: "2.0", method: "textDocument/didSave", params: { textDocument, i } }),
      );
      client.transport.write(Buffer.concat(requests));
      await unharmed(client);
    });
  });

  it("survives JSON that is no message", async () => {
    const client = await withDocument();
    const odd: unknown[] = [
      null,
      5,
      true,
      "tekst",
      [],
      {},
      [{ jsonrpc: "2.0", id: 1, method: "shutdown" }],
      { jsonrpc: "2.0" },
      { jsonrpc: "2.0", id: 7 },
      { jsonrpc: "2.0", id: null, method: "shutdown" },
      { jsonrpc: "2.0", id: {}, method: "shutdown" },
      { jsonrpc: "2.0", method: 5 },
      { jsonrpc: "2.0", id: 4711, result: null },
      { jsonrpc: "2.0", id: null, result: null },
      { jsonrpc: "2.0", id: 4711, error: { code: 1, message: "nej" } },
      { jsonrpc: "2.0", id: 4711, error: "nej" },
    ];
    for (const message of odd) client.transport.write(framed(message as object));
    await unharmed(client);
    assert.equal(await client.stop(), 0);
  });

  it("survives notifications whose params are missing or of the wrong type", async () => {
    const client = await withDocument();
    const methods = [
      "initialized",
      "textDocument/didOpen",
      "textDocument/didChange",
      "textDocument/didClose",
      "textDocument/didSave",
      "workspace/didChangeConfiguration",
      "workspace/didChangeWatchedFiles",
      "$/cancelRequest",
      "$/setTrace",
      "$/progress",
      "window/workDoneProgress/cancel",
    ];
    const params: unknown[] = [
      undefined,
      null,
      [],
      [1, 2],
      {},
      { textDocument: null },
      { textDocument: {} },
      { textDocument: { uri: 5, version: 1, text: 5 } },
      { textDocument: { uri: "file:///andet.referat" }, contentChanges: null },
      { textDocument: { uri: "file:///andet.referat", version: "1" }, contentChanges: [{}] },
      { changes: null, settings: null, id: null, value: 5, token: {} },
      { changes: [null], settings: "dansk", id: {}, value: null },
    ];
    for (const method of methods) for (const each of params) client.notify(method, each);
    await unharmed(client);
    assert.equal(await client.stop(), 0);
  });

  it("answers requests whose params are missing or of the wrong type", async () => {
    const client = await withDocument();
    const methods = [
      "textDocument/documentSymbol",
      "textDocument/foldingRange",
      "textDocument/selectionRange",
      "textDocument/documentHighlight",
      "textDocument/documentLink",
      "textDocument/semanticTokens/full",
      "textDocument/codeAction",
      "workspace/executeCommand",
    ];
    const params: unknown[] = [
      undefined,
      null,
      [],
      [1],
      5,
      "tekst",
      {},
      { textDocument: null },
      { textDocument: { uri: 5 } },
      { textDocument },
      { textDocument, position: null, positions: null, range: null, context: null },
      { textDocument, position: {}, positions: [null, {}], range: {}, context: {} },
      { textDocument, position: { line: "a", character: "b" }, positions: [{ line: 0.5, character: 0.5 }] },
      { textDocument, range: everywhere, context: { diagnostics: null, only: "quickfix" } },
      { textDocument, range: everywhere, context: { diagnostics: null, only: [5, null] } },
      { command: null, arguments: 5 },
      { command: "referat.findesIkke", arguments: [{}] },
    ];
    let answered = 0;
    for (const method of methods) {
      for (const each of params) {
        await client.send(method, each).catch((error: unknown) => {
          assert.ok(error instanceof ResponseFailure, String(error));
        });
        answered++;
      }
    }
    assert.equal(answered, methods.length * params.length);
    await unharmed(client);
    assert.equal(await client.stop(), 0);
  });

  it("answers params that lack what is needed with InvalidParams", async () => {
    const client = await withDocument();
    const at = { textDocument, position: { line: 0.5, character: "a" } };
    const action = { textDocument, range: everywhere };
    for (const [method, params] of [
      ["textDocument/documentSymbol", undefined],
      ["textDocument/documentSymbol", null],
      ["textDocument/documentSymbol", []],
      ["textDocument/documentSymbol", "tekst"],
      ["textDocument/foldingRange", { textDocument: { uri: 5 } }],
      ["textDocument/selectionRange", { textDocument, positions: [null] }],
      ["textDocument/documentHighlight", at],
      ["textDocument/codeAction", action],
      ["textDocument/codeAction", { ...action, context: { diagnostics: [], only: "quickfix" } }],
      ["workspace/executeCommand", { command: null }],
      ["workspace/executeCommand", { command: "referat.applyEdit", arguments: ["Ret"] }],
    ] as const) {
      await assert.rejects(
        client.send(method, params),
        (error) => error instanceof ResponseFailure && error.code === errorCodes.invalidParams,
        method,
      );
    }
  });

  it("answers requests for a document that is not open", async () => {
    const client = await withDocument();
    const missing = { textDocument: { uri: documentUri("lukket.referat") } };
    const position = { line: 3, character: 4 };
    assert.equal(await client.request("textDocument/documentSymbol", missing), null);
    assert.equal(await client.request("textDocument/foldingRange", missing), null);
    assert.equal(
      await client.request("textDocument/selectionRange", { ...missing, positions: [position] }),
      null,
    );
    assert.equal(await client.request("textDocument/documentHighlight", { ...missing, position }), null);
    assert.equal(await client.request("textDocument/documentLink", missing), null);
    assert.deepEqual((await client.request("textDocument/semanticTokens/full", missing))?.data, []);
    const actions = { ...missing, range: everywhere, context: { diagnostics: [] } };
    assert.equal(await client.request("textDocument/codeAction", actions), null);
    client.change(missing.textDocument.uri, 2, { text: mistaken });
    client.close(missing.textDocument.uri);
    await unharmed(client);
    assert.deepEqual(client.pushes(missing.textDocument.uri), []);
  });

  it("answers for positions beyond the document and before it", async () => {
    const client = await withDocument();
    const odd = [
      { line: 999, character: 0 },
      { line: 0, character: 999 },
      { line: -1, character: -1 },
      { line: 1e300, character: 1e300 },
    ];
    const ranges = await client.request("textDocument/selectionRange", { textDocument, positions: odd });
    assert.equal(ranges?.length, odd.length);
    for (const position of odd) {
      await client.request("textDocument/documentHighlight", { textDocument, position });
      await client.request("textDocument/codeAction", {
        textDocument,
        range: { start: position, end: position },
        context: { diagnostics: [] },
      });
    }
    await unharmed(client);
  });

  describe("changes", () => {
    const insertedAt = (line: number, character: number, endLine = line): TextDocumentContentChangeEvent => ({
      range: { start: { line, character }, end: { line: endLine, character } },
      text: "Tirsdag d. 4. marts 2026",
    });
    const wholesome: readonly (readonly [string, TextDocumentContentChangeEvent, string])[] = [
      ["a range beyond the end", insertedAt(999, 99, 9999), `${mistaken}Tirsdag d. 4. marts 2026`],
      ["a range before the start", insertedAt(-5, -1), `Tirsdag d. 4. marts 2026${mistaken}`],
      [
        "a range that ends beyond its line",
        { range: { start: { line: 4, character: 37 }, end: { line: 4, character: 999 } }, text: " i år" },
        mistaken.replace("Strandvejen\n", "Strandvejen i år\n"),
      ],
    ];
    it("beyond the end, before the start and behind a line are read as the protocol has it", async () => {
      const client = await running();
      for (const [name, change, text] of wholesome) {
        await client.openPushed(uri, mistaken);
        client.change(uri, 2, change);
        const { diagnostics } = await client.pushed(uri, 2);
        const fresh = documentUri("frisk.referat");
        assert.deepEqual(diagnostics, await client.openPushed(fresh, text), name);
        assert.ok(underlined(text, diagnostics, "weekday").includes("Tirsdag"));
        client.close(uri);
        client.close(fresh);
      }
    });

    it("that are none leave the text as it was, and its version", async () => {
      const client = await withDocument();
      const start = { line: 0, character: 0 };
      const range = { start, end: { line: 99, character: 0 } };
      for (const wrong of [{ range }, { range, text: null }, { range: {}, text: "x" }, {}, null]) {
        client.notify("textDocument/didChange", {
          textDocument: { uri, version: 2 },
          contentChanges: [{ range: { start, end: start }, text: "x" }, wrong],
        });
      }
      await unharmed(client);
      assert.equal(client.pushes(uri).length, 1);
    });

    it("with a range that is null are a whole text", async () => {
      const client = await withDocument();
      client.notify("textDocument/didChange", {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range: null, rangeLength: null, text: mistaken.replace("Tirsdag", "Onsdag") }],
      });
      const { diagnostics } = await client.pushed(uri, 2);
      assert.deepEqual(underlined(mistaken, diagnostics, "weekday"), []);
    });

    it("survives changes that are none, and takes the text that comes whole after them", async () => {
      const client = await withDocument();
      const start = { line: 0, character: 0 };
      const odd: unknown[] = [
        null,
        5,
        "tekst",
        {},
        { text: null },
        { text: 5 },
        { range: {}, text: "x" },
        { range: { start: null, end: null }, text: "x" },
        { range: { start, end: start } },
        { range: { start: { line: "0", character: "a" }, end: { line: 0 } }, text: "x" },
        { range: { start: { line: 0.5, character: 0.5 }, end: { line: 1.5, character: 0.5 } }, text: "x" },
        { range: { start: { line: 4, character: 6 }, end: { line: 1, character: 2 } }, text: "x" },
      ];
      let version = 2;
      for (const change of odd) {
        client.notify("textDocument/didChange", {
          textDocument: { uri, version: version++ },
          contentChanges: [change],
        });
      }
      client.change(uri, 99, { text: mistaken });
      const { diagnostics } = await client.pushed(uri, 99);
      assert.deepEqual(diagnostics, await client.openPushed(documentUri("frisk.referat"), mistaken));
      await unharmed(client);
      assert.equal(await client.stop(), 0);
    });
  });

  it("survives answers to its own requests that make no sense", async () => {
    const client = await running({ workspace: { configuration: true, applyEdit: true } });
    await client.openPushed(uri, mistaken);
    for (const answer of [null, 7, "dansk", [], [null], [7], [{ language: 5, diagnostics: 7 }]]) {
      client.onRequest("workspace/configuration", () => answer);
      client.notify("workspace/didChangeConfiguration", { settings: null });
      await client.settled();
    }
    await unharmed(client);
    assert.equal(await client.stop(), 0);
  });
});
