import { type Command, Range, type TextEditor, type Uri, window } from "vscode";

/** A place in a document, by its line, which counts from 0. */
export interface Place {
  readonly uri: Uri;
  readonly line: number;
}

/** Opens a place from a tree: a click shows it and leaves the focus in the tree, Enter goes there. VS Code tells them apart. */
export function openCommand({ uri, line }: Place): Command {
  return {
    command: "vscode.open",
    title: "Åbn",
    arguments: [uri, { selection: new Range(line, 0, line, 0), preview: true }],
  };
}

/** Shows a place in an editor that the next one may take over. */
export function show({ uri, line }: Place, preserveFocus = false): Thenable<TextEditor> {
  return window.showTextDocument(uri, {
    selection: new Range(line, 0, line, 0),
    preview: true,
    preserveFocus,
  });
}
