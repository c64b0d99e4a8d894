import * as vscode from "vscode";
import { equal, ok, present } from "./expect.ts";
import { closeAll, showText } from "./workspace.ts";

const title = "REFERAT Boligudvalget i Sandløse d. 11-02-2026\n\n";

/** The snippets that VS Code offers where the caret is. */
async function offered(editor: vscode.TextEditor): Promise<readonly vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    editor.document.uri,
    editor.selection.active,
  );
  return items.filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet);
}

const labelOf = ({ label }: vscode.CompletionItem): string =>
  typeof label === "string" ? label : label.label;

describe("snippets", () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await showText(title);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
  });
  afterEach(closeAll);

  it("are offered on an empty line, with Danish prefixes", async () => {
    const labels = (await offered(editor)).map(labelOf);
    for (const prefix of ["punkt", "pause", "indstilling", "beslutning"]) {
      ok(
        labels.some((label) => label.startsWith(prefix)),
        `no snippet begins with ${prefix}, among ${labels.join()}`,
      );
    }
  });

  it("insert an item that is one: its heading, its time, its sections", async () => {
    const snippet = present(
      (await offered(editor)).find((item) => labelOf(item) === "punkt"),
      "snippet punkt",
    );
    await editor.insertSnippet(present(snippet.insertText, "text of the snippet") as vscode.SnippetString);
    const text = editor.document.getText().slice(title.length);
    ok(/^Punkt \d+: /.test(text), `the text begins ${text.split("\n")[0]}`);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      editor.document.uri,
    );
    equal(symbols[0]?.children.length, 1, "the snippet is not one item");
  });
});
