import { deviceName } from "../text/downward.ts";
import { folded, wordsIn } from "../text/spelling.ts";

/** Names of files, as they are listed among the attachments. */

const ending =
  /\.(?:pdf|docx?|docm|dotx?|xlsx?|xlsm|pptx?|ppsx|odt|ods|odp|rtf|txt|csv|xml|json|html?|md|msg|eml|zip|jpe?g|png|gif|tiff?|bmp|svg|heic|mp[34]|m4a|mov|avi|wav|ics|vsdx?|mpp|dwg|referat|dagsorden)$/i;

/** `.pdf`, or nothing: a full stop in a title is no ending. */
export function endingOf(name: string): string {
  return ending.exec(name)?.[0] ?? "";
}

/** The name without what makes no other document of it: its ending, dashes, separators, capitals. */
export function comparableName(name: string): string {
  const words = name.replace(/^\[([^\]]*)\]\([^)]*\)$/, "$1");
  return wordsIn(folded(words.slice(0, words.length - endingOf(words).length))).join(" ");
}

const refused = /[<>:"/\\|?*\u0000-\u001f]/;

/** Whether Windows refuses to store a file of this name. */
export function isRefused(name: string): boolean {
  return refused.test(name) || deviceName.test(name);
}

/** A name that Windows takes, as near to this one as can be. */
export function acceptedName(name: string): string {
  const accepted = name
    .replace(/\s+/g, " ")
    .replace(/ ?: /g, " - ")
    .replace(/(\d) ?[/\\|:] ?(?=\d)/g, "$1-")
    .replace(/ [/\\|] /g, " - ")
    .replace(/[/\\|:]/g, "-")
    .replace(/"/g, "'")
    .replace(/</g, "(")
    .replace(/>/g, ")")
    .replace(/[?*\u0000-\u001f]/g, "")
    .replace(/ {2,}/g, " ")
    .replace(/ (?=\.[^. ]+$)/, "");
  return accepted.replace(deviceName, "$&_");
}
