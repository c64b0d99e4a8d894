import assert from "node:assert/strict";
import { mkdirSync, renameSync } from "node:fs";
import { running } from "../protocol/clients.ts";
import { removeFolders, testFolder } from "../support/folder.ts";
import { endAll } from "../support/lspClient.ts";

const minutes =
  "REFERAT Havneudvalget d. 04-03-2026\n\nPunkt 1: Havnen\n\nBeslutning\n\nGodkendt.\n\nBilag\n\nPlan.pdf\nKort.pdf\n";

describe("a folder that vanishes while its documents are open", () => {
  afterEach(() => {
    endAll();
    removeFolders();
  });

  it("takes nothing from them: they are written, checked and exported, and nothing is said to be missing", async () => {
    const folder = testFolder({
      "drev/a.referat": minutes,
      "drev/Plan.pdf": "%PDF",
      "drev/Kort.pdf": "%PDF",
    });
    const drive = folder.uriOf("drev");
    const uri = `${drive}/a.referat`;
    const client = await running({}, { archive: {} }, { workspaceFolders: [{ uri: drive, name: "drev" }] });
    const before = await client.openPushed(uri, minutes);
    assert.deepEqual(
      before.filter(({ code }) => code === "attachment-file"),
      [],
    );

    renameSync(`${folder.path}/drev`, `${folder.path}/væk`);
    const changes = ["a.referat", "Plan.pdf", "Kort.pdf"].map((name) => ({
      uri: `${drive}/${name}`,
      type: 3,
    }));
    client.notify("workspace/didChangeWatchedFiles", { changes: [...changes, { uri: drive, type: 3 }] });
    const start = { line: 6, character: 0 };
    client.change(uri, 2, { range: { start, end: start }, text: "Enstemmigt. " });
    const away = await client.pushed(uri, 2);
    assert.deepEqual(
      away.diagnostics.filter(({ code }) => code === "attachment-file"),
      [],
    );
    const textDocument = { uri };
    for (const format of ["html", "docx", "pdf", "oparl"]) {
      const made = (await client.send("referat/export", { textDocument, format })) as Record<string, unknown>;
      assert.ok("text" in made || "base64" in made, `${format}: ${JSON.stringify(made)}`);
    }
    assert.ok(await client.send("referat/readiness", { textDocument }));
    assert.ok(await client.send("referat/decisions", { query: {}, within: [], offset: 0, limit: 10 }));
    const html = (await client.send("referat/export", { textDocument, format: "html" })) as { text: string };
    assert.ok(html.text.includes("Enstemmigt. Godkendt."), "what was written is not in it");

    renameSync(`${folder.path}/væk`, `${folder.path}/drev`);
    mkdirSync(`${folder.path}/drev/2027`);
    client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: drive, type: 1 }, ...changes.map((each) => ({ ...each, type: 1 }))],
    });
    client.change(uri, 3, { text: minutes });
    const back = await client.pushed(uri, 3);
    assert.equal(back.diagnostics.length, before.length);
    const logged = client.notifications.filter(
      ({ method, params }) => method === "window/logMessage" && (params as { type: number }).type === 1,
    );
    assert.deepEqual(logged, []);
    assert.equal(await client.stop(), 0);
  });
});
