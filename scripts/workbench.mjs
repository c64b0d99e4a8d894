// Hands on a VS Code in a browser: what its tests and its pictures both do with it. Each waits until it has happened.

/** Does something until it shows: on a busy machine the first time can come too soon. */
export async function until(shown, act) {
  for (let tries = 1; tries < 8; tries++) {
    await act();
    const isShown = await shown.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (isShown) return;
  }
  await shown.waitFor();
}

/** Runs a command of the command palette: one that was opened before all extensions have told their commands lacks some. */
export async function command(page, title) {
  await choose(page, title, "F1", `>${title}`);
}

/** The same by keys alone, as one who does not see where to click: Enter runs the row that is in focus. */
export async function commandByKeys(page, title) {
  await page.keyboard.press("Escape");
  const input = page.locator(".quick-input-widget input:focus");
  await until(input, () => page.keyboard.press("F1"));
  const row = page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title }).first();
  await until(row, async () => {
    await page.keyboard.press("Control+A");
    await page.keyboard.type(`>${title}`);
  });
  await page.keyboard.press("Enter");
}

/** Opens a file of the folder by its name: once the folder has told its files. */
export async function openByName(page, file) {
  await page.locator(".explorer-viewlet .monaco-list-row", { hasText: file }).waitFor();
  await choose(page, file, "Control+P", file);
}

/** Chooses the first row with a text from the list that a key opens. What takes the focus closes such a list: then once more. */
async function choose(page, text, key, filter) {
  const row = page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first();
  const open = async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press(key);
    const input = page.locator(".quick-input-widget input");
    await input.fill(filter, { timeout: 3000 }).catch(() => undefined);
  };
  for (let tries = 1; tries < 8; tries++) {
    await until(row, open);
    const isChosen = await row.click({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (isChosen) return;
  }
  await until(row, open);
  await row.click();
}

/** Moves the caret to a line (1-based) and brings it into view. */
export async function goToLine(page, line) {
  const input = page.locator(".quick-input-widget input");
  await until(input, async () => {
    await page.keyboard.press("Control+G");
    // What takes the focus closes it: then once more.
    await input.fill(`:${line}`, { timeout: 3000 }).catch(() => undefined);
  });
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  // A key that is struck sooner is nobody's.
  await page.waitForFunction(() => document.activeElement?.closest(".editor-instance"));
}

/** Chooses the colours of the workbench: the name of a theme as VS Code lists it. */
export async function chooseTheme(page, theme) {
  await command(page, "Preferences: Color Theme");
  await page.locator(".quick-input-widget input").fill(theme);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: theme }).first().waitFor();
  await page.keyboard.press("Enter");
  const [side = ""] = /Dark|Light/.exec(theme) ?? [];
  const dressed = theme.includes("High Contrast")
    ? { Dark: "hc-black", Light: "hc-light" }
    : { Dark: "vs-dark", Light: "vs" };
  await page.locator(`.monaco-workbench.${dressed[side]}`).waitFor();
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** Closes the bar at the right, which shows a chat where no workspace is trusted. */
export async function closeSecondarySideBar(page) {
  const bar = page.locator(".part.auxiliarybar");
  if (await bar.isVisible()) await page.keyboard.press("Control+Alt+B");
  await bar.waitFor({ state: "hidden" });
}

/** Gives the side bar a width. */
export async function widenSideBar(page, width) {
  const sideBar = await page.locator(".part.sidebar").boundingBox();
  const y = sideBar.y + sideBar.height * 0.75;
  await page.mouse.move(sideBar.x + sideBar.width, y);
  await page.mouse.down();
  await page.mouse.move(sideBar.x + width, y, { steps: 5 });
  await page.mouse.up();
}
