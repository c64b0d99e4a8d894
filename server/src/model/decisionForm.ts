import { type CalendarDate, dashedDate } from "../calendar/date.ts";
import { folded } from "../text/spelling.ts";

/** The form of a decision's heading in a profile: `Beslutning i {organ} den {dato}`. */

const longest = 300;

/** Whether a heading is written in the form, whatever the body and the date in it; case is no matter. */
export function hasForm(heading: string, form: string): boolean {
  let rest = plain(heading);
  const parts = plain(form).split(/\{(?:organ|dato)\}/);
  const [first = "", ...others] = parts;
  if (!rest.startsWith(first)) return false;
  rest = rest.slice(first.length);
  for (const [index, part] of others.entries()) {
    // Something stands for the gap; the last part ends the heading.
    const last = index === others.length - 1;
    const at = last ? rest.length - part.length : rest.indexOf(part, 1);
    if (at < 1 || !rest.endsWith(part, at + part.length)) return false;
    rest = rest.slice(at + part.length);
  }
  return rest === "";
}

/** The heading that the form gives for a meeting; null where the form asks for what is not known. */
export function headingInForm(form: string, body: string | null, date: CalendarDate | null): string | null {
  if ((form.includes("{organ}") && body === null) || (form.includes("{dato}") && date === null)) return null;
  return form.replaceAll("{organ}", body ?? "").replaceAll("{dato}", date ? dashedDate(date) : "");
}

function plain(text: string): string {
  return folded(text.slice(0, longest)).replace(/\s+/g, " ").trim();
}
