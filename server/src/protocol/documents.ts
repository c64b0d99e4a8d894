import type { Connection } from "vscode-languageserver";
import { ReferatDocument } from "../syntax/document.ts";
import type { Vocabulary } from "../syntax/vocabulary.ts";
import { type Change, withChanges, withDocument, withText } from "./params.ts";
import type { Positions } from "./positions.ts";
import type { Requests } from "./requests.ts";

/** A document as the client has it open, at one version. Immutable: a change gives another one. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number | null;
  readonly syntax: ReferatDocument;
}

/**
 * Called when a document was opened or changed, and with null when it was closed. `typedLine` is the line that is being
 * written: of a change that is no more than a stroke, a word or a deletion within one line.
 */
export type DocumentListener = (uri: string, document: OpenDocument | null, typedLine: number | null) => void;

/** The documents that the client has open. They are immutable, so that what was computed for a version stays true. */
export class OpenDocuments {
  private readonly open = new Map<string, OpenDocument>();

  constructor(
    connection: Connection,
    requests: Requests,
    private readonly positions: Positions,
    private readonly changed: DocumentListener,
  ) {
    connection.onDidOpenTextDocument(
      requests.notice("didOpen", withText, ({ textDocument: { uri, version, text } }) =>
        this.set({ uri, version: versionIn(version), syntax: ReferatDocument.parse(text) }),
      ),
    );
    // A change that cannot be read is refused whole: half of it would be a text that nobody has.
    connection.onDidChangeTextDocument(
      requests.notice("didChange", withChanges, ({ textDocument: { uri, version }, contentChanges }) => {
        const before = this.open.get(uri);
        if (!before) return;
        const syntax = this.edited(before.syntax, contentChanges);
        this.set({ uri, version: versionIn(version), syntax }, typedLineOf(contentChanges));
      }),
    );
    connection.onDidCloseTextDocument(
      requests.notice("didClose", withDocument, ({ textDocument: { uri } }) => {
        if (this.open.delete(uri)) this.changed(uri, null, null);
      }),
    );
  }

  get(uri: string): OpenDocument | undefined {
    return this.open.get(uri);
  }

  all(): readonly OpenDocument[] {
    return [...this.open.values()];
  }

  /** Reads a document again with other words (a profile's sections and fields); the text stays. */
  useVocabulary(uri: string, vocabulary: Vocabulary): OpenDocument | undefined {
    const document = this.open.get(uri);
    if (!document || document.syntax.vocabulary === vocabulary) return document;
    const syntax = ReferatDocument.parse(document.syntax.getText(), vocabulary);
    const again = { ...document, syntax };
    this.open.set(uri, again);
    return again;
  }

  private set(document: OpenDocument, typedLine: number | null = null): void {
    this.open.set(document.uri, document);
    this.changed(document.uri, document, typedLine);
  }

  private edited(syntax: ReferatDocument, changes: readonly Change[]): ReferatDocument {
    return changes.reduce(
      (document, { range, text }) =>
        range ? document.edit({ ...this.positions.span(document, range), text }) : document.replace(text),
      syntax,
    );
  }
}

/** A client that gives no version gets none back. */
function versionIn(sent: unknown): number | null {
  return typeof sent === "number" ? sent : null;
}

function typedLineOf([change, ...more]: readonly Change[]): number | null {
  if (!change?.range || more.length > 0) return null;
  const { start, end } = change.range;
  return start.line === end.line && !/[\r\n]/.test(change.text) ? start.line : null;
}

/** What the ending of the file says: it decides where a document has no title line. */
export function fileKindOf(uri: string): "referat" | "dagsorden" {
  return /\.dagsorden(?:$|[?#])/i.test(uri) ? "dagsorden" : "referat";
}
