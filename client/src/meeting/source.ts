import {
  commands,
  type Disposable,
  EventEmitter,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { noticeSteps } from "../walkthrough.ts";
import { folderOf } from "../writing/files.ts";
import { type Meeting, meetingRequest } from "./protocol.ts";

/** How long the writer must pause before the meeting is asked for anew, in milliseconds. */
const calm = 200;
/** Milliseconds that an answer is waited for, where something else is to follow it. */
const longestWait = 2000;

/** The meeting of the document that was last in the editor, kept up to date while it is written. */
export class MeetingSource implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly disposables: readonly { dispose: () => unknown }[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private document: TextDocument | null = null;
  private current: Meeting | null = null;

  /** Fires when there is another meeting, or the same one has changed. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly client: BaseLanguageClient) {
    this.disposables = [
      this.changed,
      window.onDidChangeActiveTextEditor((editor) => editor && this.show(editor.document)),
      workspace.onDidChangeTextDocument(({ document }) => document === this.document && this.refreshSoon()),
      workspace.onDidOpenTextDocument((document) => {
        if (document === window.activeTextEditor?.document) this.show(document);
      }),
      workspace.onDidCloseTextDocument((document) => document === this.document && this.show(null)),
      // Another server may know more, or less; and the views that follow the meeting hear of it.
      client.onDidChangeState(() => {
        if (client.isRunning()) this.refreshSoon();
      }),
    ];
    const open = window.activeTextEditor?.document;
    if (open) this.show(open);
  }

  get meeting(): Meeting | null {
    return this.current;
  }

  get uri(): Uri | null {
    return this.document?.uri ?? null;
  }

  /** What a command is for that does not say: the document in the editor, or the meeting in view. */
  get subject(): Uri | null {
    const active = window.activeTextEditor?.document;
    return active?.languageId === "referat" ? active.uri : this.uri;
  }

  /** The folder of the meeting's document; null where there is none, or it is not saved yet. */
  get folder(): Uri | null {
    return this.document && folderOf(this.document);
  }

  /** The meeting of a document as it is now; null where it is none. */
  async of(document: TextDocument): Promise<Meeting | null> {
    const uri = this.client.code2ProtocolConverter.asUri(document.uri);
    return this.client.sendRequest<Meeting | null>(meetingRequest, { textDocument: { uri } });
  }

  /** Resolves when the meeting has been asked for anew, or that takes too long. */
  change(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(late);
        listener.dispose();
        resolve();
      };
      const listener = this.onDidChange(done);
      const late = setTimeout(done, longestWait);
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  private show(document: TextDocument | null): void {
    const next = document?.languageId === "referat" ? document : null;
    // Other files beside the minutes, and panels, leave the meeting in view.
    if (document !== null && next === null && this.document !== null && !this.document.isClosed) return;
    if (next !== this.document) this.current = null;
    this.document = next;
    void commands.executeCommand("setContext", "referat.meetingOpen", next !== null);
    void this.refresh();
  }

  private refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), calm);
  }

  private async refresh(): Promise<void> {
    const document = this.document;
    try {
      const meeting = document && (await this.of(document));
      if (document !== this.document) return;
      if (this.current && meeting) noticeSteps(this.current, meeting);
      this.current = meeting;
      // For the menus.
      void commands.executeCommand("setContext", "referat.kind", meeting?.kind);
      this.changed.fire();
    } catch {
      // The server is gone or coming back: what was known stays until it answers again.
    }
  }
}
