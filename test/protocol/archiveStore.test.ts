import assert from "node:assert/strict";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { SymbolInformation } from "vscode-languageserver";
import { ClientFolder } from "../support/clientFolder.ts";
import { removeFolders, testFolder, type TestFolder } from "../support/folder.ts";
import { endAll } from "../support/lspClient.ts";
import { fullCapabilities, running, type StdioClient } from "./clients.ts";

function minutes(day: number, title = "Havnen"): string {
  return `REFERAT Havneudvalget d. ${String(day).padStart(2, "0")}-03-2026\n\nPunkt 1: ${title}\n`;
}

const three = { "a.referat": minutes(4), "b.referat": minutes(5), "c.referat": minutes(6) };

/** A client that keeps the index itself, once the archive is read. */
async function reading(folder: ClientFolder, documents = 3): Promise<StdioClient> {
  folder.read = [];
  const client = await running(
    fullCapabilities,
    { readFile: true, archive: { findDocuments: true, stored: true } },
    { workspaceFolders: [{ uri: folder.uri, name: "arkiv" }] },
    (started) => folder.serve(started),
  );
  await holds(client, documents);
  return client;
}

async function holds(client: StdioClient, documents: number): Promise<void> {
  await client.notification("referat/archiveChanged", (params) => {
    const state = params as { documents: number; indexing: boolean };
    return !state.indexing && state.documents === documents;
  });
}

async function titles(client: StdioClient): Promise<string[]> {
  const symbols = (await client.send("workspace/symbol", { query: "" })) as SymbolInformation[];
  return symbols.map(({ name }) => name).sort();
}

describe("protocol: the stored index", () => {
  afterEach(() => {
    endAll();
    removeFolders();
  });

  it("saves reading what has not changed", async () => {
    const folder = new ClientFolder(three);
    await (await reading(folder)).stop();
    assert.deepEqual(folder.read.toSorted(), ["a.referat", "b.referat", "c.referat"]);
    await (await reading(folder)).stop();
    assert.deepEqual(folder.read, []);
    folder.write("b.referat", minutes(5, "Kajen"));
    folder.remove("c.referat");
    const client = await reading(folder, 2);
    assert.deepEqual(folder.read, ["b.referat"]);
    assert.equal((await titles(client)).filter((title) => title.includes("Kajen")).length, 1);
    await client.stop();
    await reading(folder, 2);
    assert.deepEqual(folder.read, []);
  });

  it("is taken for nothing where it is that of another version, and made anew", async () => {
    const folder = new ClientFolder(three);
    await (await reading(folder)).stop();
    folder.stored[0] = (folder.stored[0] ?? "").replace(/"recordVersion":\d+/, '"recordVersion":0');
    await (await reading(folder)).stop();
    assert.equal(folder.read.length, 3);
    await reading(folder);
    assert.deepEqual(folder.read, []);
  });

  for (const [damage, spoil] of [
    ["cut off", (text: string) => text.slice(0, -20)],
    ["spoilt in the middle", (text: string) => text.replace("Havnen", "Havnem")],
    ["that is no line", (text: string) => text.replace(/\n[^\n]+\n$/, "\nsludder\n")],
  ] as const) {
    it(`loses but the line that is ${damage}`, async () => {
      const folder = new ClientFolder(three);
      await (await reading(folder)).stop();
      folder.stored[0] = spoil(folder.stored[0] ?? "");
      await (await reading(folder)).stop();
      assert.equal(folder.read.length, 1);
      await reading(folder);
      assert.deepEqual(folder.read, []);
    });
  }

  it("holds for the referat.json that documents were read with", async () => {
    const folder = new ClientFolder({ ...three, "referat.json": "{}" });
    const client = await reading(folder);
    folder.read = [];
    folder.write("referat.json", '{ "profiles": [{ "aliases": ["HU"] }] }');
    client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: folder.uriOf("referat.json"), type: 2 }],
    });
    await holds(client, 3);
    assert.equal(folder.read.length, 3);
    await client.stop();
    await reading(folder);
    assert.deepEqual(folder.read, []);
  });

  it("is kept while the folder cannot be listed", async () => {
    const folder = new ClientFolder(three);
    await (await reading(folder)).stop();
    folder.isAway = true;
    await (await reading(folder, 0)).stop();
    folder.isAway = false;
    await reading(folder);
    assert.deepEqual(folder.read, []);
  });

  describe("on the disk", () => {
    /** A client with the folder, whose index lies beside it. */
    function storing(folder: TestFolder, storage: string): Promise<StdioClient> {
      return running(
        {},
        { archive: { storage: pathToFileURL(storage).href } },
        { workspaceFolders: [{ uri: folder.uri, name: "arkiv" }] },
      );
    }

    function indexIn(storage: string): string {
      const name = readdirSync(storage).find((each) => each.endsWith(".jsonl")) ?? "";
      return join(storage, name);
    }

    it("outlives a server that is killed, and what that wrote half", async () => {
      const folder = testFolder(three);
      const storage = join(testFolder().path, "lager");
      const first = await storing(folder, storage);
      await holds(first, 3);
      first.kill();
      await first.ended;
      const index = indexIn(storage);
      assert.equal(linesOf(index), 4);
      appendFileSync(index, '1abc\t{"uri":"file:///halv');
      folder.write("d.referat", minutes(7));
      const second = await storing(folder, storage);
      await holds(second, 4);
      await second.stop();
      // The half line, and that of the new document.
      assert.equal(linesOf(index), 6);
      const third = await storing(folder, storage);
      await holds(third, 4);
      await third.stop();
      assert.equal(linesOf(index), 6);
    });

    it("is never trusted over a file", async () => {
      const folder = testFolder(three);
      const storage = testFolder().path;
      const first = await storing(folder, storage);
      await holds(first, 3);
      await first.stop();
      folder.write("a.referat", minutes(4, "Et andet punkt"));
      folder.remove("b.referat");
      const second = await storing(folder, storage);
      await holds(second, 2);
      assert.ok((await titles(second)).some((title) => title.includes("Et andet punkt")));
    });

    it("is read whole where it is no index at all", async () => {
      const folder = testFolder(three);
      const storage = testFolder().path;
      const first = await storing(folder, storage);
      await holds(first, 3);
      await first.stop();
      const index = indexIn(storage);
      writeFileSync(index, Buffer.from([0, 255, 10, 0, 200, 10, 9, 9, 10]));
      const second = await storing(folder, storage);
      await holds(second, 3);
      await second.stop();
      assert.equal(linesOf(index), 4);
    });

    it("serves two windows that write at once", async () => {
      const folder = testFolder(three);
      const storage = testFolder().path;
      const windows = await Promise.all([storing(folder, storage), storing(folder, storage)]);
      await Promise.all(windows.map((client) => holds(client, 3)));
      for (const name of ["d.referat", "e.referat"]) folder.write(name, minutes(7));
      const changes = ["d.referat", "e.referat"].map((name) => ({ uri: folder.uriOf(name), type: 1 }));
      for (const client of windows) client.notify("workspace/didChangeWatchedFiles", { changes });
      await Promise.all(windows.map((client) => holds(client, 5)));
      await Promise.all(windows.map((client) => client.stop()));
      const third = await storing(folder, storage);
      await holds(third, 5);
    });

    it("that cannot be written is told of once, and the archive lives without", async () => {
      const folder = testFolder(three);
      const blocked = testFolder({ lager: "En fil, hvor mappen skulle være." });
      const client = await storing(folder, join(blocked.path, "lager"));
      await holds(client, 3);
      folder.write("d.referat", minutes(7));
      client.notify("workspace/didChangeWatchedFiles", {
        changes: [{ uri: folder.uriOf("d.referat"), type: 1 }],
      });
      await holds(client, 4);
      const said = client.notifications.filter(
        ({ method, params }) =>
          method === "window/logMessage" && JSON.stringify(params).includes("kan ikke gemmes"),
      );
      assert.equal(said.length, 1);
      assert.equal(await client.stop(), 0);
    });
  });
});

/** Lines that hold something. */
function linesOf(path: string): number {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "").length;
}
