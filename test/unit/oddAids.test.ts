import { changedText } from "../../server/src/edits/textChanges.ts";
import { codeLensesOf } from "../../server/src/features/codeLenses.ts";
import { definitionAt } from "../../server/src/features/definition.ts";
import { highlightsAt } from "../../server/src/features/highlights.ts";
import { hoverAt } from "../../server/src/features/hover.ts";
import { inlayHintsIn } from "../../server/src/features/inlayHints.ts";
import type { Language } from "../../server/src/features/language.ts";
import { linkedTitlesAt } from "../../server/src/features/linkedEditing.ts";
import { renameableAt, renameAt } from "../../server/src/features/rename.ts";
import { meetingOverview } from "../../server/src/features/meeting.ts";
import { semanticTokensOf } from "../../server/src/features/semanticTokens.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import type { ReferatDocument } from "../../server/src/syntax/document.ts";
import type { Span } from "../../server/src/text/span.ts";
import { changedLines, picturesOfOddDocuments, placeIn } from "../support/oddDocuments.ts";

/** All that is shown of a document without being asked, and what is said of each of its words that there is something to say of. */
function picture(document: ReferatDocument): string[] {
  // Where a word or a sign begins.
  const offsets = [...document.getText().matchAll(/[\p{L}\p{N}]+|\S/gu)].map(({ index }) => index);
  const place = (at: number): string => placeIn(document, at);
  const shown = (span: Span): string => `${place(span.start)} ${JSON.stringify(document.getText(span))}`;
  const spans = (all: readonly Span[]): string => all.map(shown).join(", ");
  const once = (lines: readonly (string | null)[]): string[] => [
    ...new Set(lines.flatMap((line) => line ?? [])),
  ];
  const hovers = (language: Language): string[] =>
    once(
      offsets.map((at) => {
        const hover = hoverAt(document, at, language);
        if (!hover) return null;
        const quote = hover.quote === null ? [] : [`  > ${hover.quote.replaceAll("\n", "\n  > ")}`];
        const said = [hover.heading, ...hover.lines].map((line) => `  ${line}`);
        return [shown(hover.span), ...said, ...quote].join("\n");
      }),
    );
  const lenses = (language: Language): string[] =>
    codeLensesOf(document, { profile: defaultProfile, language }).map(
      ({ span, title, action }) =>
        `${place(span.start)} ${title}${action.type === "show" ? ` -> ${place(action.at.start)}` : ""}`,
    );
  const hints = (language: Language): string[] => {
    const settings = { clockTimes: true, lengths: true, runningTotal: true };
    return inlayHintsIn(document, { start: 0, end: document.length }, settings, language).map(
      ({ offset, kind, label, tooltip }) => `${place(offset)} ${kind} ${label} (${tooltip})`,
    );
  };
  const linked = once(
    offsets.map((at) => {
      const found = linkedTitlesAt(document, at);
      return found && spans(found);
    }),
  );
  const targets = once(
    offsets.map((at) => {
      const definitions = definitionAt(document, at);
      const highlights = highlightsAt(document, at);
      return definitions.length + highlights.length === 0
        ? null
        : `${spans(definitions)}\n  ${highlights.map(({ span, definition }) => `${definition ? "*" : ""}${shown(span)}`).join("\n  ")}`;
    }),
  );
  const renamed = once(
    offsets.map((at) => {
      const found = renameableAt(document, at);
      if (!found) return null;
      const result = renameAt(document, at, "Bo Friis");
      const lines =
        "refused" in result
          ? [`  refused: ${result.refused.da} / ${result.refused.en}`]
          : changedLines(document.getText(), changedText(document, result.changes));
      return [found.name, ...lines].join("\n");
    }),
  );
  const tokens = semanticTokensOf(document).map((token) => `${shown(token)} ${token.type}`);
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["hover", hovers("da")],
    ["hover, in English", hovers("en")],
    ["lenses", lenses("da")],
    ["lenses, in English", lenses("en")],
    ["hints", hints("da")],
    ["hints, in English", hints("en")],
    ["titles that are written together", linked],
    ["definitions and highlights", targets],
    ["renamed", renamed],
    ["tokens", tokens],
    ["meeting", JSON.stringify(meetingOverview(document), null, 1).split("\n")],
  ];
  return parts.flatMap(([name, lines]) => ["", `=== ${name}`, ...lines]);
}

describe("what is shown of odd documents", () => {
  picturesOfOddDocuments("aids", picture);
});
