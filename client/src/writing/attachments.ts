import {
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  type Position,
  type TextDocument,
  WorkspaceEdit,
} from "vscode";
import type { BaseLanguageClient, TextEdit } from "vscode-languageclient";
import { filesIn, folderOf, placeBeside, type SourceFile } from "./files.ts";

const kind = DocumentDropOrPasteEditKind.Empty.append("referat", "bilag");
const title = "Bilag til punktet";
const mimes = ["text/uri-list", "files"];

/** Files that are dropped or pasted on an item are listed under its Bilag, and copied beside the document if they lie elsewhere. */
export function registerAttachments(client: BaseLanguageClient): Disposable[] {
  const attach = async (
    document: TextDocument,
    position: Position,
    data: DataTransfer,
    token: CancellationToken,
  ): Promise<WorkspaceEdit | null> => {
    const files = await filesIn(data, document.uri);
    const edit = files.length === 0 ? null : await attachmentsEdit(client, document, position, files);
    return token.isCancellationRequested ? null : edit;
  };
  return [
    languages.registerDocumentDropEditProvider(
      { language: "referat" },
      {
        async provideDocumentDropEdits(document, position, data, token) {
          const edit = await attach(document, position, data, token);
          if (!edit) return undefined;
          const drop = new DocumentDropEdit("", title, kind);
          drop.additionalEdit = edit;
          return drop;
        },
      },
      { providedDropEditKinds: [kind], dropMimeTypes: mimes },
    ),
    languages.registerDocumentPasteEditProvider(
      { language: "referat" },
      {
        async provideDocumentPasteEdits(document, ranges, data, _context, token) {
          const [range] = ranges;
          const edit = range && (await attach(document, range.start, data, token));
          if (!edit) return undefined;
          const paste = new DocumentPasteEdit("", title, kind);
          paste.additionalEdit = edit;
          return [paste];
        },
      },
      { providedPasteEditKinds: [kind], pasteMimeTypes: mimes },
    ),
  ];
}

/** Lists the files under the item at a position, and copies those beside the document that are not there. */
async function attachmentsEdit(
  client: BaseLanguageClient,
  document: TextDocument,
  position: Position,
  files: readonly SourceFile[],
): Promise<WorkspaceEdit | null> {
  const folder = folderOf(document);
  if (!folder) return null;
  const edit = new WorkspaceEdit();
  const names: string[] = [];
  for (const file of files) {
    const { uri, name, contents } = await placeBeside(folder, file, names);
    if (contents) edit.createFile(uri, { contents });
    names.push(name);
  }
  const { code2ProtocolConverter: code, protocol2CodeConverter: protocol } = client;
  const edits = await client.sendRequest<TextEdit[] | null>("referat/attachments", {
    textDocument: { uri: code.asUri(document.uri) },
    position: code.asPosition(position),
    names,
  });
  if (!edits) return null;
  edit.set(document.uri, await protocol.asTextEdits(edits));
  return edit;
}
