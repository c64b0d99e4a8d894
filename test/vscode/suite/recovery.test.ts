// The language server ends, or hangs, while somebody writes. Nothing that she wrote may go, and what helped her comes back.

import * as vscode from "vscode";
import { equal, ok, present } from "./expect.ts";
import { platform } from "./platform.ts";
import {
  killServer,
  messagesOf,
  running,
  type ServerExports,
  startAgain,
  stopAnswering,
} from "./serverEnd.ts";
import { ask, closeAll, eventually, extension, findings, rangeOf, replace, show } from "./workspace.ts";

const startCommand = "referat.startSprogserverenIgen";

describe("recovery", () => {
  let server: ServerExports;
  let told: readonly string[];
  let meeting: { readonly onDidChange: vscode.Event<void>; readonly meeting: object | null };

  before(async () => {
    await show("fejl.referat");
    ({ server, meeting } = (await extension().activate()) as {
      server: ServerExports;
      meeting: typeof meeting;
    });
    told = await messagesOf(extension());
  });

  // What ended before is forgotten where it is started by hand.
  beforeEach(async () => {
    await startAgain(server);
  });

  afterEach(closeAll);

  it("a server that ends comes back, with the text as it was", async () => {
    const { document } = await show("fejl.referat");
    await replace(document, rangeOf(document, "31 fremlejemål"), "32 fremlejemål");
    const text = document.getText();
    await findings(document, (found) => found.length > 0, "findings before the server ends");

    const cleared = findings(document, (found) => found.length === 0, "the findings to go with the server");
    await killServer(server);
    await cleared;
    await findings(document, (found) => found.length > 0, "findings of the new server");

    equal(document.getText(), text, "the text changed");
    const symbols = await ask<vscode.DocumentSymbol>("vscode.executeDocumentSymbolProvider", document.uri);
    equal(symbols.length, 1, "the outline did not come back");
  });

  it("the views hear of the next server, though nobody types", async () => {
    const { document } = await show("fejl.referat");
    await findings(document, (found) => found.length > 0, "findings before the server ends");
    await eventually(meeting.onDidChange, () => meeting.meeting ?? undefined, "the meeting in view");
    const before = meeting.meeting;
    await killServer(server);
    await eventually(
      meeting.onDidChange,
      () => (meeting.meeting === before ? undefined : (meeting.meeting ?? undefined)),
      "the meeting as the next server reads it",
    );
    equal(meeting.meeting, before, "the same text is another meeting");
  });

  it("what is typed while it ends is typed once, and the next server knows it", async () => {
    const { document } = await show("fejl.referat");
    const before = document.getText();
    const typed: string[] = [];
    const end = document.positionAt(before.length);
    const type = async (word: string): Promise<void> => {
      typed.push(word);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(document.getText().length), word);
      await vscode.workspace.applyEdit(edit);
    };
    await type("\n\nPunkt 99: Nyt punkt\n\n");
    for (let word = 0; word < 40; word++) {
      await type(`ord${word} `);
      if (word === 10 || word === 25) await killServer(server);
    }
    await type("\n\nPunkt 100: Det sidste punkt\n");
    equal(document.getText(), before + typed.join(""));
    ok(end.line < document.lineCount, "nothing was written");
    await eventually(
      server.client.onDidChangeState,
      () => server.client.isRunning() || undefined,
      "a server",
    );
    // VS Code hears of it a moment later.
    let meeting: vscode.DocumentSymbol | undefined;
    for (let tried = 0; !meeting && tried < 50; tried++) {
      [meeting] = await ask<vscode.DocumentSymbol>("vscode.executeDocumentSymbolProvider", document.uri);
      if (!meeting) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const last = present(meeting?.children.at(-1), "last item");
    // Where the server had a text of its own the heading would be elsewhere.
    equal(document.getText(last.selectionRange).includes("Det sidste punkt"), true);
  });

  it("who has asked is answered by the next one, and a command that was under way is dropped", async () => {
    const { document } = await show("fejl.referat");
    const editor = present(vscode.window.activeTextEditor, "editor");
    const text = document.getText();
    const answers = Promise.all([
      server.client.sendRequest("referat/meeting", { textDocument: { uri: document.uri.toString() } }),
      ask<vscode.DocumentSymbol>("vscode.executeDocumentSymbolProvider", document.uri),
      ask<vscode.Hover>("vscode.executeHoverProvider", document.uri, new vscode.Position(0, 3)),
      ask<vscode.CodeAction>("vscode.executeCodeActionProvider", document.uri, new vscode.Range(0, 0, 9, 0)),
      ask<vscode.TextEdit>("vscode.executeFormatDocumentProvider", document.uri, {
        tabSize: 2,
        insertSpaces: true,
      }),
    ]);
    editor.selection = new vscode.Selection(20, 0, 20, 0);
    const commands = ["referat.flytPunktNed", "referat.opdaterIndholdsfortegnelse"].map((command) =>
      vscode.commands.executeCommand(command),
    );
    await killServer(server);
    const [meeting] = await answers;
    ok(meeting !== null, "the meeting was asked for in vain");
    await Promise.all(commands);
    // Done whole, or not at all.
    const headings = (words: string): readonly string[] => (words.match(/^Punkt \d+: [^,(]+/gm) ?? []).sort();
    equal(headings(document.getText()).length, headings(text).length, "half of an edit");
  });

  it("one server after the other ends: she writes on, is told how to start it, and it is started", async () => {
    const { document } = await show("fejl.referat");
    await findings(document, (found) => found.length > 0, "findings");
    for (let times = 1; times <= 5; times++) {
      await killServer(server);
      await running(server, `the server after end ${times}`);
    }
    equal(told, [], "she was told of a server that came back");
    await killServer(server);
    await findings(document, (found) => found.length === 0, "the findings to go");

    const before = document.getText();
    await replace(document, new vscode.Range(0, 0, 0, 0), "\n");
    equal(document.getText(), `\n${before}`);
    await vscode.commands.executeCommand("undo");
    // Quiet, where nobody asks for more than VS Code does by itself.
    equal(await ask("vscode.executeDocumentSymbolProvider", document.uri), []);
    equal(await ask("vscode.executeFormatDocumentProvider", document.uri, { tabSize: 2 }), []);
    const refused = await Promise.resolve(
      vscode.commands.executeCommand("referat.opdaterIndholdsfortegnelse"),
    ).then(
      () => "",
      (error: unknown) => String(error),
    );
    ok(refused.includes("Start sprogserveren igen"), `it does not say what to do: ${refused}`);

    await vscode.commands.executeCommand(startCommand);
    await findings(document, (found) => found.length > 0, "findings of the server that was started");
    equal(told.length, platform.node ? 1 : 0, "messages");
  });

  it("a server that hangs is followed by another", async () => {
    const { document } = await show("fejl.referat");
    await findings(document, (found) => found.length > 0, "findings");
    const { interval } = server.pulse;
    server.pulse.interval = 50;
    await stopAnswering(server);
    try {
      const meeting = server.client.sendRequest("referat/meeting", {
        textDocument: { uri: document.uri.toString() },
      });
      await eventually(
        server.client.onDidChangeState,
        () => !server.client.isRunning() || undefined,
        "the end of the server that hangs",
      );
      ok((await meeting) !== null, "the meeting was asked for in vain");
    } finally {
      server.pulse.interval = interval;
    }
  });
});
