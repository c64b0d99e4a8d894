import { findNodeAtLocation, modify, parseTree } from "jsonc-parser";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { ReferatDocument } from "../syntax/document.ts";
import { configFileName } from "./configurations.ts";
import type { Session } from "./session.ts";
import { createdFile } from "./workspaceEdits.ts";

const formattingOptions = { tabSize: 2, insertSpaces: true, eol: "\n" };

/**
 * An edit that switches a rule off in the nearest referat.json; one that makes the file beside the document where there is
 * none. Null where the client cannot make files, where it is not known yet whether there is one, and where it is broken or has
 * no place for a rule: there an edit could only guess.
 */
export function switchOff(rule: string, documentUri: string, session: Session): WorkspaceEdit | null {
  const nearest = session.configurations.nearest(documentUri);
  if (nearest === undefined) return null;
  if (nearest === null) {
    const text = `${JSON.stringify({ rules: { [rule]: "off" } }, null, 2)}\n`;
    return createdConfig(documentUri, text, session);
  }
  const { uri, text, config, stands } = nearest;
  if (!stands || !config.isWhole || !takesRules(text)) return null;
  const file = ReferatDocument.parse(text);
  const edits = modify(text, ["rules", rule], "off", { formattingOptions }).map(
    ({ offset, length, content }): TextEdit => ({
      range: session.positions.range(file, { start: offset, end: offset + length }),
      newText: content,
    }),
  );
  return session.support.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version: null }, edits }] }
    : { changes: { [uri]: edits } };
}

/** A list, or a word, can hold no rule: what was meant is left to the writer. */
function takesRules(text: string): boolean {
  const file = parseTree(text);
  const rules = file && findNodeAtLocation(file, ["rules"]);
  return (!file || file.type === "object") && (!rules || rules.type === "object");
}

/** An edit that makes a referat.json beside the document; null where the client cannot make files. */
export function createdConfig(documentUri: string, text: string, session: Session): WorkspaceEdit | null {
  return createdFile(documentUri, configFileName, text, session)?.edit ?? null;
}
