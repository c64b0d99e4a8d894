import assert from "node:assert/strict";
import type { ClientCapabilities, CreateFile, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import { endAll, errorCodes, type LspClient, ResponseFailure } from "../support/lspClient.ts";
import { fullCapabilities, running } from "./clients.ts";

const uri = "file:///m%C3%B8der/udvalget-2026-03-04.dagsorden";
const agenda = `DAGSORDEN Udvalget d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-15:00

Mødested Rådhuset

Punkt 1: Godkendelse af dagsorden

Punkt 2: Ny havn

Sagsfremstilling

Havnen er for lille.

Indstilling

Det indstilles, at Udvalget:

1. Godkender planen
2. Tager tidsplanen til efterretning
`;

/** A client that makes files. */
const filing: ClientCapabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
  },
};

/** Runs a command and gives the file that the client was asked to make, and the answer. */
async function made(
  client: LspClient,
  command: string,
  args: readonly unknown[],
): Promise<{ file: { uri: string; text: string } | null; answer: unknown }> {
  let file: { uri: string; text: string } | null = null;
  client.onRequest("workspace/applyEdit", (params) => {
    const [create, content] = (params as { edit: WorkspaceEdit }).edit.documentChanges ?? [];
    const { edits } = content as TextDocumentEdit;
    assert.equal((create as CreateFile).options?.overwrite, false);
    file = {
      uri: (create as CreateFile).uri,
      text: edits.map((edit) => ("newText" in edit ? edit.newText : "")).join(""),
    };
    return { applied: true };
  });
  const answer = await client.request("workspace/executeCommand", { command, arguments: [...args] });
  return { file, answer };
}

describe("protocol: commands that make documents", () => {
  afterEach(endAll);

  it("minutes of an agenda lie beside it, with a decision for each item that needs one", async () => {
    const client = await running(filing);
    client.open(uri, agenda);
    const { file, answer } = await made(client, "referat.writeMinutes", [uri, 1]);
    assert.equal(file?.uri, "file:///m%C3%B8der/udvalget-2026-03-04.referat");
    assert.equal(answer, file.uri);
    assert.match(file.text, /^REFERAT Udvalget d\. 04-03-2026\n/);
    assert.match(file.text, /2\. Tager tidsplanen til efterretning\n\nBeslutning\n\n1\./);
  });

  it("an agenda of minutes holds no word of the decisions", async () => {
    const client = await running(filing);
    const minutes = uri.replace(".dagsorden", ".referat");
    client.open(
      minutes,
      `${agenda.replace("DAGSORDEN", "REFERAT")}\nBeslutning\n\nGodkendt med stemmetallene 5 mod 2.\n`,
    );
    const { file } = await made(client, "referat.writeAgenda", [minutes, 1]);
    assert.equal(file?.uri, uri);
    assert.match(file.text, /^DAGSORDEN /);
    assert.doesNotMatch(file.text, /Beslutning|Godkendt|stemmetal/);
  });

  it("the next agenda is named by its day", async () => {
    const client = await running(filing);
    client.open(uri, agenda);
    const { file } = await made(client, "referat.writeNextAgenda", [uri, 1, "2026-04-01"]);
    assert.equal(file?.uri, "file:///m%C3%B8der/udvalget-2026-04-01.dagsorden");
    assert.match(
      file.text,
      /^DAGSORDEN Udvalget d\. 01-04-2026\n\nMødedato Onsdag d\. 1\. april 2026 kl\. 13:00-15:00\n/,
    );
  });

  it("a new document is what was answered", async () => {
    const client = await running();
    const answers = {
      body: "Udvalget",
      date: "2026-03-04",
      time: "13:00",
      place: "Rådhuset",
      participants: "",
    };
    const { answer } = await made(client, "referat.newDocument", ["dagsorden", answers]);
    assert.match(
      String(answer),
      /^DAGSORDEN Udvalget d\. 04-03-2026\n\nMødedato Onsdag d\. 4\. marts 2026 kl\. 13:00\n/,
    );
  });

  it("nothing is made for a client that makes no files, nor from wrong arguments", async () => {
    const client = await running();
    client.open(uri, agenda);
    assert.deepEqual(await made(client, "referat.writeMinutes", [uri, 1]), { file: null, answer: null });
    for (const [command, args] of [
      ["referat.writeMinutes", []],
      ["referat.writeNextAgenda", [uri, 1, "2026-02-30"]],
      ["referat.newDocument", ["brev", { body: "A", date: "2026-03-04" }]],
    ] as const) {
      const failure = await made(client, command, args).catch((error: unknown) => error);
      assert.ok(failure instanceof ResponseFailure && failure.code === errorCodes.invalidParams, command);
    }
  });

  it("a file that is there already is left, and said to be", async () => {
    const client = await running(filing);
    client.open(uri, agenda);
    client.onRequest("workspace/applyEdit", () => ({ applied: false }));
    const said = client.notification("window/showMessage");
    const answer = await client.request("workspace/executeCommand", {
      command: "referat.writeMinutes",
      arguments: [uri, 1],
    });
    assert.equal(answer, null);
    assert.match(JSON.stringify(await said), /udvalget-2026-03-04\.referat.*er der allerede/);
  });
});
