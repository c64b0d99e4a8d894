import assert from "node:assert/strict";
import fc from "fast-check";
import type { Range, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { endAll, LspClient } from "../support/lspClient.ts";
import { documentUri, running, type StdioClient, underlined } from "./clients.ts";
import { manyBytes, mended, minutes, mistaken } from "./documents.ts";
import { changed, type Encoding, linesOf, positionAt, rangeOf, textIn } from "./text.ts";
import { decoded } from "./tokens.ts";

const uri = documentUri();

function offering(...positionEncodings: string[]): { general: { positionEncodings: string[] } } {
  return { general: { positionEncodings } };
}

/** All that the server says of a document, without what names it. */
async function viewOf(client: LspClient, of: string): Promise<unknown> {
  const textDocument = { uri: of };
  const answers = [
    await client.request("textDocument/documentSymbol", { textDocument }),
    await client.request("textDocument/foldingRange", { textDocument }),
    (await client.request("textDocument/semanticTokens/full", { textDocument }))?.data,
    await client.request("textDocument/documentLink", { textDocument }),
  ];
  return JSON.parse(JSON.stringify(answers).replaceAll(of, "")) as unknown;
}

describe("protocol: the text of a document", () => {
  after(endAll);

  describe("positions", () => {
    it("are utf-16 unless utf-8 is all that is offered", async () => {
      for (const [offers, chosen] of [
        [["utf-16"], "utf-16"],
        [["utf-8"], "utf-8"],
        [["utf-8", "utf-16"], "utf-16"],
        [["utf-16", "utf-8", "utf-32"], "utf-16"],
        [["utf-32"], "utf-16"],
        [[], "utf-16"],
      ] as const) {
        const client = LspClient.stdio();
        const { capabilities } = await client.initialize(offering(...offers));
        assert.equal(capabilities.positionEncoding, chosen, offers.join());
        client.kill();
      }
    });

    // Counted by hand, so that no helper is trusted: the weekday behind letters of one to four bytes.
    const byHand: Readonly<Record<Encoding, readonly [number, number]>> = {
      "utf-16": [27, 34],
      "utf-8": [38, 45],
    };

    for (const encoding of ["utf-16", "utf-8"] as const) {
      it(`are ${encoding} whether LF, CRLF or a lone CR ends a line`, async () => {
        const client = await running(offering(encoding));
        for (const lineEnd of ["\n", "\r\n", "\r"]) {
          const text = manyBytes(lineEnd);
          const diagnostics = await client.openPushed(uri, text);
          const [start, end] = byHand[encoding];
          const finding = diagnostics.find(({ code }) => code === "weekday");
          assert.deepEqual(finding?.range, {
            start: { line: 8, character: start },
            end: { line: 8, character: end },
          });
          const textDocument = { uri };
          const [link] = (await client.request("textDocument/documentLink", { textDocument })) ?? [];
          assert.ok(link);
          assert.equal(textIn(text, link.range, encoding), "kørslen");
          const tokens = await client.request("textDocument/semanticTokens/full", { textDocument });
          const last = decoded(text, tokens?.data ?? [], encoding).at(-1);
          assert.equal(last?.text, "Karen Høst");
          const position = rangeOf(text, "siger Karen", encoding).end;
          const highlights = await client.request("textDocument/documentHighlight", {
            textDocument,
            position,
          });
          assert.deepEqual(
            highlights?.map(({ range }) => textIn(text, range, encoding)),
            ["Karen Høst", "Karen Høst"],
          );

          client.change(uri, 2, { range: rangeOf(text, "tirsdag", encoding), text: "onsdag" });
          assert.deepEqual(underlined(text, (await client.pushed(uri, 2)).diagnostics, "weekday"), []);
          const now = text.replace("tirsdag", "onsdag");
          const fresh = documentUri("frisk.referat");
          client.open(fresh, now);
          assert.deepEqual(await viewOf(client, uri), await viewOf(client, fresh));
          client.close(uri);
          client.close(fresh);
        }
      });
    }

    it("beyond the end of a line are its end, before the line end", async () => {
      const client = await running();
      for (const lineEnd of ["\n", "\r\n", "\r"]) {
        const text = mistaken.replaceAll("\n", lineEnd);
        await client.openPushed(uri, text);
        const behind = { line: 4, character: 9999 };
        client.change(uri, 2, { range: { start: behind, end: behind }, text: ", kl. 13.75" });
        const { diagnostics } = await client.pushed(uri, 2);
        const now = text.replace("Strandvejen", "Strandvejen, kl. 13.75");
        assert.deepEqual(underlined(now, diagnostics, "slot-invalid"), ["13.75"]);
        client.close(uri);
      }
    });
  });

  describe("changes", () => {
    let client: StdioClient;
    before(async () => {
      client = await running();
    });

    /** Makes the changes and expects the server to know the text that comes of them. */
    async function follow(text: string, ...changes: TextDocumentContentChangeEvent[]): Promise<void> {
      await client.openPushed(uri, text);
      client.change(uri, 2, ...changes);
      const { diagnostics } = await client.pushed(uri, 2);
      const now = changes.reduce((before, change) => changed(before, change), text);
      const fresh = documentUri("frisk.referat");
      assert.deepEqual(diagnostics, await client.openPushed(fresh, now));
      assert.deepEqual(await viewOf(client, uri), await viewOf(client, fresh));
      client.close(uri);
      client.close(fresh);
    }

    it("replace the whole text", async () => {
      await follow(mistaken, { text: mended });
    });

    it("replace the whole text by none, and none by a text", async () => {
      await follow(minutes, { text: "" });
      await follow("", { text: minutes });
    });

    it("touch one line", async () => {
      await follow(mistaken, {
        range: rangeOf(mistaken, "INDSTILING"),
        text: "INDSTILLING",
      });
    });

    it("come many at a time, each counted in the text that the one before it left", async () => {
      const at = (line: number, character: number): Range => ({
        start: { line, character },
        end: { line, character },
      });
      await follow(
        mistaken,
        { range: at(0, 0), text: "\n\n" },
        { range: at(6, 8), text: " 😀" },
        { range: { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } }, text: "" },
        { range: at(4, 11), text: ": Orientering" },
        { range: { start: { line: 4, character: 9 }, end: { line: 4, character: 13 } }, text: "" },
      );
    });

    it("mix whole texts and ranges", async () => {
      await follow(
        minutes,
        { range: rangeOf(minutes, "Lukket punkt: Køb af grund (13.50-14.20).....\t6\n"), text: "" },
        { text: mistaken },
        { range: rangeOf(mistaken, "Tirsdag"), text: "Onsdag" },
      );
    });

    it("make and unmake items, comments and line ends", async () => {
      await follow(
        minutes.replaceAll("\n", "\r\n"),
        { range: { start: { line: 22, character: 0 }, end: { line: 23, character: 6 } }, text: "Punk" },
        { range: { start: { line: 25, character: 0 }, end: { line: 25, character: 0 } }, text: "<!-- " },
        { range: { start: { line: 8, character: 19 }, end: { line: 9, character: 0 } }, text: "\r" },
        { range: { start: { line: 14, character: 4 }, end: { line: 14, character: 4 } }, text: "\rx\n" },
      );
    });

    for (const encoding of ["utf-16", "utf-8"] as const) {
      it(`of any kind lead to what the server reads of the text afresh (${encoding})`, async () => {
        const client = await running(offering(encoding));
        const words = [
          "Punkt 4: Løbesti 😀 (14.20-14.40)\n",
          "Punkt ",
          "PAUSE (kl. 14.20-14.30)\n\n",
          "Frokost\n",
          "INDSTILING\n",
          "\n",
          "\r\n",
          "\r",
          "\n\n",
          "1. Godkender ½ 🏊\n",
          "<!--",
          "-->",
          "Indholdsfortegnelse\n",
          ".....\t3\n",
          "tirsdag d. 4. marts 2026 ",
          "a\tb\n",
          "x",
          " ",
          "",
        ];
        const change = fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          length: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(400)),
          words: fc.constantFrom(...words),
          whole: fc.nat(12).map((n) => n === 0),
        });
        let run = 0;
        await fc.assert(
          fc.asyncProperty(
            fc.constantFrom("\n", "\r\n", "\r"),
            fc.array(change, { maxLength: 8 }),
            async (end, all) => {
              const [one, other] = [`file:///intet/a${++run}.referat`, `file:///intet/b${run}.referat`];
              let text = minutes.replace("2027\n", "2027 😀\n").replaceAll("\n", end);
              let version = 1;
              client.open(one, text, version);
              for (const { at, length, words: inserted, whole } of all) {
                const start = addressable(text, Math.floor(at * text.length));
                const stop = addressable(text, Math.min(text.length, start + length));
                const range = {
                  start: positionAt(text, start, encoding),
                  end: positionAt(text, stop, encoding),
                };
                const event = whole ? { text: inserted + text } : { range, text: inserted };
                text = changed(text, event, encoding);
                client.change(one, ++version, event);
              }
              const { diagnostics } = await client.pushed(one, version);
              assert.deepEqual(diagnostics, await client.openPushed(other, text));
              assert.deepEqual(await viewOf(client, one), await viewOf(client, other));
              client.close(one);
              client.close(other);
            },
          ),
          { seed: 2026, numRuns: 40 },
        );
      });
    }

    it("that come 2,000 in a row, with requests between them, end in the last version", async () => {
      const client = await running();
      await client.openPushed(uri, minutes);
      let text = minutes;
      const answers: Promise<unknown>[] = [];
      const textDocument = { uri };
      for (let version = 2; version <= 2001; version++) {
        const line = (version * 7) % linesOf(text).length;
        const start = { line, character: version % 5 };
        const end = version % 3 === 0 ? { line, character: (version % 5) + 1 } : start;
        const event = {
          range: { start, end },
          text: version % 3 === 0 ? "" : version % 11 === 0 ? "\n" : "q",
        };
        text = changed(text, event);
        client.change(uri, version, event);
        if (version % 10 === 0) answers.push(client.request("textDocument/documentSymbol", { textDocument }));
        if (version % 15 === 0) {
          const request = client.start("textDocument/semanticTokens/full", { textDocument });
          client.cancel(request.id);
          answers.push(request.answer.catch(() => null));
        }
      }
      const { diagnostics } = await client.pushed(uri, 2001);
      assert.equal((await Promise.all(answers)).length, 333);
      const versions = client.pushes(uri).map(({ version }) => version);
      assert.deepEqual(
        versions,
        Array.from({ length: 2001 }, (_, i) => i + 1),
      );
      const fresh = await running();
      assert.deepEqual(diagnostics, await fresh.openPushed(uri, text));
      assert.deepEqual(await viewOf(client, uri), await viewOf(fresh, uri));
    }).timeout(120_000);
  });

  it("may be 6 MB long: a keystroke in it is answered", async () => {
    const item = (number: number): string =>
      `Punkt ${number}: Vejsag nr. ${number}\n\nSagsfremstilling\n\n${"Vejen trænger til ny belægning. ".repeat(8)}\n\nIndstilling\n\nForvaltningen indstiller, at udvalget:\n\n1. Godkender projektet\n\nBeslutning\n\nGodkendt.\n\n`;
    const count = 15_000;
    const text = `REFERAT Vejudvalget i Sandby d. 04-03-2026\n\n${Array.from({ length: count }, (_, i) => item(i + 1)).join("")}`;
    assert.ok(text.length > 6_000_000);
    const client = await running();
    assert.deepEqual(underlined(text, await client.openPushed(uri, text), "section-name"), []);

    // Line 2 is the first item's; an item has 16 lines, its Indstilling on the seventh.
    const line = 2 + 7_000 * 16 + 6;
    const start = { line, character: 8 };
    client.change(uri, 2, { range: { start, end: start }, text: "l" });
    const found = (await client.pushed(uri, 2)).diagnostics.filter(({ code }) => code === "section-name");
    assert.deepEqual(
      found.map(({ range }) => range),
      [{ start: { line, character: 0 }, end: { line, character: 12 } }],
    );
    const end = { line, character: 9 };
    client.change(uri, 3, { range: { start, end }, text: "" });
    assert.deepEqual(underlined(text, (await client.pushed(uri, 3)).diagnostics, "section-name"), []);
  }).timeout(120_000);
});

/** An offset that a position can name: not within a line end, not within a sign of two units. */
function addressable(text: string, offset: number): number {
  const inside = /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(offset - 1, offset + 1));
  return inside ? offset - 1 : offset;
}
