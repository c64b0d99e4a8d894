import {
  type CancellationToken,
  type Connection,
  DocumentDiagnosticReportKind,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { Checker } from "../rules/check.ts";
import { readClosed } from "./archive/anyDocument.ts";
import { textHash } from "./archive/textHash.ts";
import { diagnosticOf } from "./diagnostics.ts";
import type { OpenDocument } from "./documents.ts";
import { nextTurn } from "./requests.ts";
import type { Session } from "./session.ts";

/** Documents that are told of at a time. */
const batch = 20;
/** Milliseconds between two looks at whether all documents are known. */
const look = 50;

/** The findings of all documents of the archive, the closed ones too; a client that takes them as they come gets them so. */
export async function workspaceReport(
  params: WorkspaceDiagnosticParams,
  connection: Connection,
  session: Session,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  while (session.archive.indexing && !token.isCancellationRequested) await pause();
  const archive = await session.archive.current();
  const uris = [...archive.all()].map(({ uri }) => uri).sort();
  const previous = (params as Partial<WorkspaceDiagnosticParams>).previousResultIds ?? [];
  const before = new Map(previous.map(({ uri, value }) => [uri, value]));
  const progress = new Progress(connection, params, session);
  progress.begin(uris.length);
  let items: WorkspaceDocumentDiagnosticReport[] = [];
  for (const [index, uri] of uris.entries()) {
    if (token.isCancellationRequested) break;
    const report = await reportOn(uri, before, session);
    if (report) items.push(report);
    // A client that takes the reports as they come gets them no second time.
    if (items.length >= batch && progress.tell(items)) items = [];
    progress.report(index + 1, uris.length);
    await nextTurn();
  }
  progress.end();
  return { items };
}

async function reportOn(
  uri: string,
  before: ReadonlyMap<string, string>,
  session: Session,
): Promise<WorkspaceDocumentDiagnosticReport | null> {
  const open = await session.document(uri);
  const items = open ? await session.diagnosticsOf(uri) : await diagnosticsOfClosed(uri, session);
  if (items === null) return null;
  const version = open?.version ?? null;
  const resultId = textHash(JSON.stringify(items));
  return before.get(uri) === resultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items };
}

/** Null where the file can no longer be read. */
async function diagnosticsOfClosed(
  uri: string,
  session: Session,
): Promise<ReturnType<typeof diagnosticOf>[] | null> {
  const read = await session.archive.files.read(uri, null);
  if (!("text" in read)) return null;
  const document: OpenDocument = await readClosed(uri, read.text, session);
  const options = await session.optionsOfClosed(document);
  return new Checker()
    .check(document.syntax, options)
    .map((finding) => diagnosticOf(finding, document, session));
}

/** How far it has come, for a client that asks to be told. */
class Progress {
  private readonly done: string | number | undefined;
  private readonly partial: string | number | undefined;

  constructor(
    private readonly connection: Connection,
    { workDoneToken, partialResultToken }: WorkspaceDiagnosticParams,
    private readonly session: Session,
  ) {
    this.done = workDoneToken;
    this.partial = partialResultToken;
  }

  begin(count: number): void {
    const title = this.session.language === "da" ? "Kontrollerer alle dokumenter" : "Checking all documents";
    this.send({ kind: "begin", title, percentage: 0, message: `0/${count}` });
  }

  report(number: number, count: number): void {
    if (number % batch === 0)
      this.send({
        kind: "report",
        percentage: Math.floor((100 * number) / count),
        message: `${number}/${count}`,
      });
  }

  end(): void {
    this.send({ kind: "end" });
  }

  /** Whether the client takes them now. */
  tell(items: WorkspaceDocumentDiagnosticReport[]): boolean {
    if (this.partial === undefined) return false;
    void this.connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, this.partial, { items });
    return true;
  }

  private send(value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void {
    if (this.done !== undefined) void this.connection.sendProgress(WorkDoneProgress.type, this.done, value);
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, look);
  });
}
