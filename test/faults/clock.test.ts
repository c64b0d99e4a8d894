import assert from "node:assert/strict";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { running, type StdioClient } from "../protocol/clients.ts";
import { removeFolders, type TestFolder, testFolder } from "../support/folder.ts";
import { inProcess } from "../support/inProcess.ts";
import { endAll, LspClient } from "../support/lspClient.ts";

const minutes = "REFERAT Havneudvalget d. 04-03-2026\n\nPunkt 1: Havnen\n\nBeslutning\n\nGodkendt.\n";
const hour = 3_600_000;

describe("a clock that jumps", () => {
  const RealDate = Date;

  afterEach(() => {
    globalThis.Date = RealDate;
    endAll();
    removeFolders();
  });

  it("by a year, an hour, back and forth: each key is answered, and what waits is shown", async () => {
    const client = LspClient.over(inProcess());
    // Findings on the line of the caret wait for a pause.
    await client.initialize(
      {},
      { initializationOptions: { diagnostics: { currentLine: false, delay: 20 } } },
    );
    jumping([0, 366 * 24, -366 * 24, 1, -1, 0.5]);
    const uri = "file:///intet/sted/a.referat";
    client.open(uri, minutes);
    const wrong = "\nTirsdag den 4. marts 2026.";
    const end = { line: 7, character: 0 };
    let version = 1;
    for (const [index, sign] of [...wrong].entries()) {
      const at = index === 0 ? end : { line: 8, character: index - 1 };
      client.change(uri, ++version, { range: { start: at, end: at }, text: sign });
      await told(client, version, () => true);
    }
    const isFound = ({ code }: Diagnostic): boolean => code === "weekday";
    const { diagnostics } = await told(client, version, (found) => found.some(isFound));
    assert.equal(diagnostics.filter(isFound).length, 1);
    const params = { textDocument: { uri }, position: { line: 7, character: 0 } };
    assert.ok(await client.send("textDocument/completion", params), "no completion");
  });

  it("and files of another day than the one before: what was written is read, also where it is older", async () => {
    const folder = testFolder({ "a.referat": minutes });
    const storage = testFolder().path;
    setTime(folder, 2050);
    assert.deepEqual(await decisions(folder, storage), ["Godkendt."]);
    // The same length, by a clock that was set right since.
    folder.write("a.referat", minutes.replace("Godkendt.", "Afvist..."));
    setTime(folder, 2020);
    assert.deepEqual(await decisions(folder, storage), ["Afvist..."]);
  });

  it("what was left half written is taken away, also where it is of a day to come", async () => {
    const folder = testFolder({ "a.referat": minutes });
    const storage = testFolder().path;
    const left = join(storage, "arkiv-0-0.tmp");
    writeFileSync(left, "halvt");
    utimesSync(left, new Date(2050, 0, 1), new Date(2050, 0, 1));
    await decisions(folder, storage);
    assert.ok(!readdirSync(storage).includes("arkiv-0-0.tmp"));
  });

  /** Each look at the clock finds it moved by another number of hours. */
  function jumping(hours: readonly number[]): void {
    let looks = 0;
    const now = (): number => RealDate.now() + (hours[looks++ % hours.length] ?? 0) * hour;
    globalThis.Date = class extends RealDate {
      constructor(...args: unknown[]) {
        if (args.length === 0) super(now());
        else super(...(args as [number]));
      }

      static override now = now;
    } as DateConstructor;
  }
});

/** Resolves when the findings of a version are as they are wanted. */
async function told(
  client: LspClient,
  version: number,
  wanted: (found: readonly Diagnostic[]) => boolean,
): Promise<PublishDiagnosticsParams> {
  return (await client.notification("textDocument/publishDiagnostics", (params) => {
    const pushed = params as PublishDiagnosticsParams;
    return pushed.version === version && wanted(pushed.diagnostics);
  })) as PublishDiagnosticsParams;
}

function setTime(folder: TestFolder, year: number): void {
  utimesSync(join(folder.path, "a.referat"), new Date(year, 5, 1), new Date(year, 5, 1));
}

/** The words of all decisions, as a server that has read the folder knows them. */
async function decisions(folder: TestFolder, storage: string): Promise<string[]> {
  const client: StdioClient = await running(
    {},
    { archive: { storage: pathToFileURL(storage).href } },
    { workspaceFolders: [{ uri: folder.uri, name: "arkiv" }] },
  );
  await client.notification("referat/archiveChanged", (params) => {
    const state = params as { documents: number; indexing: boolean };
    return !state.indexing && state.documents === 1;
  });
  const found = (await client.send("referat/decisions", { query: {}, offset: 0, limit: 10 })) as {
    rows: { text: string }[];
  };
  assert.equal(await client.stop(), 0);
  return found.rows.map(({ text }) => text);
}
