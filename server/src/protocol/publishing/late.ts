/** What makes pages and files of documents, and weighs what is in their way: loaded with the first request for one of these. */

export { EarlierVersions } from "./earlier.ts";
export { exported, exportName } from "./exporting.ts";
export { previewOf } from "./preview.ts";
export { readinessOf } from "./readiness.ts";
