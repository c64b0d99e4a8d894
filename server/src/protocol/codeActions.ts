import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { allFixes, documentContext, type Finding, fixesOf } from "../rules/check.ts";
import type { ChunkEdit, Language } from "../rules/rule.ts";
import { shifted } from "../text/span.ts";
import type { ClientSupport } from "./clientSupport.ts";
import { diagnosticOf } from "./diagnostics.ts";
import { fileKindOf, type OpenDocument } from "./openDocument.ts";
import type { Positions } from "./positions.ts";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.referat`;
/** The command that an action carries for clients that take commands only. */
export const applyEditCommand = "referat.applyEdit";

/** The quick fixes for the findings that the range touches, and the safe fixes of the whole document. */
export function codeActionsFor(
  params: CodeActionParams,
  document: OpenDocument,
  findings: readonly Finding[],
  positions: Positions,
  language: Language,
  support: ClientSupport,
): (CodeAction | Command)[] {
  const wanted = (kind: string): boolean =>
    params.context.only === undefined ||
    params.context.only.some((only) => only === "" || kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  const context = documentContext(document.syntax, { fileKind: fileKindOf(document.uri) });
  if (wanted(CodeActionKind.QuickFix)) {
    const { start, end } = positions.span(document.syntax, params.range);
    for (const finding of findings) {
      const span = shifted(finding.span, document.syntax.offsets[finding.chunk] ?? 0);
      if (span.start > end || span.end < start) continue;
      const diagnostic = diagnosticOf(finding, document, positions, language, support);
      const fixes = fixesOf(finding, context, language);
      for (const [index, fix] of fixes.entries()) {
        actions.push({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          ...(support.preferredActions && index === 0 && (fixes.length === 1 || finding.rule.fixAll)
            ? { isPreferred: true }
            : {}),
          edit: workspaceEdit(document, fix.edits, positions, support),
        });
      }
    }
  }
  if (wanted(fixAllKind)) {
    const edits = allFixes(findings, context);
    if (edits.length > 0) {
      actions.push({
        title:
          language === "da" ? "Ret alt, der kan rettes sikkert" : "Fix everything that can be fixed safely",
        kind: fixAllKind,
        edit: workspaceEdit(document, edits, positions, support),
      });
    }
  }
  return support.codeActionLiterals ? actions : actions.map(asCommand);
}

function asCommand({ title, edit }: CodeAction): Command {
  return { title, command: applyEditCommand, arguments: [title, edit] };
}

function workspaceEdit(
  { uri, version, syntax }: OpenDocument,
  edits: readonly ChunkEdit[],
  positions: Positions,
  support: ClientSupport,
): WorkspaceEdit {
  const textEdits: TextEdit[] = edits.map(({ chunk, span, newText }) => ({
    range: positions.range(syntax, shifted(span, syntax.offsets[chunk] ?? 0)),
    newText,
  }));
  return support.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}
