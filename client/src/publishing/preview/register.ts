import { commands, type Disposable, type Memento, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { MeetingSource } from "../../meeting/source.ts";
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
  ) {
    this.disposables = [
      commands.registerCommand("referat.visSiderne", () => this.open()),
      commands.registerCommand("referat.siderne.stoerre", () => this.current?.zoom("in")),
      commands.registerCommand("referat.siderne.mindre", () => this.current?.zoom("out")),
      commands.registerCommand("referat.siderne.tilpas", () => this.current?.zoom("fit")),
      commands.registerCommand("referat.siderne.tilAlle", () => this.showFor(true)),
      commands.registerCommand("referat.siderne.internt", () => this.showFor(false)),
      window.registerWebviewPanelSerializer(previewType, {
        deserializeWebviewPanel: (panel, state: unknown) => {
          const uri = savedUri(state) ?? source.uri;
          if (uri) this.adopt(panel, uri);
          else panel.dispose();
          return Promise.resolve();
        },
      }),
      source.onDidChange(() => {
        if (source.uri && source.uri.toString() !== this.current?.document.toString())
          this.current?.show(source.uri);
      }),
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

  private open(): void {
    const active = window.activeTextEditor?.document;
    const uri = active?.languageId === "referat" ? active.uri : this.source.uri;
    if (!uri) return;
    if (this.current) {
      this.current.show(uri);
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
    const preview = new PreviewPanel(this.client, panel, folder, uri, this.isPublic);
    this.current = preview;
    preview.onDidClose(() => {
      if (this.current === preview) this.current = null;
      preview.dispose();
    });
  }
}

/** The document that a preview of an earlier session showed. */
function savedUri(state: unknown): Uri | null {
  const { uri } = (typeof state === "object" ? (state ?? {}) : {}) as { readonly uri?: unknown };
  return typeof uri === "string" ? Uri.parse(uri) : null;
}
