import assert from "node:assert/strict";
import type {
  CodeAction,
  Command,
  CompletionList,
  Diagnostic,
  DocumentLink,
  Hover,
  InitializeParams,
  Location,
  MarkupContent,
  SymbolInformation,
  WorkspaceEdit,
} from "vscode-languageserver";
import { foldersIn } from "../../server/src/protocol/archive/workspaceFolders.ts";
import { removeFolders, type TestFolder, testFolder } from "../support/folder.ts";
import { endAll, LspClient } from "../support/lspClient.ts";
import type { StdioClient } from "./clients.ts";
import { minutes, mistaken } from "./documents.ts";
import { edited, rangeOf } from "./text.ts";

/** The kinds of symbols and of completions that the first version of the protocol had: File to Array, Text to Reference. */
const firstKinds = 18;

describe("protocol: a client that announces nothing", () => {
  let folder: TestFolder;
  let uri: string;
  let textDocument: { uri: string };
  let client: StdioClient;

  before(async () => {
    folder = testFolder({ "en.referat": minutes, "to.referat": mistaken });
    uri = folder.uriOf("en.referat");
    textDocument = { uri };
    client = LspClient.stdio();
    await client.send("initialize", { processId: null, rootPath: folder.path, capabilities: {} });
    client.notify("initialized", {});
    client.open(uri, minutes);
    await client.pushed(uri, 1);
  });
  after(() => {
    endAll();
    removeFolders();
  });

  async function ask<Answer>(method: string, params: object): Promise<Answer> {
    return (await client.send(method, { textDocument, ...params })) as Answer;
  }
  const at = (words: string): object => ({ position: rangeOf(minutes, words).start });

  it("gets symbols in a flat list, of kinds that every client knows", async () => {
    const symbols = await ask<SymbolInformation[]>("textDocument/documentSymbol", {});
    assert.ok(symbols.some(({ name }) => name.includes("PAUSE")));
    for (const { kind, location, name } of symbols) {
      assert.ok(kind <= firstKinds, name);
      assert.equal(location.uri, uri);
    }
  });

  it("has all documents of its folder, though it names the folder by its path alone", async () => {
    const wanted = [uri, folder.uriOf("to.referat")].sort();
    let found: string[] = [];
    // The archive is read in the background, and such a client is not told when that is done.
    for (let tried = 0; found.length < wanted.length && tried < 1000; tried++) {
      const symbols = await ask<SymbolInformation[]>("workspace/symbol", { query: "svømmehal" });
      found = [...new Set(symbols.map(({ location }) => location.uri))].sort();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.deepEqual(found, wanted);
    const all = await ask<SymbolInformation[]>("workspace/symbol", { query: "" });
    for (const { kind, name } of all) assert.ok(kind <= firstKinds, name);
  });

  it("gets plain words: no Markdown, no snippet, no tooltip, no link of two ends", async () => {
    const hover = await ask<Hover>("textDocument/hover", at("punkt 1."));
    assert.equal((hover.contents as MarkupContent).kind, "plaintext");
    const completion = await ask<CompletionList>("textDocument/completion", {
      position: { line: minutes.split("\n").length - 1, character: 0 },
    });
    assert.ok(completion.items.length > 0);
    for (const item of completion.items) {
      assert.equal(item.insertTextFormat, 1, item.label);
      assert.doesNotMatch(item.textEdit?.newText ?? "", /\$\{?\d/);
      assert.ok((item.kind ?? 1) <= firstKinds, item.label);
      assert.equal(typeof (item.documentation ?? ""), "string", item.label);
      for (const later of ["labelDetails", "insertTextMode", "data", "tags", "command"])
        assert.ok(!(later in item), later);
    }
    const links = await ask<DocumentLink[]>("textDocument/documentLink", {});
    assert.ok(links.length > 0);
    for (const link of links) assert.equal(link.tooltip, undefined);
    const definition = await ask<Location | Location[]>("textDocument/definition", at("punkt 1."));
    for (const place of [definition].flat()) assert.equal(place.uri, uri);
  });

  it("gets findings without what came later", async () => {
    const findings: Diagnostic[] = client.pushes(uri).flatMap(({ diagnostics }) => diagnostics);
    const other = folder.uriOf("to.referat");
    client.open(other, mistaken);
    findings.push(...(await client.pushed(other)).diagnostics);
    assert.ok(findings.length > 0);
    for (const finding of findings) {
      assert.equal(typeof finding.message, "string");
      for (const later of ["codeDescription", "relatedInformation", "tags", "data"])
        assert.ok(!(later in finding), later);
    }
    client.close(other);
  });

  it("gets edits by URI alone: of a rename, and of the commands that stand for fixes", async () => {
    const rename = await ask<WorkspaceEdit>("textDocument/rename", {
      ...at("Karen Høst har"),
      newName: "Karen Krogh",
    });
    assert.deepEqual(Object.keys(rename), ["changes"]);
    assert.equal(
      edited(minutes, rename.changes?.[uri] ?? []),
      minutes.replaceAll("Karen Høst", "Karen Krogh"),
    );

    const other = folder.uriOf("to.referat");
    client.open(other, mistaken);
    await client.pushed(other);
    const applied: WorkspaceEdit[] = [];
    client.onRequest("workspace/applyEdit", (params) => {
      applied.push((params as { edit: WorkspaceEdit }).edit);
      return { applied: true };
    });
    const context = { diagnostics: [], only: ["quickfix"] };
    const [command] = (await client.send("textDocument/codeAction", {
      textDocument: { uri: other },
      range: rangeOf(mistaken, "Tirsdag"),
      context,
    })) as (Command | CodeAction)[];
    assert.ok(command && typeof command.command === "string");
    await client.send("workspace/executeCommand", command);
    assert.deepEqual(
      applied.map((edit) => Object.keys(edit)),
      [["changes"]],
    );
    assert.equal(edited(mistaken, applied[0]?.changes?.[other] ?? []), mistaken.replace("Tirsdag", "Onsdag"));
    client.close(other);
  });

  it("is asked for no file that it cannot make, and told so", async () => {
    const before = client.serverRequests.length;
    assert.equal(
      await client.send("workspace/executeCommand", { command: "referat.createConfig", arguments: [uri] }),
      null,
    );
    assert.equal(client.serverRequests.length, before);
  });

  it("says its settings unasked", async () => {
    client.notify("workspace/didChangeConfiguration", { settings: { referat: { language: "en" } } });
    const hover = await ask<Hover>("textDocument/hover", at("punkt 1."));
    assert.match(JSON.stringify(hover.contents), /Decision:/);
  });

  it("was asked for nothing but to apply what it chose", () => {
    assert.deepEqual(
      [...new Set(client.serverRequests.map(({ method }) => method))],
      ["workspace/applyEdit"],
    );
    assert.deepEqual(client.breaches, []);
  });
});

describe("protocol: the folder of a client", () => {
  const folders = (params: object): string[] =>
    foldersIn({ processId: null, capabilities: {}, ...params } as InitializeParams);

  it("is read from the newest way in which it is said", () => {
    assert.deepEqual(
      folders({ rootPath: "/a", rootUri: "file:///b", workspaceFolders: [{ uri: "file:///c", name: "c" }] }),
      ["file:///c"],
    );
    assert.deepEqual(folders({ rootPath: "/a", rootUri: "file:///b", workspaceFolders: null }), [
      "file:///b",
    ]);
    assert.deepEqual(folders({ rootPath: "", rootUri: null }), []);
    assert.deepEqual(folders({}), []);
  });

  it("can be a path of any system", () => {
    for (const [rootPath, uri] of [
      ["/home/åse/møder 2026", "file:///home/%C3%A5se/m%C3%B8der%202026"],
      ["C:\\Møder\\2026", "file:///C%3A/M%C3%B8der/2026"],
      ["c:/Møder", "file:///c%3A/M%C3%B8der"],
      ["\\\\server\\møder", "file://server/m%C3%B8der"],
      ["/a\\b", "file:///a%5Cb"],
    ] as const)
      assert.deepEqual(folders({ rootPath }), [uri]);
  });
});
