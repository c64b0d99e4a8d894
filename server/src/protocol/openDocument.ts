import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { ReferatDocument } from "../syntax/document.ts";
import type { Positions } from "./positions.ts";

/** A document as the client has it open, at one version. Immutable: a change gives another one. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly syntax: ReferatDocument;
}

/** The `create` and `update` that vscode-languageserver's TextDocuments keeps its documents with. */
export function documentFactory(positions: () => Positions): {
  create(uri: string, languageId: string, version: number, content: string): OpenDocument;
  update(document: OpenDocument, changes: TextDocumentContentChangeEvent[], version: number): OpenDocument;
} {
  return {
    create: (uri, languageId, version, content) => ({
      uri,
      languageId,
      version,
      syntax: ReferatDocument.parse(content),
    }),
    update(document, changes, version) {
      let syntax = document.syntax;
      for (const change of changes) {
        syntax =
          "range" in change
            ? syntax.edit({ ...positions().span(syntax, change.range), text: change.text })
            : syntax.replace(change.text);
      }
      return { ...document, version, syntax };
    },
  };
}

/** What the ending of the file says: it decides where a document has no title line. */
export function fileKindOf(uri: string): "referat" | "dagsorden" {
  return /\.dagsorden(?:$|[?#])/i.test(uri) ? "dagsorden" : "referat";
}
