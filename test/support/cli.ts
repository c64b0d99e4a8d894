import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const cliProgram = join(import.meta.dirname, "..", "..", "dist", "cli.js");

export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bundled command line, as `referat` runs it, or a copy of it that lies elsewhere. */
export function referat(
  args: readonly string[],
  options: { cwd?: string; input?: string; program?: string } = {},
): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [options.program ?? cliProgram, ...args], {
    encoding: "utf8",
    cwd: options.cwd,
    input: options.input ?? "",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

/** A folder of its own with these files, by their paths in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "referat-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
