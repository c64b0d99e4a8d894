// Asks npm whether something is known against the packages: node scripts/audit.mjs. What is delivered (dist/sbom.cdx.json) fails from
// »high« on; what only builds and tests is named, for it reaches nobody's minutes. Where npm cannot be asked, that is said.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onWindows, root, runMain, Unavailable } from "./setup.mjs";

const results = path.join(root, "test/artifacts/audit-results.json");
const grave = ["high", "critical"];
/** Milliseconds: who has no network is not to wait. */
const patience = 20_000;

/** What npm's answer says: the packages that something is known against, by name, or why there is no answer. */
export function auditOf(answer) {
  let report;
  try {
    report = JSON.parse(answer);
  } catch {
    return { notRun: "npm's register of known vulnerabilities could not be asked" };
  }
  if (report?.error || !report?.vulnerabilities)
    return {
      notRun: `npm's register of known vulnerabilities could not be asked (${report?.error?.code ?? report?.statusCode ?? "no answer"})`,
    };
  return {
    known: Object.entries(report.vulnerabilities).map(([name, { severity }]) => ({ name, severity })),
  };
}

/** Which of them fail, and which are only named. `delivered` are the names of the packages that are delivered. */
export function weighed(known, delivered) {
  const failing = known.filter(({ name, severity }) => delivered.has(name) && grave.includes(severity));
  return { failing, named: known.filter((each) => !failing.includes(each)) };
}

function delivered() {
  const bom = path.join(root, "dist/sbom.cdx.json");
  if (!existsSync(bom)) throw new Unavailable("dist/sbom.cdx.json mangler: kør npm run build først.");
  const { components } = JSON.parse(readFileSync(bom, "utf8"));
  return new Set(components.map(({ group, name }) => (group ? `${group}/${name}` : name)));
}

function main() {
  const { stdout } = spawnSync("npm", ["audit", "--json", "--fetch-retries=0", "--fetch-timeout=15000"], {
    cwd: root,
    encoding: "utf8",
    timeout: patience,
    shell: onWindows,
    maxBuffer: 64 * 1024 * 1024,
  });
  const { notRun, known = [] } = auditOf(stdout ?? "");
  const { failing, named } = weighed(known, delivered());
  for (const { name, severity } of named)
    console.log(`known, not delivered or not grave: ${name} (${severity})`);
  for (const { name, severity } of failing)
    console.error(`known against what is delivered: ${name} (${severity})`);
  mkdirSync(path.dirname(results), { recursive: true });
  const counts = notRun
    ? { passed: 0, failed: 0, notRun }
    : { passed: failing.length === 0 ? 1 : 0, failed: failing.length };
  writeFileSync(results, JSON.stringify(counts));
  if (notRun) console.log(notRun);
  return failing.length === 0 ? 0 : 1;
}

if (path.resolve(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) await runMain(main);
