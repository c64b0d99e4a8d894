// Opens what the command line exports in a real Chromium: node test/browser/run.mjs. It needs dist/ (npm run build).
// axe-core looks at each page in light and in dark, wide and narrow; nothing of a page runs or asks for anything.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root, runMain } from "../../scripts/setup.mjs";
import { ensureHosts, launchChromium } from "../../scripts/vscode-hosts.mjs";
import { add, attempt, report } from "../vscode/launch/results.mjs";
import { documents } from "./documents.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const counts = path.join(root, "test/artifacts/browser-results.json");
const views = [
  { colorScheme: "light", viewport: { width: 1200, height: 900 } },
  { colorScheme: "dark", viewport: { width: 1200, height: 900 } },
  { colorScheme: "light", viewport: { width: 360, height: 740 } },
];

await runMain(async () => {
  rmSync(counts, { force: true });
  await ensureHosts({ server: false });
  const browser = await launchChromium();
  const folder = mkdtempSync(path.join(tmpdir(), "referat-browser-"));
  const results = {};
  try {
    for (const { name, text, options } of documents) {
      const file = path.join(folder, "side.html");
      writeFileSync(file, exported(text, options));
      results[name] = [
        await attempt(`${name}: nobody is kept out`, () => accessible(browser, file)),
        await attempt(`${name}: it stands by itself`, () => standsAlone(browser, file)),
      ].reduce(add);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return report(results, counts);
});

function exported(text, options) {
  const cli = path.join(root, "dist/cli.js");
  const args = [cli, "export", "-", "--to", "html", ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input: text, encoding: "utf8" });
  if (status !== 0) throw new Error(`referat export: ${status} ${stderr}`);
  return stdout;
}

/** No rule of axe-core is broken, in any view, and nothing is wider than the window. */
async function accessible(browser, file) {
  for (const view of views) {
    // The page's own policy lets no script in: axe-core is let past it.
    const page = await browser.newPage({ ...view, bypassCSP: true });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate("axe.run(document)");
    const width = await page.evaluate("document.documentElement.scrollWidth");
    await page.close();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    const { colorScheme, viewport } = view;
    if (found.length > 0) throw new Error(`${colorScheme}, ${viewport.width} px: ${found.join("\n")}`);
    if (passes.length < 15) throw new Error(`axe-core looked at ${passes.length} things only`);
    if (width > viewport.width) throw new Error(`${width} px wide in a window of ${viewport.width}`);
  }
}

/** It asks for nothing, says nothing, runs nothing, and the keyboard's first stop leads past the head. */
async function standsAlone(browser, file) {
  const page = await browser.newPage();
  const asked = [];
  const said = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("dialog", (dialog) => dialog.dismiss().then(() => said.push("a dialog")));
  await page.goto(pathToFileURL(file).href);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const focused = await page.evaluate("document.activeElement.id");
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  await page.close();
  if (asked.length !== 1) throw new Error(`it asked for ${asked.join(", ")}`);
  if (said.length > 0) throw new Error(`it said ${said.join(", ")}`);
  if (focused !== "indhold") throw new Error(`the skip link leads to »${focused}«`);
  if (!pdf.subarray(0, 5).toString().startsWith("%PDF")) throw new Error("it cannot be printed");
}
