import { html } from "../../publishing/html.ts";
import { oparl } from "../../publishing/oparl.ts";
import { outputName } from "../../publishing/outputName.ts";
import { render } from "../../publishing/render.ts";
import type { RenderDocument } from "../../publishing/renderModel.ts";
import { anyDocument } from "../archive/anyDocument.ts";
import { fileKindOf } from "../documents.ts";
import { type ParamsCheck, withDocument } from "../params.ts";
import type { Session } from "../session.ts";
import { isText, recordIn } from "../unknown.ts";
import { obstaclesIn } from "./readiness.ts";

/** Our own request: a document as its readers are to receive it. The client saves what it gets. */
export const exportRequest = "referat/export";

const endings = { html: "html", oparl: "json" } as const;

export type ExportFormat = keyof typeof endings;

export interface ExportParams {
  readonly textDocument: { readonly uri: string };
  readonly format: ExportFormat;
  /** For everybody: closed items are left out, and nothing is given while something stands in the way. */
  readonly public?: boolean;
  /** A file in the folder that the result will lie in: attachments there are linked to. */
  readonly target?: string;
}

export const withExport: ParamsCheck = (params) => {
  const { format, public: isPublic, target } = recordIn(params);
  return (
    withDocument(params) &&
    isText(format) &&
    Object.hasOwn(endings, format) &&
    (isPublic === undefined || typeof isPublic === "boolean") &&
    (target === undefined || isText(target))
  );
};

/** The file, or how many things stand in its way; null where the document can no longer be read. */
export type Exported = { readonly text: string } | { readonly refused: number } | null;

export async function exported(params: ExportParams, session: Session): Promise<Exported> {
  const { textDocument, format, public: isPublic = false, target } = params;
  const document = await anyDocument(textDocument.uri, session);
  if (!document) return null;
  const options = await session.optionsOfClosed(document);
  const found = isPublic ? obstaclesIn(document, true, options, session) : [];
  const errors = found.filter(({ gravity }) => gravity === "error").length;
  if (errors > 0) return { refused: errors };
  const profile = session.profileOf(document);
  const files = await session.filesBeside(target ?? document.uri);
  const rendered = render(document.syntax, fileKindOf(document.uri), profile, {
    public: isPublic,
    ...(files ? { files } : {}),
  });
  return { text: written(rendered, format, profile.publish.address) };
}

function written(document: RenderDocument, format: ExportFormat, address: string | null): string {
  switch (format) {
    case "html":
      return html(document);
    case "oparl":
      return `${JSON.stringify(oparl(document, { address }), null, 2)}\n`;
  }
}

/** Our own request: what an exported document is to be called, without its ending, and whether it has closed items. */
export const exportNameRequest = "referat/exportName";

export async function exportName(
  { textDocument: { uri } }: { readonly textDocument: { readonly uri: string } },
  session: Session,
): Promise<{ name: string | null; closed: boolean } | null> {
  const document = await anyDocument(uri, session);
  if (!document) return null;
  const { kind, meeting, items } = render(
    document.syntax,
    fileKindOf(document.uri),
    session.profileOf(document),
  );
  const closed = items.some((item) => item.type === "closed" || item.closed);
  return { name: outputName(kind, meeting), closed };
}
