// Asks npm whether something is known against the packages of each lock file: node scripts/audit.mjs. What is delivered
// (dist/sbom.cdx.json) fails from »high« on; what only builds and tests is named, for it reaches nobody's minutes. Where npm cannot be
// asked, that is said.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onWindows, root, runMain, Unavailable } from "./setup.mjs";

const results = path.join(root, "test/artifacts/audit-results.json");
const grave = ["high", "critical"];
/** Milliseconds: who has no network is not to wait. */
const patience = 20_000;

/** The folders that have a lock file; what is delivered comes from the first. */
export const projects = [".", "bench", "test/mutation", "test/vscode/hosts"];

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

/**
 * Has `ask` give npm's answer for each project, and weighs it all. `lines` is for the person at the keyboard; what is known against the
 * packages of one that delivers nothing is named, also where what is delivered has another version of the same.
 */
export async function audited(ask, delivered) {
  const lines = [];
  const counts = { passed: 0, failed: 0 };
  const unasked = [];
  const answers = await Promise.all(projects.map(async (project) => auditOf(await ask(project))));
  for (const [index, { notRun, known = [] }] of answers.entries()) {
    const where = `${projects[index]}/package-lock.json`.replace("./", "");
    if (notRun) {
      unasked.push(`${where}: ${notRun}`);
      continue;
    }
    const { failing, named } = weighed(known, index === 0 ? delivered : new Set());
    for (const { name, severity } of named)
      lines.push(`known, not delivered or not grave: ${name} (${severity}; ${where})`);
    for (const { name, severity } of failing)
      lines.push(`known against what is delivered: ${name} (${severity})`);
    if (failing.length > 0) counts.failed += failing.length;
    else counts.passed++;
  }
  if (unasked.length > 0) counts.notRun = unasked.join("; ");
  return { counts, lines: [...lines, ...unasked] };
}

/** What `npm audit` says of a folder's lock file, whether its packages are installed or not. */
function askNpm(project) {
  const args = ["audit", "--json", "--package-lock-only", "--fetch-retries=0", "--fetch-timeout=15000"];
  const options = { cwd: path.join(root, project), timeout: patience, shell: onWindows };
  return new Promise((resolve) => {
    execFile("npm", args, { ...options, maxBuffer: 64 * 1024 * 1024 }, (_, stdout) => resolve(stdout));
  });
}

async function main() {
  const { counts, lines } = await audited(askNpm, delivered());
  for (const line of lines) console.log(line);
  mkdirSync(path.dirname(results), { recursive: true });
  writeFileSync(results, JSON.stringify(counts));
  return counts.failed === 0 ? 0 : 1;
}

if (path.resolve(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) await runMain(main);
