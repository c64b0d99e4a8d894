import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { metaModel, ownModel, schemaPath } from "./metaModel.ts";
import { reference } from "./model.ts";
import { Validator } from "./validator.ts";
import { Witness } from "./witness.ts";

const position = { line: 0, character: 0 };
const range = { start: position, end: position };

/** All that a client can announce of what is tried here. */
const everything = {
  workspace: { workspaceEdit: { documentChanges: true }, applyEdit: true },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [""] } },
      isPreferredSupport: true,
    },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    hover: { contentFormat: ["markdown"] },
    definition: { linkSupport: true },
    documentLink: { tooltipSupport: true },
  },
};

/** What a witness says of one answer, to a client that announced these capabilities. */
function ofAnswer(
  method: string,
  result: unknown,
  capabilities: object = everything,
  params: object = {},
): string[] {
  const { witness, said } = started(capabilities);
  witness.sent({ jsonrpc: "2.0", id: 1, method, params });
  witness.received({ jsonrpc: "2.0", id: 1, result });
  return said;
}

/** The same of a message that the server sends unasked. */
function ofMessage(message: object, capabilities: object = everything): string[] {
  const { witness, said } = started(capabilities);
  witness.received({ jsonrpc: "2.0", ...message });
  return said;
}

function started(capabilities: object): { witness: Witness; said: string[] } {
  const said: string[] = [];
  const witness = new Witness((problem) => said.push(problem));
  witness.sent({
    jsonrpc: "2.0",
    id: 0,
    method: "initialize",
    params: { processId: null, rootUri: null, capabilities },
  });
  const legend = { tokenTypes: ["string"], tokenModifiers: [] };
  const served = { semanticTokensProvider: { legend, full: true } };
  witness.received({ jsonrpc: "2.0", id: 0, result: { capabilities: served } });
  return { witness, said };
}

describe("conformance: LSP's metaModel", () => {
  it("as it is read from the protocol's declarations, is one by LSP's own schema", () => {
    const schema = JSON.parse(readFileSync(schemaPath, "utf8")) as object;
    const validate = new Ajv({ strict: false, allErrors: true }).compile({
      ...schema,
      $ref: "#/definitions/MetaModel",
    });
    for (const model of [metaModel(), ownModel()]) {
      validate(model);
      assert.deepEqual(validate.errors, null);
    }
  });

  it("holds LSP whole", () => {
    const { requests, notifications, structures, enumerations } = metaModel();
    // As many as LSP 3.18 has, without $/progress, $/setTrace, $/logTrace and $/cancelRequest, which are JSON-RPC's here.
    assert.equal(requests.length, 69);
    assert.equal(notifications.length, 22);
    assert.ok(structures.length > 350);
    const names = new Map(enumerations.map(({ name, values }) => [name, values.length]));
    assert.equal(names.get("SymbolKind"), 26);
    assert.equal(names.get("CompletionItemKind"), 25);
    const directions = new Map(requests.map(({ method, messageDirection }) => [method, messageDirection]));
    assert.equal(directions.get("workspace/applyEdit"), "serverToClient");
    assert.equal(directions.get("textDocument/hover"), "clientToServer");
  });

  it("names for each type only what it declares", () => {
    const { structures, typeAliases, requests, notifications } = metaModel();
    const validator = new Validator(metaModel());
    // A reference that leads nowhere would be found only when a message comes by it.
    for (const { name } of [...structures, ...typeAliases])
      assert.doesNotThrow(() => validator.problems(reference(name), {}, name));
    for (const { method, params } of [...requests, ...notifications])
      if (params) assert.doesNotThrow(() => validator.problems(params, {}, method));
  });
});

describe("conformance: what is broken is caught", () => {
  const edit = { range, newText: "x" };
  const symbol = { name: "a", kind: 5, range, selectionRange: range };
  const diagnostic = { range, message: "m", severity: 1, code: "weekday", source: "referat" };

  const answers: readonly (readonly [string, string, unknown, RegExp])[] = [
    ["a property is missing", "textDocument/formatting", [{ range }], /newText is missing/],
    ["nobody knows a property", "textDocument/formatting", [{ ...edit, x: 1 }], /\.x is nothing/],
    ["of another type", "textDocument/formatting", [{ ...edit, newText: 1 }], /newText: string is expected, not 1/],
    ["no list", "textDocument/formatting", edit, /a list is expected/],
    ["a position is negative", "textDocument/foldingRange", [{ startLine: -1, endLine: 2 }], /uinteger/],
    ["a position is broken", "textDocument/foldingRange", [{ startLine: 0.5, endLine: 2 }], /uinteger/],
    [
      "a range ends before it begins",
      "textDocument/formatting",
      [{ newText: "", range: { start: { line: 1, character: 0 }, end: position } }],
      /ends before/,
    ],
    ["no such kind of symbol", "textDocument/documentSymbol", [{ ...symbol, kind: 27 }], /SymbolKind/],
    ["a child is broken", "textDocument/documentSymbol", [{ ...symbol, children: [{ ...symbol, name: 1 }] }], /children\[0\]\.name/],
    ["a literal of another value", "textDocument/diagnostic", { kind: "whole", items: [] }, /"full"|"unchanged"/],
    ["a severity that is none", "textDocument/diagnostic", { kind: "full", items: [{ ...diagnostic, severity: 9 }] }, /DiagnosticSeverity/],
    ["null where there must be something", "textDocument/diagnostic", null, /expected/],
    ["something where there must be nothing", "shutdown", {}, /null is expected/],
    ["a map's value is broken", "textDocument/rename", { changes: { "file:///a": [{ range }] } }, /newText is missing/],
    ["a map's key is broken", "textDocument/rename", { changes: { a: [edit] } }, /DocumentUri/],
    ["tokens are cut off", "textDocument/semanticTokens/full", { data: [0, 0, 1, 0] }, /no tokens/],
    ["a token's type is not in the legend", "textDocument/semanticTokens/full", { data: [0, 0, 1, 1, 0] }, /legend/],
    ["a kind of action was not asked for", "textDocument/codeAction", [{ title: "t", kind: "refactor" }], /not asked for/],
    ["our own answer has something else", "referat/exportName", { name: null, closed: false, more: 1 }, /\.more/],
    ["our own answer lacks something", "referat/archiveFacets", { bodies: [], people: [], years: [], documents: 1 }, /indexing/],
    ["a method that no model has", "referat/unknownThing", {}, /no request of any model/],
  ]; // prettier-ignore

  for (const [what, method, result, expected] of answers) {
    it(`an answer: ${what}`, () => {
      const params = { context: { only: ["quickfix"], diagnostics: [] } };
      assert.match(ofAnswer(method, result, everything, params).join("\n"), expected);
    });
  }

  const unannounced: readonly (readonly [string, string, unknown])[] = [
    ["snippets", "textDocument/completion", [{ label: "a", insertTextFormat: 2 }]],
    ["markdown of an entry", "textDocument/completion", [{ label: "a", documentation: { kind: "markdown", value: "" } }]],
    ["symbols within symbols", "textDocument/documentSymbol", [symbol]],
    ["literal actions", "textDocument/codeAction", [{ title: "t" }]],
    ["versioned edits", "textDocument/rename", { documentChanges: [{ textDocument: { uri: "file:///a", version: 1 }, edits: [edit] }] }],
    ["markdown of a hover", "textDocument/hover", { contents: { kind: "markdown", value: "" } }],
    ["links to a definition", "textDocument/definition", [{ targetUri: "file:///a", targetRange: range, targetSelectionRange: range }]],
    ["tooltips", "textDocument/documentLink", [{ range, tooltip: "t" }]],
    ["related information", "textDocument/diagnostic", { kind: "full", items: [{ ...diagnostic, relatedInformation: [] }] }],
  ]; // prettier-ignore

  for (const [what, method, result] of unannounced) {
    it(`an answer with ${what}, only where these were not announced`, () => {
      assert.deepEqual(ofAnswer(method, result), []);
      assert.match(ofAnswer(method, result, {}).join("\n"), /did not announce/);
    });
  }

  it("a capability that is served though the client knows it not", () => {
    const said: string[] = [];
    const witness = new Witness((problem) => said.push(problem));
    witness.sent({ jsonrpc: "2.0", id: 0, method: "initialize", params: { capabilities: {} } });
    const capabilities = { positionEncoding: "utf-8", renameProvider: { prepareProvider: true } };
    witness.received({ jsonrpc: "2.0", id: 0, result: { capabilities } });
    assert.equal(said.length, 2);
  });

  const pushed = { uri: "file:///a", diagnostics: [diagnostic] };
  const progress = { token: "t", value: { kind: "report" } };
  const watchers = { method: "workspace/didChangeWatchedFiles", id: "1", registerOptions: { watchers: [] } };
  const messages: readonly (readonly [string, object, object, RegExp])[] = [
    ["a push of broken findings", { method: "textDocument/publishDiagnostics", params: { ...pushed, diagnostics: [{}] } }, {}, /range is missing/],
    ["a push to a client that pulls", { method: "textDocument/publishDiagnostics", params: pushed }, { textDocument: { diagnostic: {} } }, /a client that pulls/],
    ["a request that the client does not know", { id: 1, method: "workspace/inlayHint/refresh" }, {}, /workspace\.inlayHint\.refreshSupport/],
    ["an edit that the client does not make", { id: 1, method: "workspace/applyEdit", params: { edit: {} } }, {}, /workspace\.applyEdit/],
    ["a question for settings", { id: 1, method: "workspace/configuration", params: { items: [] } }, {}, /workspace\.configuration/],
    ["a registration", { id: 1, method: "client/registerCapability", params: { registrations: [watchers] } }, {}, /did not announce/],
    ["a registration of no method", { id: 1, method: "client/registerCapability", params: { registrations: [{ id: "1", method: "x" }] } }, {}, /no method/],
    ["progress under no token", { method: "$/progress", params: progress }, {}, /a token that nobody made/],
    ["a question that is the client's", { id: 1, method: "textDocument/hover", params: { textDocument: { uri: "file:///a" }, position } }, everything, /client's to send/],
    ["our own question, unannounced", { id: 1, method: "referat/readFile", params: { uri: "file:///a" } }, {}, /readFile/],
    ["a message of no model", { method: "referat/unknownThing" }, {}, /no notification/],
  ]; // prettier-ignore

  for (const [what, message, capabilities, expected] of messages) {
    it(`a message: ${what}`, () => {
      assert.match(ofMessage(message, capabilities).join("\n"), expected);
    });
  }

  it("an error without words", () => {
    const { witness, said } = started({});
    witness.sent({ jsonrpc: "2.0", id: 7, method: "textDocument/hover", params: {} });
    witness.received({ jsonrpc: "2.0", id: 7, error: { code: "x" } });
    assert.equal(said.length, 2);
  });
});
