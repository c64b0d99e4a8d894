import { majorityOf } from "./majority.ts";
import type { TimeForm } from "../syntax/itemTime.ts";

/** `(tt.mm-tt.mm)`, `, kl. tt.mm-tt.mm`, `(kl. t:mm – t:mm)`: how a profile says that times are written. */
export interface SlotStyle extends Omit<TimeForm, "odd" | "separator"> {
  readonly separator: "." | ":";
}

const pattern = /^(,?\s*)(\()?(?:(kl\.?)(\s*))?(t{1,2})([.:])mm(\s*[-–—]\s*)t{1,2}[.:]mm(\))?$/iu;

/** The form that a style describes; null where it describes none. */
export function slotStyleForm(style: string): SlotStyle | null {
  const match = pattern.exec(style.trimEnd());
  if (!match) return null;
  const [, lead = "", open, word = "", wordGap = "", hours = "", separator = "", dash = "", close] = match;
  if ((open === undefined) !== (close === undefined) || (open === undefined && word === "")) return null;
  const parentheses = open !== undefined;
  return {
    parentheses,
    lead: lead === "" ? (parentheses ? " " : ", ") : lead,
    word,
    wordGap,
    separator: separator === ":" ? ":" : ".",
    dash,
    shortHour: hours.length === 1 ? true : null,
  };
}

/** The style that most of the forms follow, as a profile writes it; null where they agree on none. */
export function slotStyleText(forms: readonly TimeForm[]): string | null {
  const texts = forms
    .filter((form) => !form.odd && form.separator !== "")
    .map((form) => {
      const hours = form.shortHour === true ? "t" : "tt";
      const clock = `${hours}${form.separator}mm`;
      const inner = `${form.word}${form.wordGap}${clock}${form.dash === "" ? "-" : form.dash}${clock}`;
      return form.parentheses ? `(${inner})` : `${form.lead}${inner}`;
    });
  const text = majorityOf(texts);
  return text !== null && slotStyleForm(text) !== null ? text : null;
}
