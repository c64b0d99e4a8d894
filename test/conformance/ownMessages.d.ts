import type {
  CM,
  DocumentUri,
  integer,
  ProtocolNotificationType,
  ProtocolRequestType,
  TextEdit,
  uinteger,
} from "vscode-languageserver";
import type {
  ActionCounts,
  ActionGroup,
  ActionRow,
  ArchiveState,
  CaseHistory,
  DecisionGroup,
  DecisionRow,
  Facets,
  Page,
} from "../../client/src/archive/protocol.ts";
import type { Meeting } from "../../client/src/meeting/protocol.ts";
import type { Exported, ExportName, Readiness } from "../../client/src/publishing/protocol.ts";

/**
 * Our own messages, as LSP declares its own; read by `metaModel.ts`. What a client must announce for those that the server sends
 * are paths in `initializationOptions`. The params of what the server is asked are its own to check.
 */

export declare namespace MeetingRequest {
  const method: "referat/meeting";
  const type: ProtocolRequestType<unknown, Meeting | null, never, void, void>;
}

export declare namespace AttachmentsRequest {
  const method: "referat/attachments";
  const type: ProtocolRequestType<unknown, TextEdit[] | null, never, void, void>;
}

export declare namespace PastedTextRequest {
  const method: "referat/pastedText";
  const type: ProtocolRequestType<unknown, string | null, never, void, void>;
}

export declare namespace ReadinessRequest {
  const method: "referat/readiness";
  const type: ProtocolRequestType<unknown, Readiness | null, never, void, void>;
}

export declare namespace ExportNameRequest {
  const method: "referat/exportName";
  const type: ProtocolRequestType<unknown, ExportName | null, never, void, void>;
}

export declare namespace ExportRequest {
  const method: "referat/export";
  const type: ProtocolRequestType<unknown, Exported | null, never, void, void>;
}

interface PreviewPiece {
  readonly id: string;
  readonly content?: string;
}

interface PreviewPage extends PreviewPiece {
  readonly width: number;
  readonly height: number;
}

interface PreviewPages {
  readonly version: integer | null;
  readonly pages: readonly PreviewPage[];
  readonly shapes: PreviewPiece;
  readonly places: readonly { readonly line: uinteger; readonly page: uinteger; readonly y: number }[];
  readonly warnings: readonly string[];
}

interface PreviewText {
  readonly version: integer | null;
  readonly html: string;
}

export declare namespace PreviewRequest {
  const method: "referat/preview";
  const type: ProtocolRequestType<unknown, PreviewPages | PreviewText | null, never, void, void>;
}

export declare namespace DecisionsRequest {
  const method: "referat/decisions";
  const type: ProtocolRequestType<unknown, Page<DecisionRow>, never, void, void>;
}

interface DecisionGroups extends Page<DecisionGroup> {
  readonly decisions: uinteger;
}

export declare namespace DecisionGroupsRequest {
  const method: "referat/decisionGroups";
  const type: ProtocolRequestType<unknown, DecisionGroups, never, void, void>;
}

interface Actions extends Page<ActionRow> {
  readonly counts: ActionCounts;
}

export declare namespace ActionsRequest {
  const method: "referat/actions";
  const type: ProtocolRequestType<unknown, Actions, never, void, void>;
}

interface ActionGroups extends Page<ActionGroup> {
  readonly counts: ActionCounts;
}

export declare namespace ActionGroupsRequest {
  const method: "referat/actionGroups";
  const type: ProtocolRequestType<unknown, ActionGroups, never, void, void>;
}

export declare namespace CaseHistoryRequest {
  const method: "referat/caseHistory";
  const type: ProtocolRequestType<unknown, CaseHistory | null, never, void, void>;
}

export declare namespace ArchiveFacetsRequest {
  const method: "referat/archiveFacets";
  const type: ProtocolRequestType<unknown, Facets, never, void, void>;
}

export declare namespace ArchiveChangedNotification {
  const method: "referat/archiveChanged";
  const type: ProtocolNotificationType<ArchiveState, void>;
  const capabilities: CM<"archive", undefined>;
}

interface AskedFile {
  readonly uri: DocumentUri;
}

export declare namespace ReadFileRequest {
  const method: "referat/readFile";
  const type: ProtocolRequestType<AskedFile, unknown, never, void, void>;
  const capabilities: CM<"readFile", undefined>;
}

export declare namespace ReadBytesRequest {
  const method: "referat/readBytes";
  const type: ProtocolRequestType<AskedFile, unknown, never, void, void>;
  const capabilities: CM<"readFile", undefined>;
}

export declare namespace ListFolderRequest {
  const method: "referat/listFolder";
  const type: ProtocolRequestType<AskedFile, unknown, never, void, void>;
  const capabilities: CM<"readFile", undefined>;
}

export declare namespace StatFileRequest {
  const method: "referat/statFile";
  const type: ProtocolRequestType<AskedFile, unknown, never, void, void>;
  const capabilities: CM<"readFile", undefined>;
}

export declare namespace FindDocumentsRequest {
  const method: "referat/findDocuments";
  const type: ProtocolRequestType<unknown, unknown, never, void, void>;
  const capabilities: CM<"archive.findDocuments", undefined>;
}

interface Stored {
  readonly read?: uinteger;
  readonly append?: string;
  readonly dropBefore?: uinteger;
}

export declare namespace StoredRequest {
  const method: "referat/stored";
  const type: ProtocolRequestType<Stored, unknown, never, void, void>;
  const capabilities: CM<"archive.stored", undefined>;
}
