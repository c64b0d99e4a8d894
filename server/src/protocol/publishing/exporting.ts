import type { CancellationToken } from "vscode-languageserver";
import { endedText } from "../../engine/ended.ts";
import { EngineEnded, LayoutError } from "../../engine/job.ts";
import { warningText } from "../../engine/warnings.ts";
import type { PageLayout } from "../../model/pageLayout.ts";
import { html } from "../../publishing/html.ts";
import { oparlText } from "../../publishing/oparl.ts";
import { outputName } from "../../publishing/outputName.ts";
import { render } from "../../publishing/render.ts";
import type { RenderDocument } from "../../publishing/renderModel.ts";
import { anyDocument } from "../archive/anyDocument.ts";
import { fileKindOf } from "../documents.ts";
import type { Session } from "../session.ts";
import { base64Of } from "../base64.ts";
import type { EarlierVersions } from "./earlier.ts";
import type { PressOptions } from "./press.ts";
import { obstaclesIn } from "./readiness.ts";
import type { ExportParams } from "./requests.ts";

/**
 * The file, as text or (in base64) as bytes, with what is not in it as it was asked for; or how many things stand in its way; or
 * why it could not be made. Null where the document can no longer be read.
 */
export type Exported =
  | { readonly text: string }
  | { readonly base64: string; readonly warnings: readonly string[] }
  | { readonly refused: number }
  | { readonly failed: string }
  | null;

/** A document in a format; for everybody only where nothing stands in its way. `token` gives up pages that are being laid out. */
export async function exported(
  params: ExportParams,
  session: Session,
  earlier: EarlierVersions,
  token: CancellationToken,
): Promise<Exported> {
  const { textDocument, format, public: isPublic = false, target, since } = params;
  const document = await anyDocument(textDocument.uri, session);
  if (!document) return null;
  const options = await session.optionsOfClosed(document);
  const found = isPublic ? await obstaclesIn(document, true, options, session) : [];
  const errors = found.filter(({ gravity }) => gravity === "error").length;
  if (errors > 0) return { refused: errors };
  const profile = session.profileOf(document);
  const files = await session.filesBeside(target ?? document.uri);
  const plain = render(document.syntax, fileKindOf(document.uri), profile, {
    public: isPublic,
    ...(files ? { files } : {}),
  });
  const rendered = earlier.marked(plain, document, profile, since);
  const { address, layout } = profile.publish;
  switch (format) {
    case "html":
      return { text: html(rendered) };
    case "oparl":
      return { text: oparlText(rendered, { address }) };
    case "docx":
      return word(rendered, layout, session);
    case "pdf":
      return pdf(rendered, { layout, folder: session.configFolderOf(document) }, session, token);
  }
}

async function pdf(
  document: RenderDocument,
  options: PressOptions,
  session: Session,
  token: CancellationToken,
): Promise<Exported> {
  const { press, language } = session;
  if (!press) return { failed: `${endedText(new EngineEnded(""), language)}.` };
  const given = new AbortController();
  const listener = token.onCancellationRequested(() => given.abort());
  try {
    const printed = await press.pdf(document, { ...options, signal: given.signal });
    return {
      base64: base64Of(printed.pdf),
      warnings: printed.warnings.map((warning) => warningText(warning, language)),
    };
  } catch (error) {
    if (error instanceof EngineEnded) return { failed: `${endedText(error, language)}.` };
    if (error instanceof LayoutError) return { failed: layoutWords[language](error.message) };
    throw error;
  } finally {
    listener.dispose();
  }
}

async function word(document: RenderDocument, layout: PageLayout, session: Session): Promise<Exported> {
  try {
    const write = await session.wordWriter();
    return { base64: base64Of(await write(document, { layout })), warnings: [] };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { failed: wordWords[session.language](why) };
  }
}

const wordWords = {
  da: (why: string) => `Dokumentet kunne ikke laves til Word. ${why}`,
  en: (why: string) => `The document could not be made for Word. ${why}`,
};
const layoutWords = {
  da: (why: string) => `Siderne kunne ikke sættes op. ${why}`,
  en: (why: string) => `The pages could not be laid out. ${why}`,
};

/**
 * The name of a document's file for its readers, without an ending (null where it names neither body nor date), and whether
 * the document has closed items. Null where it cannot be read.
 */
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
