import type { Connection } from "vscode-languageserver";
import { isRecord, recordIn } from "../unknown.ts";
import { canonicalUri } from "../uris.ts";
import { type ArchiveFiles, type FileStamp, type FileText, type Found, largestFile } from "./archiveFiles.ts";

/** What a client offers to do for the archive. */
export interface ClientOffer {
  /** It finds the documents of the workspace, as its own searches do. */
  readonly findDocuments: boolean;
  /** It reads files, also those that are on no disk. */
  readonly readFile: boolean;
}

const unreadable: FileText = { problem: "unreadable" };

const findDocumentsRequest = "referat/findDocuments";
const statFileRequest = "referat/statFile";

/** The files of the workspace: found by the client where it offers that, read from the disk where they are on one. */
export function workspaceFiles(
  connection: Connection,
  offer: ClientOffer,
  disk: ArchiveFiles | null,
): ArchiveFiles {
  const onDisk = (uri: string): boolean => disk !== null && uri.startsWith("file:");
  const client = new ClientArchiveFiles(connection);
  const readerOf = (uri: string): ArchiveFiles | null =>
    onDisk(uri) ? disk : offer.readFile ? client : null;
  return {
    async *find(folders, wanted) {
      if (offer.findDocuments) {
        yield* client.find(folders);
        return;
      }
      if (disk) yield* disk.find(folders.filter(onDisk), wanted);
      for (const unlisted of folders.filter((folder) => !onDisk(folder))) yield { unlisted };
    },
    stat: (uri) => readerOf(uri)?.stat(uri) ?? Promise.resolve("unknown"),
    read: (uri, size) => readerOf(uri)?.read(uri, size) ?? Promise.resolve(unreadable),
    fetch: (uri, size) => readerOf(uri)?.fetch(uri, size) ?? Promise.resolve(() => unreadable),
  };
}

/** What a client finds and reads. What it answers is looked at like all that it sends. */
class ClientArchiveFiles implements ArchiveFiles {
  constructor(private readonly connection: Connection) {}

  async *find(folders: readonly string[]): AsyncGenerator<Found> {
    let answer: unknown = null;
    try {
      answer = await this.connection.sendRequest(findDocumentsRequest, {});
    } catch {
      // It cannot say now.
    }
    if (!Array.isArray(answer)) {
      for (const unlisted of folders) yield { unlisted };
      return;
    }
    for (const each of answer) {
      const { uri, unlisted } = recordIn(each);
      if (typeof unlisted === "string") yield { unlisted: canonicalUri(unlisted) };
      if (typeof uri === "string") yield { file: { uri: canonicalUri(uri), stamp: stampIn(each) } };
    }
  }

  async stat(uri: string): Promise<FileStamp | "folder" | "gone" | "unknown"> {
    try {
      const answer: unknown = await this.connection.sendRequest(statFileRequest, { uri });
      if (answer === "gone" || answer === "folder") return answer;
      return stampIn(answer) ?? "unknown";
    } catch {
      return "unknown";
    }
  }

  async fetch(uri: string): Promise<() => FileText> {
    const read = await this.read(uri);
    return () => read;
  }

  async read(uri: string): Promise<FileText> {
    try {
      const text: unknown = await this.connection.sendRequest("referat/readFile", { uri });
      if (typeof text !== "string") return unreadable;
      if (text.length > largestFile) return { problem: "size" };
      if (text.includes("\0")) return { problem: "binary" };
      // The client has put this sign in place of what is no UTF-8.
      return text.includes("\uFFFD") ? { problem: "encoding" } : { text };
    } catch {
      return unreadable;
    }
  }
}

function stampIn(value: unknown): FileStamp | null {
  if (!isRecord(value)) return null;
  const { size, modified } = value;
  return typeof size === "number" && typeof modified === "number" ? { size, modified } : null;
}
