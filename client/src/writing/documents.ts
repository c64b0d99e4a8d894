import { commands, type Disposable, Uri, window, workspace } from "vscode";
import { type BaseLanguageClient, ExecuteCommandRequest } from "vscode-languageclient";
import type { MeetingSource } from "../meeting/source.ts";
import { askForMeeting } from "./askForMeeting.ts";
import { dateIn, isoDate, nextMeeting } from "./dates.ts";

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

  /** Asks step by step, and shows a new document that is not saved yet. */
  private async writeNew(kind: "referat" | "dagsorden"): Promise<void> {
    const answers = await askForMeeting(kind, this.source.meeting);
    if (!answers) return;
    const content = await this.execute("referat.newDocument", [kind, answers]);
    if (content === null) return;
    const document = await workspace.openTextDocument({ language: "referat", content });
    await window.showTextDocument(document);
  }

  /** The server makes the file beside the open one and says with its URI that it is there. */
  private async writeBeside(command: string, ...args: readonly unknown[]): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== "referat") return;
    const uri = this.client.code2ProtocolConverter.asUri(document.uri);
    const made = await this.execute(command, [uri, document.version, ...args]);
    if (made !== null) await window.showTextDocument(Uri.parse(made));
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
