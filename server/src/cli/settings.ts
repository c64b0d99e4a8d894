import { readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Config, type ConfigProblem } from "../config/config.ts";
import { lineStartsOf, lastNotAbove } from "../text/lines.ts";
import type { Language } from "../text/language.ts";
import type { CheckedFile } from "./checkedFile.ts";
import { readOne } from "./files.ts";

/** A referat.json that was read, under the path that a reader knows it by. */
export interface FoundConfig {
  readonly path: string;
  readonly text: string;
  readonly config: Config;
}

/** Finds the referat.json of each document: the one that was named, or the nearest above it. Each is read once. */
export class ConfigFinder {
  private readonly byFolder = new Map<string, FoundConfig | null>();

  /** `named` is the value of --config; null where the nearest counts. */
  constructor(private readonly named: FoundConfig | null) {}

  /** The configurations that were read, in the order in which they were met. */
  get found(): FoundConfig[] {
    const all = this.named ? [this.named] : [...this.byFolder.values()].filter((found) => found !== null);
    return [...new Map(all.map((found) => [found.path, found])).values()];
  }

  configFor(path: string): Config | null {
    if (this.named) return this.named.config;
    return this.nearest(resolve(path === "-" ? "." : dirname(path)))?.config ?? null;
  }

  /** The folder of the referat.json that counts for a document; null where there is none. */
  folderFor(path: string): string | null {
    const found = this.named ?? this.nearest(resolve(path === "-" ? "." : dirname(path)));
    return found ? dirname(resolve(found.path)) : null;
  }

  private nearest(folder: string): FoundConfig | null {
    const known = this.byFolder.get(folder);
    if (known !== undefined) return known;
    const above = dirname(folder);
    const found = readConfig(join(folder, "referat.json")) ?? (above === folder ? null : this.nearest(above));
    this.byFolder.set(folder, found);
    return found;
  }
}

/** Reads a referat.json; null where there is none. */
export function readConfig(path: string): FoundConfig | null {
  const { text } = readOne(path);
  if (text === null) return null;
  return { path: shown(path), text, config: Config.read(text) };
}

function shown(path: string): string {
  const short = relative("", path);
  return short === "" || short.startsWith("..") ? path : short;
}

/** What is wrong in a referat.json, as findings of the rule `config`; nothing where the file says not to say it. */
export function configFindings({ path, text, config }: FoundConfig, language: Language): CheckedFile {
  const severity = config.problemSeverity;
  if (severity === "off") return { path, findings: [] };
  const starts = lineStartsOf(text, true);
  const place = (offset: number): { line: number; column: number } => {
    const line = lastNotAbove(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  return {
    path,
    findings: config.problems.map(({ span, message }: ConfigProblem) => {
      const start = place(span.start);
      const end = place(span.end);
      return {
        rule: "config",
        severity,
        message: message[language],
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        fixable: false,
      };
    }),
  };
}

/** The names of the files in a document's folder; null where they cannot be known. */
export function filesBeside(path: string): readonly string[] | null {
  if (path === "-") return null;
  try {
    return readdirSync(dirname(path));
  } catch {
    return null;
  }
}
