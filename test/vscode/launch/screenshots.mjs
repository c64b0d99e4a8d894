// Pictures of what a user sees, driven by the keyboard as a user would.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const size = { width: 1280, height: 800 };
const patience = 60_000;

/** Takes the pictures of a served workbench, as `<prefix>-<name>.png`. */
export async function takeScreenshots(browser, served, stage, prefix) {
  await mkdir(path.dirname(prefix), { recursive: true });
  for (const theme of ["dark", "light"]) {
    await setTheme(stage, theme);
    await picture(browser, served, "boligudvalget.referat", `${prefix}-overview-${theme}.png`, overview);
  }
  await picture(browser, served, "boligudvalget.referat", `${prefix}-sticky.png`, stickyScroll);
  await picture(browser, served, "fejl.referat", `${prefix}-problems.png`, problems);
}

/** Opens a file in a fresh workbench, arranges it, and shoots. */
async function picture(browser, served, file, name, arrange) {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  try {
    page.setDefaultTimeout(patience);
    await page.goto(
      served.address([
        ["skipWelcome", "true"],
        ["openFile", served.file(file)],
      ]),
    );
    await page.locator(".editor-instance .view-line").first().waitFor();
    await page.locator(".editor-instance").first().click();
    await showOutline(page);
    await arrange(page);
    await command(page, "Notifications: Clear All Notifications");
    await page.screenshot({ path: name });
  } catch (error) {
    await page.screenshot({ path: name.replace(".png", "-failed.png") });
    throw error;
  } finally {
    await context.close();
  }
}

/** The outline beside coloured text, with the first item folded away. */
async function overview(page) {
  await goToLine(page, 18);
  await page.keyboard.press("Control+Shift+BracketLeft");
  await page.locator(".codicon-folding-collapsed").first().waitFor();
  await goToLine(page, 40);
}

/** Far down in an item: its heading and its section's stay above the text. */
async function stickyScroll(page) {
  await goToLine(page, 80);
  await goToLine(page, 45);
  await page.locator(".sticky-widget .sticky-line-content").first().waitFor();
}

/** The findings: underlined, and as a list. */
async function problems(page) {
  await goToLine(page, 1);
  await page.locator(".squiggly-warning").first().waitFor();
  await command(page, "Problems: Focus on Problems View");
  await page.locator(".markers-panel .monaco-list-row").nth(1).waitFor();
}

/** Opens the outline, waits until the server has filled it, and gives it the side bar to itself. */
async function showOutline(page) {
  await command(page, "Explorer: Focus on Outline View");
  await page.locator(".outline-pane .monaco-list-row").nth(2).waitFor();
  await page.locator(".explorer-viewlet .pane-header").first().click();
  const sideBar = await page.locator(".part.sidebar").boundingBox();
  await page.mouse.move(sideBar.x + sideBar.width, 600);
  await page.mouse.down();
  await page.mouse.move(430, 600, { steps: 5 });
  await page.mouse.up();
}

/** Runs a command of the command palette. */
async function command(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** Moves the caret to a line (1-based) and brings it into view. */
async function goToLine(page, line) {
  await page.keyboard.press("Control+G");
  await page.locator(".quick-input-widget input").fill(`:${line}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** Chooses the colours of the workspace, for workbenches opened from now on. */
async function setTheme(stage, theme) {
  const file = path.join(stage.workspace, ".vscode/settings.json");
  const name = { dark: "Dark Modern", light: "Light Modern" }[theme];
  const settings = await readFile(file, "utf8");
  await writeFile(file, settings.replace(/("workbench\.colorTheme": )"[^"]*"/, `$1"${name}"`));
}
