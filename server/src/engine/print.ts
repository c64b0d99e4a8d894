import type { PageLayout } from "../model/pageLayout.ts";
import type { RenderDocument } from "../publishing/renderModel.ts";
import { typst } from "../publishing/typst.ts";
import type { Engine } from "./engine.ts";
import { type Laid, LayoutError } from "./job.ts";
import type { LayoutFiles } from "./layoutFiles.ts";
import type { PrintWarning } from "./warnings.ts";

export interface PrintOptions {
  readonly layout: PageLayout;
  /** What the layout names. */
  readonly files: LayoutFiles;
  /** When the document was published, as RFC 3339 has it; null says nothing of it. */
  readonly modified: string | null;
  readonly signal?: AbortSignal;
}

/** The pages, and what about them is not as it was asked for. */
export type Printed = Laid & { readonly warnings: readonly PrintWarning[] };

/** Lays out a document. Rejects as `Engine.layOut` does. */
export async function print(
  engine: Pick<Engine, "layOut">,
  document: RenderDocument,
  options: PrintOptions,
): Promise<Printed> {
  const { layout, files, modified, signal } = options;
  const { logo, fonts } = files;
  const laidOut = (withLogo: boolean): Promise<Laid> =>
    engine.layOut(
      {
        source: typst(document, { layout, modified, logo: withLogo ? (logo?.path ?? null) : null }),
        files: withLogo && logo ? [logo] : [],
        fonts,
      },
      signal,
    );
  let laid: Laid;
  const warnings = [...files.warnings];
  try {
    laid = await laidOut(true);
  } catch (error) {
    // The logo alone is not ours: the document goes without it.
    if (!(error instanceof LayoutError) || !logo) throw error;
    laid = await laidOut(false);
    warnings.push({ type: "logoUnreadable", path: layout.logo ?? "" });
  }
  for (const family of new Set(laid.unknownFonts)) {
    const written = [layout.font, layout.headingFont].find((font) => font.toLowerCase() === family);
    warnings.push({ type: "fontUnknown", family: written ?? family });
  }
  if (laid.missing.length > 0) warnings.push({ type: "signsMissing", signs: laid.missing });
  return { ...laid, warnings };
}
