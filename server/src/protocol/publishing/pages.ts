import { EngineEnded, itemPages, LayoutError } from "../../engine/job.ts";
import { render } from "../../publishing/render.ts";
import { fileKindOf, type OpenDocument } from "../documents.ts";
import type { Session } from "../session.ts";

/** The page on which each item begins, by its index, as the document would be printed; undefined where no pages can be made. */
export async function pagesOf(
  document: OpenDocument,
  session: Session,
): Promise<ReadonlyMap<number, number> | undefined> {
  const { press } = session;
  if (!press) return undefined;
  const profile = session.profileOf(document);
  const rendered = render(document.syntax, fileKindOf(document.uri), profile);
  const options = { layout: profile.publish.layout, folder: session.configFolderOf(document) };
  try {
    const pages = itemPages((await press.drawing(rendered, options)).places);
    return new Map(
      rendered.items.flatMap(({ anchor }, index): [number, number][] => {
        const page = anchor === null ? undefined : pages.get(anchor);
        return page === undefined ? [] : [[index, page]];
      }),
    );
  } catch (error) {
    // Without them the pages that the document has are kept.
    if (error instanceof EngineEnded || error instanceof LayoutError) return undefined;
    throw error;
  }
}
