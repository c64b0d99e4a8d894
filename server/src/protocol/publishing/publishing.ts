import type { Connection } from "vscode-languageserver";
import { withDocument } from "../params.ts";
import type { Requests } from "../requests.ts";
import type { Session } from "../session.ts";
import type { EarlierVersions } from "./earlier.ts";
import {
  exportNameRequest,
  type ExportParams,
  exportRequest,
  type PreviewParams,
  previewRequest,
  type ReadinessParams,
  readinessRequest,
  withExport,
  withPreview,
} from "./requests.ts";

/** Answers our own requests on the way from a document to its readers. */
export function answerPublishing(connection: Connection, requests: Requests, session: Session): void {
  let versions: Promise<EarlierVersions> | undefined;
  const earlierVersions = (): Promise<EarlierVersions> =>
    (versions ??= import("./late.ts").then(({ EarlierVersions }) => new EarlierVersions()));
  connection.onRequest(
    readinessRequest,
    requests.answer(readinessRequest, withDocument, async (params: ReadinessParams) => {
      const { readinessOf } = await import("./late.ts");
      return readinessOf(params, session);
    }),
  );
  connection.onRequest(
    exportNameRequest,
    requests.answer(exportNameRequest, withDocument, async (params: ReadinessParams) => {
      const { exportName } = await import("./late.ts");
      return exportName(params, session);
    }),
  );
  connection.onRequest(
    exportRequest,
    requests.answer(exportRequest, withExport, async (params: ExportParams, token) => {
      const { exported } = await import("./late.ts");
      return exported(params, session, await earlierVersions(), token);
    }),
  );
  connection.onRequest(
    previewRequest,
    requests.answer(previewRequest, withPreview, async (params: PreviewParams) => {
      const { previewOf } = await import("./late.ts");
      return previewOf(params, session, await earlierVersions());
    }),
  );
}
