import { FileType, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from "vscode";
import { inWords } from "../../archive/dayWords.ts";
import { agendaBeside, type ChangeSource, dayAndTime, subjectOf } from "./changeSource.ts";
import { commitsOf } from "./git.ts";
import { textOf } from "./shownChanges.ts";
import { nameOf } from "../../nameOf.ts";

interface Choice extends QuickPickItem {
  /** What is chosen; a file is asked for first. */
  readonly source?: ChangeSource | "ask";
}

/** Asks since what the changes of a document are to be shown; null where she leaves. */
export async function askForSource(uri: Uri): Promise<ChangeSource | null> {
  const choice = await window.showQuickPick(choices(uri), {
    title: "Vis ændringer siden …",
    placeHolder: "Hvad skal dokumentet holdes op mod?",
    matchOnDescription: true,
  });
  if (choice?.source === "ask") return askForFile(uri);
  return choice?.source ?? null;
}

async function choices(uri: Uri): Promise<Choice[]> {
  const [agenda, commits] = await Promise.all([agendaOf(uri), commitsOf(uri)]);
  const all: Choice[] = [];
  if (agenda) {
    const source = { type: "agenda", uri: agenda.toString() } as const;
    all.push({ label: "$(list-ordered) Dagsordenen", description: nameOf(agenda), source });
  }
  all.push({ label: "$(file) En fil …", source: "ask" });
  if (commits.length > 0) all.push({ label: "Versioner i git", kind: QuickPickItemKind.Separator });
  for (const { hash, message, commitDate, authorDate } of commits) {
    const { day, time } = dayAndTime(commitDate ?? authorDate ?? new Date(0));
    all.push({
      label: `$(history) ${inWords(day)} kl. ${time}`,
      description: subjectOf(message),
      source: { type: "revision", ref: hash, date: day },
    });
  }
  return all;
}

async function agendaOf(uri: Uri): Promise<Uri | null> {
  if (uri.scheme === "untitled") return null;
  const folder = Uri.joinPath(uri, "..");
  const read = async (name: string): Promise<string | null> => {
    try {
      return await textOf(Uri.joinPath(folder, name));
    } catch {
      return null;
    }
  };
  try {
    const entries = await workspace.fs.readDirectory(folder);
    const files = entries.flatMap(([name, type]) => (type & FileType.Directory ? [] : [name]));
    const own = (await read(nameOf(uri))) ?? "";
    const name = await agendaBeside(nameOf(uri), own, files, read);
    return name === null ? null : Uri.joinPath(folder, name);
  } catch {
    // A folder that cannot be listed offers none.
    return null;
  }
}

async function askForFile(uri: Uri): Promise<ChangeSource | null> {
  const [file] =
    (await window.showOpenDialog({
      title: "Vis ændringer siden …",
      openLabel: "Vis ændringer siden den",
      filters: { "Referater og dagsordener": ["referat", "dagsorden"], "Alle filer": ["*"] },
      ...(uri.scheme === "untitled" ? {} : { defaultUri: Uri.joinPath(uri, "..") }),
    })) ?? [];
  return file ? { type: "file", uri: file.toString() } : null;
}
