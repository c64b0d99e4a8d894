import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from "vscode-languageserver";
import { Config, defaultSettings, type Settings } from "../config/config.ts";
import { headOf } from "../model/meeting.ts";
import { Checker, type CheckOptions, type Finding } from "../rules/check.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { Calm } from "./calm.ts";
import { type ClientSupport, supportOf } from "./clientSupport.ts";
import { configFileName, Configurations, isConfigUri, type ReadFile } from "./configurations.ts";
import { diagnosticOf } from "./diagnostics.ts";
import { attachmentGlob, Folders, type ListFolder } from "./folders.ts";
import { fileKindOf, type OpenDocument, OpenDocuments } from "./documents.ts";
import { chooseEncoding, type PositionEncoding, Positions } from "./positions.ts";
import { defaultPreferences, type Preferences, preferencesIn, recordIn } from "./preferences.ts";
import type { Requests } from "./requests.ts";
import type { Platform } from "./platform.ts";

/** The request by which the server reads a file through the client, where the client offers it. */
export const readFileRequest = "referat/readFile";
export const listFolderRequest = "referat/listFolder";

/** All that is known of one client, from its `initialize` on: what it can take, its documents, and what they are checked with. */
export class Session {
  readonly support: ClientSupport;
  readonly encoding: PositionEncoding;
  readonly positions: Positions;
  readonly documents: OpenDocuments;
  readonly configurations: Configurations;
  readonly rulePages: string | null;
  private readonly folders: Folders;
  private readonly askedTooEarly = new Set<string>();
  private readonly checkers = new Map<string, Checker>();
  private readonly calm = new Calm((uri) => this.show(uri));
  private preferences: Preferences;

  constructor(
    private readonly connection: Connection,
    private readonly requests: Requests,
    params: InitializeParams,
    platform: Platform,
  ) {
    const options = recordIn(params.initializationOptions);
    this.support = supportOf(params.capabilities);
    this.encoding = chooseEncoding(params.capabilities.general?.positionEncodings);
    this.positions = new Positions(this.encoding);
    this.preferences = preferencesIn(options, defaultPreferences);
    this.rulePages = typeof options["rulePages"] === "string" ? options["rulePages"] : platform.rulePages;
    const read: ReadFile = (uri) => connection.sendRequest<string | null>(readFileRequest, { uri });
    const list: ListFolder = (uri) => connection.sendRequest<string[] | null>(listFolderRequest, { uri });
    const throughClient = options["readFile"] === true;
    this.configurations = new Configurations(throughClient ? read : platform.readFile);
    this.folders = new Folders(throughClient ? list : platform.listFolder);
    this.documents = new OpenDocuments(connection, requests, this.positions, (uri, document, typedLine) =>
      this.changed(uri, document, typedLine),
    );
    this.listen();
  }

  get language(): Preferences["language"] {
    return this.preferences.language;
  }

  /** The findings of a document, all of them. */
  findings(document: OpenDocument): Finding[] {
    let checker = this.checkers.get(document.uri);
    if (!checker) {
      checker = new Checker();
      this.checkers.set(document.uri, checker);
    }
    return checker.check(document.syntax, this.checkOptions(document));
  }

  checkOptions(document: OpenDocument): CheckOptions {
    const { profile, severities } = this.settingsFor(document.uri, document.syntax);
    const filesBeside = this.folders.beside(document.uri);
    return { fileKind: fileKindOf(document.uri), profile, severities, filesBeside };
  }

  /** The diagnostics to show now; a pull waits for the configuration, so that it never shows what is not meant. */
  async diagnosticsOf(uri: string): Promise<Diagnostic[]> {
    if (this.configurations.nearest(uri) === undefined) await this.loadAround(uri);
    const document = this.current(uri);
    // A client that comes back after a crash can ask before it has opened: then it is told to ask again.
    if (!document) this.askedTooEarly.add(uri);
    return document ? this.diagnostics(document) : [];
  }

  private diagnostics(document: OpenDocument): Diagnostic[] {
    if (isConfigUri(document.uri)) return this.configDiagnostics(document);
    const findings = this.calm.filter(document.uri, document.syntax, this.findings(document));
    return findings.map((finding) => diagnosticOf(finding, document, this));
  }

  private configDiagnostics({ syntax }: OpenDocument): Diagnostic[] {
    return Config.read(syntax.getText()).problems.map(({ span, message }) => ({
      range: this.positions.range(syntax, span),
      severity: DiagnosticSeverity.Error,
      code: "config",
      source: "referat",
      message: message[this.language],
    }));
  }

  private settingsFor(uri: string, syntax: ReferatDocument): Settings {
    const body = headOf(syntax)?.titleLine?.body ?? null;
    return this.configurations.nearest(uri)?.config.settingsFor(body) ?? defaultSettings;
  }

  /** The document, read with the words of its profile. */
  private current(uri: string): OpenDocument | undefined {
    const document = this.documents.get(uri);
    if (!document || isConfigUri(uri)) return document;
    return this.documents.useVocabulary(uri, this.settingsFor(uri, document.syntax).vocabulary);
  }

  private listen(): void {
    const { connection, requests, support } = this;
    connection.onInitialized(() => {
      // A client without dynamic registration sends its changes unasked, or not at all.
      const unregistered = (): void => undefined;
      if (support.configuration) {
        connection.client
          .register(DidChangeConfigurationNotification.type, { section: "referat" })
          .catch(unregistered);
      }
      if (support.watchedFiles) {
        connection.client
          .register(DidChangeWatchedFilesNotification.type, {
            watchers: [{ globPattern: `**/${configFileName}` }, { globPattern: attachmentGlob }],
          })
          .catch(unregistered);
      }
    });
    connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) =>
      requests.notice("didChangeConfiguration", () => void this.configure(settings).catch(() => undefined)),
    );
    connection.onDidChangeWatchedFiles(({ changes }) =>
      requests.notice("didChangeWatchedFiles", () => {
        for (const { uri } of changes) {
          if (isConfigUri(uri)) this.configurations.forget(uri);
          else this.folders.forget(uri);
        }
        void this.reloadAll();
      }),
    );
  }

  private changed(uri: string, document: OpenDocument | null, typedLine: number | null): void {
    if (isConfigUri(uri)) {
      this.configurations.setOpen(uri, document?.syntax.getText() ?? null);
      this.showAll();
    }
    if (document === null) {
      this.calm.forget(uri);
      this.checkers.delete(uri);
      this.folders.forget(uri);
      if (!this.support.pullDiagnostics) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
      return;
    }
    const { delay, currentLine } = this.preferences.diagnostics;
    // A client that pulls can show what waited only when it can be told to pull again.
    const canWait = !currentLine && (!this.support.pullDiagnostics || this.support.refreshDiagnostics);
    if (typedLine !== null && canWait && !isConfigUri(uri)) this.calm.typed(uri, typedLine, delay);
    else this.calm.release(uri);
    if (this.askedTooEarly.delete(uri)) this.refresh();
    this.push(uri);
  }

  /** Every change is answered with the findings of its version; a client that pulls asks for them itself. */
  private push(uri: string): void {
    if (this.support.pullDiagnostics) return;
    if (!isConfigUri(uri) && this.configurations.nearest(uri) === undefined) {
      void this.loadAround(uri).then(() => this.requests.notice("push", () => this.push(uri)));
      return;
    }
    const document = this.current(uri);
    if (!document) return;
    void this.connection.sendDiagnostics({
      uri,
      version: document.version,
      diagnostics: this.diagnostics(document),
    });
  }

  /** Finds out what lies around a document: its configuration, and the files beside it. */
  private async loadAround(uri: string): Promise<void> {
    await Promise.all([this.configurations.load(uri), this.folders.load(uri)]);
  }

  /** Shows a document's findings anew, though its text has not changed. */
  private show(uri: string): void {
    if (this.support.pullDiagnostics) this.refresh();
    else this.requests.notice("show", () => this.push(uri));
  }

  private async reloadAll(): Promise<void> {
    await Promise.all(this.documents.all().map(({ uri }) => this.loadAround(uri)));
    this.showAll();
  }

  private showAll(): void {
    if (this.support.pullDiagnostics) this.refresh();
    else for (const { uri } of this.documents.all()) if (!isConfigUri(uri)) this.push(uri);
  }

  private refresh(): void {
    if (!this.support.refreshDiagnostics) return;
    this.connection.languages.diagnostics.refresh().catch(() => {
      // The client has gone: then there is nobody to show anything to.
    });
  }

  private async configure(sent: unknown): Promise<void> {
    const settings: unknown = this.support.configuration
      ? await this.connection.workspace.getConfiguration("referat")
      : recordIn(sent)["referat"];
    const before = this.preferences;
    this.preferences = preferencesIn(settings, before);
    if (this.preferences.language !== before.language) this.showAll();
  }
}
