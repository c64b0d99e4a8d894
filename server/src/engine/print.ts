import type { PageLayout } from "../model/pageLayout.ts";
import type { RenderDocument } from "../publishing/renderModel.ts";
import { typst } from "../publishing/typst.ts";
import type { Engine } from "./engine.ts";
import { type Drawn, EngineEnded, type Laid, LayoutError, type LayoutJob, type Pages } from "./job.ts";
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
export type Printed<Output extends Pages = Laid> = Output & { readonly warnings: readonly PrintWarning[] };

/** Lays out a document. Rejects as `Engine.layOut` does. */
export function print(
  engine: Pick<Engine, "layOut">,
  document: RenderDocument,
  options: PrintOptions,
): Promise<Printed> {
  return made((job) => engine.layOut(job, options.signal), document, options);
}

/** Draws the pages of a document. Rejects as `Engine.layOut` does. */
export function draw(
  engine: Pick<Engine, "draw">,
  document: RenderDocument,
  options: PrintOptions,
): Promise<Printed<Drawn>> {
  return made((job) => engine.draw(job, options.signal), document, options);
}

async function made<Output extends Pages>(
  make: (job: LayoutJob) => Promise<Output>,
  document: RenderDocument,
  { layout, files, modified }: PrintOptions,
): Promise<Printed<Output>> {
  const { logo, fonts } = files;
  const madeOf = (withLogo: boolean): Promise<Output> =>
    make({
      source: typst(document, { layout, modified, logo: withLogo ? (logo?.path ?? null) : null }),
      files: withLogo && logo ? [logo] : [],
      fonts,
    });
  let output: Output;
  const warnings = [...files.warnings];
  try {
    output = await madeOf(true);
  } catch (error) {
    // The logo alone is not ours: the document goes without it, be it that the engine broke down over it.
    const isDue = error instanceof LayoutError || (error instanceof EngineEnded && !error.isWanted);
    if (!isDue || !logo) throw error;
    output = await madeOf(false);
    warnings.push({ type: "logoUnreadable", path: layout.logo ?? "" });
  }
  for (const family of new Set(output.unknownFonts)) {
    const written = [layout.font, layout.headingFont].find((font) => font.toLowerCase() === family);
    warnings.push({ type: "fontUnknown", family: written ?? family });
  }
  if (output.missing.length > 0) warnings.push({ type: "signsMissing", signs: output.missing });
  return { ...output, warnings };
}
