import { drawingOf } from "../../engine/drawing.ts";
import { EngineEnded, linePositions, type PagePlace } from "../../engine/job.ts";
import { warningText } from "../../engine/warnings.ts";
import { html } from "../../publishing/html.ts";
import { render } from "../../publishing/render.ts";
import { textHash } from "../archive/textHash.ts";
import { fileKindOf } from "../documents.ts";
import type { Session } from "../session.ts";
import type { EarlierVersions } from "./earlier.ts";
import type { PreviewParams } from "./requests.ts";

/** Something that is sent once: what has the same id has the same content. */
interface Piece {
  readonly id: string;
  readonly content?: string;
}

/** The pages, or the web page where no pages can be made. Null where the document is not open. */
export type Preview =
  | {
      readonly version: number | null;
      /** In points. The content is that of an SVG picture. */
      readonly pages: readonly (Piece & { readonly width: number; readonly height: number })[];
      /** What the pages use by its ids. */
      readonly shapes: Piece;
      readonly places: readonly Pick<PagePlace, "line" | "page" | "y">[];
      readonly warnings: readonly string[];
    }
  | { readonly version: number | null; readonly html: string }
  | null;

/** The pages of an open document. What the client says it has (`known`) is named by its id and not sent again. */
export async function previewOf(
  params: PreviewParams,
  session: Session,
  earlier: EarlierVersions,
): Promise<Preview> {
  const { textDocument, public: isPublic = false, known = [], since } = params;
  const document = await session.document(textDocument.uri);
  if (!document) return null;
  const { version } = document;
  const profile = session.profileOf(document);
  const { layout } = profile.publish;
  const plain = render(document.syntax, fileKindOf(document.uri), profile, { public: isPublic });
  const rendered = earlier.marked(plain, document, profile, since);
  const folder = session.configFolderOf(document);
  const { press } = session;
  if (!press) return { version, html: html(rendered) };
  try {
    const { svg, places, warnings } = await press.drawing(rendered, { layout, folder });
    const { pages, shapes } = drawingOf(svg);
    const has = new Set(known);
    const piece = (content: string): Piece => {
      const id = `${textHash(content)}-${content.length}`;
      return has.has(id) ? { id } : { id, content };
    };
    return {
      version,
      pages: pages.map(({ width, height, content }) => ({ ...piece(content), width, height })),
      shapes: piece(shapes),
      places: linePositions(places).map(({ line, page, y }) => ({ line, page, y })),
      warnings: warnings.map((warning) => warningText(warning, session.language)),
    };
  } catch (error) {
    // A machine that runs no engine still shows what is to be read.
    if (error instanceof EngineEnded) return { version, html: html(rendered) };
    throw error;
  }
}
