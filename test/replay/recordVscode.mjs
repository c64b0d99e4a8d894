// Records what VS Code says to the server while somebody types: node test/replay/recordVscode.mjs FILE DOCUMENT. See README.md.
import { copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { root, runMain } from "../../scripts/setup.mjs";
import { ensureHosts, launchChromium } from "../../scripts/vscode-hosts.mjs";
import { serve } from "../vscode/launch/server.mjs";
import { layStage } from "../vscode/launch/stage.mjs";
import { visit } from "../vscode/launch/screenshots.mjs";

const [file, document] = process.argv.slice(2).map((name) => path.resolve(name));
const name = "vandvaerk.referat";

await runMain(async () => {
  await ensureHosts();
  const stage = await layStage(root);
  const browser = await launchChromium();
  try {
    for (const old of await readdir(stage.workspace))
      await rm(path.join(stage.workspace, old), { recursive: true });
    await copyFile(document, path.join(stage.workspace, name));
    await listenIn(stage);
    const served = await serve(stage, { tests: false });
    await visit(browser, served, path.join(root, "test/artifacts/record"), name, type);
    await served.stop();
  } finally {
    await browser.close();
    await stage.remove();
  }
  return 0;
});

/** Puts a recorder in front of the server of the staged extension. */
async function listenIn({ extension, workspace }) {
  const server = path.join(extension, "dist/server.js");
  const recorder = path.join(import.meta.dirname, "recorder.cjs");
  const listen = `process.on("message", require(${JSON.stringify(recorder)}).recorder(${JSON.stringify(file)}, ${JSON.stringify(workspace)}));`;
  await writeFile(server, `${listen}\n${await readFile(server, "utf8")}`);
}

/** What somebody does who writes minutes. */
async function type(page) {
  const { keyboard } = page;
  const write = (text) => keyboard.type(text, { delay: 40 });
  const press = async (...keys) => {
    for (const key of keys) await keyboard.press(key, { delay: 20 });
    await page.waitForTimeout(150);
  };
  const goTo = async (line) => {
    await press("Control+G");
    await page.locator(".quick-input-widget input").fill(`:${line}`);
    await press("Enter", "End");
  };
  const command = async (title) => {
    await press("F1");
    await page.locator(".quick-input-widget input").fill(`>${title}`);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
    await page.waitForTimeout(600);
  };

  await goTo(20);
  await write(" Rikke Dal og J");
  await press("Control+Space");
  await page.waitForTimeout(400);
  await press("Escape");
  await write("ens Høgh spurgte.");
  await press("Control+Z", "Control+Z", "Control+Y");

  // The misspelt heading: the first of its fixes.
  await goTo(29);
  await press("Control+Period");
  await page.waitForTimeout(800);
  await press("Enter");
  await page.waitForTimeout(400);

  // A list that goes on, and is left again.
  await goTo(34);
  await press("Enter");
  await write("Drøfter 💧 og æøå");
  await press("Enter", "Enter");

  // The item's title.
  await goTo(22);
  await press("F2");
  await page.waitForTimeout(500);
  await press("Control+A");
  await write("Et nyt vandværk");
  await press("Enter");
  await page.waitForTimeout(500);

  await goTo(45);
  await press("Alt+ArrowUp", "Alt+ArrowUp", "Control+Z", "Control+Z");
  await press("Control+End", "Enter", "Enter");
  await write("Punkt 4: Næste møde   ");
  await press("Enter", "Enter");
  await write("Beslutning");
  await press("Enter", "Enter");
  await write("Det blev aftalt, at Rikke Dal udsender datoer senest 1. april 2026.");
  await command("Format Document");
  await press("Control+A", "Control+X");
  await page.waitForTimeout(500);
  await press("Control+V", "Control+Home");
  for (let count = 0; count < 8; count++) await press("Control+Z");
  for (let count = 0; count < 3; count++) await press("Control+Y");
  await press("Control+S");
  await page.waitForTimeout(1500);
}
