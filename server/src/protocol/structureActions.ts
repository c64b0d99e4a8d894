import type { CodeAction, Command } from "vscode-languageserver";
import { isRefused } from "../edits/result.ts";
import { updateContents } from "../edits/updateContents.ts";
import { moveKind, organizeContentsKind, rewriteKind } from "./actionKinds.ts";
import { moveItemDownCommand, moveItemUpCommand } from "./commandIds.ts";
import type { OpenDocument } from "./documents.ts";
import { type ItemCommandId, itemCommands } from "./itemCommands.ts";
import type { Session } from "./session.ts";
import { documentEdit } from "./workspaceEdits.ts";

/** In the order in which they are offered. Each needs nothing but the item. */
const offered: readonly (readonly [kind: string, command: ItemCommandId])[] = [
  [moveKind, moveItemUpCommand],
  [moveKind, moveItemDownCommand],
  [rewriteKind, "referat.insertItem"],
  [rewriteKind, "referat.insertPause"],
  [rewriteKind, "referat.joinItems"],
  [rewriteKind, "referat.toggleClosed"],
  [rewriteKind, "referat.shiftTimes"],
  [rewriteKind, "referat.deleteItem"],
];

/**
 * What can be done with the item whose heading the range touches. The actions carry commands: what a move comes to is worked
 * out when it is asked for, not each time the caret stands somewhere.
 */
export function structureActions(
  { start, end }: { readonly start: number; readonly end: number },
  wanted: (kind: string) => boolean,
  { uri, version, syntax }: OpenDocument,
  { language, support }: Session,
): (CodeAction | Command)[] {
  const chunk = syntax.chunkIndexAt(start);
  const item = chunk - syntax.firstItemIndex;
  const heading = syntax.items[item]?.heading.span;
  const base = syntax.offsetOf(chunk);
  if (!heading || start > base + heading.end || end < base + heading.start) return [];
  const last = syntax.items.length - 1;
  return offered.flatMap(([kind, id]): (CodeAction | Command)[] => {
    const atEdge = (id === moveItemUpCommand && item === 0) || (id === moveItemDownCommand && item === last);
    if (atEdge || !wanted(kind)) return [];
    const title = itemCommands[id].title[language]();
    const command: Command = { title, command: id, arguments: [uri, version, item] };
    return [support.codeActionLiterals ? { title, kind, command } : command];
  });
}

/** Brings the contents up to date, where they are not; it can be asked for on save. */
export function contentsAction(document: OpenDocument, session: Session): CodeAction | null {
  const result = updateContents(document.syntax);
  if (isRefused(result) || result.edits.length === 0) return null;
  return {
    title: session.language === "da" ? "Opdatér indholdsfortegnelsen" : "Update the contents",
    kind: organizeContentsKind,
    edit: documentEdit(document, result.edits, session),
  };
}
