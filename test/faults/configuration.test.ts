import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Config } from "../../server/src/config/config.ts";
import { Configurations } from "../../server/src/protocol/configurations.ts";
import { running, type StdioClient, underlined } from "../protocol/clients.ts";
import { mistaken } from "../protocol/documents.ts";
import { folderWith, referat } from "../support/cli.ts";
import { removeFolders, type TestFolder, testFolder } from "../support/folder.ts";
import { endAll } from "../support/lspClient.ts";

const silent = '{ "rules": { "weekday": "off" }, "profiles": [{ "aliases": ["KU"] }] }';

/** What can be found in place of settings, one day. */
const garbage: Readonly<Record<string, string>> = {
  "signs that are no JSON": "\u0000\u0001\uFFFD\uFFFD PK\u0003\u0004 æøå }{",
  "a file that breaks off": silent.slice(0, 50),
  "brackets without end": "[".repeat(100_000),
  "objects without end": '{"a":'.repeat(100_000),
  "a list": "[1, 2, 3]",
  "50 megabytes": `{ "rules": { ${'"slot-gap":"off",'.repeat(3_000_000)} } }`,
};

describe("a referat.json that is garbage", () => {
  afterEach(() => {
    endAll();
    removeFolders();
  });

  for (const [name, text] of Object.entries(garbage)) {
    it(`is said to be, and counts as it was before: ${name}`, () => {
      assert.ok(Config.read(text).problems.length > 0);
      const configurations = new Configurations(
        () => Promise.resolve(null),
        () => Promise.resolve([]),
      );
      const [uri, document] = ["file:///m/referat.json", "file:///m/a.referat"];
      configurations.setOpen(uri, silent);
      configurations.setOpen(uri, text);
      assert.equal(configurations.nearest(document)?.text, silent);
      configurations.setOpen(uri, "{}");
      assert.equal(configurations.nearest(document)?.text, "{}");
    });

    it(`keeps nobody from checking: ${name}`, () => {
      const cwd = folderWith({ "a.referat": mistaken, "referat.json": text });
      const { status, stderr, stdout } = referat(["check", "--format", "json", "a.referat"], { cwd });
      const { files } = JSON.parse(stdout) as { files: { path: string; findings: { rule: string }[] }[] };
      assert.equal(files.find(({ path }) => path === "referat.json")?.findings[0]?.rule, "config");
      assert.equal(stderr, "");
      assert.equal(status, 2);
    }).timeout(60_000);
  }

  it("has a bounded number of problems, however many it holds", () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`);
    assert.equal(Config.read(`{${names.join(",")}}`).problems.length, 100);
    assert.equal(
      Config.read('{"profiles":[{"name":1} {"name":1}]}}}}').isWhole,
      true,
      "nothing of it is missing",
    );
  });

  async function weekdays(client: StdioClient, folder: TestFolder, ...types: number[]): Promise<number> {
    const changes = types.map((type) => ({ uri: folder.uriOf("referat.json"), type }));
    client.notify("workspace/didChangeWatchedFiles", { changes });
    const push = await client.pushed(folder.uriOf("a.referat"));
    return underlined(mistaken, push.diagnostics, "weekday").length;
  }

  it("on the disk changes nothing for the documents; taken away, it is away; restored, it holds", async () => {
    const folder = testFolder({ "referat.json": silent });
    const client = await running();
    const found = await client.openPushed(folder.uriOf("a.referat"), mistaken);
    assert.deepEqual(underlined(mistaken, found, "weekday"), []);
    for (const text of [garbage["signs that are no JSON"] ?? "", garbage["brackets without end"] ?? ""]) {
      writeFileSync(join(folder.path, "referat.json"), text);
      assert.equal(await weekdays(client, folder, 2), 0);
    }
    folder.remove("referat.json");
    assert.equal(await weekdays(client, folder, 3), 1);
    mkdirSync(join(folder.path, "referat.json"));
    assert.equal(await weekdays(client, folder, 1), 1);
    folder.remove("referat.json");
    folder.write("referat.json", silent);
    assert.equal(await weekdays(client, folder, 3, 1), 0);
    assert.equal(await client.stop(), 0);
  });

  it("whose whole folder is away counts as it was", async () => {
    const folder = testFolder({ "referat.json": silent });
    const client = await running();
    await client.openPushed(folder.uriOf("a.referat"), mistaken);
    folder.remove();
    assert.equal(await weekdays(client, folder, 3), 0);
    mkdirSync(folder.path);
    assert.equal(await weekdays(client, folder, 3), 1);
    assert.equal(await client.stop(), 0);
  });
});
