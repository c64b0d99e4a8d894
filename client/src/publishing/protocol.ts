import type { Range } from "vscode-languageclient";

/** Our own requests of the server on the way from a document to its readers. */
export const readinessRequest = "referat/readiness";
export const exportNameRequest = "referat/exportName";
export const exportRequest = "referat/export";
export const previewRequest = "referat/preview";

export type Gravity = "error" | "warning" | "info";

export interface Obstacle {
  readonly gravity: Gravity;
  readonly message: string;
  readonly range: Range;
  readonly rule: string | null;
  readonly fixes: readonly string[];
}

export interface Readiness {
  readonly version: number | null;
  readonly kind: "referat" | "dagsorden";
  /** Attachments are still being read: who asks again is told what was found in them. */
  readonly reading: boolean;
  readonly obstacles: readonly Obstacle[];
}

/** What the exported document is to be called, without its ending, and whether it has closed items. */
export interface ExportName {
  readonly name: string | null;
  readonly closed: boolean;
}

export type ExportFormat = "pdf" | "docx" | "html" | "oparl";

/** The file, as text or as bytes; or how many things stand in its way; or why it could not be made. */
export type Exported =
  | { readonly text: string }
  | { readonly base64: string; readonly warnings: readonly string[] }
  | { readonly refused: number }
  | { readonly failed: string };

/** An earlier version of a document: its text, the name of its file, and the day of it where it is a version of the same file. */
export interface Since {
  readonly text: string;
  readonly name: string;
  readonly date?: string;
}
