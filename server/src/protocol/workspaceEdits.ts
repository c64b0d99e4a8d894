import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { ChunkEdit } from "../rules/rule.ts";
import { shifted } from "../text/span.ts";
import type { ClientSupport } from "./clientSupport.ts";
import type { OpenDocument } from "./documents.ts";
import type { Positions } from "./positions.ts";
import { folderOf } from "./uris.ts";

/** What an edit depends on besides its document. */
export interface EditView {
  readonly positions: Positions;
  readonly support: ClientSupport;
}

/** The edits of the core in a document, as LSP has them. */
export function textEditsOf(
  { syntax }: OpenDocument,
  edits: readonly ChunkEdit[],
  { positions }: Pick<EditView, "positions">,
): TextEdit[] {
  return edits.map(({ chunk, span, newText }) => ({
    range: positions.range(syntax, shifted(span, syntax.offsetOf(chunk))),
    newText,
  }));
}

/** The edits of the core as one edit of the client: one undo. It bears the version, so that it never hits another text. */
export function documentEdit(
  document: OpenDocument,
  edits: readonly ChunkEdit[],
  view: EditView,
): WorkspaceEdit {
  const { uri, version } = document;
  const textEdits = textEditsOf(document, edits, view);
  return view.support.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

/** An edit that makes a file beside the document, and its URI; null where the client cannot make files. */
export function createdFile(
  documentUri: string,
  encodedName: string,
  text: string,
  { support }: Pick<EditView, "support">,
): { uri: string; edit: WorkspaceEdit } | null {
  if (!support.versionedEdits || !support.createFiles) return null;
  const folder = folderOf(documentUri);
  if (folder === null) return null;
  const uri = folder + encodedName;
  const start = { line: 0, character: 0 };
  const edit = {
    documentChanges: [
      // One that came to be there in the meantime is somebody's: then nothing is done.
      { kind: "create" as const, uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ],
  };
  return { uri, edit };
}
