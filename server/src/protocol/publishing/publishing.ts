import type { Connection } from "vscode-languageserver";
import { withDocument } from "../params.ts";
import type { Requests } from "../requests.ts";
import type { Session } from "../session.ts";
import { EarlierVersions } from "./earlier.ts";
import {
  exported,
  exportName,
  exportNameRequest,
  type ExportParams,
  exportRequest,
  withExport,
} from "./exporting.ts";
import { type PreviewParams, previewOf, previewRequest, withPreview } from "./preview.ts";
import { type ReadinessParams, readinessOf, readinessRequest } from "./readiness.ts";

/** Our own requests on the way from a document to its readers. */
export function answerPublishing(connection: Connection, requests: Requests, session: Session): void {
  const earlier = new EarlierVersions();
  connection.onRequest(
    readinessRequest,
    requests.answer(readinessRequest, withDocument, (params: ReadinessParams) =>
      readinessOf(params, session),
    ),
  );
  connection.onRequest(
    exportNameRequest,
    requests.answer(exportNameRequest, withDocument, (params: ReadinessParams) =>
      exportName(params, session),
    ),
  );
  connection.onRequest(
    exportRequest,
    requests.answer(exportRequest, withExport, (params: ExportParams, token) =>
      exported(params, session, earlier, token),
    ),
  );
  connection.onRequest(
    previewRequest,
    requests.answer(previewRequest, withPreview, (params: PreviewParams) =>
      previewOf(params, session, earlier),
    ),
  );
}
