import type { CancellationToken, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import { chunkEdits } from "../../edits/textChanges.ts";
import type { SharedTarget } from "../../features/elsewhere.ts";
import { renameTarget } from "../../features/rename.ts";
import type { Session } from "../session.ts";
import { textEditsOf } from "../workspaceEdits.ts";
import { documentsNaming } from "./elsewhere.ts";

const annotation = "elsewhere";

const descriptions = {
  da: {
    all: "Vælg dem, der også skal rettes",
    indexing: "Vælg dem, der også skal rettes. Mappen læses stadig, så nogle kan mangle",
  },
  en: {
    all: "Choose those to be changed too",
    indexing: "Choose those to be changed too. The folder is still being read: some may be missing",
  },
} as const;

/**
 * A rename, with the same in the other documents of the archive for the user to look at and to choose: approved minutes are not
 * changed behind anybody's back. A client that cannot ask changes the one document alone.
 */
export async function withOtherDocuments(
  edit: WorkspaceEdit,
  target: SharedTarget,
  newName: string,
  own: string,
  session: Session,
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  if (!session.support.confirmedEdits || !edit.documentChanges) return edit;
  const others: TextDocumentEdit[] = [];
  for await (const document of documentsNaming(target, own, session, token)) {
    const renamed = renameTarget(document.syntax, target, newName);
    // Where it cannot be done there, that document stays as it is.
    if ("refused" in renamed || renamed.changes.length === 0) continue;
    const edits = textEditsOf(document, chunkEdits(document.syntax, renamed.changes), session);
    others.push({
      textDocument: { uri: document.uri, version: document.version },
      edits: edits.map((each) => ({ ...each, annotationId: annotation })),
    });
  }
  if (others.length === 0) return edit;
  const da = session.language === "da";
  return {
    documentChanges: [...edit.documentChanges, ...others],
    changeAnnotations: {
      [annotation]: {
        label: da ? "Andre dokumenter" : "Other documents",
        description: descriptions[session.language][session.archive.indexing ? "indexing" : "all"],
        needsConfirmation: true,
      },
    },
  };
}
