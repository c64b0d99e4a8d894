import assert from "node:assert/strict";
import { mkdirSync, renameSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import type {
  ClientCapabilities,
  InitializeParams,
  LogMessageParams,
  SymbolInformation,
} from "vscode-languageserver";
import { removeFolders, testFolder } from "../support/folder.ts";
import { endAll } from "../support/lspClient.ts";
import { fullCapabilities, running, type StdioClient } from "./clients.ts";

/** So many documents, each of them short. */
function many(count: number): Record<string, string> {
  const names = Array.from({ length: count }, (_, index) => `${index}.referat`);
  return Object.fromEntries(names.map((name, index) => [name, minutes(1 + (index % 28))]));
}

const created = 1;
const changed = 2;
const deleted = 3;

/** Minutes of a day of March 2026, with one item. */
function minutes(day: number, title = "Havnen"): string {
  return `REFERAT Havneudvalget d. ${String(day).padStart(2, "0")}-03-2026\n\nPunkt 1: ${title}\n\nBeslutning\n\nGodkendt.\n`;
}

/** A client that shows the archive. */
function opened(
  folders: readonly string[],
  capabilities: ClientCapabilities = fullCapabilities,
  archive: object = {},
  more: Partial<InitializeParams> = {},
): Promise<StdioClient> {
  const workspaceFolders = folders.map((uri) => ({ uri, name: "arkiv" }));
  return running(capabilities, { archive }, { workspaceFolders, ...more });
}

/** Waits until the archive is read and holds so many documents. */
async function holds(client: StdioClient, documents: number): Promise<void> {
  await client.notification("referat/archiveChanged", (params) => {
    const state = params as { documents: number; indexing: boolean };
    return !state.indexing && state.documents === documents;
  });
}

/** The documents in which an item of that title is found. */
async function having(client: StdioClient, query: string): Promise<string[]> {
  const symbols = (await client.send("workspace/symbol", { query })) as SymbolInformation[];
  return [...new Set(symbols.map(({ location }) => location.uri))].sort();
}

function told(client: StdioClient, ...changes: readonly [uri: string, type: number][]): void {
  client.notify("workspace/didChangeWatchedFiles", {
    changes: changes.map(([uri, type]) => ({ uri, type })),
  });
}

describe("protocol: the archive", () => {
  afterEach(() => {
    endAll();
    removeFolders();
  });

  for (const [name, capabilities] of [
    ["full", fullCapabilities],
    ["bare", {}],
  ] as const) {
    describe(`of a ${name} client`, () => {
      it("holds the documents of its folders, but no hidden ones", async () => {
        const one = testFolder({
          "2026/a.referat": minutes(4),
          "b.dagsorden": minutes(5),
          "c.txt": minutes(6),
          ".skjult/d.referat": minutes(7),
          "node_modules/e.referat": minutes(8),
        });
        const other = testFolder({ "å (1).referat": minutes(9) });
        const client = await opened([one.uri, other.uri, `${one.uri}/2026`], capabilities);
        await holds(client, 3);
      });

      it("follows what is told of files", async () => {
        const folder = testFolder({ "a.referat": minutes(4), "b.referat": minutes(5) });
        const client = await opened([folder.uri], capabilities);
        await holds(client, 2);
        folder.write("a.referat", minutes(4, "Kajen"));
        folder.write("c.referat", minutes(6, "Kajen"));
        folder.remove("b.referat");
        told(
          client,
          [folder.uriOf("a.referat"), changed],
          [folder.uriOf("b.referat"), deleted],
          [folder.uriOf("c.referat"), created],
        );
        folder.write("d.referat", minutes(7));
        told(client, [folder.uriOf("d.referat"), created]);
        await holds(client, 3);
        assert.deepEqual(await having(client, "Kajen"), [
          folder.uriOf("a.referat"),
          folder.uriOf("c.referat"),
        ]);
      });

      it("holds a document as it stands in its editor, until that is closed", async () => {
        const folder = testFolder({ "a.referat": minutes(4) });
        const uri = folder.uriOf("a.referat");
        const client = await opened([folder.uri], capabilities);
        await holds(client, 1);
        client.open(uri, minutes(4, "Kajen"));
        assert.deepEqual(await having(client, "Kajen"), [uri]);
        const range = { start: { line: 2, character: 9 }, end: { line: 2, character: 14 } };
        client.change(uri, 2, { range, text: "Molen" });
        assert.deepEqual(await having(client, "Molen"), [uri]);
        assert.deepEqual(await having(client, "Kajen"), []);
        // The file says something else, and the editor holds.
        folder.write("a.referat", minutes(4, "Broen"));
        told(client, [uri, changed]);
        folder.write("b.referat", minutes(5));
        told(client, [folder.uriOf("b.referat"), created]);
        await holds(client, 2);
        assert.deepEqual(await having(client, "Broen"), []);
        client.close(uri);
        await client.notification("referat/archiveChanged");
        await client.send("workspace/symbol", { query: "" });
        folder.remove("b.referat");
        told(client, [folder.uriOf("b.referat"), deleted]);
        await holds(client, 1);
        assert.deepEqual(await having(client, "Broen"), [uri]);
      });
    });
  }

  it("of a client that names but a root is that of the root", async () => {
    const folder = testFolder({ "a.referat": minutes(4) });
    const client = await running({}, { archive: {} }, { rootUri: folder.uri });
    await holds(client, 1);
  });

  it("without a folder holds what is open, and no other version of it", async () => {
    const client = await opened([]);
    client.open("untitled:Uden-1", minutes(4, "Kajen"));
    client.open("git:/a.referat?HEAD", minutes(4, "Kajen"));
    assert.deepEqual(await having(client, "Kajen"), ["untitled:Uden-1"]);
    client.close("untitled:Uden-1");
    assert.deepEqual(await having(client, "Kajen"), []);
  });

  it("knows a file by each form of its URI", async () => {
    const folder = testFolder({ "a (1).referat": minutes(4) });
    const client = await opened([folder.uri]);
    await holds(client, 1);
    const plain = `${folder.uri}/a%20(1).referat`;
    client.open(plain, minutes(4, "Kajen"));
    assert.deepEqual(await having(client, "Kajen"), [plain]);
    assert.deepEqual(await having(client, "Havnen"), []);
    client.close(plain);
    await client.notification("referat/archiveChanged");
    assert.deepEqual(await having(client, "Havnen"), [`${folder.uri}/a%20%281%29.referat`]);
  });

  it("takes a thousand changes at once", async () => {
    const folder = testFolder({ "a.referat": minutes(4) });
    const client = await opened([folder.uri]);
    await holds(client, 1);
    const names = Array.from({ length: 1000 }, (_, index) => `gren/${index}.referat`);
    for (const [index, name] of names.entries()) folder.write(name, minutes(1 + (index % 28)));
    told(client, ...names.map((name): [string, number] => [folder.uriOf(name), created]));
    await holds(client, 1001);
    for (const name of names.slice(1)) folder.remove(name);
    told(client, ...names.map((name): [string, number] => [folder.uriOf(name), deleted]));
    // The one that is still there was told of wrongly.
    await holds(client, 2);
  });

  it("follows folders of which alone is told", async () => {
    const folder = testFolder({ "gammel/a.referat": minutes(4), "gammel/under/b.referat": minutes(5) });
    const client = await opened([folder.uri]);
    await holds(client, 2);
    folder.remove("gammel");
    told(client, [folder.uriOf("gammel"), deleted]);
    await holds(client, 0);
    for (const day of [4, 5, 6]) folder.write(`ny/${day}.referat`, minutes(day));
    told(client, [folder.uriOf("ny"), created]);
    await holds(client, 3);
  });

  it("follows what the user does to files, and looks again when it is asked to", async () => {
    const folder = testFolder({ "a.referat": minutes(4), "gammel/b.referat": minutes(5) });
    const client = await opened([folder.uri], {});
    await holds(client, 2);
    folder.write("c.referat", minutes(6));
    client.notify("workspace/didCreateFiles", { files: [{ uri: folder.uriOf("c.referat") }] });
    await holds(client, 3);
    renameSync(join(folder.path, "gammel"), join(folder.path, "ny"));
    folder.write("ny/d.referat", minutes(7));
    const files = [{ oldUri: folder.uriOf("gammel"), newUri: folder.uriOf("ny") }];
    client.notify("workspace/didRenameFiles", { files });
    await holds(client, 4);
    folder.remove("ny");
    client.notify("workspace/didDeleteFiles", { files: [{ uri: folder.uriOf("ny") }] });
    await holds(client, 2);
    folder.write("e.referat", minutes(8));
    client.notify("referat/lookAgain", {});
    await holds(client, 3);
  });

  it("keeps what it knows of a folder that is away, and finds it again", async () => {
    const folder = testFolder({ "drev/a.referat": minutes(4), "drev/b.referat": minutes(5) });
    const drive = folder.uriOf("drev");
    const client = await opened([drive]);
    await holds(client, 2);
    renameSync(join(folder.path, "drev"), join(folder.path, "væk"));
    told(client, [drive, deleted], [`${drive}/a.referat`, deleted]);
    // Another folder is added, so that all is looked through.
    const other = testFolder({ "c.referat": minutes(6) });
    const event = { added: [{ uri: other.uri, name: "andet" }], removed: [] };
    client.notify("workspace/didChangeWorkspaceFolders", { event });
    await holds(client, 3);
    renameSync(join(folder.path, "væk"), join(folder.path, "drev"));
    folder.write("drev/a.referat", minutes(4, "Kajen"));
    told(client, [`${drive}/a.referat`, changed]);
    client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: event.added } });
    await holds(client, 2);
    assert.deepEqual(await having(client, "Kajen"), [`${drive}/a.referat`]);
  });

  it("goes through links once, however they lead around", async () => {
    const folder = testFolder({ "a.referat": minutes(4), "under/b.referat": minutes(5) });
    const outside = testFolder({ "c.referat": minutes(6) });
    symlinkSync(folder.path, join(folder.path, "under", "rundt"));
    symlinkSync(outside.path, join(folder.path, "ud"));
    symlinkSync(outside.path, join(folder.path, "under", "ud igen"));
    symlinkSync(join(outside.path, "intet"), join(folder.path, "intet.referat"));
    const client = await opened([folder.uri]);
    await holds(client, 3);
  });

  it("names what it cannot read once in the log, and does without", async () => {
    const folder = testFolder({ "god.referat": minutes(4), "stor.referat": "", "tom.referat": "" });
    folder.write("latin.referat", Buffer.from(minutes(5, "Mølle"), "latin1"));
    folder.write("utf16.referat", Buffer.from(`\uFEFF${minutes(5)}`, "utf16le"));
    folder.write("binær.referat", Buffer.from([0x52, 0, 0, 0x46]));
    truncateSync(join(folder.path, "stor.referat"), 20_000_001);
    mkdirSync(join(folder.path, "mappe.referat"));
    const client = await opened([folder.uri]);
    await holds(client, 2);
    const names = ["latin", "utf16", "binær", "stor"];
    for (const name of names) told(client, [folder.uriOf(`${name}.referat`), changed]);
    folder.write("ny.referat", minutes(6));
    told(client, [folder.uriOf("ny.referat"), created]);
    await holds(client, 3);
    const logged = client.notifications
      .filter(({ method }) => method === "window/logMessage")
      .map(({ params }) => (params as LogMessageParams).message)
      .filter((message) => message.startsWith("Arkivet springer over"));
    for (const name of names) {
      const uri = encodeURI(`${name}.referat`);
      assert.equal(logged.filter((message) => message.includes(uri)).length, 1, uri);
    }
    assert.equal(logged.length, names.length);
  });

  it("takes in other texts that begin with a title line, where it is asked to", async () => {
    const folder = testFolder({
      "a.referat": minutes(4),
      "b.txt": minutes(5),
      "under/c.md": minutes(6),
      "noter.txt": "Ring til Havneudvalget.\n",
    });
    const client = await opened([folder.uri], {}, { include: ["**/*.txt"] });
    await holds(client, 2);
    const settings = { referat: { archive: { include: ["**/*.{txt,md}"] } } };
    client.notify("workspace/didChangeConfiguration", { settings });
    await holds(client, 3);
    client.notify("workspace/didChangeConfiguration", {
      settings: { referat: { archive: { enabled: false } } },
    });
    await holds(client, 0);
    client.notify("workspace/didChangeConfiguration", {
      settings: { referat: { archive: { enabled: true } } },
    });
    await holds(client, 3);
  });

  it("says nothing of itself to a client that does not show it", async () => {
    const folder = testFolder({ "a.referat": minutes(4) });
    const client = await running(
      fullCapabilities,
      {},
      { workspaceFolders: [{ uri: folder.uri, name: "a" }] },
    );
    await client.send("workspace/diagnostic", { previousResultIds: [] });
    assert.deepEqual(await having(client, "Havnen"), [folder.uriOf("a.referat")]);
    assert.equal(client.notifications.filter(({ method }) => method === "referat/archiveChanged").length, 0);
  });

  describe("in progress", () => {
    const shown = { ...fullCapabilities, window: { workDoneProgress: true } };

    it("is shown where there is much to read, and ends", async () => {
      const client = await opened([testFolder(many(400)).uri], shown);
      client.onRequest("window/workDoneProgress/create", () => null);
      const kind = (wanted: string) => (params: unknown) =>
        (params as { value: { kind: string } }).value.kind === wanted;
      const begun = await client.notification("$/progress", kind("begin"));
      assert.equal((begun as { value: { title: string } }).value.title, "Arkivet læses");
      await client.notification("$/progress", kind("end"));
      await holds(client, 400);
    });

    it("is not shown for little", async () => {
      const client = await opened([testFolder({ "a.referat": minutes(4) }).uri], shown);
      await holds(client, 1);
      assert.ok(!client.serverRequests.some(({ method }) => method === "window/workDoneProgress/create"));
    });

    it("can be ended by the user", async () => {
      const client = await opened([testFolder(many(2000)).uri], shown);
      client.onRequest("window/workDoneProgress/create", () => null);
      const { token } = (await client.notification("$/progress")) as { token: string };
      client.notify("window/workDoneProgress/cancel", { token });
      const state = (await client.notification(
        "referat/archiveChanged",
        (params) => !(params as { indexing: boolean }).indexing,
      )) as { documents: number };
      assert.ok(state.documents < 2000, `${state.documents} were read`);
    });
  });
});
