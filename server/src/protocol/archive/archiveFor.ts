import type { Connection, InitializeParams } from "vscode-languageserver";
import type { ClientSupport } from "../clientSupport.ts";
import type { Configurations } from "../configurations.ts";
import type { Platform } from "../platform.ts";
import type { Requests } from "../requests.ts";
import { recordIn } from "../unknown.ts";
import type { Language } from "../../text/language.ts";
import { archiveSettingsIn, defaultArchiveSettings } from "./archiveSettings.ts";
import { Archivist } from "./archivist.ts";
import { ChangeNotice } from "./changeNotice.ts";
import { clientStore } from "./clientStore.ts";
import { IndexProgress } from "./indexProgress.ts";
import type { ReadDocument } from "./openRecords.ts";
import { Pace } from "./pace.ts";
import type { RecordStore } from "./recordStore.ts";
import { ArchiveLog } from "./archiveLog.ts";
import { StoredIndex } from "./storedIndex.ts";
import { workspaceFiles } from "./workspaceFiles.ts";
import { foldersIn } from "./workspaceFolders.ts";

/** What the archive needs of a session. */
export interface ArchiveSession {
  readonly support: ClientSupport;
  readonly configurations: Configurations;
  readonly language: Language;
  readonly documentAt: (uri: string) => Promise<ReadDocument | undefined>;
  /** The other meetings are others than before, or are known now. */
  readonly archiveChanged: () => void;
}

/** The archive of a client's workspace. It reads nothing before it is started. */
export function archiveFor(
  connection: Connection,
  requests: Requests,
  params: InitializeParams,
  platform: Platform,
  session: ArchiveSession,
): Archivist {
  const options = recordIn(params.initializationOptions);
  const offer = recordIn(options["archive"]);
  const findDocuments = offer["findDocuments"] === true;
  const readFile = options["readFile"] === true;
  const log = new ArchiveLog(connection, () => session.language);
  const notice = new ChangeNotice(connection, () => archivist, options["archive"] !== undefined);
  const progress = new IndexProgress(
    connection,
    session.support.workDoneProgress,
    () => session.language,
    () => archivist.interrupt(),
  );
  const pace = new Pace(platform.turn);
  const store = storeFor(connection, platform, offer);
  const archivist: Archivist = new Archivist(
    {
      files: workspaceFiles(connection, { findDocuments, readFile }, platform.disk),
      clientFinds: findDocuments,
      clientWatches: session.support.watchedFiles,
      keeper: store && new StoredIndex(store, platform.version, pace, (error) => log.unsaved(error)),
      configurations: session.configurations,
      pace,
      documentAt: (uri) => session.documentAt(uri),
      attempt: (work) => requests.attempt("archive", work),
      isRunning: () => requests.phase === "running",
      skipped: (uri, problem) => log.name(uri, problem),
      progress: (waiting) => progress.show(waiting),
      edited: () => notice.edited(),
      changed: () => {
        notice.changed();
        session.archiveChanged();
      },
      finished: () => {
        notice.finished();
        session.archiveChanged();
      },
    },
    foldersIn(params),
    archiveSettingsIn(options, defaultArchiveSettings),
  );
  return archivist;
}

/** Where the index is stored: in the folder that the client names, or by the client itself. */
function storeFor(
  connection: Connection,
  { storeIn, version }: Platform,
  { storage, stored }: Readonly<Record<string, unknown>>,
): RecordStore | null {
  const onDisk = typeof storage === "string" ? storeIn(storage, version) : null;
  return onDisk ?? (stored === true ? clientStore(connection) : null);
}
