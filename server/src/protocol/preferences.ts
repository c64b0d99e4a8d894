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
}

export const defaultPreferences: Preferences = {
  language: "da",
  diagnostics: { delay: 500, currentLine: false },
};

/** Reads the preferences in whatever the client sent; what is not there, or not sound, stays as it was. */
export function preferencesIn(sent: unknown, before: Preferences): Preferences {
  const settings = recordIn(sent);
  const diagnostics = recordIn(settings["diagnostics"]);
  const language = settings["language"];
  const delay = diagnostics["delay"];
  const currentLine = diagnostics["currentLine"];
  return {
    language: language === "da" || language === "en" ? language : before.language,
    diagnostics: {
      delay: typeof delay === "number" && delay >= 0 && delay <= 60_000 ? delay : before.diagnostics.delay,
      currentLine: typeof currentLine === "boolean" ? currentLine : before.diagnostics.currentLine,
    },
  };
}
