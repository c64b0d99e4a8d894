// The workspace of the tests, as they open, edit and watch it.

import * as vscode from "vscode";
import { present } from "./expect.ts";

/** How long a test waits for an event before it fails. */
const patience = 15_000;

/** The extension under test. */
export function extension(): vscode.Extension<unknown> {
  return present(vscode.extensions.getExtension("referat.referat"), "extension referat.referat");
}

/** The address of a file of the workspace folder. */
export function fileUri(name: string): vscode.Uri {
  const folder = present(vscode.workspace.workspaceFolders?.[0], "workspace folder");
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in an editor, with the extension ready for it. */
export async function show(name: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(name)));
  await extension().activate();
  return editor;
}

/** Opens a new document with a text, in an editor. */
export async function showText(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: "referat", content });
  const editor = await vscode.window.showTextDocument(document);
  await extension().activate();
  // A new document can bear the name of one that was just closed, and come with its text.
  if (document.getText() !== content) {
    await replace(document, new vscode.Range(0, 0, document.lineCount, 0), content);
  }
  return editor;
}

/** Closes all editors, throwing unsaved changes away. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
}

/** The range of the `nth` occurrence of a string in a document. */
export function rangeOf(document: vscode.TextDocument, text: string, nth = 1): vscode.Range {
  let offset = -1;
  for (let found = 0; found < nth; found++) {
    offset = document.getText().indexOf(text, offset + 1);
    if (offset < 0) throw new Error(`the document has no ${text} number ${nth}`);
  }
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** Replaces a range of a document. */
export async function replace(
  document: vscode.TextDocument,
  range: vscode.Range,
  text: string,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  await vscode.workspace.applyEdit(edit);
}

/** Resolves as soon as `value` gives something: now, or after one of the event's firings. */
export function eventually<T>(
  event: vscode.Event<unknown>,
  value: () => T | undefined,
  what: string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => done(() => reject(new Error(`waited in vain for ${what}`))), patience);
    const look = (): void => {
      const found = value();
      if (found !== undefined) done(() => resolve(found));
    };
    const listener = event(look);
    const done = (settle: () => void): void => {
      clearTimeout(late);
      listener.dispose();
      settle();
    };
    look();
  });
}

/** The findings of a document, as soon as they are as `test` wants them. */
export function findings(
  document: vscode.TextDocument,
  test: (found: readonly vscode.Diagnostic[]) => boolean,
  what: string,
): Promise<readonly vscode.Diagnostic[]> {
  const look = (): readonly vscode.Diagnostic[] | undefined => {
    const found = vscode.languages.getDiagnostics(document.uri);
    return test(found) ? found : undefined;
  };
  return eventually(vscode.languages.onDidChangeDiagnostics, look, what);
}

/** The rule of a finding. */
export function ruleOf(finding: vscode.Diagnostic): string {
  const { code } = finding;
  return String(typeof code === "object" ? code.value : code);
}

/** What a command of VS Code gives for a document; nothing counts as an empty list. */
export async function ask<T>(command: string, ...args: readonly unknown[]): Promise<readonly T[]> {
  return (await vscode.commands.executeCommand<readonly T[] | undefined>(command, ...args)) ?? [];
}
