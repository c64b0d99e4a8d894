import { defaultInlayHints, type InlayHintSettings } from "../features/inlayHints.ts";
import type { Language } from "../rules/rule.ts";
import { recordIn } from "./unknown.ts";

/** What is personal: the settings of the editor, as the client gives them. */
export interface Preferences {
  readonly language: Language;
  readonly diagnostics: {
    /** Milliseconds that a new finding on the line that is being written waits. */
    readonly delay: number;
    /** Findings on the line that is being written are shown at once. */
    readonly currentLine: boolean;
  };
  readonly inlayHints: InlayHintSettings;
}

export const defaultPreferences: Preferences = {
  language: "da",
  diagnostics: { delay: 500, currentLine: false },
  inlayHints: defaultInlayHints,
};

/** Reads the preferences in whatever the client sent; what is not there, or not sound, stays as it was. */
export function preferencesIn(sent: unknown, before: Preferences): Preferences {
  const settings = recordIn(sent);
  const diagnostics = recordIn(settings["diagnostics"]);
  const inlayHints = recordIn(settings["inlayHints"]);
  const language = settings["language"];
  const delay = diagnostics["delay"];
  const currentLine = diagnostics["currentLine"];
  return {
    language: language === "da" || language === "en" ? language : before.language,
    diagnostics: {
      delay: typeof delay === "number" && delay >= 0 && delay <= 60_000 ? delay : before.diagnostics.delay,
      currentLine: typeof currentLine === "boolean" ? currentLine : before.diagnostics.currentLine,
    },
    inlayHints: {
      clockTimes: switched(inlayHints["clockTimes"], before.inlayHints.clockTimes),
      lengths: switched(inlayHints["lengths"], before.inlayHints.lengths),
      runningTotal: switched(inlayHints["runningTotal"], before.inlayHints.runningTotal),
    },
  };
}

function switched(sent: unknown, before: boolean): boolean {
  return typeof sent === "boolean" ? sent : before;
}
