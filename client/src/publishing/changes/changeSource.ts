import { inWords } from "../../archive/dayWords.ts";
import { titleIn } from "../../writing/titleLine.ts";

/** Where the earlier version of a document is, changes since which are marked: by reference, it is read when it is needed. */
export type ChangeSource =
  /** `uri` is that of the file. */
  | { readonly type: "agenda" | "file"; readonly uri: string }
  /** A commit that git has of the document itself, and the day of it, as `2026-03-04`. */
  | { readonly type: "revision"; readonly ref: string; readonly date: string };

/** What was kept of an earlier session can be anything. */
export function isChangeSource(value: unknown): value is ChangeSource {
  const { type, uri, ref, date } = (typeof value === "object" ? (value ?? {}) : {}) as Record<
    string,
    unknown
  >;
  if (type === "agenda" || type === "file") return typeof uri === "string";
  return type === "revision" && typeof ref === "string" && typeof date === "string";
}

/** What it is called behind »siden«: `dagsordenen`, `»udkast.referat«`, `versionen fra 4. marts 2026`. */
export function sourceWords(source: ChangeSource): string {
  switch (source.type) {
    case "agenda":
      return "dagsordenen";
    case "file":
      return `»${decoded(source.uri.slice(source.uri.lastIndexOf("/") + 1))}«`;
    case "revision":
      return `versionen fra ${inWords(source.date)}`;
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** So many agendas of a folder are looked into. */
const mostAgendas = 200;

/**
 * The agenda of a document's meeting among the files of its folder: the one of the same name, else that of the same body and
 * day, by its title line. Null where there is none, and for an agenda. `read` gives a file's text, null where it cannot be read.
 */
export async function agendaBeside(
  name: string,
  text: string,
  files: readonly string[],
  read: (name: string) => Promise<string | null>,
): Promise<string | null> {
  if (isAgenda(name)) return null;
  const agendas = files.filter(isAgenda).sort();
  const stem = stemOf(name);
  const named = agendas.find((each) => stemOf(each) === stem);
  if (named !== undefined) return named;
  const own = titleIn(text);
  if (!own) return null;
  for (const each of agendas.slice(0, mostAgendas)) {
    const other = titleIn((await read(each)) ?? "");
    if (other?.date === own.date && folded(other.body) === folded(own.body)) return each;
  }
  return null;
}

function isAgenda(name: string): boolean {
  return /\.dagsorden$/i.test(name);
}

function stemOf(name: string): string {
  return folded(name.replace(/\.[^.]*$/, ""));
}

function folded(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** The day of a moment on the clock on the wall, as `2026-03-04`, and its time, as `13.05`. */
export function dayAndTime(moment: Date): { readonly day: string; readonly time: string } {
  const two = (value: number): string => String(value).padStart(2, "0");
  return {
    day: `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`,
    time: `${two(moment.getHours())}.${two(moment.getMinutes())}`,
  };
}

/** The first line of a commit's message. */
export function subjectOf(message: string): string {
  return message.trim().split(/\r?\n/, 1)[0] ?? "";
}
