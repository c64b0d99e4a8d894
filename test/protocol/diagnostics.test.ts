import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  type Diagnostic,
  type PublishDiagnosticsParams,
  SymbolKind,
} from "vscode-languageserver";
import { endAll, type LspClient } from "../support/lspClient.ts";
import { documentUri, fullCapabilities, running, underlined, wordsOf } from "./clients.ts";
import { mended, minutes, mistaken } from "./documents.ts";
import { rangeOf } from "./text.ts";

const uri = documentUri();

async function pulled(client: LspClient, of = uri): Promise<Diagnostic[]> {
  const report = await client.request("textDocument/diagnostic", { textDocument: { uri: of } });
  assert.equal(report.kind, "full");
  return report.items;
}

describe("protocol: diagnostics", () => {
  afterEach(endAll);

  it("have their rule as code, our name as source, a place, a weight and words", async () => {
    const client = await running();
    const [weekday, ...others] = (await client.openPushed(uri, mistaken)).filter(
      ({ code }) => code === "weekday" || code === "section-name",
    );
    assert.deepEqual(weekday?.range, rangeOf(mistaken, "Tirsdag"));
    assert.equal(weekday.source, "referat");
    assert.equal(weekday.severity, 2);
    assert.match(wordsOf(weekday), /4\. marts 2026 er en onsdag/);
    assert.deepEqual(underlined(mistaken, others, "section-name"), ["RESUMÈ", "INDSTILING"]);
  });

  it("are silent on minutes without a mistake of these kinds", async () => {
    const client = await running();
    const kinds = /^(title-|meeting-|weekday|missing-|section-name|empty-|item-number|numbered-|list-|slot-)/;
    const found = (await client.openPushed(uri, minutes)).map(({ code }) => String(code));
    assert.deepEqual(
      found.filter((code) => kinds.test(code)),
      [],
    );
  });

  describe("pushed", () => {
    it("come with the version of every change, also when nothing is found and nothing changed", async () => {
      const client = await running();
      await client.openPushed(uri, mended);
      const end = { line: 99, character: 0 };
      for (let version = 2; version < 12; version++) {
        client.change(uri, version, { range: { start: end, end }, text: "\n" });
        assert.equal((await client.pushed(uri, version)).version, version);
      }
    });

    it("come for a change that is empty", async () => {
      const client = await running();
      const before = await client.openPushed(uri, mistaken);
      client.change(uri, 2);
      assert.deepEqual(await client.pushed(uri, 2), { uri, version: 2, diagnostics: before });
    });

    it("go when the mistake is mended, and come back with it", async () => {
      const client = await running();
      await client.openPushed(uri, mistaken);
      const range = rangeOf(mistaken, "Tirsdag");
      client.change(uri, 2, { range, text: "Onsdag" });
      assert.deepEqual(underlined(mistaken, (await client.pushed(uri, 2)).diagnostics, "weekday"), []);
      const shorter = { start: range.start, end: { ...range.end, character: range.end.character - 1 } };
      client.change(uri, 3, { range: shorter, text: "Tirsdag" });
      assert.equal(underlined(mistaken, (await client.pushed(uri, 3)).diagnostics, "weekday").length, 1);
    });

    it("are cleared when the document is closed, and only then", async () => {
      const client = await running();
      const other = documentUri("andet.referat");
      await client.openPushed(uri, mistaken);
      await client.openPushed(other, mistaken);
      client.close(uri);
      assert.deepEqual((await client.pushed(uri)).diagnostics, []);
      await client.settled();
      assert.equal(client.pushes(other).length, 1);
    });

    it("come anew for a document that is opened again", async () => {
      const client = await running();
      const first = await client.openPushed(uri, mistaken);
      client.close(uri);
      await client.pushed(uri);
      client.open(uri, mistaken, 1);
      assert.deepEqual(await client.pushed(uri, 1), { uri, version: 1, diagnostics: first });
    });

    it("keep two documents apart", async () => {
      const client = await running();
      const other = documentUri("andet.referat");
      assert.equal(underlined(mistaken, await client.openPushed(uri, mistaken), "section-name").length, 2);
      assert.equal(underlined(mended, await client.openPushed(other, mended), "section-name").length, 0);
      client.change(other, 2, { range: rangeOf(mended, "INDSTILLING"), text: "INDSTILING" });
      assert.equal(underlined(mended, (await client.pushed(other, 2)).diagnostics, "section-name").length, 1);
      client.change(uri, 2, { text: mended });
      assert.equal(underlined(mended, (await client.pushed(uri, 2)).diagnostics, "section-name").length, 0);
      const symbols = await client.request("textDocument/documentSymbol", { textDocument: { uri: other } });
      assert.ok(symbols?.some(({ name }) => name === "INDSTILING"));
    });
  });

  describe("pulled", () => {
    it("are never pushed as well", async () => {
      const client = await running({ textDocument: { diagnostic: {} } });
      client.open(uri, mistaken);
      assert.equal(underlined(mistaken, await pulled(client), "weekday").length, 1);
      client.change(uri, 2, { range: rangeOf(mistaken, "Tirsdag"), text: "Onsdag" });
      assert.equal(underlined(mistaken, await pulled(client), "weekday").length, 0);
      client.close(uri);
      assert.deepEqual(await pulled(client), []);
      assert.deepEqual(
        client.notifications.filter(({ method }) => method === "textDocument/publishDiagnostics"),
        [],
      );
      assert.deepEqual(
        client.serverRequests,
        [],
        "a client that did not offer it is not asked to pull again",
      );
      assert.equal(await client.stop(), 0);
    });

    it("are those that another client is pushed", async () => {
      const [pulling, pushing] = await Promise.all([
        running({ textDocument: { diagnostic: {} } }),
        running(),
      ]);
      pulling.open(uri, mistaken);
      assert.deepEqual(await pulled(pulling), await pushing.openPushed(uri, mistaken));
    });

    it("are none for a document that is not open", async () => {
      const client = await running({ textDocument: { diagnostic: {} } });
      assert.deepEqual(await pulled(client, documentUri("lukket.referat")), []);
    });
  });

  describe("of the line that is being written", () => {
    // Without the setting that shows them at once.
    const typing = { diagnostics: { currentLine: false, delay: 0 } };
    const wednesday = rangeOf(mended, "Onsdag");
    const toFriday = { range: wednesday, text: "Fredag" };

    it("are held back, and come without another change", async () => {
      const client = await running({}, typing);
      await client.openPushed(uri, mended);
      client.change(uri, 2, toFriday);
      assert.deepEqual(underlined(mended, (await client.pushed(uri, 2)).diagnostics, "weekday"), []);
      assert.equal(underlined(mended, (await client.pushed(uri, 2)).diagnostics, "weekday").length, 1);
    });

    it("stay where they were, go at once, and hold back no other line's", async () => {
      const client = await running({}, { diagnostics: { currentLine: false, delay: 60_000 } });
      await client.openPushed(uri, mistaken);
      const behind = { ...rangeOf(mistaken, "13:00").end };
      client.change(uri, 2, { range: { start: behind, end: behind }, text: "0" });
      assert.equal(underlined(mistaken, (await client.pushed(uri, 2)).diagnostics, "weekday").length, 1);
      client.change(uri, 3, { range: rangeOf(mistaken, "Tirsdag"), text: "Onsdag" });
      assert.equal(underlined(mistaken, (await client.pushed(uri, 3)).diagnostics, "weekday").length, 0);
      client.change(uri, 4, { range: wednesday, text: "Fredag" });
      assert.equal(underlined(mended, (await client.pushed(uri, 4)).diagnostics, "weekday").length, 0);
      // The writer goes on to another line: what waited is shown.
      const elsewhere = { line: 99, character: 0 };
      client.change(uri, 5, { range: { start: elsewhere, end: elsewhere }, text: "x" });
      assert.equal(underlined(mended, (await client.pushed(uri, 5)).diagnostics, "weekday").length, 1);
    });

    it("are asked for again by a client that pulls and can be told to", async () => {
      const client = await running(fullCapabilities, typing);
      const told = new Promise<void>((resolve) => {
        client.onRequest("workspace/diagnostic/refresh", () => resolve());
      });
      client.open(uri, mended);
      await pulled(client);
      client.change(uri, 2, toFriday);
      await told;
      assert.equal(underlined(mended, await pulled(client), "weekday").length, 1);
    });

    it("come at once to a client that pulls and cannot be told to pull again", async () => {
      const client = await running({ textDocument: { diagnostic: {} } }, typing);
      client.open(uri, mended);
      await pulled(client);
      client.change(uri, 2, toFriday);
      assert.equal(underlined(mended, await pulled(client), "weekday").length, 1);
    });

    it("come at once with a paste, a whole text, or a document that is opened", async () => {
      const client = await running({}, { diagnostics: { currentLine: false, delay: 60_000 } });
      assert.equal(underlined(mistaken, await client.openPushed(uri, mistaken), "weekday").length, 1);
      client.change(uri, 2, { text: mended });
      await client.pushed(uri, 2);
      const start = { line: 2, character: 0 };
      const pasted = {
        range: { start, end: start },
        text: "Mødested Rådhuset\n\nAfbud indtil fredag d. 4. marts 2026\n",
      };
      client.change(uri, 3, pasted);
      assert.equal(underlined(mended, (await client.pushed(uri, 3)).diagnostics, "weekday").length, 1);
    });
  });

  describe("for clients of more or less understanding", () => {
    const twice = mended.replace(
      "Punkt 1: Ny svømmehal ved Strandvejen\n",
      "Punkt 1: Skolevej (13.00-13.30)\n\nUdgår.\n\nPunkt 2: Ny svømmehal ved Strandvejen (13.20-13.40)\n",
    );

    it("name the other place where that is understood, and else not", async () => {
      const related = await running({ textDocument: { publishDiagnostics: { relatedInformation: true } } });
      const plain = await running();
      const overlap = (all: Diagnostic[]): Diagnostic | undefined =>
        all.find(({ code }) => code === "slot-overlap");
      const information = overlap(await related.openPushed(uri, twice))?.relatedInformation;
      assert.equal(information?.[0]?.location.uri, uri);
      assert.equal(information[0].location.range.start.line, 4);
      const finding = overlap(await plain.openPushed(uri, twice));
      assert.ok(finding);
      assert.equal(finding.relatedInformation, undefined);
    });

    it("lead to the rule's page where that is understood, and else not", async () => {
      const describing = { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } };
      const rulePages = "https://referat.eksempel.dk/regler/";
      const client = await running(describing, { rulePages });
      for (const { code, codeDescription } of await client.openPushed(uri, mistaken)) {
        assert.ok(codeDescription?.href.startsWith(`${rulePages}${String(code)}`));
      }
      const plain = await running({}, { rulePages });
      for (const { codeDescription } of await plain.openPushed(uri, mistaken)) {
        assert.equal(codeDescription, undefined);
      }
    });
  });

  describe("by the kind of the document", () => {
    const untitledText =
      "Punkt 1: Ny svømmehal\n\nIndstilling\n\nForvaltningen indstiller, at udvalget:\n\n1. Godkender planen\n";
    const asksDecision = (all: readonly Diagnostic[]): boolean =>
      all.some(({ code }) => code === "missing-decision");

    it("follow the ending where there is no title line", async () => {
      const client = await running();
      assert.equal(asksDecision(await client.openPushed(documentUri("a.referat"), untitledText)), true);
      assert.equal(asksDecision(await client.openPushed(documentUri("a.dagsorden"), untitledText)), false);
    });

    it("follow the title line where there is one", async () => {
      const client = await running();
      const agenda = `DAGSORDEN Kulturudvalget i Sandby d. 04-03-2026\n\n${untitledText}`;
      const report = agenda.replace("DAGSORDEN", "REFERAT");
      assert.equal(asksDecision(await client.openPushed(documentUri("b.referat"), agenda)), false);
      assert.equal(asksDecision(await client.openPushed(documentUri("b.dagsorden"), report)), true);
    });

    it("come for documents that were never saved, and in virtual folders", async () => {
      const client = await running();
      for (const virtual of [
        "untitled:Untitled-1",
        "untitled:/hjem/m%C3%B8de.referat",
        "vscode-vfs://github/sandby/referater/m%C3%B8de.referat",
        "memfs:/m%C3%B8de.referat",
        "file:///c%3A/M%C3%B8der/m%C3%B8de%201.referat",
      ]) {
        const found = await client.openPushed(virtual, mistaken);
        assert.deepEqual(underlined(mistaken, found, "weekday"), ["Tirsdag"], virtual);
      }
    });
  });

  describe("with files that the client reads", () => {
    const silent = '{ "rules": { "weekday": "off" } }';
    const weekday = (found: readonly Diagnostic[]): string[] => underlined(mistaken, found, "weekday");

    /** A client that says what is in a file only when it is told to. */
    async function slow(
      capabilities: ClientCapabilities,
    ): Promise<{ client: LspClient; say: (text: string | null) => void }> {
      const client = await running(capabilities, { readFile: true });
      const asked: ((text: string | null) => void)[] = [];
      client.onRequest("referat/listFolder", () => null);
      client.onRequest("referat/readFile", () => new Promise((resolve) => asked.push(resolve)));
      return { client, say: (text) => asked.forEach((answer) => answer(text)) };
    }

    it("are pushed though they do not come, and anew when they do", async () => {
      const { client, say } = await slow({});
      assert.deepEqual(weekday(await client.openPushed(uri, mistaken)), ["Tirsdag"]);
      client.change(uri, 2);
      assert.deepEqual(weekday((await client.pushed(uri, 2)).diagnostics), ["Tirsdag"]);
      say(silent);
      assert.deepEqual(weekday((await client.pushed(uri, 2)).diagnostics), []);
    });

    it("are pulled though they do not come, and asked for anew when they do", async () => {
      const { client, say } = await slow(fullCapabilities);
      const told = new Promise<void>((resolve) => {
        client.onRequest("workspace/diagnostic/refresh", () => resolve());
      });
      client.open(uri, mistaken);
      assert.deepEqual(weekday(await pulled(client)), ["Tirsdag"]);
      say(silent);
      await told;
      assert.deepEqual(weekday(await pulled(client)), []);
    });

    it("come once for the changes that came while they were read", async () => {
      const client = await running({}, { readFile: true });
      client.onRequest("referat/listFolder", () => null);
      client.onRequest("referat/readFile", () => null);
      client.open(uri, mistaken);
      client.change(uri, 2, { text: mended });
      client.change(uri, 3, { text: mistaken });
      assert.deepEqual(weekday((await client.pushed(uri)).diagnostics), ["Tirsdag"]);
      await client.settled();
      assert.deepEqual(
        client.pushes(uri).map(({ version }) => version),
        [3],
      );
    });

    for (const method of ["referat/readFile", "referat/listFolder"]) {
      it(`are unknown where ${method} is answered with anything else`, async () => {
        for (const answer of [5, {}, [1, null], true]) {
          const client = await running({}, { readFile: true });
          client.onRequest("referat/readFile", () => null);
          client.onRequest("referat/listFolder", () => null);
          client.onRequest(method, () => answer);
          const found = await client.openPushed(uri, `${mistaken}\nBilag\n\nKort.pdf\nPlan.pdf\n`);
          assert.deepEqual(weekday(found), ["Tirsdag"]);
          assert.equal(await client.stop(), 0);
        }
      });
    }
  });

  describe("with a referat.json", () => {
    let folder = "";
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "referat-"));
      mkdirSync(join(folder, "2026"));
    });
    afterEach(() => {
      rmSync(folder, { recursive: true });
    });
    const inFolder = (name: string): string => pathToFileURL(join(folder, name)).href;
    const silent = '{ "rules": { "weekday": "off", "section-name": "error" } }';

    it("above the document follow it, from the first push on", async () => {
      writeFileSync(join(folder, "referat.json"), silent);
      const client = await running();
      const document = inFolder("2026/møde.referat");
      const found = await client.openPushed(document, mistaken);
      assert.deepEqual(underlined(mistaken, found, "weekday"), []);
      assert.deepEqual(
        found.filter(({ code }) => code === "section-name").map(({ severity }) => severity),
        [1, 1],
      );
      assert.equal(client.pushes(document).length, 1);
    });

    it("that is open follow it as it stands in the editor, and come anew with each change of it", async () => {
      const client = await running();
      const document = inFolder("2026/møde.referat");
      const config = inFolder("referat.json");
      assert.equal(underlined(mistaken, await client.openPushed(document, mistaken), "weekday").length, 1);
      client.open(config, silent, 1, "jsonc");
      assert.deepEqual((await client.pushed(config, 1)).diagnostics, []);
      assert.deepEqual(underlined(mistaken, (await client.pushed(document, 1)).diagnostics, "weekday"), []);
      client.change(config, 2, { text: "{}" });
      assert.equal(
        underlined(mistaken, (await client.pushed(document, 1)).diagnostics, "weekday").length,
        1,
        "what was off is on again",
      );
      client.change(config, 3, { text: silent });
      await client.pushed(document, 1);
      client.close(config);
      assert.equal(underlined(mistaken, (await client.pushed(document, 1)).diagnostics, "weekday").length, 1);
    });

    it("are asked for together with an outline that knows its words already", async () => {
      const extra = [{ id: "sundhed", headings: ["Sundhedsmæssige konsekvenser"] }];
      writeFileSync(join(folder, "referat.json"), JSON.stringify({ profiles: [{ sections: { extra } }] }));
      const client = await running();
      const document = inFolder("møde.referat");
      client.open(document, "Punkt 1: Hal\n\nSundhedsmæssige konsekvenser\nIngen.\n");
      const symbols = await client.request("textDocument/documentSymbol", {
        textDocument: { uri: document },
      });
      const section = symbols?.find(({ name }) => name === "Sundhedsmæssige konsekvenser");
      assert.equal(section?.kind, SymbolKind.Field);
    });

    it("that changes on the disk follow it when the client says so", async () => {
      const client = await running();
      const document = inFolder("møde.referat");
      assert.equal(underlined(mistaken, await client.openPushed(document, mistaken), "weekday").length, 1);
      writeFileSync(join(folder, "referat.json"), silent);
      const changes = [{ uri: inFolder("referat.json"), type: 1 }];
      client.notify("workspace/didChangeWatchedFiles", { changes });
      const isSilent = (params: unknown): boolean => {
        const push = params as PublishDiagnosticsParams;
        return push.uri === document && underlined(mistaken, push.diagnostics, "weekday").length === 0;
      };
      assert.ok(await client.notification("textDocument/publishDiagnostics", isSilent));
    });

    it("are asked for again by a client that pulls", async () => {
      const client = await running(fullCapabilities);
      const told = new Promise<void>((resolve) => {
        client.onRequest("workspace/diagnostic/refresh", () => resolve());
      });
      const document = inFolder("møde.referat");
      client.open(document, mistaken);
      assert.equal(underlined(mistaken, await pulled(client, document), "weekday").length, 1);
      client.open(inFolder("referat.json"), silent, 1, "json");
      await told;
      assert.equal(underlined(mistaken, await pulled(client, document), "weekday").length, 0);
    });

    it("say what is wrong in it, at its place, and the rest of it holds", async () => {
      const client = await running();
      const config = inFolder("referat.json");
      const text =
        '{\n  // Bemærkning\n  "rules": { "weekdy": "off", "weekday": "off" },\n  "profiles": 5\n}\n';
      const found = await client.openPushed(config, text);
      assert.deepEqual(
        found.map(({ code, source, range }) => `${String(code)} ${source} ${range.start.line}`).sort(),
        ["config referat 2", "config referat 3"],
      );
      const document = await client.openPushed(inFolder("møde.referat"), mistaken);
      assert.deepEqual(underlined(mistaken, document, "weekday"), []);
      assert.equal(
        await client.request("textDocument/documentSymbol", { textDocument: { uri: config } }),
        null,
      );
    });
  });
});
