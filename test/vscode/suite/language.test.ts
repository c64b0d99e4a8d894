import * as vscode from "vscode";
import { equal } from "./expect.ts";
import { closeAll, eventually, fileUri, show } from "./workspace.ts";

/** The language of a file, once it is, or because it never becomes, `expected`. */
async function expectLanguage(name: string, expected: string): Promise<void> {
  const uri = fileUri(name);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  // A change of language closes the document and opens it anew.
  const language = (): string | undefined =>
    vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString() && document.languageId === expected,
    )?.languageId;
  equal(
    await eventually(vscode.workspace.onDidOpenTextDocument, language, `${name} as ${expected}`),
    expected,
  );
}

describe("language", () => {
  before(() => show("boligudvalget.referat"));
  after(closeAll);

  for (const [name, why] of [
    ["boligudvalget.referat", "by its ending"],
    ["boligudvalget.dagsorden", "by its ending"],
    ["referatudkast", "by its title line, without an ending"],
    ["notat.txt", "by its title line, as a plain text"],
  ] as const) {
    it(`takes ${name} ${why}`, () => expectLanguage(name, "referat"));
  }

  it("leaves a text without a title line alone", () => expectLanguage("almindelig.txt", "plaintext"));
});
