import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Engine } from "../engine/engine.ts";
import { endedText } from "../engine/ended.ts";
import { EngineEnded, LayoutError } from "../engine/job.ts";
import { layoutFiles } from "../engine/layoutFiles.ts";
import { print } from "../engine/print.ts";
import { warningText } from "../engine/warnings.ts";
import { startEngineThread } from "../main/nodeEngine.ts";
import type { PageLayout } from "../model/pageLayout.ts";
import type { RenderDocument } from "../publishing/renderModel.ts";
import { liesIn } from "./inside.ts";
import { complain } from "./terminal.ts";

/** Makes PDFs: the engine is started for the first and serves all. */
export class Printer {
  private readonly engine = new Engine(startEngineThread);

  warmUp(): void {
    this.engine.warmUp();
  }

  /** The document as PDF; null where that failed. Whatever is wrong is said, under the document's path. */
  async pdf(
    path: string,
    document: RenderDocument,
    options: {
      readonly layout: PageLayout;
      /** That of the referat.json, beside which the layout's files lie. */
      readonly folder: string | null;
      readonly modified: string | null;
    },
  ): Promise<Uint8Array | null> {
    const { layout, folder, modified } = options;
    const files = layoutFiles(layout, (name) => (folder === null ? null : bytesOf(folder, name)));
    try {
      const { pdf, warnings } = await print(this.engine, document, { layout, files, modified });
      for (const warning of warnings) complain(`${path}: ${warningText(warning, "da")}`);
      return pdf;
    } catch (error) {
      if (error instanceof EngineEnded) complain(`${path}: ${endedText(error, "da")}. Intet er skrevet.`);
      else if (error instanceof LayoutError)
        complain(`${path}: kunne ikke sættes op som PDF (${error.message}); intet er skrevet`);
      else throw error;
      return null;
    }
  }

  close(): void {
    this.engine.close();
  }
}

function bytesOf(folder: string, name: string): Uint8Array | null {
  const path = join(folder, name);
  try {
    return liesIn(path, [folder]) ? readFileSync(path) : null;
  } catch {
    return null;
  }
}
