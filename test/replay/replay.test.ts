import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type {
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  InitializeParams,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver";
import { answersOf, outcome, type Shown } from "../fuzz/answers.ts";
import { changed, positionAt } from "../protocol/text.ts";
import { inProcess } from "../support/inProcess.ts";
import { endAll, LspClient } from "../support/lspClient.ts";

/** What an editor said: a message a line, as `record.mjs` wrote it down. */
const recordings = fileURLToPath(new URL("recordings/", import.meta.url));

interface Message {
  readonly id?: number | string;
  readonly method: string;
  readonly params?: unknown;
}

/** The documents are held against those of a fresh server behind every so many edits, and behind the last. */
const every = 12;

describe("replay: a session that an editor was recorded in", () => {
  afterEach(endAll);

  for (const name of readdirSync(recordings)) {
    it(`${name.replace(".jsonl", "")}: asked for everything around every edit, the server answers as a fresh one`, async function () {
      this.timeout(300_000);
      const lines = readFileSync(recordings + name, "utf8")
        .trimEnd()
        .split("\n");
      const messages = lines.map((line) => JSON.parse(line) as Message);
      const replay = new Replay(messages);
      await replay.run();
      // It was a session worth replaying.
      assert.ok(
        replay.edits > 50 && replay.compared >= 5,
        `${replay.edits} edits, ${replay.compared} compared`,
      );
    });
  }
});

class Replay {
  edits = 0;
  compared = 0;
  private readonly client = connected();
  private readonly ids = new Map<unknown, number>();
  private readonly owed: Promise<unknown>[] = [];
  private open: Shown | null = null;
  private initialize: InitializeParams | null = null;

  constructor(private readonly messages: readonly Message[]) {}

  async run(): Promise<void> {
    for (const message of this.messages) {
      if (message.method === "shutdown") break;
      await this.say(message);
    }
    await this.compare();
    await Promise.all(this.owed);
    assert.equal(await this.client.send("shutdown"), null);
    this.client.assertNoBreach();
  }

  private async say({ id, method, params }: Message): Promise<void> {
    const { client } = this;
    if (method === "initialize") {
      this.initialize = frank(params as InitializeParams);
      await client.send(method, this.initialize);
    } else if (method === "$/cancelRequest") {
      const { id: cancelled } = params as { id: unknown };
      client.notify(method, { id: this.ids.get(cancelled) ?? 0 });
    } else if (id !== undefined) {
      const { id: now, answer } = client.start(method, params);
      this.ids.set(id, now);
      this.owed.push(outcome(answer));
    } else if (method === "textDocument/didChange") {
      this.askAround();
      client.notify(method, params);
      this.follow(params as DidChangeTextDocumentParams);
      this.askAround();
      if (++this.edits % every === 0) await this.compare();
    } else {
      client.notify(method, params);
      if (method === "textDocument/didOpen") this.open = (params as DidOpenTextDocumentParams).textDocument;
    }
  }

  private follow({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    assert.equal(uri, this.open?.uri);
    const apply = (text: string, change: TextDocumentContentChangeEvent): string => changed(text, change);
    this.open = { uri, version, text: contentChanges.reduce(apply, this.open?.text ?? "") };
    this.at = offsetOf(contentChanges.at(-1), this.open.text);
  }

  /** Where it was written last. */
  private at = 0;

  /** Everything that an editor asks for, in the middle of its writing; nobody waits for the answers. */
  private askAround(): void {
    if (!this.open) return;
    const { uri, text } = this.open;
    const textDocument = { uri };
    const range = { start: { line: 0, character: 0 }, end: positionAt(text, text.length) };
    const options = { tabSize: 2, insertSpaces: true };
    const context = { diagnostics: [], includeDeclaration: true };
    for (const offset of [this.at, Math.max(0, this.at - 30), text.length]) {
      const position = positionAt(text, Math.min(offset, text.length));
      const params = {
        textDocument,
        position,
        positions: [position],
        range,
        options,
        context,
        newName: "Ny",
        ch: "\n",
      };
      const methods = offset === this.at ? [...atPosition, ...ofWhole] : atPosition;
      for (const method of methods)
        this.owed.push(outcome(this.client.send(`textDocument/${method}`, params)));
    }
  }

  /** A fresh server, with the text as it stands now, says the same. */
  private async compare(): Promise<void> {
    const { open, initialize } = this;
    if (!open || !initialize) return;
    const fresh = connected();
    await fresh.send("initialize", initialize);
    fresh.notify("initialized", {});
    fresh.open(open.uri, open.text, open.version);
    const pulls = initialize.capabilities.textDocument?.diagnostic !== undefined;
    const view = { encoding: "utf-16" as const, pulls };
    const offsets = (): number[] => [this.at];
    const expected = await answersOf(fresh, [open], offsets, view);
    const said = await answersOf(this.client, [open], offsets, view);
    for (const name of Object.keys(expected)) assert.deepEqual(said[name], expected[name], name);
    if (!pulls) assert.equal(this.client.pushes(open.uri).at(-1)?.version, open.version);
    fresh.assertNoBreach();
    fresh.kill();
    this.compared++;
  }
}

/** LSP's owed requests: those that need a place, and those of the whole document. */
const atPosition = [
  "completion", "hover", "definition", "references", "documentHighlight", "linkedEditingRange", "selectionRange", "prepareRename",
  "rename", "onTypeFormatting",
]; // prettier-ignore
const ofWhole = [
  "documentSymbol", "codeAction", "codeLens", "inlayHint", "documentLink", "formatting", "rangeFormatting", "foldingRange",
  "semanticTokens/full",
]; // prettier-ignore

/** A server whose client finds no file, and has no settings of its own. */
function connected(): LspClient {
  const client = LspClient.over(inProcess());
  const answers: Readonly<Record<string, unknown>> = {
    "client/registerCapability": null,
    "workspace/configuration": [null],
    "window/workDoneProgress/create": null,
    "workspace/diagnostic/refresh": null,
    "workspace/codeLens/refresh": null,
    "workspace/inlayHint/refresh": null,
    "referat/findDocuments": [],
    "referat/listFolder": [],
    "referat/readFile": null,
    "referat/readBytes": null,
    "referat/statFile": "gone",
    "referat/stored": null,
  };
  for (const [method, answer] of Object.entries(answers)) client.onRequest(method, () => answer);
  return client;
}

/** Findings on the line that is being written wait for the writer; here nobody waits. */
function frank(params: InitializeParams): InitializeParams {
  const options = params.initializationOptions as object | undefined;
  return { ...params, initializationOptions: { ...options, diagnostics: { currentLine: true } } };
}

function offsetOf(change: TextDocumentContentChangeEvent | undefined, text: string): number {
  if (!change || !("range" in change)) return 0;
  const { line, character } = change.range.start;
  const before = text.split(/\r\n|\n|\r/).slice(0, line);
  return Math.min(
    text.length,
    before.join("\n").length + (line > 0 ? 1 : 0) + character + change.text.length,
  );
}
