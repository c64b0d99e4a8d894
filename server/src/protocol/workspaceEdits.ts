import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { ChunkEdit } from "../rules/rule.ts";
import { shifted } from "../text/span.ts";
import type { ClientSupport } from "./clientSupport.ts";
import type { OpenDocument } from "./documents.ts";
import type { Positions } from "./positions.ts";

/** What an edit depends on besides its document. */
export interface EditView {
  readonly positions: Positions;
  readonly support: ClientSupport;
}

/** The edits of the core as one edit of the client: one undo. It bears the version, so that it never hits another text. */
export function documentEdit(
  { uri, version, syntax }: OpenDocument,
  edits: readonly ChunkEdit[],
  { positions, support }: EditView,
): WorkspaceEdit {
  const textEdits: TextEdit[] = edits.map(({ chunk, span, newText }) => ({
    range: positions.range(syntax, shifted(span, syntax.offsets[chunk] ?? 0)),
    newText,
  }));
  return support.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}
