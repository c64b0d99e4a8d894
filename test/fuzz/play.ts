import assert from "node:assert/strict";
import fc from "fast-check";
import type { ClientCapabilities, CodeAction, Command, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { Config } from "../../server/src/config/config.ts";
import { type Encoding, positionAt } from "../protocol/text.ts";
import { assertConformance, type LspClient } from "../support/lspClient.ts";
import { answersOf, outcome } from "./answers.ts";
import { EditorDocument, editsIn } from "./editor.ts";
import { type Session, session, type Step } from "./session.ts";

/** What the three clients announce: much, nothing, and bytes for positions. */
const clients: Readonly<Record<Session["client"], { capabilities: ClientCapabilities; encoding: Encoding }>> = {
  full: {
    encoding: "utf-16",
    capabilities: {
      workspace: { applyEdit: true, workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
      textDocument: {
        diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        codeAction: { isPreferredSupport: true, codeActionLiteralSupport: { codeActionKind: { valueSet: [""] } } },
        completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
        hover: { contentFormat: ["markdown"] },
        definition: { linkSupport: true },
        rename: { prepareSupport: true },
      },
    },
  },
  bare: { encoding: "utf-16", capabilities: {} },
  bytes: {
    encoding: "utf-8",
    capabilities: {
      general: { positionEncodings: ["utf-8"] },
      textDocument: {
        diagnostic: {},
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [""] } } },
      },
    },
  },
}; // prettier-ignore

const folder = "file:///intet/sted";
const uris = ["a.referat", "b.dagsorden", "møde c.referat"].map(
  (name) => `${folder}/${encodeURIComponent(name)}`,
);
const configUri = `${folder}/referat.json`;

/** Starts a server; the fuzzer ends it. */
export type Connect = () => LspClient;

/**
 * Plays a session against a server, and holds what it says against what a fresh server says of the texts as they stand then.
 * Rejects where answers differ, where one is missing, or is an error of the server's own, or is not LSP or JSON-RPC.
 */
export async function play(session: Session, connect: Connect): Promise<void> {
  const player = new Player(session, connect);
  try {
    await player.run();
    assertConformance();
  } finally {
    player.end();
  }
}

/** So many sessions of a seed. What fails is shrunk to a small session, and printed with its seed. */
export async function fuzz(seed: number, sessions: number, connect: Connect): Promise<void> {
  await fc.assert(
    fc.asyncProperty(session, (each) => play(each, connect)),
    { seed, numRuns: sessions },
  );
}

class Player {
  private readonly client: LspClient;
  private readonly documents: EditorDocument[] = [];
  private readonly owed: Promise<unknown>[] = [];
  private config: EditorDocument | null = null;
  /** As referat.json was when it was last whole: garbage counts as what it was before. */
  private wholeConfig: string | null = null;
  private readonly encoding: Encoding;
  private readonly running = new Set<LspClient>();

  constructor(
    private readonly session: Session,
    private readonly connect: Connect,
  ) {
    this.encoding = clients[session.client].encoding;
    this.client = this.start();
  }

  async run(): Promise<void> {
    const { client, session } = this;
    await this.initialize(client);
    for (const [index, text] of session.texts.entries())
      this.documents.push(new EditorDocument(client, uris[index] ?? "", text, this.encoding));
    for (const step of session.steps) {
      await this.take(step);
      if (this.config && Config.read(this.config.text).isWhole) this.wholeConfig = this.config.text;
    }
    await this.compare(session.steps.length);
    // Everything that was asked is answered, be it with the news that it was cancelled.
    await Promise.all(this.owed);
    assert.equal(await client.send("shutdown"), null);
    client.assertNoBreach();
  }

  end(): void {
    for (const client of this.running) client.kill();
  }

  private start(): LspClient {
    const client = this.connect();
    this.running.add(client);
    return client;
  }

  private async initialize(client: LspClient): Promise<void> {
    const { capabilities } = clients[this.session.client];
    const options = { diagnostics: { currentLine: true }, archive: {} };
    await client.initialize(capabilities, { initializationOptions: options });
  }

  private at(index: number): EditorDocument {
    const document = this.documents[index % this.documents.length];
    if (!document) throw new Error("A session has a document");
    return document;
  }

  private async take(step: Step): Promise<void> {
    switch (step.do) {
      case "edit":
        this.at(step.document).edit(step.plans);
        return;
      case "paste": {
        const document = this.at(step.document);
        const at = step.anchor % (document.text.length + 1);
        document.replace({ start: at, end: at, text: step.text });
        return;
      }
      case "undo":
      case "redo":
        this.at(step.document).undo(step.count, step.together, step.do === "redo");
        return;
      case "reopen":
        this.at(step.document).close();
        this.at(step.document).open();
        return;
      case "configure":
        if (this.config) this.config.replace({ start: 0, end: this.config.text.length, text: step.text });
        else this.config = new EditorDocument(this.client, configUri, step.text, this.encoding);
        return;
      case "ask":
        this.ask(this.at(step.document), step.choice, step.cancel);
        return;
      case "compare":
        await this.compare(step.anchor);
        return;
      case "mend":
      case "format":
      case "command":
      case "rename":
        await this.mend(step.do, this.at(step.document), step.choice);
    }
  }

  /** Asks for something and goes on. */
  private ask({ uri, text }: EditorDocument, choice: number, cancel: boolean): void {
    const textDocument = { uri };
    const position = positionAt(text, choice % (text.length + 1), this.encoding);
    for (const method of ["completion", "hover", "documentSymbol", "codeLens", "semanticTokens/full"]) {
      const { id, answer } = this.client.start(`textDocument/${method}`, { textDocument, position });
      if (cancel) this.client.cancel(id);
      this.owed.push(outcome(answer));
    }
  }

  /** Has the server work out an edit, and makes it. */
  private async mend(how: "mend" | "format" | "command" | "rename", document: EditorDocument, choice: number): Promise<void> {
    const { client } = this;
    const { uri, text, version } = document;
    const textDocument = { uri };
    const apply = (edit: WorkspaceEdit | null | undefined): void => {
      for (const [of, edits] of editsIn(edit)) this.documents.find((each) => each.uri === of)?.applyEdits(edits);
    };
    client.onRequest("workspace/applyEdit", (params) => {
      apply((params as { edit: WorkspaceEdit }).edit);
      return { applied: true };
    });
    const position = positionAt(text, choice % (text.length + 1), this.encoding);
    if (how === "format") {
      const options = { tabSize: 2, insertSpaces: true };
      const edits = await outcome(client.send("textDocument/formatting", { textDocument, options }));
      document.applyEdits((edits ?? []) as TextEdit[]);
    } else if (how === "rename") {
      const edit = await outcome(client.send("textDocument/rename", { textDocument, position, newName: "Ny sag" }));
      apply(edit as WorkspaceEdit | null);
    } else if (how === "command") {
      const names = ["moveItemUp", "moveItemDown", "insertItem", "insertPause", "joinItems", "deleteItem", "toggleClosed", "shiftTimes", "spreadTime", "switchTimeForm", "updateContents", "splitItem"]; // prettier-ignore
      const command = `referat.${names[choice % names.length] ?? ""}`;
      await outcome(client.send("workspace/executeCommand", { command, arguments: [uri, version, position] }));
    } else {
      const range = { start: { line: 0, character: 0 }, end: positionAt(text, text.length, this.encoding) };
      const context = { diagnostics: [] };
      const found = (await outcome(client.send("textDocument/codeAction", { textDocument, range, context }))) ?? [];
      const actions = found as (CodeAction | Command)[];
      const action = actions[choice % Math.max(1, actions.length)];
      if (action && typeof action.command === "string") await outcome(client.send("workspace/executeCommand", action));
      else if (action && "edit" in action) apply(action.edit);
    }
  } // prettier-ignore

  /** A fresh server that opens the documents as they are now says the same. */
  private async compare(anchor: number): Promise<void> {
    const { client, encoding } = this;
    const pulls = this.session.client !== "bare";
    const fresh = this.start();
    await this.initialize(fresh);
    const open = [...(this.config ? [this.config] : []), ...this.documents].map(({ shown }) => shown);
    for (const { uri, text, version } of open) {
      const isConfig = uri === configUri;
      fresh.open(uri, (isConfig ? this.wholeConfig : null) ?? text, version, isConfig ? "jsonc" : "referat");
      if (isConfig && this.wholeConfig !== text) fresh.change(uri, version, { text });
    }
    const offsets = (text: string): number[] =>
      [anchor, anchor * 7 + 3, text.length].map((at) => soundOffset(text, at % (text.length + 1)));
    const view = { encoding, pulls };
    const [said, expected] = [
      await answersOf(client, open, offsets, view),
      await answersOf(fresh, open, offsets, view),
    ];
    for (const name of Object.keys(expected)) assert.deepEqual(said[name], expected[name], name);
    if (!pulls) {
      for (const { uri, version } of open) {
        const last = client.pushes(uri).at(-1);
        assert.equal(last?.version, version, `${uri}: no findings of its version were pushed`);
        // What other documents have a part in is shown a while later.
        if (open.length === 1) assert.deepEqual(last.diagnostics, fresh.pushes(uri).at(-1)?.diagnostics);
      }
    }
    await fresh.send("shutdown");
    fresh.assertNoBreach();
    fresh.kill();
    this.running.delete(fresh);
  }
}

/** No position lies between the halves of a line end or of a sign. */
function soundOffset(text: string, offset: number): number {
  const around = text.slice(offset - 1, offset + 1);
  return around === "\r\n" || /^[\ud800-\udbff][\udc00-\udfff]$/.test(around) ? offset - 1 : offset;
}
