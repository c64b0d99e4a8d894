import { commands, type Disposable, Selection, type TextDocument, Uri, window, workspace } from "vscode";
import { type BaseLanguageClient, ExecuteCommandRequest } from "vscode-languageclient";
import type { MeetingSource } from "../meeting/source.ts";
import { type Answers, askForMeeting } from "./askForMeeting.ts";
import { dateIn, isoDate, nextMeeting } from "./dates.ts";
import { newFile } from "./files.ts";

/** Commands that make a document: from nothing, or from the one in the editor. What it says the server works out. */
export class DocumentCommands {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly source: MeetingSource,
  ) {}

  register(): Disposable[] {
    return [
      commands.registerCommand("referat.nytReferat", () => this.writeNew("referat")),
      commands.registerCommand("referat.nyDagsorden", () => this.writeNew("dagsorden")),
      commands.registerCommand("referat.skrivReferat", () => this.writeBeside("referat.writeMinutes")),
      commands.registerCommand("referat.lavDagsorden", () => this.writeBeside("referat.writeAgenda")),
      commands.registerCommand("referat.nyDagsordenTilNaesteMoede", () => this.writeNextAgenda()),
    ];
  }

  /** Asks step by step, and shows the new document: beside the others, or unsaved where there is no folder. */
  private async writeNew(kind: "referat" | "dagsorden"): Promise<void> {
    const answers = await askForMeeting(kind, this.source);
    if (!answers) return;
    const content = await this.execute("referat.newDocument", [kind, answers]);
    if (content === null) return;
    const folder = this.source.folder ?? workspace.workspaceFolders?.[0]?.uri;
    const made = folder && (await newFile(folder, `${fileName(answers)}.${kind}`, content));
    const document = made
      ? await workspace.openTextDocument(made)
      : await workspace.openTextDocument({ language: "referat", content });
    const editor = await window.showTextDocument(document, { preview: false });
    // At the first item, behind which the next one is inserted.
    const first = /^Punkt 1:.*$/m.exec(content);
    const caret = document.positionAt(first ? first.index + first[0].length : 0);
    editor.selection = new Selection(caret, caret);
  }

  /** The server makes the file beside the open one, which must be somewhere, and says with its URI that it is there. */
  private async writeBeside(command: string, ...args: readonly unknown[]): Promise<void> {
    const open = window.activeTextEditor?.document;
    if (open?.languageId !== "referat") return;
    const document = open.isUntitled ? await saved(open) : open;
    if (!document) return;
    const uri = this.client.code2ProtocolConverter.asUri(document.uri);
    const made = await this.execute(command, [uri, document.version, ...args]);
    if (made !== null) await window.showTextDocument(Uri.parse(made), { preview: false });
  }

  private async writeNextAgenda(): Promise<void> {
    const suggested = nextMeeting(this.source.meeting?.date ?? null);
    const answer = await window.showInputBox({
      title: "Ny dagsorden til næste møde",
      prompt: "Hvornår er mødet? (dd-mm-åååå)",
      value: suggested,
      validateInput: (text) => (dateIn(text) ? null : "Skriv datoen som dd-mm-åååå"),
    });
    const date = answer === undefined ? null : dateIn(answer);
    if (date) await this.writeBeside("referat.writeNextAgenda", isoDate(date));
  }

  private async execute(command: string, args: readonly unknown[]): Promise<string | null> {
    const answer: unknown = await this.client.sendRequest(ExecuteCommandRequest.type, {
      command,
      arguments: [...args],
    });
    return typeof answer === "string" ? answer : null;
  }
}

/** `kultur-og-fritidsudvalget-2026-03-04` */
function fileName({ body, date }: Answers): string {
  const words = body.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...words, date].join("-");
}

/** The document once she has saved it; null where she does not. */
async function saved(document: TextDocument): Promise<TextDocument | null> {
  const uri = await workspace.save(document.uri);
  return uri ? workspace.openTextDocument(uri) : null;
}
