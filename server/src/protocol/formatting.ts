import type { Connection, Range, ServerCapabilities, TextEdit } from "vscode-languageserver";
import type { FormattingOptions, LineRange } from "../features/formatting.ts";
import { typedTrigger } from "../features/triggers.ts";
import type { TextChange } from "../syntax/document.ts";
import type { OpenDocument } from "./documents.ts";
import { isPosition, type ParamsCheck, withDocument, withPosition } from "./params.ts";
import type { Requests } from "./requests.ts";
import type { Session } from "./session.ts";
import { isText, recordIn } from "./unknown.ts";

/** Formatting: of a document, of a range, and while it is written. */
export function answerFormatting(
  connection: Connection,
  requests: Requests,
  session: Session,
  forDocument: <Result>(
    uri: string,
    none: Result,
    compute: (document: OpenDocument) => Result,
  ) => Promise<Result>,
): void {
  const { positions } = session;
  const textEdits = ({ syntax }: OpenDocument, edits: readonly TextChange[]): TextEdit[] =>
    edits.map((edit) => ({ range: positions.range(syntax, edit), newText: edit.text }));

  connection.onDocumentFormatting(
    requests.answer("formatting", withDocument, async ({ textDocument, options }) => {
      const { formattingOf } = await import("./late.ts");
      return forDocument(textDocument.uri, null, (document) =>
        textEdits(document, formattingOf(document.syntax, optionsIn(options))),
      );
    }),
  );
  connection.onDocumentRangeFormatting(
    requests.answer("rangeFormatting", withRange, async ({ textDocument, range, options }) => {
      const { formattingOf } = await import("./late.ts");
      return forDocument(textDocument.uri, null, (document) =>
        textEdits(document, formattingOf(document.syntax, optionsIn(options), linesOf(range))),
      );
    }),
  );
  connection.onDocumentOnTypeFormatting(
    requests.answer("onTypeFormatting", withTyped, async ({ textDocument, position, ch }) => {
      const { onTypeOf } = await import("./late.ts");
      return forDocument(textDocument.uri, null, (document) => {
        const { profile } = session.checkOptions(document);
        const offset = positions.offset(document.syntax, position);
        return textEdits(document, onTypeOf(document.syntax, offset, ch, profile));
      });
    }),
  );
}

export const formattingServed: ServerCapabilities = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: typedTrigger },
};

const withRange: ParamsCheck = (params) => {
  const { start, end } = recordIn(recordIn(params)["range"]);
  return withDocument(params) && isPosition(start) && isPosition(end);
};

const withTyped: ParamsCheck = (params) => withPosition(params) && isText(recordIn(params)["ch"]);

/** What a client leaves out, or says in other words than yes or no, is left to formatting. */
function optionsIn(sent: unknown): FormattingOptions {
  const options = recordIn(sent);
  const names = [
    "trimTrailingWhitespace",
    "trimFinalNewlines",
    "insertFinalNewline",
    "insertSpaces",
  ] as const;
  return Object.fromEntries(
    names.flatMap((name) => (typeof options[name] === "boolean" ? [[name, options[name]]] : [])),
  );
}

/** A range that ends where a line begins does not reach into that line. */
function linesOf({ start, end }: Range): LineRange {
  return { first: start.line, last: end.character === 0 && end.line > start.line ? end.line - 1 : end.line };
}
