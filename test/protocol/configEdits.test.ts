import assert from "node:assert/strict";
import type { WorkspaceEdit } from "vscode-languageserver";
import { inProcess } from "../support/inProcess.ts";
import { endAll, LspClient } from "../support/lspClient.ts";
import { documentUri, literalActions } from "./clients.ts";
import { mistaken } from "./documents.ts";
import { edited, rangeOf } from "./text.ts";

const uri = documentUri();
const configUri = uri.replace(/[^/]+$/, "referat.json");

/** The edits of referat.json that are offered on a wrong weekday; the mends of the document are not among them. */
async function offered(
  config: string,
  encoding: "utf-16" | "utf-8" = "utf-16",
  before = config,
): Promise<WorkspaceEdit[]> {
  const client = LspClient.over(inProcess());
  await client.initialize({ ...literalActions, general: { positionEncodings: [encoding] } });
  client.open(configUri, before, 1, "jsonc");
  if (before !== config) client.change(configUri, 2, { text: config });
  client.open(uri, mistaken);
  const actions = await client.request("textDocument/codeAction", {
    textDocument: { uri },
    range: rangeOf(mistaken, "Tirsdag"),
    context: { diagnostics: [] },
  });
  assert.ok(actions?.length, "a weekday can be mended");
  return actions.flatMap((action) =>
    "edit" in action && action.edit.changes?.[configUri] ? [action.edit] : [],
  );
}

describe("protocol: a rule that is switched off in referat.json", () => {
  afterEach(endAll);

  it("is one more of those that stand there, also where positions are bytes", async () => {
    const config = '{ "profiles": [{ "name": "Åse & Øre" }], "rules": { "slot-gap": "off" } }';
    for (const encoding of ["utf-16", "utf-8"] as const) {
      const [edit] = await offered(config, encoding);
      const text = edited(config, edit?.changes?.[configUri] ?? [], encoding);
      const rules = { "slot-gap": "off", "weekday": "off" };
      assert.deepEqual(JSON.parse(text), { profiles: [{ name: "Åse & Øre" }], rules });
    }
  });

  it("is not offered where there is no place for it, and everything else is", async () => {
    for (const config of ['{ "rules": [] }', '{ "rules": "off" }', "[]", "5"])
      assert.deepEqual(await offered(config), [], config);
  });

  it("is not offered in a file that is broken, be it by now: where it belongs would be a guess", async () => {
    for (const config of ["{", '{ "rules": ', "ikke JSON"]) {
      assert.deepEqual(await offered(config), [], config);
      for (const before of ["", '{ "rules": {} }'])
        assert.deepEqual(await offered(config, "utf-16", before), [], `${before} -> ${config}`);
    }
  });
});
