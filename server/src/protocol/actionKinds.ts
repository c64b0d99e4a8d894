import { CodeActionKind } from "vscode-languageserver";

/** The kinds of our code actions, which a client can ask for by name. */

export const fixAllKind = `${CodeActionKind.SourceFixAll}.referat`;
export const moveKind = `${CodeActionKind.Refactor}.move.referat`;
export const rewriteKind = `${CodeActionKind.RefactorRewrite}.referat`;
export const organizeContentsKind = `${CodeActionKind.Source}.organizeToc.referat`;

export const actionKinds = [CodeActionKind.QuickFix, fixAllKind, organizeContentsKind, moveKind, rewriteKind];
