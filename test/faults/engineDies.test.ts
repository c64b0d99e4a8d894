import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { referat } from "../support/cli.ts";
import { removeFolders, type TestFolder, testFolder } from "../support/folder.ts";
import { endAll, LspClient } from "../support/lspClient.ts";

const minutes = "REFERAT Havneudvalget d. 04-03-2026\n\nPunkt 1: Havnen\n\nBeslutning\n\nGodkendt.\n";
const preload = join(import.meta.dirname, "dyingThread.cjs");

describe("the PDF engine's thread dies while a document is exported", () => {
  const before = process.env["NODE_OPTIONS"];
  let away: TestFolder;

  beforeEach(() => {
    away = testFolder({ dying: "" });
    process.env["NODE_OPTIONS"] = `${before ?? ""} --require=${JSON.stringify(preload)}`.trim();
    process.env["REFERAT_TEST_DYING"] = join(away.path, "dying");
  });
  afterEach(() => {
    if (before === undefined) delete process.env["NODE_OPTIONS"];
    else process.env["NODE_OPTIONS"] = before;
    delete process.env["REFERAT_TEST_DYING"];
    endAll();
    removeFolders();
  });
  /** Threads started from now on live. */
  const mended = (): void => away.remove("dying");

  const transports: Readonly<Record<string, () => LspClient>> = {
    "standard input and output": () => LspClient.stdio(),
    "Node's channel": () => LspClient.ipc(),
  };
  const words = {
    da: "PDF-motoren kunne ikke startes eller gik ned (exit 7).",
    en: "The PDF engine could not be started, or broke down (exit 7).",
  };
  for (const [over, start] of Object.entries(transports)) {
    for (const [language, failed] of Object.entries(words)) {
      it(`she is told so, nothing is written, and the next export is a PDF: ${over}, ${language}`, async () => {
        const folder = testFolder({ "a.referat": minutes });
        const client = start();
        const workspaceFolders = [{ uri: folder.uri, name: "møder" }];
        await client.initialize({}, { initializationOptions: { language }, workspaceFolders });
        const uri = folder.uriOf("a.referat");
        client.open(uri, minutes);
        const params = { textDocument: { uri }, format: "pdf" };
        // One that dies is followed by another, which dies too.
        assert.deepEqual(await client.send("referat/export", params), { failed });
        assert.deepEqual(await client.send("referat/export", params), { failed });
        // What needs no engine is not lost with it.
        const [lost, html] = await Promise.all([
          client.send("referat/export", params),
          client.send("referat/export", { ...params, format: "html" }),
        ]);
        assert.deepEqual(lost, { failed });
        assert.match((html as { text: string }).text, /Godkendt/);
        mended();
        const { base64 } = (await client.send("referat/export", params)) as { base64: string };
        const pdf = Buffer.from(base64, "base64").toString("latin1");
        assert.match(pdf, /^%PDF-[^]*%%EOF\s*$/);
        assert.deepEqual(readdirSync(folder.path), ["a.referat"]);
        assert.equal(await client.stop(), 0);
      });
    }
  }

  it("the command line says so, leaves what was exported before, and nothing half", () => {
    const folder = testFolder({ "a.referat": minutes, "ud.pdf": "det forrige" });
    const exported = (): ReturnType<typeof referat> =>
      referat(["export", "a.referat", "--to", "pdf", "--out", "ud.pdf"], { cwd: folder.path });
    const { status, stdout, stderr } = exported();
    assert.match(
      stderr,
      /^a\.referat: PDF-motoren kunne ikke startes eller gik ned \(exit 7\)\. Intet er skrevet\.$/m,
    );
    assert.equal(stdout, "");
    assert.equal(status, 2);
    assert.equal(readFileSync(join(folder.path, "ud.pdf"), "utf8"), "det forrige");
    assert.deepEqual(readdirSync(folder.path).sort(), ["a.referat", "ud.pdf"]);
    mended();
    assert.equal(exported().status, 0);
    assert.match(readFileSync(join(folder.path, "ud.pdf"), "latin1"), /^%PDF-/);
  });
});
