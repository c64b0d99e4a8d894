import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith, referat } from "../support/cli.ts";

const title = "d. 04-03-2026\n\nMødedato Onsdag d. 4. marts 2026 kl. 13:00\n\n";
const agenda = `DAGSORDEN Havneudvalget ${title}Punkt 1: Ny mole\n\nForvaltningen foreslår en mole af træ.\n\nPunkt 2: Eventuelt\n`;
const minutes = `REFERAT Havneudvalget ${title}Punkt 1: Ny mole\n\nForvaltningen foreslår en mole af granit.\n\nBeslutning\n\nGodkendt.\n\nPunkt 2: Eventuelt\n`;
const earlier = minutes.replace("granit", "beton");

/** The page that is made, with what was complained of. */
function page(cwd: string, since: string, ...more: string[]): string {
  const args = ["export", "a.referat", "--to", "html", "--out", "-", "--since", since, ...more];
  const { status, stdout, stderr } = referat(args, { cwd });
  assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  return stdout;
}

function refused(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = referat(["export", "a.referat", "--to", "html", ...args], { cwd });
  assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
  return stderr;
}

describe("referat export --since a file", () => {
  it("marks what has changed since the agenda, the new and the gone, in every format that shows it", () => {
    const cwd = folderWith({ "a.referat": minutes, "a.dagsorden": agenda });
    const shown = page(cwd, "a.dagsorden");
    assert.match(shown, /Ændringer i forhold til dagsordenen/);
    assert.match(shown, /<del[^>]*>træ<\/del>|<del[^>]*>træ\.<\/del>/);
    assert.match(shown, /<ins[^>]*>granit\.?<\/ins>/);
    const name = "2026-03-04 Havneudvalget – referat";
    for (const to of ["html", "pdf", "docx"]) {
      assert.deepEqual(referat(["export", "a.referat", "--to", to, "--since", "a.dagsorden"], { cwd }), {
        status: 0,
        stdout: `${name} med ændringer.${to}\n`,
        stderr: "",
      });
    }
  }).timeout(60_000);

  it("marks with --public what is new only, and names no file", () => {
    const cwd = folderWith({ "a.referat": minutes, "Salg til Bro.referat": earlier });
    const shown = page(cwd, "Salg til Bro.referat", "--public");
    assert.match(shown, /Ændringer i forhold til en tidligere version/);
    assert.match(shown, /<ins[^>]*>granit/);
    assert.doesNotMatch(shown, /beton|<del|Bro\b/);
    assert.match(page(cwd, "Salg til Bro.referat"), /Ændringer i forhold til »Salg til Bro\.referat«/);
  });

  it("leaves the file without marks, and the earlier version, as they are", () => {
    const cwd = folderWith({ "a.referat": minutes, "før.referat": earlier });
    const [plain] = referat(["export", "a.referat", "--to", "html"], { cwd }).stdout.trim().split("\n");
    const before = readFileSync(join(cwd, plain ?? ""), "utf8");
    assert.equal(
      referat(["export", "a.referat", "--to", "html", "--since", "før.referat"], { cwd }).status,
      0,
    );
    assert.equal(readFileSync(join(cwd, plain ?? ""), "utf8"), before);
    assert.match(refused(cwd, "--since", "før.referat", "--out", "før.referat"), /overskrive den tidligere/);
    assert.equal(readFileSync(join(cwd, "før.referat"), "utf8"), earlier);
  });

  it("refuses what is no earlier version, and writes nothing", () => {
    const cwd = folderWith({ "a.referat": minutes, "billede.png": new Uint8Array([0x89, 0x50, 0xff]) });
    assert.match(refused(cwd, "--since", "billede.png"), /^a\.referat: --since: billede\.png: .*UTF-8/);
    assert.match(refused(cwd, "--since", ""), /--since mangler sin værdi/);
    for (const option of ["-x", "--output=ud.txt"])
      assert.match(refused(cwd, `--since=${option}`), /er hverken en fil eller en version/);
    assert.match(refused(cwd, "--since", "a.referat", "b.referat"), /kun være den tidligere version af ét/);
    assert.match(refused(cwd, "--since", "a.referat", "--to", "oparl"), /kan ikke vises i oparl/);
    assert.deepEqual(readdirSync(cwd).sort(), ["a.referat", "billede.png"]);
  });

  it("says where there is neither such a file nor git", () => {
    const cwd = folderWith({ "a.referat": minutes });
    const path = process.env["PATH"];
    process.env["PATH"] = cwd;
    try {
      assert.match(refused(cwd, "--since", "HEAD"), /ingen fil »HEAD«, og git er ikke installeret/);
    } finally {
      process.env["PATH"] = path;
    }
  });
});

const hasGit = spawnSync("git", ["--version"]).status === 0;
if (hasGit) describe("referat export --since a version in git", withGit);
else console.log("git is not here: versions in git were not tried.");

function withGit(): void {
  /** A folder with two versions of `møder/a.referat` in git, and a third that is not in it yet. */
  function repository(): string {
    const cwd = folderWith({
      "møder/a.referat": minutes.replace("granit", "træ"),
      "møder/b.referat": agenda,
    });
    const git = (...args: string[]): void => {
      const day = args.includes("Første") ? "2026-03-04T23:30:00+0100" : "2026-03-09T09:00:00+0100";
      const env = {
        ...process.env,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: join(cwd, "none"),
        GIT_COMMITTER_DATE: day,
        GIT_AUTHOR_DATE: day,
      };
      const who = ["-c", "user.name=Anna Holm", "-c", "user.email=anna@havneby.example"];
      execFileSync("git", ["-C", cwd, ...who, ...args], { env, stdio: "pipe" });
    };
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "-m", "Første");
    git("tag", "godkendt");
    writeFileSync(join(cwd, "møder/a.referat"), earlier);
    writeFileSync(
      join(cwd, "møder/ny.referat"),
      minutes.replace("04-03", "05-03").replace("4. marts", "5. marts"),
    );
    git("add", ".");
    git("commit", "--quiet", "-m", "Anden");
    writeFileSync(join(cwd, "møder/a.referat"), minutes);
    return join(cwd, "møder");
  }

  it("marks what has changed since, by any name that git knows it by", () => {
    const cwd = repository();
    assert.match(page(cwd, "HEAD"), /Ændringer i forhold til versionen fra 9\. marts 2026[^]*beton/);
    for (const name of ["HEAD~1", "godkendt"])
      assert.match(page(cwd, name, "--public"), /Ændringer i forhold til versionen fra 4\. marts 2026/);
    assert.doesNotMatch(page(cwd, "godkendt", "--public"), /træ/);
  });

  it("serves several documents, and says of each that was not there", () => {
    const cwd = repository();
    const args = ["export", "a.referat", "ny.referat", "--to", "html", "--since", "godkendt", "--out", "ud/"];
    const { status, stdout, stderr } = referat(args, { cwd });
    assert.equal(status, 2);
    assert.equal(stdout, `${join("ud", "2026-03-04 Havneudvalget – referat med ændringer.html")}\n`);
    assert.match(stderr, /^ny\.referat: --since: dokumentet er ikke i versionen »godkendt«/);
  });

  it("takes a file for what is meant, where one has the name of a version", () => {
    const cwd = repository();
    writeFileSync(join(cwd, "godkendt"), earlier);
    assert.match(page(cwd, "godkendt"), /Ændringer i forhold til »godkendt«/);
  });

  it("refuses what git does not know, what is no version, and what is in no repository", () => {
    const cwd = repository();
    for (const since of ["findes-ikke", "HEAD~9", "HEAD:a.referat", "HEAD; touch ud", "$(touch ud)", "a\nb"])
      assert.match(refused(cwd, "--since", since), /er hverken en fil eller en version i git/);
    assert.ok(!existsSync(join(cwd, "ud")));
    mkdirSync(join(cwd, "mappe"));
    assert.match(refused(cwd, "--since", "mappe"), /er hverken en fil eller en version i git/);
    const { status, stderr } = referat(["export", "-", "--to", "html", "--since", "HEAD"], {
      input: minutes,
    });
    assert.equal(status, 2);
    assert.match(stderr, /standardinput har ingen versioner/);
    const outside = folderWith({ "a.referat": minutes });
    assert.match(refused(outside, "--since", "HEAD"), /mappe er ikke i git/);
  });
}
