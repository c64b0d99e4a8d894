import assert from "node:assert/strict";
import { inProcess } from "../support/inProcess.ts";
import { endAll, LspClient } from "../support/lspClient.ts";
import { documentUri, literalActions } from "./clients.ts";

const uri = documentUri();

/** The edits in all that is offered on a selection of the whole text. */
async function editsOffered(text: string): Promise<{ actions: number; edits: number }> {
  const client = LspClient.over(inProcess());
  await client.initialize(literalActions);
  client.open(uri, text);
  const range = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };
  const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
  const actions = (await client.request("textDocument/codeAction", params)) ?? [];
  const edits = actions.map((action) => ("edit" in action ? (action.edit.changes?.[uri]?.length ?? 0) : 0));
  return { actions: actions.length, edits: edits.reduce((sum, count) => sum + count, 0) };
}

describe("protocol: a selection with thousands of findings", () => {
  afterEach(endAll);

  it("is offered no more than somebody reads: the edits do not grow with the square of the items", async () => {
    const once = await editsOffered("Punkt 1: A\n".repeat(200));
    const twice = await editsOffered("Punkt 1: A\n".repeat(400));
    assert.ok(once.actions > 10);
    assert.ok(twice.edits < 2.2 * once.edits, `${once.edits} → ${twice.edits} edits`);
  });
});
