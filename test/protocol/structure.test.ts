import assert from "node:assert/strict";
import type { DocumentSymbol, Range, SelectionRange, SymbolInformation } from "vscode-languageserver";
import { endAll } from "../support/lspClient.ts";
import { documentUri, running, type StdioClient } from "./clients.ts";
import { minutes, mistaken } from "./documents.ts";
import { linesOf, offsetAt, positionAt, rangeOf, textIn } from "./text.ts";

const uri = documentUri();
const textDocument = { uri };
const hierarchical = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };

async function outline(client: StdioClient, text: string): Promise<DocumentSymbol[]> {
  client.open(uri, text);
  const symbols = await client.request("textDocument/documentSymbol", { textDocument });
  client.close(uri);
  return (symbols ?? []).map((symbol) => {
    assert.ok("selectionRange" in symbol, "hierarchical symbols were announced");
    return symbol;
  });
}

/** The tree as lines: indented names, with their details. */
function drawn(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap((symbol) => [
    `${"  ".repeat(depth)}${symbol.name}${symbol.detail ? ` | ${symbol.detail}` : ""}`,
    ...drawn(symbol.children ?? [], depth + 1),
  ]);
}

const drawnMinutes = `
Kulturudvalget i Sandby - Politisk niveau | 4. marts 2026 · kl. 13.00-15.00 · 1 t 20 min
  1. Velkomst og godkendelse af dagsorden | 13.00-13.10 · 10 min
    Beslutning i Kulturudvalget den 04-03-2026
    Fraværende Åse Lund
  2. Ny svømmehal ved Strandvejen | 13.10-13.40 · 30 min
    Sagsfremstilling
      Baggrund
      Tidsplan
    Indstilling
    Beslutning i Kulturudvalget den 04-03-2026
  PAUSE | 13.40-13.50 · 10 min
  3. Lukket punkt: Køb af grund | 13.50-14.20 · 30 min · lukket
    Sagsfremstilling
    Indstilling
    Beslutning i Kulturudvalget den 04-03-2026
`
  .trim()
  .split("\n");

/** Whether one range lies within the other. */
function within(text: string, inner: Range, outer: Range): boolean {
  return (
    offsetAt(text, inner.start) >= offsetAt(text, outer.start) &&
    offsetAt(text, inner.end) <= offsetAt(text, outer.end)
  );
}

/** What an editor demands of symbols, or it shows none of them. */
function assertSound(text: string, symbols: readonly DocumentSymbol[], parent: Range | null = null): void {
  let end = 0;
  for (const { name, range, selectionRange, children } of symbols) {
    assert.notEqual(name.trim(), "");
    assert.doesNotMatch(name, /[\r\n]/);
    assert.ok(within(text, selectionRange, range), `${name}: what is selected lies within`);
    if (parent) assert.ok(within(text, range, parent), `${name} lies within its parent`);
    assert.ok(offsetAt(text, range.start) >= end, `${name} lies behind its neighbour`);
    end = offsetAt(text, range.end);
    assertSound(text, children ?? [], range);
  }
}

describe("protocol: the structure of a document", () => {
  let plain: StdioClient;
  let tree: StdioClient;
  before(async () => {
    plain = await running();
    tree = await running(hierarchical);
  });
  afterEach(() => {
    plain.close(uri);
  });
  after(endAll);

  describe("symbols", () => {
    it("are a tree for clients that take one: meeting, items with their times, sections, subheadings", async () => {
      for (const lineEnd of ["\n", "\r\n", "\r"]) {
        const text = minutes.replaceAll("\n", lineEnd);
        const symbols = await outline(tree, text);
        assert.deepEqual(drawn(symbols), drawnMinutes);
        assertSound(text, symbols);
      }
    });

    it("select the heading, and span what stands under it", async () => {
      const [meeting] = await outline(tree, minutes);
      assert.equal(textIn(minutes, meeting?.selectionRange ?? noRange), linesOf(minutes)[0]);
      assert.deepEqual(meeting?.range, {
        start: { line: 0, character: 0 },
        end: positionAt(minutes, minutes.length),
      });
      const item = meeting.children?.[1];
      assert.equal(
        textIn(minutes, item?.selectionRange ?? noRange),
        "Punkt 2: Ny svømmehal ved Strandvejen (13.10-13.40)",
      );
      const spanned = textIn(minutes, item?.range ?? noRange);
      assert.ok(spanned.startsWith("Punkt 2:"));
      assert.ok(spanned.endsWith("til naboerne -->"));
      const section = item?.children?.[0];
      assert.ok(textIn(minutes, section?.range ?? noRange).endsWith("fra november 2025."));
    });

    it("have an icon by the kind of the item", async () => {
      const [meeting] = await outline(tree, minutes);
      const [standing, regular, pause, closed] = (meeting?.children ?? []).map(({ kind }) => kind);
      assert.equal(regular, closed);
      assert.equal(new Set([meeting?.kind, standing, regular, pause]).size, 4);
    });

    it("are a flat list for clients without a tree, each with the name of its parent", async () => {
      plain.open(uri, minutes);
      const symbols = (await plain.request("textDocument/documentSymbol", { textDocument })) ?? [];
      const flat = symbols.map((symbol): SymbolInformation => {
        assert.ok("location" in symbol, "no hierarchy was announced");
        assert.equal(symbol.location.uri, uri);
        return symbol;
      });
      assert.deepEqual(
        flat.map(({ name }) => name),
        drawnMinutes.map((line) => line.trim().replace(/ \| .*/, "")),
      );
      assert.deepEqual(flat.map(({ containerName }) => containerName).slice(0, 3), [
        undefined,
        "Kulturudvalget i Sandby - Politisk niveau",
        "1. Velkomst og godkendelse af dagsorden",
      ]);
    });

    it("are sound for documents that nobody finished", async () => {
      for (const text of [
        "",
        "\n\n",
        "Ja",
        "REFERAT",
        "REFERAT  d. 04-03-2026",
        "Punkt 1:",
        "Punkt 1:   \t\n",
        "\uFEFFPunkt 1: \u00a0\nPunkt",
        "PAUSE\n\nPunkt 2: 😀\n\nPAUSE",
        "<!-- x -->Punkt 1: Efter<!-- y -->  \n\n<!-- z -->Indstilling <!-- æ -->  \n",
        "Indholdsfortegnelse\n\nIndholdsfortegnelse\n\nPunkt 1: A.....3\n",
        "Punkt 1: A\n\nIndstilling\n\nIndstilling\n\nBaggrund\n\nProces\n",
        `Punkt 1: ${"lang ".repeat(400)}\n`,
        mistaken.slice(0, 133),
      ]) {
        assertSound(text, await outline(tree, text));
      }
    });
  });

  describe("folding", () => {
    it("folds items, contents, sections, subheadings, lists, tables and comments", async () => {
      plain.open(uri, minutes);
      const folds = (await plain.request("textDocument/foldingRange", { textDocument })) ?? [];
      const lines = linesOf(minutes);
      const shown = folds.map(
        ({ startLine, endLine, kind }) => `${kind ?? ""}${lines[startLine] ?? ""} … ${lines[endLine] ?? ""}`,
      );
      for (const fold of [
        "Indholdsfortegnelse … Lukket punkt: Køb af grund (13.50-14.20).....\t6",
        "Punkt 1: Velkomst og godkendelse af dagsorden (13.00-13.10) … Fraværende Åse Lund",
        "Punkt 2: Ny svømmehal ved Strandvejen (13.10-13.40) … til naboerne -->",
        "Sagsfremstilling … [1] Tilstandsvurderingen er fra november 2025.",
        "Baggrund … Planen følger [her](bilag/skitse%20æ.pdf) og på https://www.sandby.dk/hal, og spørgsmål går til hal@sandby.dk.",
        "Tidsplan … [1] Tilstandsvurderingen er fra november 2025.",
        "Indstilling … 2. Tager økonomien til efterretning",
        "1. Godkender planen … 2. Tager økonomien til efterretning",
        "Del\t2026\t2027 … Tag\t1,5\t6,0",
        "comment<!-- Åse skriver … til naboerne -->",
        "Punkt 3: Lukket punkt: Køb af grund (13.50-14.20) … Godkendt, jf. punkt 2.",
      ]) {
        assert.ok(shown.includes(fold), `${fold}\nnot in\n${shown.join("\n")}`);
      }
      for (const { startLine, endLine } of folds) assert.ok(startLine < endLine && endLine < lines.length);
      // Folds nest: none begins within another and ends behind it.
      for (const a of folds) {
        for (const b of folds) {
          assert.ok(a.startLine >= b.startLine || a.endLine < b.startLine || a.endLine >= b.endLine);
        }
      }
    });

    it("is the same whatever ends a line", async () => {
      const answers: unknown[] = [];
      for (const lineEnd of ["\n", "\r\n", "\r"]) {
        plain.open(uri, minutes.replaceAll("\n", lineEnd));
        answers.push(await plain.request("textDocument/foldingRange", { textDocument }));
        plain.close(uri);
      }
      assert.deepEqual(answers[1], answers[0]);
      assert.deepEqual(answers[2], answers[0]);
    });
  });

  describe("selection", () => {
    /** The texts around a place, from the inside out. */
    async function around(words: string): Promise<string[]> {
      const position = rangeOf(minutes, words).start;
      const [range] =
        (await plain.request("textDocument/selectionRange", { textDocument, positions: [position] })) ?? [];
      const texts: string[] = [];
      for (let at: SelectionRange | undefined = range; at; at = at.parent) {
        assert.ok(within(minutes, { start: position, end: position }, at.range));
        if (at.parent) assert.ok(within(minutes, at.range, at.parent.range), "each lies within the next");
        texts.push(textIn(minutes, at.range));
      }
      return texts;
    }

    const sectionOf = (from: string, to: string): string =>
      minutes.slice(minutes.lastIndexOf(from), minutes.lastIndexOf(to) + to.length);

    it("grows from the word to the sentence, the paragraph, the section, the item and the document", async () => {
      plain.open(uri, minutes);
      const paragraph = "Grunden ligger ved havnen. Kommunen ejer naboens jord, men ikke vejen.";
      const texts = await around("naboens jord");
      const expected = [
        "naboens",
        "Kommunen ejer naboens jord, men ikke vejen.",
        paragraph,
        sectionOf("Sagsfremstilling", paragraph),
        sectionOf("Punkt 3:", "Godkendt, jf. punkt 2."),
        minutes,
      ];
      assert.deepEqual(
        texts.filter((text) => expected.includes(text)),
        expected,
      );
    });

    it("knows entries of lists and the titles of items", async () => {
      plain.open(uri, minutes);
      const entry = await around("økonomien");
      for (const text of [
        "økonomien",
        "Tager økonomien til efterretning",
        "2. Tager økonomien til efterretning",
      ]) {
        assert.ok(entry.includes(text), text);
      }
      const title = await around("svømmehal ved Strandvejen (13.10-13.40)\n\nSags");
      assert.ok(title.includes("svømmehal"));
      assert.ok(title.includes("Ny svømmehal ved Strandvejen"));
    });

    it("answers each of many positions, at the start and the end too", async () => {
      plain.open(uri, minutes);
      const lines = linesOf(minutes);
      const positions = lines.flatMap((line, index) => [
        { line: index, character: 0 },
        { line: index, character: line.length },
      ]);
      const ranges = await plain.request("textDocument/selectionRange", { textDocument, positions });
      assert.equal(ranges?.length, positions.length);
      for (const [index, range] of ranges.entries()) {
        let outermost = range;
        while (outermost.parent) outermost = outermost.parent;
        assert.equal(textIn(minutes, outermost.range), minutes, JSON.stringify(positions[index]));
      }
      assert.deepEqual(
        await plain.request("textDocument/selectionRange", { textDocument, positions: [] }),
        [],
      );
    });
  });
});

/** Stands for a symbol that is not there: what is asked of it then fails. */
const noRange: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
