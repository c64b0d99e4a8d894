import assert from "node:assert/strict";
import type { ClientCapabilities, Diagnostic } from "vscode-languageserver";
import { endAll, type LspClient } from "../support/lspClient.ts";
import { documentUri, literalActions, running, wordsOf } from "./clients.ts";
import { mistaken } from "./documents.ts";
import { rangeOf } from "./text.ts";

const uri = documentUri();
const textDocument = { uri };

function languageOf(diagnostics: readonly Diagnostic[]): "da" | "en" | "neither" {
  const finding = diagnostics.find(({ code }) => code === "weekday");
  const words = finding ? wordsOf(finding) : "";
  if (/ret ugedagen/i.test(words)) return "da";
  return /correct the weekday/i.test(words) ? "en" : "neither";
}

async function pushedLanguage(client: LspClient): Promise<string> {
  return languageOf((await client.pushed(uri, 1)).diagnostics);
}

async function pulledLanguage(client: LspClient): Promise<string> {
  const report = await client.request("textDocument/diagnostic", { textDocument });
  return report.kind === "full" ? languageOf(report.items) : report.kind;
}

describe("protocol: the language of the messages", () => {
  afterEach(endAll);

  it("is Danish where nothing is said, or nothing that is understood", async () => {
    for (const language of [undefined, "de", 5, null]) {
      const client = await running({}, { language });
      client.open(uri, mistaken);
      assert.equal(await pushedLanguage(client), "da");
      client.kill();
    }
  });

  it("is English when the client begins with it, in findings and fixes", async () => {
    const client = await running(literalActions, { language: "en" });
    client.open(uri, mistaken);
    assert.equal(await pushedLanguage(client), "en");
    const range = rangeOf(mistaken, "Tirsdag");
    const actions = await client.request("textDocument/codeAction", {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    const titles = (actions ?? []).map(({ title }) => title);
    assert.ok(titles.some((title) => title.startsWith("Change the weekday")));
    assert.ok(titles.some((title) => title.startsWith("Fix everything")));
  });

  it("changes with the settings that a client sends, at once and without a change of the text", async () => {
    const client = await running();
    client.open(uri, mistaken);
    assert.equal(await pushedLanguage(client), "da");
    client.notify("workspace/didChangeConfiguration", { settings: { referat: { language: "en" } } });
    assert.equal(await pushedLanguage(client), "en");
    client.notify("workspace/didChangeConfiguration", { settings: { referat: { language: "da" } } });
    assert.equal(await pushedLanguage(client), "da");
  });

  it("changes with the settings that the server asks a client for", async () => {
    const capabilities: ClientCapabilities = {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
    };
    const client = await running(capabilities);
    const asked: unknown[] = [];
    client.onRequest("client/registerCapability", () => null);
    client.onRequest("workspace/configuration", (params) => {
      asked.push(params);
      return [{ language: "en" }];
    });
    client.open(uri, mistaken);
    assert.equal(await pushedLanguage(client), "da");
    // What stands in the notification is no matter then.
    client.notify("workspace/didChangeConfiguration", { settings: null });
    assert.equal(await pushedLanguage(client), "en");
    assert.deepEqual(asked.at(-1), { items: [{ section: "referat" }] });
  });

  it("changes for clients that pull, which are asked to pull again", async () => {
    const client = await running({
      workspace: { diagnostics: { refreshSupport: true } },
      textDocument: { diagnostic: {} },
    });
    const told = new Promise<void>((resolve) => {
      client.onRequest("workspace/diagnostic/refresh", () => resolve());
    });
    client.open(uri, mistaken);
    assert.equal(await pulledLanguage(client), "da");
    client.notify("workspace/didChangeConfiguration", { settings: { referat: { language: "en" } } });
    await told;
    assert.equal(await pulledLanguage(client), "en");
    assert.deepEqual(client.pushes(uri), []);
  });

  it("stays with settings that say nothing of it", async () => {
    const client = await running({}, { language: "en" });
    client.open(uri, mistaken);
    await client.pushed(uri, 1);
    for (const settings of [
      null,
      {},
      { referat: null },
      { referat: { language: "fr" } },
      { andet: 1 },
      "en",
    ]) {
      client.notify("workspace/didChangeConfiguration", { settings });
    }
    client.change(uri, 2, { text: mistaken });
    assert.equal(languageOf((await client.pushed(uri, 2)).diagnostics), "en");
  });
});
