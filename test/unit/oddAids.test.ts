import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeLensesOf } from "../../server/src/features/codeLenses.ts";
import { definitionAt } from "../../server/src/features/definition.ts";
import { highlightsAt } from "../../server/src/features/highlights.ts";
import { hoverAt } from "../../server/src/features/hover.ts";
import { inlayHintsIn } from "../../server/src/features/inlayHints.ts";
import type { Language } from "../../server/src/features/language.ts";
import { linkedTitlesAt } from "../../server/src/features/linkedEditing.ts";
import { meetingOverview } from "../../server/src/features/meeting.ts";
import { semanticTokensOf } from "../../server/src/features/semanticTokens.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import type { Span } from "../../server/src/text/span.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "odd");
const fixtures = readdirSync(folder).filter((name) => /\.(?:referat|dagsorden)$/.test(name));
const update = process.env["UPDATE_GOLDEN"] === "1";

/** All that is shown of a document without being asked, and what is said of each of its words that there is something to say of. */
function picture(document: ReferatDocument): string[] {
  const offsets = [...Array(document.length + 1).keys()];
  const place = (at: number): string => {
    const { line, character } = document.positionAt(at);
    return `${line + 1}:${character + 1}`;
  };
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
    ["tokens", tokens],
    ["meeting", JSON.stringify(meetingOverview(document), null, 1).split("\n")],
  ];
  return parts.flatMap(([name, lines]) => ["", `=== ${name}`, ...lines]);
}

/** Documents with much that is odd in them; what there is to say of each lies beside it, to be read by people. */
describe("what is shown of a document", () => {
  before(() => {
    if (update && process.env["CI"]) throw new Error("Golden files are written by people, never in CI");
  });

  for (const name of fixtures) {
    it(name, () => {
      const document = ReferatDocument.parse(readFileSync(join(folder, name), "utf8"));
      const actual = `${picture(document).join("\n").trim()}\n`;
      const path = join(folder, `${name}.aids`);
      if (update) writeFileSync(path, actual);
      assert.ok(existsSync(path), `No picture yet: run with UPDATE_GOLDEN=1 and read ${path}`);
      assert.equal(actual, readFileSync(path, "utf8"));
    });
  }
});
