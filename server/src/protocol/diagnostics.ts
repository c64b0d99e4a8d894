import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { type Finding, messageOf } from "../rules/check.ts";
import type { Language, Place, Severity } from "../rules/rule.ts";
import type { ClientSupport } from "./clientSupport.ts";
import type { OpenDocument } from "./documents.ts";
import type { Positions } from "./positions.ts";

/** How grave a finding is, as LSP says it. */
export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic depends on besides its finding. */
export interface DiagnosticView {
  readonly positions: Positions;
  readonly language: Language;
  readonly support: ClientSupport;
  readonly rulePages: string | null;
}

/** A finding as the client shows it. */
export function diagnosticOf(finding: Finding, document: OpenDocument, view: DiagnosticView): Diagnostic {
  const { positions, language, support, rulePages } = view;
  const range = ({ chunk, span }: Place): Diagnostic["range"] =>
    positions.rangeIn(document.syntax, chunk, span);
  const { rule, related, state } = finding;
  return {
    range: range(finding),
    severity: severities[finding.severity],
    code: rule.id,
    ...(support.codeDescription && rulePages !== null
      ? { codeDescription: { href: `${rulePages}${rule.id}.md` } }
      : {}),
    source: "referat",
    message: messageOf(finding, language),
    ...(related && rule.relatedMessage && support.relatedInformation
      ? {
          relatedInformation: [
            {
              location: { uri: document.uri, range: range(related) },
              message: rule.relatedMessage[language](state),
            },
          ],
        }
      : {}),
  };
}
