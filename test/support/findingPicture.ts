import { documentContext, type CheckOptions, type Finding, messageOf } from "../../server/src/rules/check.ts";
import { fixesOf } from "../../server/src/rules/fixes.ts";
import type { ReferatDocument } from "../../server/src/syntax/document.ts";
import { placeIn } from "./oddDocuments.ts";

/** What somebody sees of a finding: where it lies, what it says, and each way to mend it, in Danish and in English. */
export function findingPicture(
  document: ReferatDocument,
  finding: Finding,
  options: CheckOptions = {},
): string[] {
  const place = (chunk: number, at: number): string => placeIn(document, document.offsetOf(chunk) + at);
  const { chunk, span, rule, related, state, severity } = finding;
  const context = documentContext(document, options);
  const english = fixesOf(finding, context, "en");
  return [
    `${place(chunk, span.start)} ${severity}`,
    `  da ${messageOf(finding, "da")}`,
    `  en ${messageOf(finding, "en")}`,
    ...(related
      ? [
          `  related ${place(related.chunk, related.span.start)}-${place(related.chunk, related.span.end)}`,
          ...(rule.relatedMessage
            ? [`    da ${rule.relatedMessage.da(state)}`, `    en ${rule.relatedMessage.en(state)}`]
            : []),
        ]
      : []),
    ...fixesOf(finding, context, "da").flatMap(({ title, edits }, index) => [
      `  fix${index === 0 && rule.fixAll ? " A" : ""} ${title} / ${english[index]?.title ?? ""}`,
      ...edits.map(
        ({ chunk, span: { start, end }, newText }) =>
          `    ${place(chunk, start)}-${place(chunk, end)} ${JSON.stringify(newText)}`,
      ),
    ]),
  ];
}
