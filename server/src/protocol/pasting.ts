import type { Connection, Position } from "vscode-languageserver";
import { isPosition, type ParamsCheck, withDocument } from "./params.ts";
import type { Requests } from "./requests.ts";
import type { Session } from "./session.ts";
import { isText, recordIn } from "./unknown.ts";

/** Our own request: how a document writes what was copied as a page. */
const pastedTextRequest = "referat/pastedText";

interface PastedTextParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  /** What lies on the clipboard, as a page and as plain text. */
  readonly html: string;
  readonly text: string;
}

export function answerPasting(connection: Connection, requests: Requests, session: Session): void {
  connection.onRequest(
    pastedTextRequest,
    requests.answer(pastedTextRequest, withClipboard, (params: PastedTextParams) =>
      pastedTextAt(params, session),
    ),
  );
}

const withClipboard: ParamsCheck = (params) => {
  const { position, html, text } = recordIn(params);
  return withDocument(params) && isPosition(position) && isText(html) && isText(text);
};

/** Null where the plain text is to be pasted, as it is. */
async function pastedTextAt(
  { textDocument, position, html, text }: PastedTextParams,
  session: Session,
): Promise<string | null> {
  const document = await session.document(textDocument.uri);
  if (!document) return null;
  const { pastedText, fittedText } = await import("../pasting/pasting.ts");
  const pasted = pastedText(html, text);
  const { syntax } = document;
  return pasted && fittedText(syntax, session.positions.offset(syntax, position), pasted);
}
