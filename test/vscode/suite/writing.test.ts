import * as vscode from "vscode";
import { equal, ok, present } from "./expect.ts";
import { ask, closeAll, eventually, fileUri, rangeOf, show, showText } from "./workspace.ts";

const agenda = `DAGSORDEN Udvalget d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-14:00

Mødested Rådhuset

Mødedeltagere Anna Holm, A, Bent Krogh, V

Punkt 1: Velkomst (13.00-13.10)

Formanden byder velkommen.

Punkt 2: Havnen (13.10-13.40)

Sagsfremstilling

Havnen er for lille, se punkt 3.

Indstilling

Det indstilles, at Udvalget:

1. Godkender planen

Punkt 3: Skolen (13.40-14.00)

Skolen bygges om.
`;

/** Undoing once too often in a document that has just been made takes nothing away. */
async function outlivesUndo(document: vscode.TextDocument): Promise<void> {
  const text = document.getText();
  for (let times = 0; times < 3; times++) await vscode.commands.executeCommand("undo");
  equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), text);
}

describe("writing", () => {
  afterEach(closeAll);

  function caretAt(editor: vscode.TextEditor, words: string): void {
    const { start } = rangeOf(editor.document, words);
    editor.selection = new vscode.Selection(start, start);
  }

  function lineOf(editor: vscode.TextEditor): string {
    return editor.document.lineAt(editor.selection.active.line).text;
  }

  function texts(editor: vscode.TextEditor, test: (text: string) => boolean, what: string): Promise<true> {
    return eventually(
      vscode.workspace.onDidChangeTextDocument,
      () => (test(editor.document.getText()) ? true : undefined),
      what,
    );
  }

  it("a command moves the item at the caret; numbers, times and references follow, in one undo", async () => {
    const editor = await showText(agenda);
    caretAt(editor, "Havnen er for lille");
    await vscode.commands.executeCommand("referat.flytPunktNed");
    const { document } = editor;
    await texts(editor, (text) => text.includes("Punkt 3: Havnen (13.30-14.00)"), "the move");
    ok(document.getText().includes("Punkt 2: Skolen (13.10-13.30)"), "the neighbour has the first place");
    ok(document.getText().includes("se punkt 2."), "the reference follows");
    await eventually(
      vscode.window.onDidChangeTextEditorSelection,
      () => (lineOf(editor).startsWith("Havnen er for lille") ? true : undefined),
      "the caret to go along",
    );
    await vscode.commands.executeCommand("undo");
    equal(document.getText(), agenda);
  });

  it("a key that is struck again at once moves the same item on", async () => {
    const editor = await showText(agenda);
    caretAt(editor, "Skolen bygges om");
    const up = (): Thenable<unknown> => vscode.commands.executeCommand("referat.flytPunktOp");
    await Promise.all([up(), up()]);
    await texts(
      editor,
      (text) => /Punkt 1: Skolen[^]*Punkt 2: Velkomst[^]*Punkt 3: Havnen/.test(text),
      "the item to be the first",
    );
  });

  it("a key of the view »Møde« is for the item that has the focus, be another one selected or none", async () => {
    const editor = await showText(agenda);
    const { document } = editor;
    // The view knows the meeting a moment after its document is shown.
    for (let tries = 0; tries < 100 && document.getText() === agenda; tries++) {
      await vscode.commands.executeCommand("referat.meeting.focus");
      await vscode.commands.executeCommand("list.focusFirst");
      await vscode.commands.executeCommand("list.focusDown");
      await vscode.commands.executeCommand("referat.visning.flytNed");
    }
    ok(/Punkt 2: Skolen[^]*Punkt 3: Havnen/.test(document.getText()), document.getText());
    // The item that was moved has the focus and is selected; the one above it is meant now.
    await vscode.commands.executeCommand("list.focusUp");
    await vscode.commands.executeCommand("referat.visning.slet");
    await texts(editor, (text) => !text.includes("Skolen bygges om"), "the item in focus to go");
    ok(document.getText().includes("Havnen er for lille"), document.getText());
  });

  it("time is spread over the items", async () => {
    const editor = await showText(agenda);
    await vscode.commands.executeCommand("referat.fordelTiden");
    await texts(
      editor,
      (text) => /Punkt 3: Skolen \(\d\d\.\d\d-14\.00\)/.test(text),
      "the time to be spread",
    );
  });

  it("completion offers the next item with its number and time", async () => {
    const editor = await showText(`${agenda}\n`);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      editor.document.uri,
      end,
    );
    const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    ok(
      labels.some((label) => label.startsWith("Punkt 4:")),
      labels.join(", "),
    );
  });

  it("hover tells of the item that a reference means", async () => {
    const editor = await showText(agenda);
    const { start } = rangeOf(editor.document, "punkt 3");
    const hovers = await ask<vscode.Hover>(
      "vscode.executeHoverProvider",
      editor.document.uri,
      start.translate(0, 2),
    );
    const text = hovers
      .flatMap(({ contents }) =>
        contents.map((each) => (each instanceof vscode.MarkdownString ? each.value : "")),
      )
      .join("\n");
    ok(text.includes("Skolen"), text);
  });

  it("a person is renamed wherever the name stands", async () => {
    const editor = await showText(`${agenda}\nAnna Holm fortalte om skolen.\n`);
    const { start } = rangeOf(editor.document, "Anna Holm");
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      editor.document.uri,
      start.translate(0, 2),
      "Anne Holm",
    );
    equal(edit.get(editor.document.uri).length, 2);
  });

  it("formatting brings blank lines in order and changes no word", async () => {
    const editor = await showText(agenda.replace("Skolen bygges om.", "\n\nSkolen bygges om.   "));
    const edits = await ask<vscode.TextEdit>("vscode.executeFormatDocumentProvider", editor.document.uri, {
      tabSize: 4,
      insertSpaces: true,
    });
    const edit = new vscode.WorkspaceEdit();
    edit.set(editor.document.uri, [...edits]);
    await vscode.workspace.applyEdit(edit);
    equal(editor.document.getText(), agenda);
  });

  it("hints and lenses stand at the headings", async () => {
    const editor = await showText(agenda);
    const { uri } = editor.document;
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const hints = await ask<vscode.InlayHint>("vscode.executeInlayHintProvider", uri, whole);
    equal(hints.length, 3);
    const lenses = await ask<vscode.CodeLens>("vscode.executeCodeLensProvider", uri, 50);
    const titles = lenses.flatMap(({ command }) => command?.title ?? []);
    ok(
      titles.some((title) => title.includes("Flyt ned")),
      titles.join(", "),
    );
  });

  it("»Ny dagsorden« asks step by step, and leaving it leaves nothing", async () => {
    await show("boligudvalget.referat");
    const folder = fileUri(".");
    const names = async (): Promise<string[]> =>
      (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
    const before = await names();
    const press = async (command: string): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await vscode.commands.executeCommand(command);
    };
    const left = vscode.commands.executeCommand("referat.nyDagsorden");
    await press("workbench.action.acceptSelectedQuickOpenItem");
    await press("workbench.action.quickInputBack");
    await press("workbench.action.closeQuickOpen");
    await left;
    equal(await names(), before);

    const done = vscode.commands.executeCommand("referat.nyDagsorden");
    // The body that was last in the editor stands first, and its last meeting answers the rest.
    for (let step = 0; step < 5; step++) await press("workbench.action.acceptSelectedQuickOpenItem");
    await done;
    const { document } = present(vscode.window.activeTextEditor, "editor");
    const text = document.getText();
    ok(/^DAGSORDEN Boligudvalget i Sandløse d\. \d\d-\d\d-\d{4}\n/.test(text), text);
    ok(text.includes("Karen Østergaard, A"), text);
    ok(document.uri.path.endsWith(".dagsorden") && !document.isDirty, document.uri.path);
    await outlivesUndo(document);
    await vscode.workspace.fs.delete(document.uri);
  });

  it("»Skriv referat« makes the minutes beside the agenda, and leaves minutes that are there alone", async () => {
    const folder = fileUri(".");
    const source = vscode.Uri.joinPath(folder, "til-referat.dagsorden");
    await vscode.workspace.fs.writeFile(source, new TextEncoder().encode(agenda));
    await vscode.window.showTextDocument(source);
    await vscode.commands.executeCommand("referat.skrivReferat");
    const { document } = present(vscode.window.activeTextEditor, "editor");
    ok(document.uri.path.endsWith("/til-referat.referat"), document.uri.path);
    ok(document.getText().startsWith("REFERAT"), document.getText());
    await outlivesUndo(document);
    await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode("REFERAT skrevet\n"));
    await vscode.window.showTextDocument(source);
    await vscode.commands.executeCommand("referat.skrivReferat");
    equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), "REFERAT skrevet\n");
    await vscode.workspace.fs.delete(document.uri);
    await vscode.workspace.fs.delete(source);
  });

  it("a new item of the view waits for its title, and one is deleted there in one undo", async () => {
    const editor = await showText(agenda);
    await vscode.commands.executeCommand("referat.visning.indsaet", { index: 0 });
    await texts(editor, (text) => text.includes("\nPunkt 2: \n"), "the new item");
    equal(lineOf(editor).slice(0, editor.selection.active.character), "Punkt 2: ");
    await vscode.commands.executeCommand("referat.visning.slet", { index: 1 });
    await texts(editor, (text) => text === agenda, "the item to go again");
    await vscode.commands.executeCommand("undo");
    await texts(editor, (text) => text.includes("\nPunkt 2: \n"), "the item to come back");
  });

  it("Mødetilstand goes to where the next decision is to be written", async () => {
    const minutes = agenda.replace("DAGSORDEN", "REFERAT").replace("Punkt 3:", "Beslutning\n\n\n\nPunkt 3:");
    const editor = await showText(minutes);
    caretAt(editor, "Formanden byder");
    const wanted = rangeOf(editor.document, "Beslutning").start.line + 2;
    // The meeting is known a moment after its document is shown: until then the mode does not begin.
    for (let tries = 0; tries < 100 && editor.selection.active.line !== wanted; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await vscode.commands.executeCommand("referat.naestePunkt");
      if (tries % 10 === 0) await vscode.commands.executeCommand("referat.moedetilstand");
    }
    equal(editor.selection.active.line, wanted);
    await vscode.commands.executeCommand("referat.moedetilstand");
    equal(lineOf(editor), "");
  });
});
