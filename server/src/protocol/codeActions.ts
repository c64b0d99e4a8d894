import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
} from "vscode-languageserver";
import { documentContext, type Finding } from "../rules/check.ts";
import { allFixes, fixesOf, fixesOfKind } from "../rules/fixes.ts";
import type { DocumentContext } from "../rules/rule.ts";
import { silencingEdits } from "../rules/silencingComment.ts";
import { append } from "../text/many.ts";
import { shifted } from "../text/span.ts";
import { fixAllKind, organizeContentsKind } from "./actionKinds.ts";
import { diagnosticOf } from "./diagnostics.ts";
import type { OpenDocument } from "./documents.ts";
import { asCommand } from "./commands.ts";
import { switchOff } from "./configEdits.ts";
import type { Session } from "./session.ts";
import { contentsAction, structureActions } from "./structureActions.ts";
import { documentEdit } from "./workspaceEdits.ts";

const titles = {
  fixAll: { da: "Ret alt, der kan rettes sikkert", en: "Fix everything that can be fixed safely" },
  fixKind: {
    da: (rule: string, count: number) => `Ret alle ${count} fund af »${rule}« i dokumentet`,
    en: (rule: string, count: number) => `Fix all ${count} findings of “${rule}” in the document`,
  },
  silence: {
    da: (rule: string) => `Slå »${rule}« fra her, med en begrundelse`,
    en: (rule: string) => `Silence “${rule}” here, with a reason`,
  },
  switchOff: {
    da: (rule: string) => `Slå reglen »${rule}« fra i referat.json`,
    en: (rule: string) => `Switch the rule “${rule}” off in referat.json`,
  },
  reason: { da: "begrundelse", en: "reason" },
} as const;

/** Of a selection that touches more findings, or whose fixes change more places, not each is offered its own: nobody reads such a list. */
const mostFindings = 200;
const mostEdits = 5000;
/** UTF-16 units. A way to silence a finding is tried, and its item read again for that: of very long items not for each finding. */
const mostRead = 2_000_000;

/**
 * The quick fixes for the findings that the range touches, the ways to silence them, and the safe fixes of the whole
 * document. All carry their edit: one undo takes it back.
 */
export function codeActionsFor(
  params: CodeActionParams,
  document: OpenDocument,
  session: Session,
): (CodeAction | Command)[] {
  const { positions, language, support } = session;
  // Some clients write null where they ask for all kinds.
  const asked = (params.context.only ?? [""]) as readonly string[];
  const wanted = (kind: string): boolean =>
    asked.some((only) => only === "" || kind === only || kind.startsWith(`${only}.`));
  const findings = session.findings(document);
  const context = documentContext(document.syntax, session.checkOptions(document));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    const { start, end } = positions.span(document.syntax, params.range);
    const touched = findings.filter((finding) => {
      const span = shifted(finding.span, document.syntax.offsetOf(finding.chunk));
      return span.start <= end && span.end >= start;
    });
    const offered = touched.slice(0, mostFindings);
    let changes = 0;
    for (const finding of offered) {
      const diagnostic = diagnosticOf(finding, document, session);
      const mends = mendingActions(finding, diagnostic, document, context, session);
      for (const mend of mends) actions.push(mend.action);
      // One fix can change every item: of as many findings, all of them would be their square.
      if ((changes += mends.reduce((sum, { edits }) => sum + edits, 0)) > mostEdits) break;
    }
    const rules = new Set(touched.map((finding) => finding.rule.id));
    for (const rule of rules) {
      const action = kindAction(rule, findings, document, context, session);
      if (action) actions.push(action);
    }
    let read = 0;
    for (const finding of offered) {
      if (
        (read += document.syntax.chunks[finding.chunk]?.text.length ?? 0) > mostRead &&
        finding !== offered[0]
      )
        break;
      append(actions, silencingAction(finding, diagnosticOf(finding, document, session), document, session));
    }
    for (const rule of rules) {
      const edit = switchOff(rule, document.uri, session);
      if (edit)
        actions.push({ title: titles.switchOff[language](rule), kind: CodeActionKind.QuickFix, edit });
    }
  }
  if (wanted(fixAllKind)) {
    const edits = allFixes(findings, context);
    if (edits.length > 0) {
      actions.push({
        title: titles.fixAll[language],
        kind: fixAllKind,
        edit: documentEdit(document, edits, session),
      });
    }
  }
  // What is not a finding is worked out only for those who ask for it.
  if (asked.some((only) => only === organizeContentsKind || organizeContentsKind.startsWith(`${only}.`))) {
    const action = contentsAction(document, session);
    if (action) actions.push(action);
  }
  return [
    ...(support.codeActionLiterals ? actions : actions.map((action) => asCommand(action, session.documents))),
    ...structureActions(positions.span(document.syntax, params.range), wanted, document, session),
  ];
}

/** The ways to mend one finding, each with the number of its edits; the only one, or the safe one, is the preferred one. */
function mendingActions(
  finding: Finding,
  diagnostic: Diagnostic,
  document: OpenDocument,
  context: DocumentContext,
  session: Session,
): { readonly action: CodeAction; readonly edits: number }[] {
  const fixes = fixesOf(finding, context, session.language);
  return fixes.map((fix, index) => ({
    action: {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(session.support.preferredActions &&
      index === 0 &&
      (fixes.length === 1 || finding.rule.fixAll === true)
        ? { isPreferred: true }
        : {}),
      edit: documentEdit(document, fix.edits, session),
    },
    edits: fix.edits.length,
  }));
}

/** All findings of a rule at once, where there are several that can be mended together. */
function kindAction(
  rule: string,
  findings: readonly Finding[],
  document: OpenDocument,
  context: DocumentContext,
  session: Session,
): CodeAction | null {
  const { edits, count } = fixesOfKind(rule, findings, context);
  if (count < 2) return null;
  return {
    title: titles.fixKind[session.language](rule, count),
    kind: CodeActionKind.QuickFix,
    edit: documentEdit(document, edits, session),
  };
}

/** The reason is the writer's: a word stands where it belongs. */
function silencingAction(
  finding: Finding,
  diagnostic: Diagnostic,
  document: OpenDocument,
  session: Session,
): CodeAction[] {
  const { language } = session;
  const edits = silencingEdits(finding.rule.id, finding, titles.reason[language], document.syntax);
  if (!edits) return [];
  return [
    {
      title: titles.silence[language](finding.rule.id),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: documentEdit(document, edits, session),
    },
  ];
}
