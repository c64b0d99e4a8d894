import assert from "node:assert/strict";
import {
  endAll,
  framed,
  LspClient,
  ResponseFailure,
} from "../support/lspClient.ts";
import { documentUri, literalActions, running, underlined } from "./clients.ts";
import { mistaken } from "./documents.ts";
import { edited, rangeOf } from "./text.ts";

// What the protocol tests once found.

const uri = documentUri();
const textDocument = { uri };

async function answers(client: LspClient): Promise<void> {
  await client.settled();
  await client.settled();
}

/** Only a server that is still there ends as it is told to. */
async function lives(client: LspClient): Promise<void> {
  await answers(client);
  assert.equal(await client.stop(), 0);
}

describe("protocol: what was once wrong", () => {
  afterEach(endAll);

  it("a client that refuses workspace/configuration does not end the server", async () => {
    const client = await running({ workspace: { configuration: true } });
    client.onRequest("workspace/configuration", () => {
      throw new Error("Nej");
    });
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await lives(client);
  });

  for (const method of ["referat/readFile", "referat/listFolder"]) {
    it(`a client that answers ${method} with anything else does not end the server, nor keep its findings`, async () => {
      for (const answer of [5, {}, [1, null], true]) {
        const client = await running({}, { readFile: true });
        client.onRequest("referat/readFile", () => null);
        client.onRequest("referat/listFolder", () => null);
        client.onRequest(method, () => answer);
        const found = await client.openPushed(
          uri,
          `${mistaken}\nBilag\n\nKort.pdf\nPlan.pdf\n`,
        );
        assert.deepEqual(underlined(mistaken, found, "weekday"), ["Tirsdag"]);
        await lives(client);
      }
    });
  }

  it("a cancellation of nothing does not end the server over Node IPC", async () => {
    for (const params of [undefined, null, {}, { id: null }, []]) {
      const client = LspClient.ipc();
      await client.initialize({});
      client.notify("$/cancelRequest", params);
      await lives(client);
    }
  });

  describe("after a header that is wrong, the next message is read", () => {
    const message = '{"jsonrpc":"2.0","method":"$/intet"}';
    const spoilt: Readonly<Record<string, string>> = {
      "no length": `Content-Type: x\r\n\r\n`,
      "no length, but a message": `Length: ${message.length}\r\n\r\n${message}`,
      "a length that is no number": `Content-Length: ti\r\n\r\n${message}`,
      "a negative length": `Content-Length: -5\r\n\r\n${message}`,
      "a length too small": `Content-Length: 5\r\n\r\n${message}`,
      "a line that is no header": `hej\r\n\r\n`,
      "words without a line end": `hej`,
      "headers that LF ends": `Content-Length: ${message.length}\n\n${message}`,
    };
    for (const [name, bytes] of Object.entries(spoilt)) {
      it(name, async () => {
        const client = await running();
        // Together with the message that follows, as it often comes.
        const next = {
          jsonrpc: "2.0",
          method: "textDocument/didSave",
          params: { textDocument },
        };
        client.transport.write(
          Buffer.concat([Buffer.from(bytes), framed(next)]),
        );
        await lives(client);
      });
    }
  });

  describe("what was asked before standard input was closed", () => {
    it("is still answered", async () => {
      const client = await running();
      client.open(uri, mistaken);
      const symbols = client.request("textDocument/documentSymbol", {
        textDocument,
      });
      const end = client.send("shutdown");
      client.notify("exit");
      client.transport.endInput();
      assert.ok(await symbols);
      assert.equal(await end, null);
      assert.equal(await client.ended, 0);
    });

    it("decides the exit status", async () => {
      const client = await running();
      client.notify("exit");
      client.transport.endInput();
      assert.equal(await client.ended, 1);
    });
  });

  it("a shutdown that was refused is none", async () => {
    const client = LspClient.stdio();
    await assert.rejects(client.send("shutdown"), ResponseFailure);
    client.notify("exit");
    assert.equal(await client.ended, 1);
  });

  it("initialize with capabilities of the wrong type can be tried again, or is answered", async () => {
    const client = LspClient.stdio();
    const odd = { general: { positionEncodings: {} } };
    await client
      .send("initialize", { processId: null, capabilities: odd })
      .catch(() => null);
    assert.ok(
      await client
        .initialize({})
        .catch(() =>
          client.request("textDocument/documentSymbol", { textDocument }),
        ),
    );
  });

  it("registers nothing with a client that has no dynamic registration", async () => {
    const client = await running({ workspace: { configuration: true } });
    await client.settled();
    assert.deepEqual(client.serverRequests, []);
  });

  it("reads a change whose range is null as a whole text", async () => {
    const client = await running();
    await client.openPushed(uri, mistaken);
    const contentChanges = [
      {
        range: null,
        rangeLength: null,
        text: mistaken.replace("Tirsdag", "Onsdag"),
      },
    ];
    client.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges,
    });
    assert.deepEqual(
      underlined(
        mistaken,
        (await client.pushed(uri, 2)).diagnostics,
        "weekday",
      ),
      [],
    );
  });

  it("reads `only: null` as no wish", async () => {
    const client = await running(literalActions);
    client.open(uri, mistaken);
    const params = {
      textDocument,
      range: rangeOf(mistaken, "Tirsdag"),
      context: { diagnostics: [], only: null },
    };
    assert.ok(
      ((await client.send("textDocument/codeAction", params)) as unknown[])
        .length > 0,
    );
  });

  it("reads null for a capability as none", async () => {
    const client = LspClient.stdio();
    const answer = await client.send("initialize", {
      processId: null,
      capabilities: {
        textDocument: {
          diagnostic: null,
          codeAction: { codeActionLiteralSupport: null },
        },
      },
    });
    const { capabilities } = answer as {
      capabilities: Record<string, unknown>;
    };
    assert.equal(capabilities["diagnosticProvider"], undefined);
    assert.equal(capabilities["codeActionProvider"], true);
  });

  describe("links", () => {
    async function targets(
      address: string,
      of = "file:///a/b/c.referat",
    ): Promise<(string | undefined)[]> {
      const client = await running();
      client.open(of, `Punkt 1: A\n\n[her](${address})\n`);
      const links = await client.request("textDocument/documentLink", {
        textDocument: { uri: of },
      });
      return (links ?? []).map(({ target }) => target);
    }

    it("do not lead up in disguise", async () => {
      for (const address of [
        "%2e%2e/x.pdf",
        ".%2e/x.pdf",
        "a/%2E%2E/%2E%2E/x.pdf",
        "a%2f..%2f..%2fx.pdf",
        "a%5c..%5c..%5cx.pdf",
      ]) {
        assert.deepEqual(await targets(address), [], address);
      }
    });

    it("are URIs, or none, in a document that was never saved", async () => {
      for (const target of await targets("Bilag.pdf", "untitled:Untitled-1"))
        assert.match(target ?? "", /^[a-z]+:/);
    });

    it("keep the place within a file", async () => {
      assert.deepEqual(await targets("Bilag.pdf#page=2"), [
        "file:///a/b/Bilag.pdf#page=2",
      ]);
    });
  });

  it("a keystroke before a pause that is none is read as the whole text is", async () => {
    const client = await running({
      textDocument: {
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    });
    const text = "Punkt 1: A\n\nFrokost\nPunkt 2:\n";
    await client.openPushed(uri, text);
    const at = { line: 0, character: 10 };
    client.change(uri, 2, { range: { start: at, end: at }, text: "x" });
    const fresh = documentUri("frisk.referat");
    client.open(fresh, text.replace("A", "Ax"));
    assert.deepEqual(
      await client.request("textDocument/documentSymbol", { textDocument }),
      await client.request("textDocument/documentSymbol", {
        textDocument: { uri: fresh },
      }),
    );
  });

  it("a sentence with a footnote mark behind it is no subheading", async () => {
    const client = await running();
    client.open(
      uri,
      "Punkt 1: A\n\nSagsfremstilling\n\nTaget er utæt.[1]\n\nVæggene er våde.[1]\nDe males.\n\n[1] Kilde.\n",
    );
    const symbols = await client.request("textDocument/documentSymbol", {
      textDocument,
    });
    assert.deepEqual(
      symbols?.map(({ name }) => name),
      ["Referat", "1. A", "Sagsfremstilling"],
    );
  });

  describe("quick fixes leave their finding gone", () => {
    async function afterFirstFix(
      text: string,
      rule: string,
    ): Promise<number[]> {
      const client = await running(literalActions);
      const before = await client.openPushed(uri, text);
      const range = {
        start: { line: 0, character: 0 },
        end: { line: 99, character: 0 },
      };
      const context = { diagnostics: [] };
      const actions = await client.request("textDocument/codeAction", {
        textDocument,
        range,
        context,
      });
      const action = actions?.find(
        (each) => "edit" in each && each.diagnostics?.[0]?.code === rule,
      );
      assert.ok(action && "edit" in action);
      client.change(uri, 2, {
        text: edited(text, action.edit?.changes?.[uri] ?? []),
      });
      const after = (await client.pushed(uri, 2)).diagnostics;
      return [before, after].map(
        (all) => all.filter(({ code }) => code === rule).length,
      );
    }

    it("slot-gap, where no blank line stands before the heading", async () => {
      const text =
        "Punkt 2: A (13.05-13.30)\n\nTekst.\nPunkt 3: B (14.00-14.10)\n\nTekst.\n";
      assert.deepEqual(await afterFirstFix(text, "slot-gap"), [1, 0]);
    });

    it("item-number, where a pause took a number", async () => {
      const text =
        "Punkt 1: A\n\nJa.\n\nPunkt 3: B\n\nJa.\n\nPunkt 4: Frokost\n\nPunkt 5: C\n\nJa.\n";
      assert.deepEqual(await afterFirstFix(text, "item-number"), [1, 0]);
    });
  });
});
