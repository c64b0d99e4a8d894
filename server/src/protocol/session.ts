import {
  CodeLensRefreshRequest,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  type InitializeParams,
  WatchKind,
} from "vscode-languageserver";
import { defaultSettings, type Settings } from "../config/config.ts";
import { headOf } from "../model/meeting.ts";
import type { Profile } from "../model/profile.ts";
import { Checker, type CheckOptions, type Finding } from "../rules/check.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { archiveFor } from "./archive/archiveFor.ts";
import { archiveSettingsIn } from "./archive/archiveSettings.ts";
import type { Archivist } from "./archive/archivist.ts";
import { workspaceFiles } from "./archive/workspaceFiles.ts";
import type { ReadDocument } from "./archive/openRecords.ts";
import { type ClientSupport, supportOf } from "./clientSupport.ts";
import { clientFiles } from "./clientFiles.ts";
import { configFileName, Configurations, isConfigUri } from "./configurations.ts";
import { DiagnosticsFeed } from "./diagnosticsFeed.ts";
import { attachmentGlob, Folders, isAttachmentUri } from "./folders.ts";
import { fileKindOf, type OpenDocument, OpenDocuments } from "./documents.ts";
import { chooseEncoding, type PositionEncoding, Positions } from "./positions.ts";
import { withAnything, withFileEvents, withFolderChange } from "./params.ts";
import { defaultPreferences, type Preferences, preferencesIn } from "./preferences.ts";
import type { Requests } from "./requests.ts";
import type { Platform, WriteWord } from "./platform.ts";
import { AttachmentReadings } from "./publishing/attachmentReadings.ts";
import { Press } from "./publishing/press.ts";
import { Surroundings } from "./surroundings.ts";
import { Throttle } from "./throttle.ts";
import { recordIn } from "./unknown.ts";
import { folderOf } from "./uris.ts";

/** Milliseconds between two looks at what lies around the documents: a checkout can tell of its files one by one. */
const betweenLooks = 200;

/** All that is known of one client, from its `initialize` on: what it can take, its documents, and what they are checked with. */
export class Session {
  readonly support: ClientSupport;
  readonly encoding: PositionEncoding;
  readonly positions: Positions;
  readonly documents: OpenDocuments;
  readonly configurations: Configurations;
  readonly rulePages: string | null;
  /** The client may ask for the findings of all documents by itself; ours does it when the user asks. */
  readonly checksAll: boolean;
  /** All documents of the workspace, and those that are open. */
  readonly archive: Archivist;
  /** What lays out pages; null where that cannot be. */
  readonly press: Press | null;
  /** What was found in the files beside the documents; null where they cannot be read. */
  readonly attachments: AttachmentReadings | null;
  /** Loads what writes Word documents; rejects where it is not there. */
  readonly wordWriter: () => Promise<WriteWord>;
  private readonly folders: Folders;
  private readonly surroundings: Surroundings;
  private readonly checkers = new Map<string, Checker>();
  private readonly feed: DiagnosticsFeed;
  private readonly aroundChanged = new Throttle(
    () => this.requests.attempt("around", () => this.lookAround()),
    betweenLooks,
  );
  private preferences: Preferences;
  private registered = false;

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
    this.checksAll = options["workspaceDiagnostics"] !== "onDemand";
    const files = options["readFile"] === true ? clientFiles(connection) : platform;
    this.configurations = new Configurations(files.readFile, files.listFolder);
    this.folders = new Folders(files.listFolder);
    this.surroundings = new Surroundings(this.configurations, this.folders, (uri) => this.feed.show(uri));
    this.feed = new DiagnosticsFeed(connection, requests, this);
    this.documents = new OpenDocuments(connection, requests, this.positions, (uri, document, typedLine) =>
      this.changed(uri, document, typedLine),
    );
    const assets = typeof options["assets"] === "string" ? options["assets"] : null;
    const startEngine = platform.startEngine(assets);
    this.wordWriter = () => platform.wordWriter(assets);
    // What is named beside a document or a referat.json lies in that folder, or in that of the workspace.
    const liesIn = (uri: string, folder: string): Promise<boolean> =>
      platform.liesIn(uri, [folder, this.archive.rootOf(folder) ?? folder]);
    const ifInside = async (uri: string, folder: string): Promise<Uint8Array | null> =>
      (await liesIn(uri, folder)) ? files.readBytes(uri) : null;
    this.press = startEngine && new Press(startEngine, ifInside);
    const startReader = platform.startReader(assets);
    this.attachments =
      startReader &&
      new AttachmentReadings(startReader, { ...attachmentFiles(connection, options, platform), liesIn });
    this.archive = archiveFor(connection, requests, params, platform, this);
    this.listen();
  }

  get language(): Preferences["language"] {
    return this.preferences.language;
  }

  get inlayHints(): Preferences["inlayHints"] {
    return this.preferences.inlayHints;
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

  /** What an open document is checked with; what lies around it is taken as it is known by now. */
  checkOptions(document: OpenDocument): CheckOptions {
    const { profile, severities } = this.settingsFor(document.uri, document.syntax);
    const filesBeside = this.folders.beside(document.uri);
    const { archive, indexing } = this.archive;
    // Before all meetings are known, nothing is found in them.
    const around = indexing ? null : { archive, uri: document.uri };
    return { fileKind: fileKindOf(document.uri), profile, severities, filesBeside, around };
  }

  /** What a document is checked with that is not open: what lies around it is waited for. */
  async optionsOfClosed(document: OpenDocument): Promise<CheckOptions> {
    await this.folders.load(document.uri);
    return this.checkOptions(document);
  }

  /** The names of the files in the folder of a file, which need not be there yet; null where they cannot be known. */
  filesBeside(uri: string): Promise<readonly string[] | null> {
    return this.folders.list(uri);
  }

  /** How the body of an open document writes, as referat.json says. */
  profileOf({ uri, syntax }: OpenDocument): Profile {
    return this.settingsFor(uri, syntax).profile;
  }

  /** The folder of the referat.json that a document follows, with its slash; null where it follows none. */
  configFolderOf({ uri }: OpenDocument): string | null {
    const config = this.configurations.nearest(uri);
    return config ? folderOf(config.uri) : null;
  }

  /**
   * An open document, read with the words of its profile: it is waited for what lies around it, so that no answer says what is
   * not meant.
   */
  async document(uri: string): Promise<OpenDocument | undefined> {
    while (this.mustWait(uri)) await this.surroundings.find(uri);
    return this.current(uri);
  }

  /** An open document, with the profile that it is read with. */
  async documentAt(uri: string): Promise<ReadDocument | undefined> {
    const document = await this.document(uri);
    return document && { document, profile: this.settingsFor(uri, document.syntax).profile };
  }

  /** Findings that other meetings have a part in are shown anew once all of these are known. */
  archiveChanged(): void {
    this.feed.archiveChanged();
  }

  /** The diagnostics to show now. */
  diagnosticsOf(uri: string): Promise<Diagnostic[]> {
    return this.feed.diagnosticsOf(uri);
  }

  private settingsFor(uri: string, syntax: ReferatDocument): Settings {
    const body = headOf(syntax)?.titleLine?.body ?? null;
    return this.configurations.nearest(uri)?.config.settingsFor(body) ?? defaultSettings;
  }

  /** The document as it is now, read with the words of its profile as far as that is known. */
  current(uri: string): OpenDocument | undefined {
    const document = this.documents.get(uri);
    if (!document || isConfigUri(uri)) return document;
    return this.documents.useVocabulary(uri, this.settingsFor(uri, document.syntax).vocabulary);
  }

  private listen(): void {
    const { connection, requests } = this;
    connection.onInitialized(() => {
      this.register();
      this.archive.start();
    });
    connection.onDidChangeConfiguration(
      requests.notice("didChangeConfiguration", withAnything, ({ settings }) => this.configure(settings)),
    );
    connection.onDidChangeWatchedFiles(
      requests.notice("didChangeWatchedFiles", withFileEvents, ({ changes }) => {
        for (const { uri } of changes) {
          if (isConfigUri(uri)) this.configurations.forget(uri);
          else this.folders.forget(uri);
        }
        this.archive.filesChanged(changes);
        if (changes.some(({ uri }) => isConfigUri(uri) || isAttachmentUri(uri))) this.aroundChanged.ask();
      }),
    );
    connection.onNotification(
      DidChangeWorkspaceFoldersNotification.type,
      requests.notice("didChangeWorkspaceFolders", withFolderChange, ({ event }) =>
        this.archive.foldersChanged(
          event.added.map(({ uri }) => uri),
          event.removed.map(({ uri }) => uri),
        ),
      ),
    );
  }

  /** Finds out anew what lies around the open documents, and shows what follows from it. */
  private async lookAround(): Promise<void> {
    await Promise.all(this.documents.all().map(({ uri }) => this.surroundings.find(uri)));
    this.feed.showAll();
  }

  /** A client without dynamic registration sends its changes unasked, or not at all. */
  private register(): void {
    if (this.registered) return;
    this.registered = true;
    const { client } = this.connection;
    if (this.support.configuration && this.support.configurationChanges) {
      this.requests.attempt("register", () =>
        client.register(DidChangeConfigurationNotification.type, { section: "referat" }),
      );
    }
    if (this.support.watchedFiles) {
      const watchers = [
        { globPattern: `**/${configFileName}` },
        { globPattern: attachmentGlob },
        ...this.archive.watched().map((globPattern) => ({ globPattern })),
        // Of a folder that comes or goes nothing else is told, not even what was in it.
        { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
      ];
      this.requests.attempt("register", () =>
        client.register(DidChangeWatchedFilesNotification.type, { watchers }),
      );
    }
  }

  private changed(uri: string, document: OpenDocument | null, typedLine: number | null): void {
    if (isConfigUri(uri)) {
      this.configurations.setOpen(uri, document?.syntax.getText() ?? null);
      this.feed.showAll();
    }
    this.archive.edited(uri, document !== null);
    if (document === null) {
      this.checkers.delete(uri);
      this.surroundings.forget(uri);
      this.feed.closed(uri);
    } else {
      this.feed.changed(uri, typedLine, this.preferences.diagnostics);
    }
  }

  /** Whether what lies around it is still to be found out: of a referat.json, and of what is not open, there is nothing. */
  mustWait(uri: string): boolean {
    return !isConfigUri(uri) && this.documents.get(uri) !== undefined && !this.surroundings.ready(uri);
  }

  private async configure(sent: unknown): Promise<void> {
    const settings: unknown = this.support.configuration
      ? await this.connection.workspace.getConfiguration("referat")
      : recordIn(sent)["referat"];
    const before = this.preferences;
    this.preferences = preferencesIn(settings, before);
    if (this.preferences.language !== before.language) this.feed.showAll();
    this.refreshAids();
    this.archive.configure(archiveSettingsIn(settings, this.archive.settings));
  }

  /** Hints and lenses speak the user's language too, and their kinds can be switched. */
  private refreshAids(): void {
    const { languages } = this.connection;
    if (this.support.refreshInlayHints) this.requests.attempt("refresh", () => languages.inlayHint.refresh());
    if (this.support.refreshCodeLenses)
      this.requests.attempt("refresh", () => this.connection.sendRequest(CodeLensRefreshRequest.type));
  }
}

/** Files on a disk are read there, and others by the client: they can be large. */
function attachmentFiles(
  connection: Connection,
  options: Readonly<Record<string, unknown>>,
  { disk, readBytes }: Platform,
): Omit<ConstructorParameters<typeof AttachmentReadings>[1], "liesIn"> {
  const readFile = options["readFile"] === true;
  const { stat } = workspaceFiles(connection, { findDocuments: false, readFile }, disk);
  const client = clientFiles(connection);
  return {
    stat,
    readBytes: (uri) =>
      !readFile || (disk !== null && uri.startsWith("file:")) ? readBytes(uri) : client.readBytes(uri),
  };
}
