import {
  CancellationTokenSource,
  commands,
  DiagnosticSeverity,
  type Disposable,
  languages,
  StatusBarAlignment,
  type Tab,
  TabInputText,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
} from "vscode";
import type {
  BaseLanguageClient,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
} from "vscode-languageclient";
import { counted } from "./words.ts";

/** Milliseconds for which the outcome stands in the status bar. */
const lasting = 15_000;

/**
 * »Kontrollér alle referater«: the findings of all documents of the workspace, those that are not open too, in the view Problems.
 * It says how far it is in the status bar, where a click stops it; what was found until then stays.
 */
export class WorkspaceCheck implements Disposable {
  /** The findings of documents that no tab shows; those of the others come as always. */
  private readonly findings = languages.createDiagnosticCollection("referat-alle");
  private readonly bar = window.createStatusBarItem("referat.check", StatusBarAlignment.Left, 39);
  private readonly disposables: readonly { dispose: () => unknown }[];
  private running: CancellationTokenSource | null = null;
  private runs = 0;

  constructor(private readonly client: BaseLanguageClient) {
    const watcher = workspace.createFileSystemWatcher("**/*.{referat,dagsorden}");
    const forget = (uri: Uri): void => this.findings.delete(uri);
    this.bar.name = "Referat: Kontrollér alle referater";
    this.bar.command = "referat.stopKontrol";
    this.disposables = [
      this.findings,
      this.bar,
      watcher,
      // A finding about a text that is no longer there is none.
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
      workspace.onDidChangeTextDocument(({ document }) => forget(document.uri)),
      window.tabGroups.onDidChangeTabs(({ opened }) => opened.flatMap(uriOf).forEach(forget)),
      commands.registerCommand("referat.kontrollerAlle", () => this.run()),
      commands.registerCommand("referat.stopKontrol", () => this.running?.cancel()),
    ];
  }

  dispose(): void {
    this.running?.cancel();
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Checks everything. One that runs already goes on. */
  private async run(): Promise<void> {
    if (this.running) return;
    const running = new CancellationTokenSource();
    this.running = running;
    this.findings.clear();
    this.say("Kontrollerer referater …");
    void commands.executeCommand("setContext", "referat.checking", true);
    let checked = 0;
    const take = async (report: WorkspaceDiagnosticReportPartialResult): Promise<void> => {
      checked += report.items.length;
      this.say(`Kontrollerer referater: ${checked}`);
      await this.show(report);
    };
    const shown: Promise<void>[] = [];
    try {
      const report = await this.ask(running, (part) => shown.push(take(part)));
      await Promise.all([...shown, take(report)]);
    } catch (error) {
      if (!running.token.isCancellationRequested) throw error;
    } finally {
      this.running = null;
      running.dispose();
      this.bar.hide();
      void commands.executeCommand("setContext", "referat.checking", false);
    }
    await this.conclude(checked, running.token.isCancellationRequested);
  }

  /** Asks the server, which may tell what it finds bit by bit. */
  private async ask(
    running: CancellationTokenSource,
    take: (part: WorkspaceDiagnosticReportPartialResult) => void,
  ): Promise<WorkspaceDiagnosticReport> {
    // It runs already: the extension itself is loaded without it.
    const { WorkDoneProgress, WorkspaceDiagnosticRequest } = await import("./checkRequest.ts");
    const run = ++this.runs;
    const [workDoneToken, partialResultToken] = [`referat-check-${run}`, `referat-findings-${run}`];
    const listeners = [
      this.client.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, take),
      this.client.onProgress(WorkDoneProgress.type, workDoneToken, (progress) => {
        if (progress.kind === "report" && progress.message !== undefined) this.say(progress.message);
      }),
    ];
    try {
      return await this.client.sendRequest(
        WorkspaceDiagnosticRequest.type,
        { previousResultIds: [], workDoneToken, partialResultToken },
        running.token,
      );
    } finally {
      for (const listener of listeners) listener.dispose();
    }
  }

  private async show({ items }: WorkspaceDiagnosticReportPartialResult): Promise<void> {
    for (const report of items) {
      if (report.kind !== "full") continue;
      const uri = Uri.parse(report.uri);
      const diagnostics = await this.client.protocol2CodeConverter.asDiagnostics([...report.items]);
      if (isShown(uri)) this.findings.delete(uri);
      else this.findings.set(uri, diagnostics);
    }
  }

  /** She asked: the view Problems is shown where there is something to see, and else the status bar says so. */
  private async conclude(checked: number, stopped: boolean): Promise<void> {
    const found = languages
      .getDiagnostics()
      .flatMap(([, diagnostics]) => diagnostics.filter(({ source }) => source === "referat"));
    const errors = found.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
    const said = [
      stopped ? "Kontrollen er stoppet" : `${counted(checked, "dokument", "dokumenter")} kontrolleret`,
      found.length > 0 ? `${found.length} fund` : checked > 0 ? "intet at bemærke" : "",
      errors > 0 ? `heraf ${errors} fejl` : "",
    ];
    window.setStatusBarMessage(`$(checklist) ${said.filter(Boolean).join(", ")}`, lasting);
    if (found.length > 0) await commands.executeCommand("workbench.panel.markers.view.focus");
  }

  private say(words: string): void {
    this.bar.text = `$(sync~spin) ${words}`;
    this.bar.tooltip = "Klik for at stoppe kontrollen";
    this.bar.accessibilityInformation = { label: `${words}. Klik for at stoppe kontrollen.` };
    this.bar.show();
  }
}

/** VS Code asks for the findings of what a tab shows; a document without one can be open for minutes yet. */
function isShown(uri: Uri): boolean {
  const address = uri.toString();
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some((tab) => uriOf(tab).some((shown) => shown.toString() === address));
}

function uriOf({ input }: Tab): Uri[] {
  if (input instanceof TabInputText) return [input.uri];
  return input instanceof TabInputTextDiff ? [input.modified] : [];
}
