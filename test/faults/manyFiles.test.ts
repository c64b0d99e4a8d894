import assert from "node:assert/strict";
import type { SymbolInformation } from "vscode-languageserver";
import { fullCapabilities, running, type StdioClient } from "../protocol/clients.ts";
import { ClientFolder } from "../support/clientFolder.ts";
import { endAll } from "../support/lspClient.ts";

const count = 1000;
const [created, changed, deleted] = [1, 2, 3];

function minutes(index: number, title: string): string {
  const day = String(1 + (index % 28)).padStart(2, "0");
  return `REFERAT Havneudvalget d. ${day}-03-2026\n\nPunkt 1: ${title}\n\nBeslutning\n\nGodkendt.\n`;
}

async function opened(folder: ClientFolder): Promise<StdioClient> {
  return running(
    fullCapabilities,
    { readFile: true, archive: { findDocuments: true } },
    { workspaceFolders: [{ uri: folder.uri, name: "arkiv" }] },
    (started) => {
      folder.serve(started);
      started.onRequest("workspace/diagnostic/refresh", () => null);
    },
  );
}

/** Waits until so many files are known; the open document can be among the documents already. */
async function holds(client: StdioClient, files: number): Promise<void> {
  await client.notification("referat/archiveChanged", (params) => {
    const { documents, indexing } = params as { documents: number; indexing: boolean };
    return !indexing && (documents === files || documents === files + 1);
  });
}

function refreshes(client: StdioClient): number {
  return client.serverRequests.filter(({ method }) => method === "workspace/diagnostic/refresh").length;
}

describe("a thousand files that change at once", () => {
  afterEach(endAll);

  it("are each read once, are told of ten times over, and show findings anew a few times", async () => {
    const names = Array.from({ length: count }, (_, index) => `${index}.referat`);
    const folder = new ClientFolder(
      Object.fromEntries(names.map((name, index) => [name, minutes(index, "Havnen")])),
    );
    const client = await opened(folder);
    const open = folder.uriOf("åben.referat");
    client.open(open, minutes(3, "Kajen"));
    await holds(client, count);
    folder.read = [];
    const before = refreshes(client);

    // Another branch: a third is gone, a third is another, more are new.
    const gone = names.slice(0, 333);
    const other = names.slice(333, 666);
    const fresh = Array.from({ length: 400 }, (_, index) => `ny-${index}.referat`);
    for (const name of gone) folder.remove(name);
    for (const [index, name] of [...other, ...fresh].entries()) folder.write(name, minutes(index, "Molen"));
    const changes = [
      ...gone.map((name) => ({ uri: folder.uriOf(name), type: deleted })),
      ...other.map((name) => ({ uri: folder.uriOf(name), type: changed })),
      ...fresh.map((name) => ({ uri: folder.uriOf(name), type: created })),
    ];
    const typed = typing(client, open, folder);
    for (let times = 0; times < 10; times++) client.notify("workspace/didChangeWatchedFiles", { changes });
    await holds(client, names.length - gone.length + fresh.length);

    assert.equal(new Set(folder.read).size, folder.read.length, "a file was read twice");
    assert.deepEqual([...folder.read].sort(), [...other, ...fresh].sort());
    const shown = refreshes(client) - before;
    assert.ok(shown <= 5, `findings were shown anew ${shown} times`);
    const symbols = (await client.send("workspace/symbol", { query: "Molen" })) as SymbolInformation[];
    assert.equal(symbols.length > 0, true);
    const readWhenAnswered = await typed;
    assert.ok(readWhenAnswered < other.length + fresh.length, "typing waited for all files");
  });

  it("that are told of one by one, attachments too, are looked at together", async () => {
    const folder = new ClientFolder({ "referat.json": "{}" });
    const client = await opened(folder);
    client.open(folder.uriOf("åben.referat"), minutes(3, "Kajen"));
    await client.settled();
    const told = new Promise((resolve) => {
      client.onRequest("workspace/diagnostic/refresh", () => {
        resolve(null);
        return null;
      });
    });
    const before = refreshes(client);
    for (let index = 0; index < count; index++) {
      const names = [`${index}.pdf`, "referat.json"];
      client.notify("workspace/didChangeWatchedFiles", {
        changes: names.map((name) => ({ uri: folder.uriOf(name), type: changed })),
      });
    }
    await told;
    await client.settled();
    const shown = refreshes(client) - before;
    assert.ok(shown < 50, `findings were shown anew ${shown} times`);
    assert.equal(await client.stop(), 0);
  });

  it("and of one only its words: it is read again, though its size and its time are the same", async () => {
    const folder = new ClientFolder({ "a.referat": minutes(3, "Havnen") });
    const client = await opened(folder);
    await holds(client, 1);
    folder.writeUnseen("a.referat", minutes(3, "Kajene"));
    client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: folder.uriOf("a.referat"), type: changed }],
    });
    await client.notification("referat/archiveChanged");
    const symbols = (await client.send("workspace/symbol", { query: "Kajene" })) as SymbolInformation[];
    assert.ok(symbols.length > 0);
  });

  /** Types a while, and says how many files had been read when the last key was answered. */
  async function typing(client: StdioClient, uri: string, folder: ClientFolder): Promise<number> {
    for (let version = 2; version < 12; version++) {
      const start = { line: 2, character: 9 };
      client.change(uri, version, { range: { start, end: start }, text: "x" });
      await client.request("textDocument/documentSymbol", { textDocument: { uri } });
    }
    return folder.read.length;
  }
});
