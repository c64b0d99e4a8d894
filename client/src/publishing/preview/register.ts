import { commands, type Disposable, type Memento, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { MeetingSource } from "../../meeting/source.ts";
import { noLinks } from "../../noLinks.ts";
import { sourceWords } from "../changes/changeSource.ts";
import { askForSource } from "../changes/showChanges.ts";
import type { ShownChanges } from "../changes/shownChanges.ts";
import { PreviewPanel, previewType } from "./panel.ts";

const publicKey = "referat.preview.public";

/** »Vis siderne«: one preview, which shows the meeting that is in view; it comes back after a reload. */
export class Previews implements Disposable {
  private current: PreviewPanel | null = null;
  private readonly disposables: { dispose: () => unknown }[];

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly source: MeetingSource,
    private readonly extension: Uri,
    private readonly memory: Memento,
    private readonly changes: ShownChanges,
  ) {
    this.disposables = [
      commands.registerCommand("referat.visSiderne", () => this.open()),
      commands.registerCommand("referat.visAendringerSiden", () => this.showChanges()),
      commands.registerCommand("referat.siderne.skjulAendringer", () => this.hideChanges()),
      commands.registerCommand("referat.siderne.stoerre", () => this.current?.zoom("in")),
      commands.registerCommand("referat.siderne.mindre", () => this.current?.zoom("out")),
      commands.registerCommand("referat.siderne.tilpas", () => this.current?.zoom("fit")),
      commands.registerCommand("referat.siderne.tilAlle", () => this.showFor(true)),
      commands.registerCommand("referat.siderne.internt", () => this.showFor(false)),
      window.registerWebviewPanelSerializer(previewType, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
          const { keptDocument } = await import("./fromPreview.ts");
          const kept = keptDocument(state);
          const uri = kept === null ? source.uri : Uri.parse(kept);
          if (uri) this.adopt(panel, uri);
          else panel.dispose();
        },
      }),
      source.onDidChange(() => {
        if (source.uri && source.uri.toString() !== this.current?.document.toString()) this.show(source.uri);
      }),
      changes.onDidChange(() => this.tellChanges()),
    ];
    this.tellAudience();
  }

  /** The pages are shown as everybody gets them: without the closed items. */
  private get isPublic(): boolean {
    return this.memory.get<boolean>(publicKey) ?? false;
  }

  dispose(): void {
    this.current?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async showFor(everybody: boolean): Promise<void> {
    await this.memory.update(publicKey, everybody);
    this.tellAudience();
    this.current?.showFor(everybody);
  }

  private tellAudience(): void {
    void commands.executeCommand("setContext", "referat.previewPublic", this.isPublic);
  }

  /** Asks since what, and shows the pages with what has changed since. */
  private async showChanges(): Promise<void> {
    const uri = this.source.subject ?? this.current?.document;
    const source = uri && (await askForSource(uri));
    if (!source) return;
    try {
      await this.changes.show(uri, source);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(
        noLinks(`Ændringerne siden ${sourceWords(source)} kan ikke vises: ${why}`),
      );
      return;
    }
    this.openFor(uri);
  }

  private async hideChanges(): Promise<void> {
    if (this.current) await this.changes.hide(this.current.document);
  }

  private tellChanges(): void {
    const isShown = this.current !== null && this.changes.of(this.current.document) !== null;
    void commands.executeCommand("setContext", "referat.previewChanges", isShown);
  }

  private open(): void {
    const uri = this.source.subject;
    if (uri) this.openFor(uri);
  }

  private show(uri: Uri): void {
    this.current?.show(uri);
    this.tellChanges();
  }

  private openFor(uri: Uri): void {
    if (this.current) {
      this.show(uri);
      this.current.reveal();
      return;
    }
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.adopt(window.createWebviewPanel(previewType, "Sider", place, { enableScripts: true }), uri);
  }

  private adopt(panel: WebviewPanel, uri: Uri): void {
    this.current?.dispose();
    const image = (name: string): Uri => Uri.joinPath(this.extension, "images", name);
    panel.iconPath = { light: image("file-light.svg"), dark: image("file-dark.svg") };
    const folder = Uri.joinPath(this.extension, "dist", "webview");
    const preview = new PreviewPanel(this.client, panel, folder, uri, this.isPublic, this.changes);
    this.current = preview;
    this.tellChanges();
    preview.onDidClose(() => {
      if (this.current === preview) this.current = null;
      preview.dispose();
    });
  }
}
