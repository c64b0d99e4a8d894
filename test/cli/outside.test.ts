import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { folderWith, referat } from "../support/cli.ts";

const minutes = `REFERAT Havneudvalget d. 04-03-2026

Punkt 1: Ny mole

Beslutning

Godkendt.

Bilag

Bilag 1.1: Plan.txt
`;
const canary = "Kanariefuglen synger i dag";
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><path d="M0 0h90v40z"/></svg>';

/** A folder that somebody sent, beside one with what is nobody's business. */
function folders(files: Readonly<Record<string, string>> = {}): { cwd: string; outside: string } {
  const outside = folderWith({
    "hemmelig.referat": minutes.replace("Godkendt.", `${canary}, ligesom den 010203-1234.`),
    "hemmelig.txt": `${canary} 010203-1234\n`,
    "logo.svg": svg,
  });
  return { cwd: folderWith({ "a.referat": minutes, ...files }), outside };
}

function withLogo(logo: string): string {
  return JSON.stringify({ profiles: [{ publish: { logo } }] });
}

describe("the command line in a folder that somebody sent", () => {
  it("reads and writes no document that only a link leads to", () => {
    const { cwd, outside } = folders();
    const before = readFileSync(join(outside, "hemmelig.referat"), "utf8");
    symlinkSync(join(outside, "hemmelig.referat"), join(cwd, "b.referat"));
    symlinkSync(outside, join(cwd, "mappe"));
    for (const args of [
      ["check", "--fix", "."],
      ["format", "**/*.referat"],
      ["decisions", "."],
    ]) {
      const { status, stdout, stderr } = referat(args, { cwd });
      assert.doesNotMatch(stdout + stderr, /Kanarie|010203/, args.join(" "));
      assert.match(stderr, /^b\.referat: et link fører ud af mappen/m);
      assert.match(stderr, /^mappe\/hemmelig\.referat: et link fører ud af mappen/m);
      assert.equal(status, 2);
    }
    assert.equal(readFileSync(join(outside, "hemmelig.referat"), "utf8"), before);
  });

  it("reads what a link leads to where she names it herself, and what lies in the folder", () => {
    const { cwd, outside } = folders();
    mkdirSync(join(cwd, "under"));
    symlinkSync(join(outside, "hemmelig.referat"), join(cwd, "b.referat"));
    symlinkSync(join(cwd, "a.referat"), join(cwd, "under", "c.referat"));
    assert.match(referat(["decisions", "b.referat"], { cwd }).stdout, /Kanarie/);
    assert.equal(referat(["decisions", "under/c.referat"], { cwd }).status, 0);
    assert.doesNotMatch(referat(["check", "."], { cwd }).stderr, /under/);
  });

  it("prints no picture that lies elsewhere, however referat.json names it", () => {
    for (const logo of ["x\n/../../logo.svg", "link.svg"]) {
      const { cwd, outside } = folders({ "referat.json": withLogo(logo) });
      symlinkSync(join(outside, "logo.svg"), join(cwd, "link.svg"));
      const { stderr } = referat(["export", "a.referat", "--to", "pdf", "--out", "a.pdf"], { cwd });
      assert.match(stderr, logo === "link.svg" ? /link\.svg/ : /referat\.json:1:\d+: Skriv stien/, logo);
    }
  });

  it("prints one that a link leads to within the folder", () => {
    const { cwd } = folders({ "referat.json": withLogo("link.svg"), "billeder/logo.svg": svg });
    symlinkSync(join(cwd, "billeder", "logo.svg"), join(cwd, "link.svg"));
    const { status, stderr } = referat(["export", "a.referat", "--to", "pdf", "--out", "a.pdf"], { cwd });
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  });

  it("looks into no attachment that lies elsewhere", () => {
    const { cwd, outside } = folders();
    symlinkSync(join(outside, "hemmelig.txt"), join(cwd, "Plan.txt"));
    const { stderr } = referat(["export", "a.referat", "--to", "html", "--public"], { cwd });
    assert.match(stderr, /Plan\.txt/);
    assert.doesNotMatch(stderr, /010203/);
  });

  it("writes no result through a link that lies where it would go", () => {
    const { cwd, outside } = folders();
    const name = "2026-03-04 Havneudvalget – referat.html";
    symlinkSync(join(outside, "hemmelig.txt"), join(cwd, name));
    const refused = referat(["export", "a.referat", "--to", "html"], { cwd });
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /er et link ud af mappen/);
    assert.match(readFileSync(join(outside, "hemmelig.txt"), "utf8"), /^Kanarie/);
    assert.equal(referat(["export", "a.referat", "--to", "html", "--out", "b.html"], { cwd }).status, 0);
  });

  it("is not stopped by a referat.json with brackets without end", () => {
    const { cwd } = folders({ "referat.json": "[".repeat(100_000) });
    const { status, stderr, stdout } = referat(["check", "a.referat"], { cwd });
    assert.equal(status, 2);
    assert.equal(stderr, "");
    assert.match(stdout, /referat\.json:1:1: fejl: Filen kan ikke læses: der er for mange klammer/);
  });
});

const hasGit = spawnSync("git", ["--version"]).status === 0;
if (hasGit) describe("referat export --since in a repository that somebody sent", hostileRepository);
else console.log("git is not here: hostile repositories were not tried.");

function hostileRepository(): void {
  it("runs nothing that the repository configures", () => {
    const { cwd, outside } = folders();
    const trap = join(outside, "fælde");
    const script = folderWith({ "kør.sh": `#!/bin/sh\ntouch '${trap}'\nexit 1\n` });
    const program = join(script, "kør.sh");
    chmodSync(program, 0o755);
    const env = { ...process.env, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: join(cwd, "none") };
    const git = (...args: string[]): string =>
      execFileSync(
        "git",
        ["-C", cwd, "-c", "user.name=Anna Holm", "-c", "user.email=anna@havneby.example", ...args],
        { env, stdio: "pipe", encoding: "utf8" },
      );
    git("init", "--quiet");
    git("add", "a.referat");
    git("commit", "--quiet", "-m", "Første");
    // What the repository lacks would be fetched from where it says, by what it says.
    const blob = git("rev-parse", "HEAD:a.referat").trim();
    execFileSync("rm", ["-f", join(cwd, ".git", "objects", blob.slice(0, 2), blob.slice(2))]);
    for (const [name, value] of [
      ["extensions.partialClone", "origin"],
      ["core.repositoryFormatVersion", "1"],
      ["remote.origin.promisor", "true"],
      ["remote.origin.url", outside],
      ["remote.origin.uploadpack", program],
      ["protocol.allow", "always"],
      ["protocol.file.allow", "always"],
      ["core.fsmonitor", program],
      ["core.pager", program],
      ["core.sshCommand", program],
      ["log.showSignature", "true"],
      ["gpg.program", program],
      ["diff.external", program],
    ] as const)
      git("config", name, value);
    const { status, stderr } = referat(["export", "a.referat", "--to", "html", "--since", "HEAD"], { cwd });
    assert.equal(status, 2);
    assert.match(stderr, /--since/);
    assert.equal(existsSync(trap), false, "a program of the repository's ran");
  });
}
