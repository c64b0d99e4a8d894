import type { Connection, Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { Config } from "../config/config.ts";
import type { Finding } from "../rules/check.ts";
import { Calm } from "./calm.ts";
import { isConfigUri } from "./configurations.ts";
import { diagnosticOf, type DiagnosticView, severities } from "./diagnostics.ts";
import type { OpenDocument } from "./documents.ts";
import type { Preferences } from "./preferences.ts";
import type { Requests } from "./requests.ts";

/** Milliseconds without news from the archive after which findings are shown anew. */
const archiveCalm = 500;

/** What is shown, and of what: the session's. */
export interface Shown extends DiagnosticView {
  readonly documents: { all(): readonly OpenDocument[] };
  readonly archive: { readonly indexing: boolean; readonly archive: { readonly version: number } };
  findings(document: OpenDocument): readonly Finding[];
  /** The document, read with the words of its profile. */
  current(uri: string): OpenDocument | undefined;
  /** The same, once what lies around it is known or has been waited for. */
  document(uri: string): Promise<OpenDocument | undefined>;
  /** Whether what lies around the document is still to be found out. */
  mustWait(uri: string): boolean;
}

/** When the client is shown which findings: pushed at each change, or told to pull them. */
export class DiagnosticsFeed {
  private readonly calm = new Calm((uri) => this.show(uri));
  /** The documents whose findings wait for what lies around them. */
  private readonly waiting = new Set<string>();
  private readonly askedTooEarly = new Set<string>();
  private shownArchive = 0;
  private archiveTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly requests: Requests,
    private readonly session: Shown,
  ) {}

  /** The diagnostics to show now. */
  async diagnosticsOf(uri: string): Promise<Diagnostic[]> {
    const document = await this.session.document(uri);
    // A client that comes back after a crash can ask before it has opened: then it is told to ask again.
    if (!document) this.askedTooEarly.add(uri);
    return document ? this.diagnostics(document) : [];
  }

  /** A document was opened or changed; `typedLine` is the line that is being written, if that is all that changed. */
  changed(uri: string, typedLine: number | null, { delay, currentLine }: Preferences["diagnostics"]): void {
    const { support } = this.session;
    // A client that pulls can show what waited only when it can be told to pull again.
    const canWait = !currentLine && (!support.pullDiagnostics || support.refreshDiagnostics);
    if (typedLine !== null && canWait && !isConfigUri(uri)) this.calm.typed(uri, typedLine, delay);
    else this.calm.release(uri);
    if (this.askedTooEarly.delete(uri)) this.refresh();
    this.push(uri);
  }

  /** A document that is closed has no findings to show. */
  closed(uri: string): void {
    this.calm.forget(uri);
    if (!this.session.support.pullDiagnostics) this.publish({ uri, diagnostics: [] });
  }

  /** Shows a document's findings anew, though its text has not changed. */
  show(uri: string): void {
    if (this.session.support.pullDiagnostics) this.refresh();
    else this.requests.attempt("show", () => this.push(uri));
  }

  showAll(): void {
    if (this.session.support.pullDiagnostics) this.refresh();
    else for (const { uri } of this.session.documents.all()) if (!isConfigUri(uri)) this.show(uri);
  }

  /** Findings that other meetings have a part in are shown anew once all of these are known. */
  archiveChanged(): void {
    clearTimeout(this.archiveTimer);
    this.archiveTimer = setTimeout(() => {
      const { archive, indexing } = this.session.archive;
      if (indexing || archive.version === this.shownArchive) return;
      this.shownArchive = archive.version;
      this.showAll();
    }, archiveCalm);
  }

  private diagnostics(document: OpenDocument): Diagnostic[] {
    if (isConfigUri(document.uri)) return this.configDiagnostics(document);
    const findings = this.calm.filter(document.uri, document.syntax, this.session.findings(document));
    return findings.map((finding) => diagnosticOf(finding, document, this.session));
  }

  private configDiagnostics({ syntax }: OpenDocument): Diagnostic[] {
    const { positions, language } = this.session;
    const { problems, problemSeverity } = Config.read(syntax.getText());
    if (problemSeverity === "off") return [];
    return problems.map(({ span, message }) => ({
      range: positions.range(syntax, span),
      severity: severities[problemSeverity],
      code: "config",
      source: "referat",
      message: message[language],
    }));
  }

  /** Every change is answered with the findings of its version; a client that pulls asks for them itself. */
  private push(uri: string): void {
    if (this.session.support.pullDiagnostics || this.waiting.has(uri)) return;
    if (!this.session.mustWait(uri)) {
      this.pushNow(uri);
      return;
    }
    this.waiting.add(uri);
    this.requests.attempt("push", async () => {
      await this.session.document(uri).finally(() => this.waiting.delete(uri));
      this.push(uri);
    });
  }

  private pushNow(uri: string): void {
    const document = this.session.current(uri);
    if (!document) return;
    const { version } = document;
    this.publish({ uri, ...(version === null ? {} : { version }), diagnostics: this.diagnostics(document) });
  }

  private publish(params: PublishDiagnosticsParams): void {
    this.requests.attempt("publishDiagnostics", () => this.connection.sendDiagnostics(params));
  }

  private refresh(): void {
    if (!this.session.support.refreshDiagnostics) return;
    this.requests.attempt("refresh", () => this.connection.languages.diagnostics.refresh());
  }
}
