import { type Disposable, languages, type TextDocument, workspace } from "vscode";

const titleLine = /^\uFEFF?(?:REFERAT|DAGSORDEN)\s+\S.*\bd\.\s*\d{1,2}-\d{1,2}-\d{4}/;

/**
 * A `.txt` whose first line is a title line is a document too, but VS Code asks a file's ending before its first line. Only
 * what VS Code takes for plain text is adopted, and only once the extension is awake.
 */
export function adoptTitledTexts(): Disposable[] {
  for (const document of workspace.textDocuments) void adopt(document);
  return [workspace.onDidOpenTextDocument((document) => void adopt(document))];
}

async function adopt(document: TextDocument): Promise<void> {
  if (document.languageId !== "plaintext" || !titleLine.test(document.lineAt(0).text)) return;
  try {
    await languages.setTextDocumentLanguage(document, "referat");
  } catch {
    // Closed in the meantime.
  }
}
