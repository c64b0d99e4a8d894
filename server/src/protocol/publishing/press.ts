import type { Engine, StartThread } from "../../engine/engine.ts";
import { type LayoutFiles, layoutFiles } from "../../engine/layoutFiles.ts";
import type { Drawn } from "../../engine/job.ts";
import type { Printed } from "../../engine/print.ts";
import type { PageLayout } from "../../model/pageLayout.ts";
import type { RenderDocument } from "../../publishing/renderModel.ts";
import { uriIn } from "../uris.ts";

/** Reads the bytes of a file by its URI; null where there is none or it cannot be read. The platform says how. */
export type ReadBytes = (uri: string) => Promise<Uint8Array | null>;

export interface PressOptions {
  readonly layout: PageLayout;
  /** The URI of the folder beside whose referat.json the layout's files lie; null where there is none. */
  readonly folder: string | null;
  readonly signal?: AbortSignal;
}

/** Lays out documents as pages: the engine is loaded and started with the first of them and serves all. */
export class Press {
  private engine: Promise<Engine> | null = null;
  private files: { readonly key: string; readonly read: Promise<LayoutFiles> } | null = null;

  constructor(
    private readonly start: StartThread,
    /** Reads a file that a layout names. */
    private readonly readBytes: (uri: string, folder: string) => Promise<Uint8Array | null>,
  ) {}

  /** Rejects as `Engine.layOut` does. */
  async pdf(document: RenderDocument, options: PressOptions): Promise<Printed> {
    this.files = null;
    const { layout, signal } = options;
    const { print } = await import("../../engine/print.ts");
    return print(await this.started(), document, {
      layout,
      files: await this.filesOf(options),
      modified: null,
      ...(signal ? { signal } : {}),
    });
  }

  /** Rejects as `Engine.layOut` does. The layout's files are read once, and again where the layout names others. */
  async drawing(document: RenderDocument, options: PressOptions): Promise<Printed<Drawn>> {
    const { layout, signal } = options;
    const { draw } = await import("../../engine/print.ts");
    return draw(await this.started(), document, {
      layout,
      files: await this.filesOf(options),
      modified: null,
      ...(signal ? { signal } : {}),
    });
  }

  private started(): Promise<Engine> {
    return (this.engine ??= import("../../engine/engine.ts").then(({ Engine }) => new Engine(this.start)));
  }

  private filesOf({ layout, folder }: PressOptions): Promise<LayoutFiles> {
    const key = JSON.stringify([folder, layout.logo, layout.fontFiles]);
    if (this.files?.key !== key) this.files = { key, read: this.readFiles(layout, folder) };
    return this.files.read;
  }

  private async readFiles(layout: PageLayout, folder: string | null): Promise<LayoutFiles> {
    const read = new Map<string, Uint8Array | null>();
    for (const path of [...(layout.logo === null ? [] : [layout.logo]), ...layout.fontFiles])
      read.set(path, folder === null ? null : await this.readBytes(fileIn(folder, path), folder));
    return layoutFiles(layout, (path) => read.get(path) ?? null);
  }
}

function fileIn(folder: string, path: string): string {
  return path
    .split(/[\\/]/)
    .reduce((uri, name, index, all) => uriIn(uri, name) + (index < all.length - 1 ? "/" : ""), folder);
}
