// What nobody can help, seen by her who writes meanwhile: the server ends, and the folder goes. Each must leave every word where it was.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, rename } from "node:fs/promises";
import path from "node:path";
import { command, goToLine, until } from "../../../scripts/workbench.mjs";
import { visit } from "./screenshots.mjs";

const file = "boligudvalget.referat";
/** Mødested, which the pages show too. */
const line = 5;

/** Walks through a workbench that is served for the stage by VS Code Server. */
export async function endure(browser, served, stage, prefix) {
  await visit(browser, served, prefix, file, async (page, shoot) => {
    const messages = await watchMessages(page);
    await outliveServer(page, stage, shoot);
    assert.deepEqual(await messages(), [], "she was told of a server that came back");
    await outliveAllServers(page, stage, shoot, messages);
  });
  await visit(browser, served, prefix, file, async (page, shoot) => {
    const messages = await watchMessages(page);
    await outliveFolder(page, served, stage, shoot);
    assert.deepEqual(await messages(), [], "she was told of a folder that came back");
  });
}

const modeBar = (page) => page.locator(".statusbar-item", { has: page.locator(".codicon-record") });
const pages = (page) =>
  page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").locator(".page");
const toast = (page) => page.locator(".notification-toast", { hasText: "Referat" });

/** Twice while she types, with the pages and Mødetilstand open: all is as if nothing had been, and goes on. */
async function outliveServer(page, stage, shoot) {
  await page.locator(".view-line", { hasText: "Mødested" }).first().click();
  await page.keyboard.press("Shift+Alt+M");
  await modeBar(page).filter({ hasText: "1. Godkendelse" }).waitFor();
  await command(page, "Referat: Vis siderne ved siden af");
  await pages(page).first().locator("svg g").first().waitFor();
  await atEnd(page);
  const words = Array.from({ length: 30 }, (_, number) => `ord${number}`);
  for (const [number, word] of words.entries()) {
    if (number === 10 || number === 20) await killServer(stage);
    await page.keyboard.type(` ${word}`);
  }
  await save(page);
  await onDisk(stage, ` ${words.join(" ")}`);
  await pages(page)
    .filter({ hasText: words.at(-1) })
    .first()
    .waitFor();
  await modeBar(page).filter({ hasText: "1. Godkendelse" }).waitFor();
  await shoot("fault-server");
  await page.keyboard.press("Shift+Alt+N");
  await modeBar(page).filter({ hasText: "2. Renovering" }).waitFor();
}

/** One after the other ends: one message, with the way back; she writes on, and what she wrote meanwhile is known then. */
async function outliveAllServers(page, stage, shoot, messages) {
  while (!(await toast(page).isVisible())) await killServer(stage, toast(page));
  await atEnd(page);
  await page.keyboard.type(" alene");
  await save(page);
  await onDisk(stage, " alene");
  await shoot("fault-given-up");
  const told = await messages();
  assert.equal(told.length, 1, told.join("\n"));
  assert.match(told[0], /Du kan skrive og gemme som altid/);
  await toast(page).locator(".monaco-button", { hasText: "Start igen" }).click();
  await pages(page).filter({ hasText: "alene" }).first().waitFor();
  assert.equal((await messages()).length, 1);
  await shoot("fault-started-again");
}

/** Her words are there while the folder is not, and when it is back; also where she has closed VS Code meanwhile. */
async function outliveFolder(page, served, stage, shoot) {
  const away = `${stage.workspace}-away`;
  const missing = page.locator(".tab.active .strikethrough");
  const findings = page.locator(".squiggly-warning, .squiggly-error, .squiggly-info");
  const before = await findings.count();
  await atEnd(page);
  await page.keyboard.type(" før");
  await rename(stage.workspace, away);
  try {
    await missing.waitFor();
    await page.keyboard.type(" imens");
    await page.locator(".view-line", { hasText: "imens" }).waitFor();
    // What is to be kept of an unsaved document is written within a moment.
    await page.waitForTimeout(2000);
    assert.equal(await findings.count(), before, "what lies beside it was said to be missing");
    await shoot("fault-folder");
  } finally {
    await rename(away, stage.workspace);
  }
  await page.goto(served.address([["skipWelcome", "true"]]));
  await page.locator(".view-line", { hasText: "imens" }).click();
  await page.keyboard.type(" ");
  await page.keyboard.press("Backspace");
  await save(page);
  await onDisk(stage, " før imens");
  await missing.waitFor({ state: "hidden" });
  await shoot("fault-folder-back");
}

/** The texts of all notifications since then, in the order in which they came; also of those that went by themselves. */
async function watchMessages(page) {
  await page.evaluate(() => {
    globalThis.told = [];
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node.classList?.contains("notification-toast-container")) globalThis.told.push(node);
    }).observe(document.body, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => (globalThis.told ?? []).map(({ innerText }) => innerText));
}

async function atEnd(page) {
  await goToLine(page, line);
  await page.keyboard.press("End");
  // The end of the line, not of its first row.
  await page.keyboard.press("End");
}

async function save(page) {
  const dirty = page.locator(".tab.active.dirty");
  await until(page.locator(".tab.active:not(.dirty)").first(), async () => {
    if ((await dirty.count()) > 0) await page.keyboard.press("Control+S");
  });
}

/** The line ends with these words in the file, as soon as that is written. */
async function onDisk(stage, words) {
  let written;
  for (let tries = 0; tries < 50; tries++) {
    written = (await readFile(path.join(stage.workspace, file), "utf8")).split("\n")[line - 1];
    if (written?.endsWith(words)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`not in the file: ${words}\n${written}`);
}

/** Ends the server of the stage at once, and waits for the next, or for `instead`. */
async function killServer(stage, instead) {
  const [id] = await serverOf(stage);
  process.kill(id, "SIGKILL");
  await serverOf(stage, id, instead);
}

/** The ids of the language servers of the stage but one, once there are some. */
async function serverOf(stage, but, instead) {
  for (let tries = 0; tries < 200; tries++) {
    const ids = execFileSync("ps", ["-A", "-o", "pid=,args="], { encoding: "utf8" })
      .split("\n")
      .filter((each) => each.includes(stage.folder) && /dist\/server\.js/.test(each))
      .map((each) => Number.parseInt(each, 10))
      .filter((id) => id !== but);
    if (ids.length > 0 || (await instead?.isVisible())) return ids;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("there is no language server");
}
