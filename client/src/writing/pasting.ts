import { type Disposable, DocumentDropOrPasteEditKind, DocumentPasteEdit, languages } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

const kind = DocumentDropOrPasteEditKind.Text.append("referat");
const title = "Med afsnit, lister og tabeller";

/** What is copied from Word or a web page is pasted as the document writes it; the editor offers the plain text besides. */
export function registerPasting(client: BaseLanguageClient): Disposable {
  return languages.registerDocumentPasteEditProvider(
    { language: "referat" },
    {
      async provideDocumentPasteEdits(document, ranges, data, _context, token) {
        const [range, ...more] = ranges;
        const [html, text] = await Promise.all(
          ["text/html", "text/plain"].map(async (mime) => (await data.get(mime)?.asString()) ?? ""),
        );
        if (!range || more.length > 0 || !html) return undefined;
        const { code2ProtocolConverter: code } = client;
        const pasted = await client.sendRequest<string | null>(
          "referat/pastedText",
          {
            textDocument: { uri: code.asUri(document.uri) },
            position: code.asPosition(range.start),
            html,
            text,
          },
          token,
        );
        return pasted === null ? undefined : [new DocumentPasteEdit(pasted, title, kind)];
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: ["text/html"] },
  );
}
