import type { Connection, WorkDoneProgressServerReporter } from "vscode-languageserver";
import type { Language } from "../../rules/rule.ts";

/** So many files are real work, which is shown; fewer only when they take long. */
const many = 200;
/** Milliseconds. */
const long = 1000;
/** Milliseconds between two reports. */
const interval = 400;

const title: Readonly<Record<Language, string>> = { da: "Arkivet læses", en: "Reading the archive" };

/** Shows that the archive is being read, in clients that can show it; whoever does not want it can end it there. */
export class IndexProgress {
  private reporter: Promise<WorkDoneProgressServerReporter> | null = null;
  private startedAt = 0;
  private reportedAt = 0;
  private total = 0;

  /** `interrupted` is called when the user has ended it. */
  constructor(
    private readonly connection: Connection,
    private readonly isSupported: boolean,
    private readonly language: () => Language,
    private readonly interrupted: () => void,
  ) {}

  /** So many files wait now; 0 ends it. */
  show(waiting: number): void {
    if (!this.isSupported) return;
    if (waiting === 0) {
      this.end();
      return;
    }
    const now = performance.now();
    if (this.total === 0) this.startedAt = now;
    this.total = Math.max(this.total, waiting);
    if (!this.reporter) {
      if (waiting <= many && now - this.startedAt < long) return;
      this.reporter = this.begin();
    }
    if (now - this.reportedAt < interval) return;
    this.reportedAt = now;
    const done = this.total - waiting;
    const message = `${done} ${this.language() === "da" ? "af" : "of"} ${this.total}`;
    this.tell((reporter) => reporter.report(Math.floor((100 * done) / this.total), message));
  }

  private async begin(): Promise<WorkDoneProgressServerReporter> {
    const reporter = await this.connection.window.createWorkDoneProgress();
    reporter.begin(title[this.language()], 0, undefined, true);
    reporter.token.onCancellationRequested(() => this.interrupted());
    return reporter;
  }

  private end(): void {
    this.tell((reporter) => reporter.done());
    this.reporter = null;
    this.total = 0;
  }

  private tell(what: (reporter: WorkDoneProgressServerReporter) => void): void {
    // A client that refuses is shown nothing.
    this.reporter?.then(what).catch(() => undefined);
  }
}
