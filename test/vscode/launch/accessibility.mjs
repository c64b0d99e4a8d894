// What a screen reader is told, and what is reached by keys alone: the views, the status bar, and the page of the preview.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { command, goToLine } from "../../../scripts/workbench.mjs";
import { visit } from "./screenshots.mjs";

/** Walks through a served workbench as one who sees nothing of it; a host without webviews has no preview. */
export async function listen(browser, served, prefix, { webviews }) {
  await visit(browser, served, prefix, "boligudvalget.referat", async (page) => {
    await page.locator(".statusbar-item", { has: page.locator(".codicon-checklist") }).waitFor();
    await hearMeeting(page);
    await hearArchive(page);
    await goToLine(page, 20);
    if (!webviews) return;
    await command(page, "Referat: Vis siderne ved siden af");
    await readPages(page);
  });
}

/** Every name that the browser gives to assistive technology for a role. */
async function names(page, role) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => node.name.value);
}

/** The names of the rows of a view, once it has some. */
async function named(page, view) {
  const rows = page.locator(`.monaco-list[aria-label*="${view}"] .monaco-list-row`);
  await rows.first().waitFor();
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
}

/** The state of an item, which its icon shows, is in its name; so is what the status bar says in figures. */
async function hearMeeting(page) {
  await page.locator(".statusbar-item", { has: page.locator(".codicon-checklist") }).click();
  const items = await named(page, "Møde");
  for (const name of items)
    assert.match(name, /, (?:Besluttet|Skrevet|Mangler beslutning|Ikke begyndt|Pause)$/);
  const bar = await names(page, "button");
  assert.ok(
    bar.some((name) => /punkter har en beslutning/.test(name)),
    bar.join("\n"),
  );
}

async function hearArchive(page) {
  await page.locator('.activitybar [aria-label*="Referatarkiv"]').first().click();
  for (const name of await named(page, "Beslutninger")) assert.match(name, /, \d+ beslutning/);
}

/** The pages have names, an order of focus and no fault that axe knows; Enter leads from a page to its text. */
async function readPages(page) {
  const frame = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  const first = frame.locator(".page").first();
  await first.locator("svg g").first().waitFor();
  const inner = await (await first.elementHandle()).ownerFrame();
  await inner.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const violations = await inner.evaluate(async () => {
    // The words lie unseen over their letters: their colour is nobody's.
    const { violations: found } = await globalThis.axe.run(document, {
      rules: { "color-contrast": { enabled: false } },
    });
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  });
  assert.deepEqual(violations, []);
  await first.focus();
  await page.keyboard.press("Enter");
  await page.locator(".statusbar-item", { hasText: /^Ln 1,/ }).waitFor();
}
