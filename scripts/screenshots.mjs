// npm run screenshots [NAME…]: takes the pictures of docs/billeder/ anew, all or those named, of VS Code with the built extension
// and the folder examples/. What it shows is scripts/screenshots/scenes.mjs.

import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { build, ensurePackages, root, runMain, Unavailable } from "./setup.mjs";
import { ensureHosts, launchChromium } from "./vscode-hosts.mjs";
import * as server from "../test/vscode/launch/server.mjs";
import { layStage } from "../test/vscode/launch/stage.mjs";
import { smallPng } from "./screenshots/png.mjs";
import { scenes } from "./screenshots/scenes.mjs";
import { closeSecondarySideBar } from "./workbench.mjs";

const pictures = path.join(root, "docs/billeder");
const patience = 30_000;
/** A window that shows what the pictures are about, and little else. */
const calmSettings = {
  "workbench.colorTheme": "Light Modern",
  "editor.minimap.enabled": false,
  "workbench.layoutControl.enabled": false,
  "window.commandCenter": false,
  "chat.disableAIFeatures": true,
};

/** What the status bar says of a workbench in a browser on another machine, which hers is not. */
const elsewhere = `${["host", "forwardedPorts", "workbench.keyboardLayout"]
  .map((item) => `[id="status.${item}"]`)
  .join(", ")} { display: none !important; }`;

await runMain(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in scenes));
  if (unknown)
    throw new Unavailable(`Billedet ${unknown} findes ikke: vælg ${Object.keys(scenes).join(", ")}.`);
  await ensurePackages();
  build();
  await ensureHosts();
  const { stage, removeStage } = await layPictureStage();
  const served = await server.serve(stage, { tests: false, trusted: true });
  const browser = await launchChromium();
  try {
    await mkdir(pictures, { recursive: true });
    const wanted = Object.keys(scenes).filter((name) => names.length === 0 || names.includes(name));
    let failed = 0;
    for (const name of wanted) {
      try {
        const bytes = smallPng(await photograph(browser, served, name));
        await writeFile(path.join(pictures, `${name}.png`), bytes);
        console.log(`${name}.png  ${Math.round(bytes.length / 1000)} kB`);
      } catch (error) {
        failed++;
        console.error(`${name}: ${error.message}`);
      }
    }
    return failed === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await served.stop();
    await removeStage();
  }
});

/** A stage with the examples as she would keep them, and a VS Code that shows what the pictures are about and little else. */
async function layPictureStage() {
  const folder = await mkdtemp(path.join(tmpdir(), "referat-pictures-"));
  const workspace = path.join(folder, "Udvalg");
  await cp(path.join(root, "examples"), workspace, { recursive: true });
  const stage = await layStage(root, "no test", workspace);
  const settings = path.join(stage.folder, "server-data/data/Machine/settings.json");
  await mkdir(path.dirname(settings), { recursive: true });
  await writeFile(settings, JSON.stringify(calmSettings));
  const removeStage = async () => {
    await stage.remove();
    await rm(folder, { recursive: true, force: true });
  };
  return { stage, removeStage };
}

/** Plays a scene in a fresh workbench and gives the picture of its end; where it breaks off, test/artifacts has the picture. */
async function photograph(browser, served, name) {
  const { size, file, pointer = false, play } = scenes[name];
  const context = await browser.newContext({ viewport: size, locale: "en-US" });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const payload = [["skipWelcome", "true"], ...(file ? [["openFile", served.file(file)]] : [])];
  try {
    await page.goto(served.address(payload));
    await page.locator(".monaco-workbench").waitFor();
    await page.addStyleTag({ content: elsewhere });
    await closeSecondarySideBar(page);
    if (file) {
      await page.locator(".editor-instance .view-line").first().click();
      // What the server says of it is in the picture too.
      await page.locator(".statusbar-item", { has: page.locator(".codicon-checklist") }).waitFor();
    }
    const clip = await play(page);
    // The pointer is out of the way, and what blinks or fades has come to rest.
    if (!pointer) await page.mouse.move(size.width - 1, size.height - 1);
    await page.waitForTimeout(500);
    return await page.screenshot({ animations: "disabled", caret: "hide", ...(clip ? { clip } : {}) });
  } catch (error) {
    const failed = path.join(root, "test/artifacts/screenshots", `scene-${name}-failed.png`);
    await mkdir(path.dirname(failed), { recursive: true });
    await page.screenshot({ path: failed });
    throw error;
  } finally {
    await context.close();
  }
}
