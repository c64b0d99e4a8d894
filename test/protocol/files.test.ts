import assert from "node:assert/strict";
import type { TextEdit } from "vscode-languageserver";
import { endAll } from "../support/lspClient.ts";
import { fullCapabilities, running } from "./clients.ts";
import { edited } from "./text.ts";

const folder = "file:///m%C3%B8der/";
const uri = `${folder}referat.referat`;
const text = `REFERAT Udvalget d. 04-03-2026

Punkt 1: Havnen

Tegningen ligger i Havnekort.pdf.

Bilag

Bilag 1.1: Havnekort.pdf

Bilag 1.2: Nyt Havnekort.pdf
`;

describe("protocol: files beside the document", () => {
  afterEach(endAll);

  for (const [name, capabilities] of [
    ["full", fullCapabilities],
    ["bare", {}],
  ] as const) {
    it(`a file that is renamed is renamed where it is listed and mentioned, for a ${name} client`, async () => {
      const client = await running(capabilities);
      client.open(uri, text);
      const edit = await client.request("workspace/willRenameFiles", {
        files: [{ oldUri: `${folder}Havnekort.pdf`, newUri: `${folder}Kort%20over%20havnen.pdf` }],
      });
      const edits = (edit?.documentChanges?.flatMap((change) => ("edits" in change ? change.edits : [])) ??
        edit?.changes?.[uri] ??
        []) as TextEdit[];
      assert.equal(
        edited(text, edits),
        text
          .replace("i Havnekort.pdf", "i Kort over havnen.pdf")
          .replace("1.1: Havnekort.pdf", "1.1: Kort over havnen.pdf"),
      );
    });
  }

  it("a file that moves away, or that nothing lists, changes nothing", async () => {
    const client = await running(fullCapabilities);
    client.open(uri, text);
    for (const files of [
      [{ oldUri: `${folder}Havnekort.pdf`, newUri: "file:///andet/Havnekort.pdf" }],
      [{ oldUri: `${folder}Andet.pdf`, newUri: `${folder}Tredje.pdf` }],
    ]) {
      assert.equal(await client.request("workspace/willRenameFiles", { files }), null);
    }
  });

  it("files are listed under the item's Bilag when they are dropped on it", async () => {
    const client = await running();
    client.open(uri, text);
    const edits = await client.request("referat/attachments", {
      textDocument: { uri },
      position: { line: 4, character: 0 },
      names: ["Budget.xlsx"],
    });
    assert.ok(edits);
    assert.equal(edited(text, edits), `${text}\nBilag 1.3: Budget.xlsx\n`);
  });
});
