import {
  commands,
  type Disposable,
  EventEmitter,
  Position,
  Range,
  Selection,
  TextEditorRevealType,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Page, Piece, Place, ToPreview } from "../../../webview/messages.ts";
import type { ShownChanges } from "../changes/shownChanges.ts";
import { previewRequest } from "../protocol.ts";
import { previewHtml } from "./html.ts";
import { nameOf } from "../../nameOf.ts";

export const previewType = "referat.preview";

/** Milliseconds after a keystroke until the pages are asked for. */
const calm = 15;
/** The same where the whole is shown anew each time: as a web page. */
const calmOfWebPage = 1000;
/** Scrolling that follows the preview is not told back to it, for so many milliseconds. */
const following = 250;

/** What the server answers: pages, or a web page where it can lay out none. */
type Preview =
  | {
      readonly version: number | null;
      readonly pages: readonly Page[];
      readonly shapes: Piece;
      readonly places: readonly Place[];
      readonly warnings: readonly string[];
    }
  | { readonly version: number | null; readonly html: string };

/** The preview of one document: its pages as they would be printed, beside the editor, in step with it. */
export class PreviewPanel implements Disposable {
  private readonly closed = new EventEmitter<void>();
  readonly onDidClose = this.closed.event;
  private readonly disposables: readonly { dispose: () => unknown }[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking = false;
  private stale = false;
  private isReady = false;
  private known = new Set<string>();
  private followedUntil = 0;
  /** What the title begins with. */
  private titled = "Sider";
  /** Another document is to be shown where its editor shows it. */
  private isNew = false;
  private isWebPage = false;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly panel: WebviewPanel,
    private readonly folder: Uri,
    private uri: Uri,
    private isPublic: boolean,
    private readonly changes: ShownChanges,
  ) {
    this.disposables = [
      this.closed,
      changes.onDidChange(() => {
        this.title();
        this.refreshSoon();
      }),
      panel.onDidDispose(() => this.closed.fire()),
      panel.webview.onDidReceiveMessage((message: unknown) => void this.receive(message)),
      panel.onDidChangeViewState(() => {
        this.tellFocus();
        if (panel.visible) this.refreshSoon();
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.uri.toString()) this.refreshSoon();
      }),
      workspace.onDidChangeConfiguration(() => this.refreshSoon()),
      client.onDidChangeState(() => {
        if (client.isRunning()) this.refreshSoon();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const top = visibleRanges[0]?.start.line;
        if (top !== undefined && this.shows(textEditor)) this.scrollTo(top);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const line = selections[0]?.active.line;
        if (line !== undefined && this.shows(textEditor)) this.send({ type: "caret", line });
      }),
    ];
    this.load();
  }

  get document(): Uri {
    return this.uri;
  }

  /** Shows another document in the same place. */
  show(uri: Uri): void {
    if (uri.toString() !== this.uri.toString()) {
      this.uri = uri;
      this.isNew = true;
      this.titled = "Sider";
      this.send({ type: "document", uri: uri.toString() });
    }
    this.title();
    this.refreshSoon();
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  zoom(by: "in" | "out" | "fit"): void {
    this.send({ type: "zoom", by });
  }

  /** Shows the pages as everybody gets them, or with the closed items. */
  showFor(everybody: boolean): void {
    this.isPublic = everybody;
    this.refreshSoon();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
    this.panel.dispose();
  }

  private load(): void {
    const { webview } = this.panel;
    webview.options = { enableScripts: true, localResourceRoots: [this.folder] };
    this.isReady = false;
    this.known = new Set();
    this.title();
    const address = (name: string): string =>
      webview.asWebviewUri(Uri.joinPath(this.folder, name)).toString();
    webview.html = previewHtml(address, webview.cspSource);
    this.tellFocus();
  }

  private title(): void {
    const marks = this.changes.known(this.uri) ? ", med ændringer" : "";
    this.panel.title = `${this.titled}${marks}: ${nameOf(this.uri)}`;
  }

  private tellFocus(): void {
    void commands.executeCommand("setContext", "referat.previewFocus", this.panel.active);
  }

  private refreshSoon(pause = this.isWebPage ? calmOfWebPage : calm): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), pause);
  }

  /** One question at a time: what is typed meanwhile is asked for when it is answered. */
  private async update(): Promise<void> {
    // Behind another tab it shows nothing, and what it has missed is asked for when it is in front again.
    // Before its frame is there nobody takes the answer: the frame asks when it is.
    if (!this.panel.visible || !this.isReady) return;
    if (this.asking) {
      this.stale = true;
      return;
    }
    this.asking = true;
    const { known } = this;
    try {
      const preview = await this.ask();
      // A frame that has come anew meanwhile knows nothing of what the answer takes for known, and has asked itself.
      if (preview && known === this.known) this.present(preview);
    } catch {
      // The server is gone or coming back: what was shown stays until it answers again.
    } finally {
      this.asking = false;
      if (this.stale) {
        this.stale = false;
        this.refreshSoon();
      }
    }
  }

  private ask(): Promise<Preview | null> {
    const textDocument = { uri: this.client.code2ProtocolConverter.asUri(this.uri) };
    const known = [...this.known];
    const since = this.changes.known(this.uri);
    return this.client.sendRequest<Preview | null>(previewRequest, {
      textDocument,
      public: this.isPublic,
      known,
      ...(since ? { since } : {}),
    });
  }

  private present(preview: Preview): void {
    const { webview } = this.panel;
    if ("html" in preview) {
      this.isWebPage = true;
      webview.options = { enableScripts: false, localResourceRoots: [] };
      webview.html = preview.html;
      return;
    }
    if (this.isWebPage) {
      // The engine is back: the pages come when their frame is there again.
      this.isWebPage = false;
      this.load();
      return;
    }
    const { pages, shapes, places } = preview;
    this.send({ type: "pages", pages, shapes, places });
    this.known = new Set([shapes.id, ...pages.map(({ id }) => id)]);
    const top = this.editor()?.visibleRanges[0]?.start.line;
    if (this.isNew && top !== undefined) this.send({ type: "scroll", line: top });
    this.isNew = false;
  }

  /** What looks at messages is loaded with the first of them. */
  private async receive(sent: unknown): Promise<void> {
    const { fromPreview } = await import("./fromPreview.ts");
    const message = fromPreview(sent);
    if (!message) return;
    switch (message.type) {
      case "ready":
        this.isReady = true;
        this.known = new Set();
        this.send({ type: "document", uri: this.uri.toString() });
        void this.update();
        break;
      case "open":
        // A document that is gone since is not gone to.
        this.open(message.line).catch(() => undefined);
        break;
      case "scrolled":
        this.follow(message.line);
        break;
      case "seen":
        this.titled = `Side ${message.page} af ${message.pages}`;
        this.title();
    }
  }

  /** Goes to the line that she clicked on. */
  private async open(line: number): Promise<void> {
    const seen = this.editor();
    const editor = await window.showTextDocument(this.uri, {
      viewColumn: seen?.viewColumn ?? ViewColumn.One,
    });
    const place = new Position(line, 0);
    this.followedUntil = performance.now() + following;
    editor.selection = new Selection(place, place);
    editor.revealRange(new Range(place, place), TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** The editor shows what the preview shows. */
  private follow(line: number): void {
    const editor = this.editor();
    if (!editor) return;
    this.followedUntil = performance.now() + following;
    editor.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.AtTop);
  }

  private scrollTo(line: number): void {
    if (performance.now() >= this.followedUntil) this.send({ type: "scroll", line });
  }

  private shows({ document }: TextEditor): boolean {
    return document.uri.toString() === this.uri.toString();
  }

  private editor(): TextEditor | undefined {
    return window.visibleTextEditors.find((editor) => this.shows(editor));
  }

  private send(message: ToPreview): void {
    if (this.isReady) void this.panel.webview.postMessage(message);
  }
}
