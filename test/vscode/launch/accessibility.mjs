// What a screen reader is told, and what is reached by keys alone: the views, the status bar, and the page of the preview.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { command, commandByKeys, goToLine, until } from "../../../scripts/workbench.mjs";
import { visit } from "./screenshots.mjs";

/** Walks through a served workbench as one who sees nothing of it; a host without webviews has no preview. */
export async function listen(browser, served, prefix, { webviews }) {
  await visit(browser, served, prefix, "boligudvalget.referat", async (page) => {
    await page.locator(".statusbar-item", { has: page.locator(".codicon-checklist") }).waitFor();
    await hearMeeting(page);
    await hearDecisions(page);
    await hearFollowUp(page);
    await goToLine(page, 20);
    if (!webviews) return;
    await command(page, "Referat: Vis siderne ved siden af");
    await readPages(page);
  });
  await visit(browser, served, prefix, "arkiv/vandraadet-2025-11-04.referat", hearCase);
  await visit(browser, served, prefix, "fejl.referat", async (page) => {
    await hearReadiness(page);
    await hearWalkthrough(page);
    await hearQuestions(page);
  });
}

/** Every name that the browser gives to assistive technology for a role. */
async function names(page, role) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => node.name.value);
}

/** Runs a command that shows a view of ours, and gives the names of its rows, once it has some and the keys are theirs. */
async function heard(page, title, view) {
  const list = page.locator(`.monaco-list[aria-label*="${view}"]`);
  // A view that has no rows yet when it is shown leaves the keys to nobody: then once more.
  await until(list.and(page.locator(":focus")), () => commandByKeys(page, title));
  await page.keyboard.press("Home");
  await list.locator(".monaco-list-row.focused").first().waitFor();
  const rows = list.locator(".monaco-list-row");
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
}

/** Each name is that of a row of one of these kinds, and each kind has a row. */
function matchAll(found, kinds) {
  for (const name of found)
    assert.ok(
      kinds.some((kind) => kind.test(name)),
      name,
    );
  for (const kind of kinds)
    assert.ok(
      found.some((name) => kind.test(name)),
      `${kind}\n${found.join("\n")}`,
    );
}

/** The state of an item, which its icon shows, is in its name; so is what the status bar says in figures. */
async function hearMeeting(page) {
  const items = await heard(page, "Explorer: Focus on Møde View", "Møde");
  for (const name of items)
    assert.match(name, /, (?:Besluttet|Skrevet|Mangler beslutning|Ikke begyndt|Pause)$/);
  const bar = await names(page, "button");
  assert.ok(
    bar.some((name) => /punkter har en beslutning/.test(name)),
    bar.join("\n"),
  );
}

async function hearDecisions(page) {
  const bodies = await heard(page, "View: Show Referatarkiv", "Beslutninger");
  for (const name of bodies) assert.match(name, /, \d+ beslutning/);
}

/** The deadline, which a colour shows, is in the name, and so is the item that it was agreed in. */
async function hearFollowUp(page) {
  const actions = await heard(page, "Referatarkiv: Focus on Opfølgning View", "Opfølgning");
  matchAll(actions, [
    /^(?:Overskredet|Åbne|Udført), \d+ opfølgning/,
    /, \d+ dage? over fristen, .*, Ny boring ved Mosevej$/,
  ]);
}

/** The outcome, which an icon shows, is in the name of each meeting; which of them the view was opened from, too. */
async function hearCase(page) {
  await goToLine(page, 46);
  const steps = await heard(page, "Referat: Vis sagens forløb", "Sagens forløb");
  matchAll(steps, [
    /^2\. september 2025, Drøftet, udsat, Vandrådet i Engby, punkt 3, 3\. Takster for 2026$/,
    /^4\. november 2025, vist herfra, Forkastet, Vandrådet i Engby, punkt 3, 3\. Takster for 2026$/,
  ]);
}

/** How grave it is, which icon and colour show, is in the name, and whether it can be mended where it stands. */
async function hearReadiness(page) {
  await page.locator(".squiggly-warning").first().waitFor();
  const obstacles = await heard(page, "Referat: Klar til udsendelse?", "Klar til udsendelse");
  matchAll(obstacles, [
    /^(?:Skal rettes først|Bør ses efter|Værd at vide), \d+ forhold$/,
    /, (?:Skal rettes først|Bør ses efter|Værd at vide), linje \d+(?:, kan rettes)?$/,
  ]);
}

/** What has the keys now, as assistive technology is told of it: its role and its name. */
async function focused(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const isFocused = ({ properties = [] }) =>
    properties.some(({ name, value }) => name === "focused" && value.value);
  const node = nodes.findLast((each) => isFocused(each) && each.role?.value !== "RootWebArea");
  return `${node?.role.value}: ${node?.name.value}`;
}

/** The walkthrough is found by its name; Tab leads from its first step over what that is done by to each of the others. */
async function hearWalkthrough(page) {
  await commandByKeys(page, "Welcome: Open Walkthrough...");
  await page.locator(".quick-input-widget input:focus").waitFor();
  await page.keyboard.type("Skriv dit første");
  const ours = page.locator(".quick-input-list .monaco-list-row.focused", {
    hasText: "Skriv dit første referat",
  });
  await ours.waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".getting-started-step.expanded:focus").waitFor();
  for (const expected of [
    /^button: .*Begynd en dagsorden$/,
    /^checkbox: Begynd en dagsorden: Not completed$/,
    /^button: Ny dagsorden$/,
    /^button: .*Skriv punkterne$/,
    /^button: .*Byt om på punkter og tider$/,
    /^button: .*Gør dagsordenen til et referat$/,
    /^button: .*Læs det igennem$/,
  ]) {
    assert.match(await focused(page), expected);
    await page.keyboard.press("Tab");
  }
}

/** A question of ours says what it asks, for what, and what an answer looks like. */
async function hearQuestions(page) {
  await commandByKeys(page, "Referat: Ny dagsorden");
  for (const [question, expected] of [
    ["Hvilket organ?", /^textbox: Vælg et organ, eller skriv et andet - Ny dagsorden: Hvilket organ\?$/],
    ["Hvilken dag?", /^textbox: \d\d-\d\d-\d{4} - Ny dagsorden: Hvilken dag\?$/],
  ]) {
    await page.locator(".quick-input-title:visible", { hasText: question }).waitFor();
    await page.locator(".quick-input-widget input:focus").waitFor();
    assert.match(await focused(page), expected);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Escape");
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
