// Pictures of what a user sees, driven by the keyboard as a user would.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import {
  chooseTheme,
  closeSecondarySideBar,
  command,
  goToLine,
  openByName,
  until,
  widenSideBar,
} from "../../../scripts/workbench.mjs";

const size = { width: 1280, height: 800 };
const patience = 60_000;

/** Takes the pictures of a served workbench, as `<prefix>-<name>.png`; where that fails, `<prefix>-failed.png`. */
export async function takeScreenshots(browser, served, prefix, { webviews }) {
  await mkdir(path.dirname(prefix), { recursive: true });
  await visit(browser, served, prefix, "boligudvalget.referat", async (page, shoot) => {
    await chooseTheme(page, "Dark Modern");
    await foldFirstItem(page);
    await serverColours(page);
    await shoot("overview-dark");

    await chooseTheme(page, "Light Modern");
    await serverColours(page);
    await shoot("overview-light");

    // From below, so that the item's heading has left the view and is shown above it.
    await goToLine(page, 80);
    await goToLine(page, 45);
    await page.locator(".sticky-widget .sticky-line-content").first().waitFor();
    await shoot("sticky");
  });
  await visit(browser, served, prefix, "fejl.referat", async (page, shoot) => {
    await chooseTheme(page, "Dark Modern");
    await page.locator(".squiggly-warning").first().waitFor();
    await command(page, "Problems: Focus on Problems View");
    await page.locator(".markers-panel .monaco-list-row").nth(1).waitFor();
    await shoot("problems");
  });
  await visit(browser, served, prefix, "fejl.referat", async (page, shoot) => {
    await showMeeting(page);
    if (webviews) await showPages(page);
    await goToLine(page, 28);
    for (const side of ["dark", "light"]) {
      await chooseTheme(page, side === "dark" ? "Dark High Contrast" : "Light High Contrast");
      await page.locator(".squiggly-warning").first().waitFor();
      await serverColours(page);
      if (webviews) await outlined(page);
      await shoot(`contrast-${side}`);
    }
  });
}

/** Opens a file in a fresh workbench, with its outline beside it, and lets `use` look around. */
export async function visit(browser, served, prefix, file, use) {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  const shoot = (name) => page.screenshot({ path: `${prefix}-${name}.png` });
  try {
    page.setDefaultTimeout(patience);
    await page.goto(
      served.address([
        ["skipWelcome", "true"],
        ["openFile", served.file(file)],
      ]),
    );
    if (served.plain) await openByName(page, file);
    await page.locator(".editor-instance .view-line").first().click();
    await closeSecondarySideBar(page);
    await showOutline(page);
    await use(page, shoot);
  } catch (error) {
    await shoot("failed");
    throw error;
  } finally {
    await context.close();
  }
}

/** Waits until an outcome, which only the server knows, has a colour of its own. */
async function serverColours(page) {
  await page.locator(".view-line").getByText("godkendt", { exact: true }).waitFor();
}

/** The findings of the items, by icon and colour. */
async function showMeeting(page) {
  await command(page, "Explorer: Focus on Møde View");
  await page.locator('.monaco-list[aria-label*="Møde"] .monaco-list-row').nth(2).waitFor();
}

const pages = (page) =>
  page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").locator(".page");

async function showPages(page) {
  // The pages are those of the editor that has the keys.
  await goToLine(page, 1);
  await command(page, "Referat: Vis siderne ved siden af");
  await pages(page).first().locator("svg g").first().waitFor();
}

/** The paper is white in every theme; its edge tells it from what lies behind, which high contrast draws. */
async function outlined(page) {
  const edge = () =>
    pages(page)
      .first()
      .evaluate((paper) => getComputedStyle(paper).outlineStyle);
  for (let tries = 0; tries < 50 && (await edge()) !== "solid"; tries++) await page.waitForTimeout(100);
  assert.equal(await edge(), "solid");
}

/** Folds the first item away and stands in the second. */
async function foldFirstItem(page) {
  await goToLine(page, 18);
  await page.keyboard.press("Control+Shift+BracketLeft");
  await page.locator(".codicon-folding-collapsed").first().waitFor();
  await goToLine(page, 40);
}

/** Opens the outline, waits until the server has filled it, and gives it the side bar to itself. */
async function showOutline(page) {
  await command(page, "Explorer: Focus on Outline View");
  await page.locator(".outline-pane .monaco-list-row").nth(2).waitFor();
  await page.locator(".explorer-viewlet .pane-header").first().click();
  await widenSideBar(page, 382);
}
