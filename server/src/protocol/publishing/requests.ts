import { readIsoDate } from "../../calendar/date.ts";
import { type ParamsCheck, withDocument } from "../params.ts";
import { isList, isRecord, isText, recordIn } from "../unknown.ts";

/** Our own requests on the way from a document to its readers, and what they are asked with. */

/** The earlier version of a document, changes since which are to be marked. */
export interface SinceParams {
  /** The whole text of it. */
  readonly text: string;
  /** The name of its file, with its ending. */
  readonly name: string;
  /** `2026-03-04`: the day of which it is, where it is a version that was kept of the file. */
  readonly date?: string;
}

/** Whether a parameter is an earlier version, or is left out. */
function isSince(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isRecord(value)) return false;
  const { text, name, date } = value;
  return isText(text) && isText(name) && (date === undefined || (isText(date) && readIsoDate(date) !== null));
}

/** Our own request: what stands in the way of sending a document out, the gravest first. */
export const readinessRequest = "referat/readiness";

export interface ReadinessParams {
  readonly textDocument: { readonly uri: string };
  /** For everybody: what stands in closed items is in nobody's way then. */
  readonly public?: boolean;
}

/** Our own request: a document as its readers are to receive it. The client saves what it gets. */
export const exportRequest = "referat/export";

const formats = ["html", "oparl", "pdf", "docx"] as const;

export type ExportFormat = (typeof formats)[number];

export interface ExportParams {
  readonly textDocument: { readonly uri: string };
  readonly format: ExportFormat;
  /** For everybody: closed items are left out, and nothing is given while something stands in the way. */
  readonly public?: boolean;
  /** A file in the folder that the result will lie in: attachments there are linked to. */
  readonly target?: string;
  /** What has changed since is marked; in OParl nothing can be. */
  readonly since?: SinceParams;
}

export const withExport: ParamsCheck = (params) => {
  const { format, public: isPublic, target, since } = recordIn(params);
  return (
    withDocument(params) &&
    formats.some((each) => each === format) &&
    (isPublic === undefined || typeof isPublic === "boolean") &&
    (target === undefined || isText(target)) &&
    isSince(since) &&
    (since === undefined || format !== "oparl")
  );
};

/** Our own request: what an exported document is to be called, without its ending, and whether it has closed items. */
export const exportNameRequest = "referat/exportName";

/** Our own request: the pages of a document as they would be printed now. */
export const previewRequest = "referat/preview";

export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
  readonly public?: boolean;
  /** What the client has already, by its id: it is not sent again. */
  readonly known?: readonly string[];
  /** What has changed since is marked. */
  readonly since?: SinceParams;
}

export const withPreview: ParamsCheck = (params) => {
  const { public: isPublic, known, since } = recordIn(params);
  return (
    withDocument(params) &&
    (isPublic === undefined || typeof isPublic === "boolean") &&
    (known === undefined || isList(known, isText)) &&
    isSince(since)
  );
};
