// `npm start`: a real VS Code with the extension and the folder examples/. Everything that is missing is installed.
// With --check the page is opened in Chromium without a window, photographed, and everything stops again.

import { spawn, spawnSync } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { build, ensurePackages, onWindows, root, runMain } from "./setup.mjs";
import { ensureHosts, freePort, launchChromium, onPath, serveWeb } from "./vscode-hosts.mjs";

const examples = path.join(root, "examples");
const patience = { timeout: 60_000 };
const hasDisplay = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;

await runMain(async () => {
  const checking = process.argv.includes("--check");
  await ensurePackages();
  build();
  const file = await firstExample();
  if (!checking && openDesktop(file)) return 0;
  await ensureHosts({ server: false });
  const { url, mount, stop } = await serveWeb({
    extension: root,
    folder: examples,
    port: await freePort(3000),
  });
  const payload = JSON.stringify([["openFile", `${mount}/${file}`]]);
  const address = `${url}?payload=${encodeURIComponent(payload)}`;
  if (checking) return check(address).finally(stop);
  console.log(
    `VS Code med udvidelsen er nu i din browser på ${address} (stop med Ctrl+C; filerne i examples/ ændres ikke).`,
  );
  openBrowser(address);
  return new Promise(() => {}); // until Ctrl+C
});

/** The document to begin with: the one with mistakes, where there is one. */
async function firstExample() {
  const documents = (await readdir(examples)).filter((name) => name.endsWith(".referat")).sort();
  return documents.find((name) => name.includes("fejl")) ?? documents[0];
}

/** Opens the desktop's VS Code, where there is one and a display; tells whether it did. */
function openDesktop(file) {
  const code = hasDisplay && onPath("code");
  if (!code) return false;
  const args = [`--extensionDevelopmentPath=${root}`, examples, path.join(examples, file)];
  const { status } = spawnSync(code, args, { stdio: "inherit", shell: onWindows });
  if (status !== 0) return false;
  console.log("VS Code er åbnet med udvidelsen og mappen examples/.");
  return true;
}

/** Opens the user's browser, where there is a display; the address is printed anyway. */
function openBrowser(address) {
  const [command, ...args] = { darwin: ["open"], win32: ["rundll32", "url.dll,FileProtocolHandler"] }[
    process.platform
  ] ?? ["xdg-open"];
  if (!hasDisplay || process.env.CI || !onPath(command)) return;
  spawn(command, [...args, address], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

/** Waits until the page shows the document's place in its outline, and photographs it. */
async function check(address) {
  const picture = path.join(root, "test/artifacts/screenshots/start.png");
  await mkdir(path.dirname(picture), { recursive: true });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(address);
    await page.locator(".breadcrumbs-control .codicon[class*='codicon-symbol-']").first().waitFor(patience);
    console.log(`VS Code viste dokumentet og dets disposition: ${path.relative(root, picture)}.`);
    return 0;
  } finally {
    await page.screenshot({ path: picture });
    await browser.close();
  }
}
