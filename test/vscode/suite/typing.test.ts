import * as vscode from "vscode";
import { equal } from "./expect.ts";
import { closeAll, showText } from "./workspace.ts";

/** The text after typing `typed` at the end of `before`. */
async function typedAfter(before: string, typed: string): Promise<string> {
  const editor = await showText(before);
  const { end } = editor.document.lineAt(editor.document.lineCount - 1).range;
  editor.selection = new vscode.Selection(end, end);
  for (const text of typed) await vscode.commands.executeCommand("type", { text });
  return editor.document.getText().replaceAll("\r\n", "\n");
}

describe("typing", () => {
  afterEach(closeAll);

  it("Enter goes on with a list", async () => {
    equal(await typedAfter("- tagene", "\nvinduerne"), "- tagene\n- vinduerne");
  });

  it("Enter after an ordinary line begins an ordinary line", async () => {
    equal(await typedAfter("Sagsfremstilling", "\nTagene"), "Sagsfremstilling\nTagene");
  });

  it("a Danish quotation mark brings its partner", async () => {
    equal(await typedAfter("", "„"), "„”");
  });
});
