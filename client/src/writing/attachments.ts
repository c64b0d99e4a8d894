import {
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  DocumentDropEdit,
  type DocumentDropEditProvider,
  languages,
  type Position,
  type TextDocument,
  type TextEdit as CodeEdit,
  Uri,
  workspace,
  WorkspaceEdit,
} from "vscode";
import type { BaseLanguageClient, TextEdit } from "vscode-languageclient";

/** Files that are dropped on an item are listed under its Bilag, and copied beside the document if they lie elsewhere. */
export function registerAttachmentDrops(client: BaseLanguageClient): Disposable {
  return languages.registerDocumentDropEditProvider({ language: "referat" }, new AttachmentDrops(client));
}

class AttachmentDrops implements DocumentDropEditProvider {
  constructor(private readonly client: BaseLanguageClient) {}

  async provideDocumentDropEdits(
    document: TextDocument,
    position: Position,
    data: DataTransfer,
    token: CancellationToken,
  ): Promise<DocumentDropEdit | undefined> {
    const files = await filesIn(data);
    if (files.length === 0 || document.isUntitled) return undefined;
    const edits = await this.attachmentEdits(document, position, files.map(nameOf));
    if (edits === null || token.isCancellationRequested) return undefined;
    const edit = new WorkspaceEdit();
    edit.set(document.uri, edits);
    for (const file of files) {
      const place = Uri.joinPath(document.uri, "..", nameOf(file));
      if (place.toString() === file.toString()) continue;
      // One that is there already stays as it is: it is somebody's.
      edit.createFile(place, { ignoreIfExists: true, contents: await workspace.fs.readFile(file) });
    }
    const drop = new DocumentDropEdit("");
    drop.additionalEdit = edit;
    return drop;
  }

  private async attachmentEdits(
    document: TextDocument,
    position: Position,
    names: readonly string[],
  ): Promise<CodeEdit[] | null> {
    const { code2ProtocolConverter: code, protocol2CodeConverter: protocol } = this.client;
    const edits = await this.client.sendRequest<TextEdit[] | null>("referat/attachments", {
      textDocument: { uri: code.asUri(document.uri) },
      position: code.asPosition(position),
      names,
    });
    return edits && (await protocol.asTextEdits(edits));
  }
}

/** The files that are dropped; an address of a page is none. */
async function filesIn(data: DataTransfer): Promise<Uri[]> {
  const list = (await data.get("text/uri-list")?.asString()) ?? "";
  return list
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => Uri.parse(line))
    .filter(({ scheme }) => scheme !== "http" && scheme !== "https");
}

function nameOf(file: Uri): string {
  return file.path.slice(file.path.lastIndexOf("/") + 1);
}
