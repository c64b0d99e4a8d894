import assert from "node:assert/strict";
import { endAll } from "../support/lspClient.ts";
import { documentUri, literalActions, running } from "./clients.ts";
import { edited } from "./text.ts";

// What these tests once found.

const uri = documentUri();
const textDocument = { uri };

describe("protocol: what was once wrong", () => {
  afterEach(endAll);

  it("a keystroke before a pause that an item follows is read as the whole text is", async () => {
    const client = await running({
      textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
    });
    for (const text of ["Punkt 3:\n\nFrokost\rPunkt 1:", "Punkt 1: A\n\nFrokost\nPunkt 2:\n"]) {
      await client.openPushed(uri, text);
      const at = { line: 0, character: 8 };
      client.change(uri, 2, { range: { start: at, end: at }, text: "x" });
      const fresh = documentUri("frisk.referat");
      client.open(fresh, `${text.slice(0, 8)}x${text.slice(8)}`);
      assert.deepEqual(
        await client.request("textDocument/documentSymbol", { textDocument }),
        await client.request("textDocument/documentSymbol", { textDocument: { uri: fresh } }),
      );
      client.close(uri);
      client.close(fresh);
    }
  });

  it("the pause that fills a gap stands alone, also where no blank line stood", async () => {
    const client = await running(literalActions);
    const text = "Punkt 2: A (13.05-13.30)\n\nTekst.\nPunkt 3: B (14.00-14.10)\n\nTekst.\n";
    const gaps = (codes: readonly { code?: unknown }[]): number =>
      codes.filter(({ code }) => code === "slot-gap").length;
    assert.equal(gaps(await client.openPushed(uri, text)), 1);
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 99 } };
    const actions = await client.request("textDocument/codeAction", {
      textDocument,
      range,
      context: { diagnostics: [], only: ["quickfix"] },
    });
    const edits = (actions ?? []).flatMap((each) =>
      "edit" in each && each.diagnostics?.[0]?.code === "slot-gap" ? [each.edit.changes?.[uri] ?? []] : [],
    );
    client.change(uri, 2, { text: edited(text, edits[0] ?? []) });
    assert.equal(gaps((await client.pushed(uri, 2)).diagnostics), 0);
  });
});
