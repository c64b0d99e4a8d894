import assert from "node:assert/strict";
import { mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { linesOf } from "../../server/src/protocol/archive/storedLines.ts";
import { running, type StdioClient } from "../protocol/clients.ts";
import { removeFolders, type TestFolder, testFolder } from "../support/folder.ts";
import { endAll } from "../support/lspClient.ts";

const minutes = "REFERAT Havneudvalget d. 04-03-2026\n\nPunkt 1: Havnen\n\nBeslutning\n\nGodkendt.\n";

/** What can happen to the file of the index, one day. */
const damages: Readonly<Record<string, (index: string) => void>> = {
  "nothing at all": (index) => truncateSync(index, 0),
  "the half of it": (index) => truncateSync(index, 120),
  "nothing but noughts": (index) => writeFileSync(index, new Uint8Array(5_000_000)),
  "a folder": (index) => {
    rmSync(index);
    mkdirSync(index);
  },
  "another version's": (index) =>
    writeFileSync(index, '{"format":0,"recordVersion":0,"serverVersion":"0"}\n'),
};

describe("an index that holds", () => {
  afterEach(() => {
    endAll();
    removeFolders();
  });

  async function reading(folder: TestFolder, storage: string): Promise<StdioClient> {
    const client = await running(
      {},
      { archive: { storage: pathToFileURL(storage).href } },
      { workspaceFolders: [{ uri: folder.uri, name: "arkiv" }] },
    );
    await client.notification("referat/archiveChanged", (params) => {
      const state = params as { documents: number; indexing: boolean };
      return !state.indexing && state.documents === 2;
    });
    return client;
  }

  for (const [name, damage] of Object.entries(damages)) {
    it(`${name}: the files are read again`, async () => {
      const folder = testFolder({ "a.referat": minutes, "b.referat": minutes.replace("04-", "05-") });
      const storage = testFolder().path;
      assert.equal(await (await reading(folder, storage)).stop(), 0);
      const [index] = readdirSync(storage);
      damage(join(storage, index ?? ""));
      assert.equal(await (await reading(folder, storage)).stop(), 0);
    });
  }

  it("a line without end is left out, and what follows is read", async () => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (const text of ["først\n", "0".repeat(60), "0".repeat(60), "0\nsidst"])
        yield await Promise.resolve(new TextEncoder().encode(text));
    }
    const lines: string[] = [];
    for await (const line of linesOf(pieces(), 100)) lines.push(new TextDecoder().decode(line));
    assert.deepEqual(lines, ["først", "sidst"]);
  });
});
