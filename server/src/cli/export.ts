import { mkdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Profile } from "../model/profile.ts";
import { html } from "../publishing/html.ts";
import { oparlText } from "../publishing/oparl.ts";
import { withChangesSince } from "../publishing/changes/since.ts";
import { changesSuffix, outputName } from "../publishing/outputName.ts";
import { render } from "../publishing/render.ts";
import type { RenderDocument } from "../publishing/renderModel.ts";
import { AttachmentReader } from "./attachments.ts";
import { type ExportArguments, type Format, readArguments } from "./exportArguments.ts";
import { refusal } from "./exportGate.ts";
import { earlierVersions, type EarlierVersions } from "./earlierVersions.ts";
import { eachFile, fileKindOf } from "./files.ts";
import { Printer } from "./printer.ts";
import { readDocument } from "./readDocument.ts";
import { leadsOut } from "./inside.ts";
import { isSameFile, save } from "./save.ts";
import { writeProblem } from "./writeProblem.ts";
import { ConfigFinder, configFindings, filesBeside, readConfig } from "./settings.ts";
import { complain, exitCodes, pass, UsageError } from "./terminal.ts";
import { word } from "./word.ts";

/**
 * `referat export FILE… --to html|pdf|docx|oparl`: writes each document for its readers, whole or not at all, and prints the paths.
 * Returns the exit status: 1 where something keeps a document from the public.
 */
export async function exportDocuments(args: readonly string[]): Promise<number> {
  const given = readArguments(args);
  const named = given.config === null ? null : readConfig(given.config);
  if (given.config !== null && named === null)
    throw new UsageError(`--config: ${given.config} kan ikke læses`);
  const run = new Run(given, new ConfigFinder(named));
  let count = 0;
  let worst: number = exitCodes.clean;
  try {
    for await (const { path, text, problem } of eachFile(given.paths)) {
      count++;
      if (text === null) {
        complain(`${path}: ${problem ?? "kan ikke læses"}`);
        worst = exitCodes.failure;
      } else worst = Math.max(worst, await run.one(path, text));
    }
  } finally {
    run.close();
  }
  if (count === 0) {
    complain("export: der er ingen dokumenter");
    return exitCodes.failure;
  }
  return Math.max(worst, run.configStatus());
}

/** One call: where its files go, and which it has written. */
class Run {
  private readonly written = new Set<string>();
  /** `--out` is a folder. */
  private readonly folder: string | null;
  private readonly earlier: EarlierVersions | null;
  private printer: Printer | null = null;
  private readonly attachments: AttachmentReader;

  constructor(
    private readonly given: ExportArguments,
    private readonly configs: ConfigFinder,
  ) {
    const { out, paths, since } = given;
    this.attachments = new AttachmentReader((path) => configs.folderFor(path));
    const isMany = paths.length > 1 || paths.some(namesMany);
    const isFolder = out !== null && out !== "-" && (/[/\\]$/.test(out) || isFolderAt(out) || isMany);
    this.folder = isFolder ? out : null;
    this.earlier = since === null ? null : earlierVersions(since, isMany);
  }

  /** Writes one document, and gives its exit status. */
  async one(path: string, text: string): Promise<number> {
    const { given } = this;
    // It starts while the document is read.
    if (given.to === "pdf") this.pages().warmUp();
    const read = readDocument(path, text, this.configs);
    const kind = fileKindOf(path);
    if (given.public && (await refusal(path, read, kind, this.attachments))) return exitCodes.findings;
    const { profile } = read.settings;
    const plain = { public: given.public, state: given.state };
    const target = this.targetOf(path, render(read.document, kind, profile, plain));
    const clash = target === "-" ? null : this.clashOf(target, path);
    if (clash !== null) {
      complain(`${path}: ${clash}`);
      return exitCodes.failure;
    }
    const earlier = (await this.earlier?.of(path, read.document.vocabulary)) ?? null;
    if (earlier && "problem" in earlier) {
      complain(`${path}: ${earlier.problem}`);
      return exitCodes.failure;
    }
    if (this.folder !== null && !madeFolder(this.folder)) return exitCodes.failure;
    // Attachments are linked to where they lie beside the result.
    const files = filesBeside(target) ?? [];
    const rendered = render(read.document, kind, profile, { ...plain, files });
    const shown = earlier ? withChangesSince(rendered, earlier, profile) : rendered;
    const result = await this.made(path, shown, profile);
    if (result === null || !save(target, result)) return exitCodes.failure;
    this.written.add(resolve(target));
    if (target !== "-") pass(`${target}\n`);
    return exitCodes.clean;
  }

  /** Why the result is not to be written there, where that is so: somebody's words would be lost. */
  private clashOf(target: string, path: string): string | null {
    const place = resolve(target);
    if (path !== "-" && isSameFile(target, path))
      return "resultatet ville overskrive dokumentet selv; angiv en anden --out";
    // A name that we have chosen ourselves: somebody may have laid a link there.
    if ((this.given.out === null || this.folder !== null) && leadsOut(target))
      return `${target} er et link ud af mappen; angiv --out, hvis der skal skrives dér`;
    if (this.earlier?.file && isSameFile(target, this.earlier.file))
      return "resultatet ville overskrive den tidligere version; angiv en anden --out";
    return this.written.has(place)
      ? `${target} er netop skrevet for et andet dokument; eksportér dem hver for sig med --out`
      : null;
  }

  /** What started for the documents ends. */
  close(): void {
    this.printer?.close();
    this.attachments.close();
  }

  /** The document in the format that was asked for; null where that failed, which is then said. */
  private async made(
    path: string,
    document: RenderDocument,
    profile: Profile,
  ): Promise<string | Uint8Array | null> {
    const { to, modified } = this.given;
    const { address, layout } = profile.publish;
    switch (to) {
      case "html":
        return html(document, { modified });
      case "docx":
        return word(path, document, { layout, modified });
      case "oparl":
        return oparlText(document, { address, modified });
      case "pdf":
        return this.pages().pdf(path, document, {
          layout,
          folder: this.configs.folderFor(path),
          modified,
        });
    }
  }

  private pages(): Printer {
    return (this.printer ??= new Printer());
  }

  private targetOf(path: string, rendered: RenderDocument): string {
    const { out, to } = this.given;
    if (out !== null && this.folder === null) return out;
    if (out === null && path === "-") return "-";
    const own = basename(path, extname(path));
    const name = outputName(rendered.kind, rendered.meeting) ?? (path === "-" ? "dokument" : own);
    const mark = this.earlier ? changesSuffix : "";
    return join(this.folder ?? dirname(path), `${name}${mark}${endings[to]}`);
  }

  /** Says what is wrong in the configurations that were read. */
  configStatus(): number {
    let status: number = exitCodes.clean;
    for (const found of this.configs.found) {
      const { path, findings } = configFindings(found, "da");
      for (const { line, column, message } of findings) complain(`${path}:${line}:${column}: ${message}`);
      if (findings.length > 0) status = exitCodes.failure;
    }
    return status;
  }
}

const endings: Readonly<Record<Format, string>> = {
  html: ".html",
  pdf: ".pdf",
  docx: ".docx",
  oparl: ".json",
};

/** A folder or a pattern stands for as many documents as there are. */
function namesMany(path: string): boolean {
  return (
    isFolderAt(path) || (/[*?[\]{}]/.test(path) && statSync(path, { throwIfNoEntry: false }) === undefined)
  );
}

function isFolderAt(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function madeFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    return true;
  } catch (error) {
    complain(`${folder}: mappen kan ikke oprettes (${writeProblem(error)})`);
    return false;
  }
}
