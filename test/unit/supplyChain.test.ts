import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly inBundle?: boolean;
  readonly link?: boolean;
}

interface Component {
  readonly "bom-ref": string;
  readonly "type": string;
  readonly "group"?: string;
  readonly "name": string;
  readonly "version"?: string;
  readonly "purl": string;
  readonly "hashes"?: readonly { readonly alg: string; readonly content: string }[];
  readonly "licenses": readonly { readonly license: { readonly id: string } }[];
}

interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly version: number;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/** The folders with a lock file of their own, with a slash behind each but the root. */
const projects = lockedIn("");

function lockedIn(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const below = entries.filter(
    (entry) =>
      entry.isDirectory() && !/^(?:\..*|node_modules|dist|artifacts|coverage|reports)$/.test(entry.name),
  );
  return [
    ...(entries.some(({ name }) => name === "package-lock.json") ? [folder] : []),
    ...below.flatMap(({ name }) => lockedIn(`${folder}${name}/`)),
  ];
}

describe("what comes from others", () => {
  it("is that of four folders", () => {
    assert.deepEqual(projects.sort(), ["", "bench/", "test/mutation/", "test/vscode/hosts/"]);
  });

  for (const project of projects)
    it(`is named exactly, and known by its contents (${project}package-lock.json)`, () => {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
        read(`${project}package.json`),
      ) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
      const named = { ...dependencies, ...devDependencies, ...optionalDependencies };
      for (const [name, version] of Object.entries(named))
        assert.match(version, /^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/, name);
      const { packages } = JSON.parse(read(`${project}package-lock.json`)) as {
        packages: Readonly<Record<string, Locked>>;
      };
      const entries = Object.entries(packages).filter(([path]) => path !== "");
      assert.ok(entries.length > 50);
      for (const [path, { integrity, resolved, inBundle }] of entries) {
        // What another package brings along is known by that one's.
        if (inBundle !== true) assert.match(integrity ?? "", /^sha512-[\w+/]{86}==$/, path);
        if (resolved !== undefined) assert.match(resolved, /^https:\/\/registry\.npmjs\.org\//, path);
      }
      for (const name of Object.keys(named)) assert.ok(packages[`node_modules/${name}`], name);
    });

  it("is installed without running anything of it", () => {
    assert.match(read(".npmrc"), /^ignore-scripts=true$/m);
    assert.match(read("scripts/setup.mjs"), /npmCi\(\["--ignore-scripts"\]/);
  });

  const bom = JSON.parse(read("dist/sbom.cdx.json")) as Bom;
  const notices = read("dist/THIRD-PARTY-NOTICES.txt");

  it("stands in a bill of materials, as CycloneDX 1.6 has it", () => {
    assert.equal(bom.bomFormat, "CycloneDX");
    assert.equal(bom.specVersion, "1.6");
    assert.equal(bom.version, 1);
    const { name, version } = JSON.parse(read("package.json")) as { name: string; version: string };
    assert.equal(bom.metadata.component.purl, `pkg:npm/${name}@${version}`);
    const refs = new Set([
      bom.metadata.component["bom-ref"],
      ...bom.components.map((each) => each["bom-ref"]),
    ]);
    assert.equal(refs.size, bom.components.length + 1, "a ref stands twice");
    assert.deepEqual(new Set(bom.dependencies.map(({ ref }) => ref)), refs);
    for (const { dependsOn = [] } of bom.dependencies)
      for (const ref of dependsOn) assert.ok(refs.has(ref), ref);
    for (const each of bom.components) {
      assert.equal(each.type, "library");
      assert.match(each.purl, /^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+(?:@\d+\.\d+\.\d+)?$/);
      assert.equal(each.licenses.length, 1);
      for (const { alg, content } of each.hashes ?? [])
        assert.match(`${alg} ${content}`, /^SHA-512 [\da-f]{128}$/);
    }
  });

  it("has there what is in a bundle, as the lock file has it, and nothing of what only builds and tests", () => {
    const names = bom.components.map(({ group, name }) => (group ? `${group}/${name}` : name));
    for (const name of [
      "zod",
      "vscode-languageclient",
      "vscode-languageserver",
      "docx",
      "fflate",
      "pdfjs-dist",
      "jsonc-parser",
      "tinyglobby",
      "diff",
      "@myriaddreamin/typst-ts-web-compiler",
      "@expo-google-fonts/source-sans-3",
      "core-js",
    ])
      // prettier-ignore
      assert.ok(names.includes(name), name);
    for (const name of ["mocha", "esbuild", "typescript", "@vscode/vsce", "@napi-rs/canvas"])
      assert.ok(!names.includes(name), name);
    const { packages } = JSON.parse(read("package-lock.json")) as {
      packages: Readonly<Record<string, Locked>>;
    };
    for (const { group, name, version, hashes } of bom.components) {
      const locked = packages[`node_modules/${group ? `${group}/` : ""}${name}`];
      if (!locked) continue;
      assert.equal(version, locked.version, name);
      const integrity = `sha512-${Buffer.from(hashes?.[0]?.content ?? "", "hex").toString("base64")}`;
      assert.equal(integrity, locked.integrity, name);
    }
  });

  it("comes with its licences, each of which lets us deliver it", () => {
    const allowed = new Set(["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "OFL-1.1"]); // prettier-ignore
    for (const { group, name, licenses } of bom.components) {
      assert.ok(allowed.has(licenses[0]?.license.id ?? ""), name);
      assert.ok(notices.includes(`\n${group ? `${group}/` : ""}${name} `), name);
    }
    for (const words of [
      "Permission is hereby granted",
      "Apache License",
      "SIL OPEN FONT LICENSE",
      "Blue Oak Model License",
    ])
      assert.ok(notices.includes(words), words);
  });

  it("lies in the package, which has nothing but what is run, shown and read", async () => {
    const { listFiles, PackageManager } = await import("@vscode/vsce");
    const packed = await listFiles({ cwd: root, packageManager: PackageManager.None });
    for (const file of ["dist/sbom.cdx.json", "dist/THIRD-PARTY-NOTICES.txt", "LICENSE", "SECURITY.md"])
      assert.ok(packed.includes(file), file);
    const expected =
      /^(?:package(?:\.nls)?\.json|language-configuration\.json|LICENSE|[A-Z]+\.md|(?:dist|docs|images|schemas|snippets|syntaxes)\/.*)$/;
    assert.deepEqual(packed.filter((file) => !expected.test(file) || /\.(?:m?ts|map|vsix|tgz)$/.test(file)), []); // prettier-ignore
  });
});

interface Known {
  readonly name: string;
  readonly severity: string;
}

/** scripts/audit.mjs, which has no types. */
interface Audit {
  readonly auditOf: (answer: string) => { readonly notRun?: string; readonly known?: readonly Known[] };
  readonly weighed: (
    known: readonly Known[],
    delivered: ReadonlySet<string>,
  ) => { readonly failing: readonly Known[]; readonly named: readonly Known[] };
  readonly projects: readonly string[];
  readonly audited: (
    ask: (project: string) => Promise<string>,
    delivered: ReadonlySet<string>,
  ) => Promise<{
    readonly counts: { readonly passed: number; readonly failed: number; readonly notRun?: string };
    readonly lines: readonly string[];
  }>;
}

describe("what is known against packages", () => {
  let audit: Audit;
  before(async () => {
    audit = (await import(String(new URL("../../scripts/audit.mjs", import.meta.url)))) as Audit;
  });

  it("fails where it is grave and delivered, and is named otherwise", () => {
    const answer = JSON.stringify({
      vulnerabilities: {
        zod: { severity: "high" },
        mocha: { severity: "critical" },
        docx: { severity: "low" },
      },
    });
    const { known = [] } = audit.auditOf(answer);
    const { failing, named } = audit.weighed(known, new Set(["zod", "docx"]));
    assert.deepEqual(failing, [{ name: "zod", severity: "high" }]);
    assert.deepEqual(
      named.map(({ name }) => name),
      ["mocha", "docx"],
    );
    assert.deepEqual(audit.auditOf('{"vulnerabilities": {}}'), { known: [] });
  });

  it("is asked for each lock file", async () => {
    const asked: string[] = [];
    const ask = (project: string): Promise<string> => {
      asked.push(project);
      return Promise.resolve('{"vulnerabilities": {}}');
    };
    const { counts, lines } = await audit.audited(ask, new Set());
    assert.deepEqual(
      asked.map((project) => (project === "." ? "" : `${project}/`)).sort(),
      [...projects].sort(),
    );
    assert.deepEqual({ counts, lines }, { counts: { passed: projects.length, failed: 0 }, lines: [] });
  });

  it("fails for what is delivered, but not for a namesake among what only tests; who was not asked is named", async () => {
    const grave = JSON.stringify({ vulnerabilities: { zod: { severity: "high" } } });
    const answers: Readonly<Record<string, string>> = { ".": grave, "bench": grave, "test/mutation": "" };
    const ask = (project: string): Promise<string> => Promise.resolve(answers[project] ?? '{"vulnerabilities": {}}'); // prettier-ignore
    const { counts, lines } = await audit.audited(ask, new Set(["zod"]));
    assert.equal(counts.failed, 1);
    assert.equal(counts.passed, 2);
    assert.match(counts.notRun ?? "", /^test\/mutation\/package-lock\.json: .*could not be asked/);
    assert.deepEqual(lines.slice(0, 2), [
      "known against what is delivered: zod (high)",
      "known, not delivered or not grave: zod (high; bench/package-lock.json)",
    ]);
  });

  it("is not said to be nothing where nobody could be asked", () => {
    for (const answer of [
      "",
      "npm error",
      "null",
      '{"error": {"code": "ENOTFOUND"}}',
      '{"message": "405", "statusCode": 405}',
    ])
      assert.match(audit.auditOf(answer).notRun ?? "", /could not be asked/, answer);
  });
});

/** How secrets look that programs write: https://docs.gitlab.com/user/application_security/secret_detection and its like. */
const secrets: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}/,
  /\bgithub_pat_\w{50}/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bxox[abprs]-[\w-]{10}/,
  /\bglpat-[\w-]{20}/,
  /\bsk-[A-Za-z0-9]{32}/,
  /\bAIza[\w-]{35}\b/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./,
  /\/\/[^\s/:@]+:[^\s/@$]{6,}@[\w.-]+\.(?!example)[a-z]{2,}/,
  /_authToken\s*=/,
  /\b(?:password|passwd|secret|api_?key)["']?\s*[:=]\s*["'][^"'\s]{12,}["']/i,
];

describe("secrets", () => {
  const text =
    /\.(?:ts|mjs|cjs|js|json|jsonl|md|txt|yml|yaml|sh|html|css|referat|dagsorden|svg|npmrc)$|\/?\.[a-z]+(?:rc|ignore)$/;

  function isClean(path: string): string[] {
    const content = read(path);
    return secrets.filter((pattern) => pattern.test(content)).map((pattern) => `${path}: ${String(pattern)}`);
  }

  it("are in no file of the project", function () {
    let listed: string;
    try {
      listed = execFileSync("git", ["-C", root, "ls-files", "-z"], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    } catch {
      // A copy without its history: what is packed is looked at below.
      listed = ["package.json", ".npmrc", "README.md"].join("\0");
    }
    const files = listed.split("\0").filter((path) => text.test(path) && existsSync(join(root, path)));
    assert.ok(files.length > 2);
    assert.deepEqual(files.filter((path) => path !== "test/unit/supplyChain.test.ts").flatMap(isClean), []);
  });

  it("nor in what is delivered", () => {
    assert.deepEqual(["dist/extension.js", "dist/extension.web.js", "dist/server.js", "dist/server.worker.js", "dist/cli.js", "dist/sbom.cdx.json"].flatMap(isClean), []); // prettier-ignore
  });

  it("would be found", () => {
    for (const secret of [
      `AKIA${"A".repeat(16)}`,
      `ghp_${"a".repeat(36)}`,
      ["//registry.npmjs.org/:_auth", "Token=x"].join(""),
      ["pass", 'word: "abcdefghijkl1"'].join(""),
    ])
      assert.ok(
        secrets.some((pattern) => pattern.test(secret)),
        secret,
      );
  });
});
