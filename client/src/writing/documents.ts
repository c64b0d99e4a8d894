import { commands, type Disposable, Selection, type TextDocument, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { serverCommand } from "../server/serverCommand.ts";
import type { MeetingSource } from "../meeting/source.ts";
import { stepDone } from "../walkthrough.ts";
import { type Answers, askForMeeting, dateStep } from "./askForMeeting.ts";
import { dateIn, isoDate } from "./dates.ts";
import { newFile } from "./files.ts";
import { askInSteps } from "./steps.ts";

const writeMinutes = "referat.writeMinutes";

/** Commands that make a document: from nothing, or from the one in the editor. What it says the server works out. */
export class DocumentCommands {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly source: MeetingSource,
  ) {}

  register(): Disposable[] {
    const onDocument = (id: string, does: (document: TextDocument) => Promise<void>): Disposable =>
      commands.registerCommand(id, async (file?: unknown) => {
        const document = await this.document(file);
        if (document) await does(document);
      });
    return [
      commands.registerCommand("referat.nytReferat", (folder?: Uri) => this.writeNew("referat", folder)),
      commands.registerCommand("referat.nyDagsorden", (folder?: Uri) => this.writeNew("dagsorden", folder)),
      onDocument("referat.skrivReferat", (document) => this.writeBeside(writeMinutes, document)),
      onDocument("referat.lavDagsorden", (document) => this.writeBeside("referat.writeAgenda", document)),
      onDocument("referat.nyDagsordenTilNaesteMoede", (document) => this.writeNextAgenda(document)),
    ];
  }

  /** Asks step by step, and shows the new document: beside the others, or unsaved where there is no folder. */
  private async writeNew(kind: "referat" | "dagsorden", chosen?: Uri): Promise<void> {
    const answers = await askForMeeting(kind, this.source);
    if (!answers) return;
    const content = await this.execute("referat.newDocument", [kind, answers]);
    if (content === null) return;
    const folder =
      (chosen instanceof Uri ? chosen : this.source.folder) ?? workspace.workspaceFolders?.[0]?.uri;
    const made = folder && (await newFile(folder, `${fileName(answers)}.${kind}`, content));
    const document = made
      ? await workspace.openTextDocument(made)
      : await workspace.openTextDocument({ language: "referat", content });
    const editor = await window.showTextDocument(document, { preview: false });
    // At the first item, behind which the next one is inserted.
    const first = /^Punkt 1:.*$/m.exec(content);
    const caret = document.positionAt(first ? first.index + first[0].length : 0);
    editor.selection = new Selection(caret, caret);
    if (kind === "dagsorden") stepDone("agenda");
  }

  /** The server makes the file beside the document, which must be somewhere, and says with its URI that it is there. */
  private async writeBeside(
    command: string,
    document: TextDocument,
    ...args: readonly unknown[]
  ): Promise<void> {
    const uri = this.client.code2ProtocolConverter.asUri(document.uri);
    const made = await this.execute(command, [uri, document.version, ...args]);
    if (made === null) return;
    await window.showTextDocument(Uri.parse(made), { preview: false });
    stepDone(command === writeMinutes ? "minutes" : "agenda");
  }

  private async writeNextAgenda(document: TextDocument): Promise<void> {
    const last = await this.source.of(document);
    const answers = await askInSteps("Ny dagsorden til næste møde", 1, () =>
      Promise.resolve(dateStep(last?.date ?? null)),
    );
    const date = answers && dateIn(answers[0] ?? "");
    if (date) await this.writeBeside("referat.writeNextAgenda", document, isoDate(date));
  }

  /** The document that a command is for: the file chosen in a view, the one in the editor, or the meeting in view. */
  private async document(file: unknown): Promise<TextDocument | null> {
    const uri = file instanceof Uri ? file : this.source.subject;
    const document = uri && (await workspace.openTextDocument(uri));
    if (document?.languageId !== "referat") return null;
    return document.isUntitled ? saved(document) : document;
  }

  private async execute(command: string, args: readonly unknown[]): Promise<string | null> {
    const answer = await serverCommand(this.client, command, ...args);
    return typeof answer === "string" ? answer : null;
  }
}

/** `kultur-og-fritidsudvalget-2026-03-04` */
function fileName({ body, date }: Answers): string {
  const words = body.toLowerCase().match(/[\p{Alpha}\p{N}]+/gu) ?? [];
  return [...words, date].join("-");
}

/** The document once she has saved it; null where she does not. */
async function saved(document: TextDocument): Promise<TextDocument | null> {
  const uri = await workspace.save(document.uri);
  return uri ? workspace.openTextDocument(uri) : null;
}
