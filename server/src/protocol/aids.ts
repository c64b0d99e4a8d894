import type { Connection, ServerCapabilities } from "vscode-languageserver";
import type { ClientSupport } from "./clientSupport.ts";
import { codeLensesFor } from "./codeLenses.ts";
import type { OpenDocument } from "./documents.ts";
import { inlayHintsOf } from "./inlayHints.ts";
import { isPosition, type ParamsCheck, withDocument, withPosition } from "./params.ts";
import type { Requests } from "./requests.ts";
import type { Session } from "./session.ts";
import { isRecord, isText, recordIn } from "./unknown.ts";

/** What helps to read a document and to move about in it. What is seldom asked for is loaded with the first request. */
export function answerAids(
  connection: Connection,
  requests: Requests,
  session: Session,
  forDocument: <Result>(
    uri: string,
    none: Result,
    compute: (document: OpenDocument) => Result | Promise<Result>,
  ) => Promise<Result>,
): void {
  connection.onHover(
    requests.answer("hover", withPosition, async ({ textDocument, position }) => {
      const { hoverOf } = await import("./late.ts");
      return forDocument(textDocument.uri, null, (document) => hoverOf(document, position, session));
    }),
  );
  connection.onDefinition(
    requests.answer("definition", withPosition, async ({ textDocument, position }) => {
      const { definitionOf } = await import("./late.ts");
      return forDocument(textDocument.uri, null, (document) => definitionOf(document, position, session));
    }),
  );
  connection.onReferences(
    requests.answer(
      "references",
      withReferenceContext,
      async ({ textDocument, position, context }, token) => {
        const { referencesOf } = await import("./late.ts");
        return forDocument(textDocument.uri, null, (document) =>
          referencesOf(document, position, context.includeDeclaration, session, token),
        );
      },
    ),
  );
  connection.languages.onLinkedEditingRange(
    requests.answer("linkedEditingRange", withPosition, async ({ textDocument, position }) => {
      const { linkedEditingOf } = await import("./late.ts");
      return forDocument(textDocument.uri, null, (document) => linkedEditingOf(document, position, session));
    }),
  );
  connection.onPrepareRename(
    requests.answer("prepareRename", withPosition, async ({ textDocument, position }) => {
      const { prepareRenameOf } = await import("./late.ts");
      return forDocument(textDocument.uri, null, (document) => prepareRenameOf(document, position, session));
    }),
  );
  connection.onRenameRequest(
    requests.answer("rename", withNewName, async ({ textDocument, position, newName }, token) => {
      const { renameOf } = await import("./late.ts");
      return forDocument(textDocument.uri, null, (document) =>
        renameOf(document, position, newName, session, token),
      );
    }),
  );
  connection.languages.inlayHint.on(
    requests.answer("inlayHint", withRange, ({ textDocument, range }) =>
      forDocument(textDocument.uri, null, (document) => inlayHintsOf(document, range, session)),
    ),
  );
  connection.onCodeLens(
    requests.answer("codeLens", withDocument, ({ textDocument }) =>
      forDocument(textDocument.uri, null, (document) => codeLensesFor(document, session)),
    ),
  );
}

export function aidsServed({ prepareRename }: ClientSupport): ServerCapabilities {
  return {
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    linkedEditingRangeProvider: true,
    renameProvider: prepareRename ? { prepareProvider: true } : true,
    inlayHintProvider: true,
    codeLensProvider: {},
  };
}

const withReferenceContext: ParamsCheck = (params) =>
  withPosition(params) && isRecord(recordIn(params)["context"]);

const withNewName: ParamsCheck = (params) => withPosition(params) && isText(recordIn(params)["newName"]);

const withRange: ParamsCheck = (params) => {
  const { start, end } = recordIn(recordIn(params)["range"]);
  return withDocument(params) && isPosition(start) && isPosition(end);
};
