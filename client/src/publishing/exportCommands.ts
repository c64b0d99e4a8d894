import {
  CancellationError,
  type CancellationToken,
  commands,
  type Disposable,
  env,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { counted } from "../archive/words.ts";
import type { MeetingSource } from "../meeting/source.ts";
import { noLinks } from "../noLinks.ts";
import { type Audience, audiences } from "./audience.ts";
import { sourceWords } from "./changes/changeSource.ts";
import type { ShownChanges } from "./changes/shownChanges.ts";
import {
  type Exported,
  type ExportFormat,
  type ExportName,
  exportNameRequest,
  exportRequest,
} from "./protocol.ts";
import { saveFile } from "./saveFile.ts";
import { nameOf } from "../nameOf.ts";
import { writeProblem } from "./writeProblem.ts";

interface Format {
  readonly command: string;
  readonly format: ExportFormat;
  readonly ending: string;
  readonly name: string;
}

const formats: readonly Format[] = [
  { command: "referat.eksporterPdf", format: "pdf", ending: "pdf", name: "PDF" },
  { command: "referat.eksporterWord", format: "docx", ending: "docx", name: "Word" },
  { command: "referat.eksporterWebside", format: "html", ending: "html", name: "webside" },
  { command: "referat.eksporterOparl", format: "oparl", ending: "json", name: "OParl" },
];

/** A document that is to be exported, and what the server says of it. */
interface Subject extends ExportName {
  readonly uri: Uri;
}

/** »Eksportér som …«: one document to a file of her choice, several to a folder. */
export class ExportCommands {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly source: MeetingSource,
    /** What the preview shows as changed can be marked in the file too. */
    private readonly changes: ShownChanges,
    /** Shows what stands in the way. */
    private readonly showObstacles: (uri: Uri) => Promise<void>,
  ) {}

  register(): Disposable[] {
    return formats.map((format) =>
      commands.registerCommand(format.command, (file?: unknown, files?: unknown) =>
        this.export(format, chosen(file, files)),
      ),
    );
  }

  private async export(format: Format, files: readonly Uri[]): Promise<void> {
    const uris = files.length > 0 ? files : [this.source.subject].filter((uri) => uri !== null);
    const subjects: Subject[] = [];
    for (const uri of uris) {
      const named = await this.ask<ExportName>(exportNameRequest, uri, {});
      if (named) subjects.push({ uri, ...named });
    }
    const [first, ...others] = subjects;
    if (!first) return;
    // An earlier version is that of one document, and OParl has no marks.
    const since = others.length === 0 && format.format !== "oparl" ? this.changes.of(first.uri) : null;
    const audience = await askForAudience(
      subjects.some(({ closed }) => closed),
      since && sourceWords(since),
    );
    if (audience === null) return;
    if (others.length === 0) await this.exportOne(format, first, audience);
    else await this.exportMany(format, subjects, audience);
  }

  private async exportOne(format: Format, subject: Subject, audience: Audience): Promise<void> {
    const { uri } = subject;
    const target = await window.showSaveDialog({
      title: `Eksportér som ${format.name}`,
      saveLabel: "Eksportér",
      filters: { [format.name]: [format.ending] },
      ...placed(uri, fileName(subject, format, audience)),
    });
    if (!target) return;
    const answer = await progress("Eksporterer", (token) =>
      this.written(format, uri, target, audience, token),
    );
    if (answer === null || answer === "cancelled") return;
    if ("refused" in answer) {
      const show = "Vis";
      const told = `${counted(answer.refused, "forhold", "forhold")} skal rettes, før dokumentet kan sendes ud til alle.`;
      if ((await window.showWarningMessage(told, show)) === show) await this.showObstacles(uri);
      return;
    }
    const open = "Åbn";
    const told = noLinks([`»${nameOf(target)}« er skrevet.`, ...answer.warnings].join(" "));
    const tell = answer.warnings.length > 0 ? window.showWarningMessage : window.showInformationMessage;
    if ((await tell(told, open)) === open) await openFile(target);
  }

  private async exportMany(format: Format, subjects: readonly Subject[], audience: Audience): Promise<void> {
    const [folder] =
      (await window.showOpenDialog({
        title: `Eksportér ${subjects.length} dokumenter som ${format.name}`,
        openLabel: "Eksportér hertil",
        canSelectFiles: false,
        canSelectFolders: true,
        ...(subjects[0] ? { defaultUri: Uri.joinPath(subjects[0].uri, "..") } : {}),
      })) ?? [];
    if (!folder) return;
    const wanted = subjects.map((subject) => fileName(subject, format, audience));
    const taken = await takenNames(folder, wanted);
    if (taken === null) return;
    const written = new Set<string>();
    const left: Uri[] = [];
    const ended = await progress("Eksporterer", async (token, say) => {
      for (const [index, subject] of subjects.entries()) {
        if (token.isCancellationRequested) return "cancelled";
        say(`${index + 1} af ${subjects.length}`, 100 / subjects.length);
        const name = freeName(wanted[index] ?? "", taken);
        taken.add(name.toLowerCase());
        const target = Uri.joinPath(folder, name);
        const answer = await this.written(format, subject.uri, target, audience, token);
        if (answer === "cancelled") return answer;
        // What could not be written has been said.
        if (answer === null) continue;
        if ("refused" in answer) left.push(subject.uri);
        else written.add(name);
      }
      return null;
    });
    const told = `${counted(written.size, "dokument", "dokumenter")} er skrevet${ended === "cancelled" ? ", så blev der stoppet" : ""}.`;
    const [firstLeft] = left;
    if (!firstLeft) {
      void window.showInformationMessage(told);
      return;
    }
    const show = "Vis det første";
    const names = left.map((uri) => `»${nameOf(uri)}«`).join(", ");
    const why = noLinks(`Ikke skrevet, fordi noget skal rettes først: ${names}.`);
    if ((await window.showWarningMessage(`${told} ${why}`, show)) === show)
      await this.showObstacles(firstLeft);
  }

  /** Makes the file; null where the document, or the place for it, is gone: then that is said. */
  private async written(
    { format }: Format,
    uri: Uri,
    target: Uri,
    { everybody, marked }: Audience,
    token: CancellationToken,
  ): Promise<{ readonly refused: number } | { readonly warnings: readonly string[] } | "cancelled" | null> {
    const { code2ProtocolConverter } = this.client;
    try {
      const since = marked ? await this.changes.read(uri) : null;
      const answer = await this.ask<Exported>(
        exportRequest,
        uri,
        {
          format,
          public: everybody,
          target: code2ProtocolConverter.asUri(target),
          ...(since ? { since } : {}),
        },
        token,
      );
      if (token.isCancellationRequested) return "cancelled";
      if (answer === null) throw new Error("dokumentet kan ikke læses");
      if ("refused" in answer) return answer;
      if ("failed" in answer) throw new Error(answer.failed);
      await saveFile(target, bytesOf(answer));
      return { warnings: "warnings" in answer ? answer.warnings : [] };
    } catch (error) {
      if (token.isCancellationRequested || error instanceof CancellationError) return "cancelled";
      const told = `»${nameOf(target)}« kunne ikke skrives: ${writeProblem(error)}`;
      void window.showErrorMessage(noLinks(told));
      return null;
    }
  }

  private ask<Answer>(
    method: string,
    uri: Uri,
    params: object,
    token?: CancellationToken,
  ): Promise<Answer | null> {
    const textDocument = { uri: this.client.code2ProtocolConverter.asUri(uri) };
    // What is not there would be sent as a parameter.
    const more = token ? [token] : [];
    return this.client.sendRequest<Answer | null>(method, { textDocument, ...params }, ...more);
  }
}

/** The files that a menu of the Explorer hands over: the one under the pointer, and all that are selected. */
function chosen(file: unknown, files: unknown): Uri[] {
  const all: readonly unknown[] = Array.isArray(files) ? files : [];
  const uris = all.filter((each) => each instanceof Uri);
  if (uris.length > 0) return uris;
  return file instanceof Uri ? [file] : [];
}

/** Who is to have it; null where she leaves. Only where it makes a difference. */
async function askForAudience(closed: boolean, since: string | null): Promise<Audience | null> {
  const choices = audiences(closed, since);
  const [first] = choices;
  if (first && choices.length === 1) return first;
  const choice = await window.showQuickPick(choices, {
    title: "Hvem skal have dokumentet?",
    placeHolder: closed ? "Der er lukkede punkter i det" : "Forhåndsvisningen viser ændringer",
  });
  return choice ?? null;
}

function bytesOf(answer: { readonly text: string } | { readonly base64: string }): Uint8Array {
  if ("text" in answer) return new TextEncoder().encode(answer.text);
  return Uint8Array.from(atob(answer.base64), (sign) => sign.charCodeAt(0));
}

/** One with marks is not to replace the one without. */
function fileName({ uri, name }: Subject, { ending }: Format, { marked }: Audience): string {
  const mark = marked ? " med ændringer" : "";
  return `${name ?? nameOf(uri).replace(/\.[^.]*$/, "")}${mark}.${ending}`;
}

/**
 * The names that the exported documents must not take, in small letters: none where what lies in the folder is to be replaced. Where
 * something is there already she is asked; null where she leaves.
 */
async function takenNames(folder: Uri, wanted: readonly string[]): Promise<Set<string> | null> {
  const listed = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
  const there = new Set(listed.map(([name]) => name.toLowerCase()));
  const count = wanted.filter((name) => there.has(name.toLowerCase())).length;
  if (count === 0) return there;
  const choice = await window.showQuickPick(
    [
      { label: "Behold dem", detail: "De nye filer får et andet navn", taken: there },
      { label: "Erstat dem", detail: "Det, der er skrevet i dem siden, går tabt", taken: new Set<string>() },
    ],
    {
      title: `${counted(count, "fil", "filer")} er der i forvejen`,
      placeHolder: "Hvad skal der ske med dem?",
    },
  );
  return choice?.taken ?? null;
}

/** A name that is not taken. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let copy = 1; ; copy++) {
    const free = copy === 1 ? name : name.replace(/(\.[^.]*)$/, (ending: string) => ` (${copy})${ending}`);
    if (!taken.has(free.toLowerCase())) return free;
  }
}

/** Beside the document, or in the workspace where that is not saved yet. */
function placed(uri: Uri, name: string): { defaultUri?: Uri } {
  if (uri.scheme !== "untitled") return { defaultUri: Uri.joinPath(uri, "..", name) };
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder ? { defaultUri: Uri.joinPath(folder, name) } : {};
}

function progress<Result>(
  title: string,
  work: (token: CancellationToken, say: (message: string, increment: number) => void) => Promise<Result>,
): Thenable<Result> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (report, token) => work(token, (message, increment) => report.report({ message, increment })),
  );
}

/** With the program that the machine has for it; where that is another machine, in VS Code. */
async function openFile(target: Uri): Promise<void> {
  if (target.scheme === "file" && env.remoteName === undefined) await env.openExternal(target);
  else await commands.executeCommand("vscode.open", target);
}
