import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { endAll, errorCodes, type LspClient, ResponseFailure } from "../support/lspClient.ts";
import { documentUri, fullCapabilities, running } from "./clients.ts";

function minutes(day: string, decision: string): string {
  return `REFERAT Vandrådet i Engby d. ${day}

Punkt 1: Takster for vandet

25/0502

Beslutning

${decision}

Opfølgning

- Per Storm: indhenter tre tilbud (senest 15. oktober 2025)
`;
}

const uri = documentUri("vandraadet-2025-09-02.referat");
const later = documentUri("vandraadet-2025-11-04.referat");
const text = minutes("02-09-2025", "Udsat til næste møde.");
const line = text.split("\n").findIndex((each) => each.startsWith("- Per Storm"));

/** Runs a command and gives what the text is then, whatever form the client takes edits in. */
async function after(
  client: LspClient,
  command: string,
  args: readonly unknown[],
  before: string,
): Promise<{ text: string; uri: string | undefined }> {
  let now = { text: before, uri: undefined as string | undefined };
  client.onRequest("workspace/applyEdit", (params) => {
    const { changes, documentChanges } = (params as { edit: WorkspaceEdit }).edit;
    const [document] = (documentChanges ?? []) as TextDocumentEdit[];
    const [edited, edits] = document
      ? [document.textDocument.uri, document.edits]
      : (Object.entries(changes ?? {})[0] ?? ["", []]);
    const given = TextDocument.create(edited, "referat", 1, before);
    const plain = edits.flatMap((edit) =>
      "newText" in edit ? { range: edit.range, newText: edit.newText } : [],
    );
    now = { text: TextDocument.applyEdits(given, plain), uri: edited };
    return { applied: true };
  });
  await client.request("workspace/executeCommand", { command, arguments: [...args] });
  return now;
}

for (const [name, capabilities] of [
  ["a full client", fullCapabilities],
  ["a bare client", {}],
] as const) {
  describe(`protocol: commands of the archive, for ${name}`, () => {
    afterEach(endAll);

    it("an action is marked as done, and the mark is taken away", async () => {
      const client = await running(capabilities);
      client.open(uri, text);
      const done = await after(client, "referat.markActionDone", [uri, line, true], text);
      assert.equal(done.text, text.replace("2025)\n", "2025) <!-- udført -->\n"));
      client.change(uri, 2, { text: done.text });
      const undone = await after(client, "referat.markActionDone", [uri, line, false, null], done.text);
      assert.equal(undone.text, text);
    });

    it("also in a document that is not open", async () => {
      const folder = mkdtempSync(join(tmpdir(), "referat-arkiv-"));
      try {
        const path = join(folder, "vandraadet.referat");
        writeFileSync(path, text);
        const closed = pathToFileURL(path).href;
        const client = await running(capabilities);
        const done = await after(client, "referat.markActionDone", [closed, line, true], text);
        assert.equal(done.uri, closed);
        assert.match(done.text, /2025\) <!-- udført -->\n$/);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    it("what is no action is left, and said to be none", async () => {
      const client = await running(capabilities);
      client.open(uri, text);
      const left = await after(client, "referat.markActionDone", [uri, 2, true], text);
      assert.equal(left.text, text);
      await client.notification("window/showMessage");
    });

    it("the course of the case is written at the caret", async () => {
      const client = await running(capabilities);
      const now = minutes("04-11-2025", "Godkendt.");
      client.open(uri, text);
      client.open(later, now);
      const caret = { line: now.split("\n").indexOf("Godkendt."), character: 0 };
      const written = await after(client, "referat.insertCaseHistory", [later, caret], now);
      assert.equal(written.uri, later);
      assert.match(written.text, /Godkendt\.\n\n- 2\. september 2025, .*Udsat til næste møde\.\n/);
    });

    it("a client that answers an edit with nothing has not applied it", async () => {
      const client = await running(capabilities);
      client.open(uri, text);
      client.onRequest("workspace/applyEdit", () => null);
      const command = "referat.markActionDone";
      const params = { command, arguments: [uri, line, true] };
      assert.equal(await client.request("workspace/executeCommand", params), null);
    });

    it("wrong arguments get an error", async () => {
      const client = await running(capabilities);
      client.open(uri, text);
      for (const [command, args] of [
        ["referat.markActionDone", []],
        ["referat.markActionDone", [uri, -1, true]],
        ["referat.markActionDone", [uri, line, "ja"]],
        ["referat.markActionDone", [documentUri("nej.referat"), line, true]],
        ["referat.insertCaseHistory", [uri]],
        ["referat.insertCaseHistory", [documentUri("nej.referat"), { line, character: 0 }]],
      ] as const) {
        await assert.rejects(
          client.request("workspace/executeCommand", { command, arguments: [...args] }),
          (error: unknown) => error instanceof ResponseFailure && error.code === errorCodes.invalidParams,
          `${command} ${JSON.stringify(args)}`,
        );
      }
    });

    it("are announced", async () => {
      const client = await running(capabilities);
      const { commands = [] } = client.initialized.capabilities.executeCommandProvider ?? {};
      assert.ok(
        commands.includes("referat.markActionDone") && commands.includes("referat.insertCaseHistory"),
      );
    });
  });
}
