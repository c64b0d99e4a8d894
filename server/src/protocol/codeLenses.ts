import type { CodeLens, Command } from "vscode-languageserver";
import { codeLensesOf, type LensAction } from "../features/codeLenses.ts";
import { defaultProfile } from "../model/profile.ts";
import {
  commands,
  moveItemDownCommand,
  moveItemUpCommand,
  showCommand,
  updateContentsCommand,
} from "./commandIds.ts";

import { fileKindOf, type OpenDocument } from "./documents.ts";
import type { Session } from "./session.ts";

/** The lenses of a document, each with a command that the server announces. */
export function codeLensesFor(document: OpenDocument, session: Session): CodeLens[] {
  const { uri, syntax } = document;
  const { profile = defaultProfile } = session.checkOptions(document);
  const lenses = codeLensesOf(syntax, { fileKind: fileKindOf(uri), profile, language: session.language });
  return lenses.map(({ span, title, action }) => {
    const range = session.positions.range(syntax, span);
    return { range, command: { title, ...calling(action, document, session, range) } };
  });
}

function calling(
  action: LensAction,
  { uri, version, syntax }: OpenDocument,
  { positions }: Session,
  range: CodeLens["range"],
): Omit<Command, "title"> {
  switch (action.type) {
    case "moveUp":
      return { command: moveItemUpCommand, arguments: [uri, version, action.item] };
    case "moveDown":
      return { command: moveItemDownCommand, arguments: [uri, version, action.item] };
    case "updateContents":
      return commands.includes(updateContentsCommand)
        ? { command: updateContentsCommand, arguments: [uri, version] }
        : { command: showCommand, arguments: [uri, range] };
    case "show":
      return { command: showCommand, arguments: [uri, positions.range(syntax, action.at)] };
  }
}
