import { execFile } from "node:child_process";
import { realpathSync } from "node:fs";
import { basename, dirname } from "node:path";
import { type CalendarDate, readIsoDate } from "../calendar/date.ts";

/** A file as it was in a revision, and the day of the commit. */
export interface GitVersion {
  readonly text: string;
  readonly date: CalendarDate | null;
}

interface Commit {
  readonly id: string;
  readonly date: CalendarDate | null;
}

interface Problem {
  readonly problem: string;
}

/** Files as they were in one revision (`HEAD~1`, a tag, a commit's beginning). Git itself is asked, and it need not be there. */
export class GitVersions {
  /** By the folder in which git is asked: each repository has its own. */
  private readonly commits = new Map<string, Promise<Commit | Problem>>();

  constructor(private readonly revision: string) {}

  /** The file as it was, or why there is none, in Danish. */
  async of(path: string): Promise<GitVersion | Problem> {
    let place: string;
    try {
      place = realpathSync(path);
    } catch {
      return { problem: "dokumentet findes ikke" };
    }
    const folder = dirname(place);
    const known = this.commits.get(folder) ?? this.commitIn(folder);
    this.commits.set(folder, known);
    const commit = await known;
    if ("problem" in commit) return commit;
    const file = await git(folder, ["cat-file", "blob", `${commit.id}:./${basename(place)}`]);
    if ("failed" in file)
      return { problem: `dokumentet er ikke i versionen »${this.revision}«, under det navn og i den mappe` };
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file.out);
      return { text, date: commit.date };
    } catch {
      return { problem: `dokumentet er ikke UTF-8-tekst i versionen »${this.revision}«` };
    }
  }

  private async commitIn(folder: string): Promise<Commit | Problem> {
    const { revision } = this;
    const found = await git(folder, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
    if ("failed" in found) return { problem: await this.whyNot(folder, found) };
    const id = new TextDecoder().decode(found.out).trim();
    const dated = await git(folder, ["log", "-1", "--no-show-signature", "--format=%cI", id, "--"]);
    const day = "out" in dated ? new TextDecoder().decode(dated.out).slice(0, 10) : "";
    return { id, date: readIsoDate(day) };
  }

  private async whyNot(folder: string, { absent, failed }: Failure): Promise<string> {
    const { revision } = this;
    if (absent) return `der er ingen fil »${revision}«, og git er ikke installeret her`;
    if (/dubious ownership/i.test(failed))
      return "git læser ikke mappen, fordi en anden bruger ejer den (safe.directory)";
    const inside = await git(folder, ["rev-parse", "--git-dir"]);
    return "failed" in inside
      ? `der er ingen fil »${revision}«, og dokumentets mappe er ikke i git`
      : `»${revision}« er hverken en fil eller en version i git`;
  }
}

interface Failure {
  /** What git says of it. */
  readonly failed: string;
  /** There is no git. */
  readonly absent: boolean;
}

/**
 * Asks git, in a folder and without a shell. Nothing is fetched from elsewhere, and nobody is asked anything. What a repository
 * that came with the documents configures runs no program: not to fetch what it lacks (no protocol is allowed, and older versions
 * of git know no other way to say so), not to look for changes, not to show pages.
 */
function git(folder: string, args: readonly string[]): Promise<{ readonly out: Uint8Array } | Failure> {
  const env = {
    ...process.env,
    LC_ALL: "C",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
  };
  return new Promise((resolve) => {
    execFile(
      "git",
      ["-C", folder, "--no-pager", "-c", "core.fsmonitor=false", ...args],
      // Windows looks for a program in the current folder first: it is not to find one among the documents.
      { cwd: dirname(process.execPath), env, encoding: "buffer", maxBuffer: mostBytes, windowsHide: true },
      (error, out, complaint) =>
        resolve(
          error === null ? { out } : { failed: complaint.toString("utf8"), absent: error.code === "ENOENT" },
        ),
    );
  });
}

const mostBytes = 64 * 1024 * 1024;
