// What each picture of docs/billeder/ shows: the size of the window in pixels, the document that is open, whether the pointer stays
// where it is, and what is done before the picture is taken. `play` gives the part of the window that is wanted, or nothing for all of it.

import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../setup.mjs";
import { chooseTheme, command, goToLine, until, widenSideBar } from "../workbench.mjs";

const minutes = "kultur-og-fritidsudvalget-2026-03-04.referat";
const agenda = "kultur-og-fritidsudvalget-2026-03-04.dagsorden";
const mistakes = "med-fejl.referat";

const large = { width: 1280, height: 800 };
const small = { width: 900, height: 560 };

export const scenes = {
  /** The front page: the view Møde, the text, and its pages. */
  oversigt: {
    size: large,
    file: minutes,
    async play(page) {
      await showMeeting(page, 330);
      await command(page, "Referat: Vis siderne ved siden af");
      await pagesShown(page);
      await standOn(page, minutes, "Udgiften er opgjort");
      await page.waitForTimeout(3000);
    },
  },
  fund: {
    size: small,
    pointer: true,
    file: mistakes,
    async play(page) {
      await hideSideBar(page);
      await standOn(page, mistakes, "Punkt 2: Status");
      await page.locator(".squiggly-warning").first().waitFor();
      const words = page.locator(".view-line span", { hasText: /^\.?10\.10-10\.30$|^kl\.10\.10/ }).last();
      await until(page.locator(".monaco-hover:visible .hover-contents").first(), async () => {
        await page.mouse.move(800, 500);
        await words.hover();
      });
      await page.locator(".monaco-hover:visible", { hasText: "Quick Fix..." }).waitFor();
      return { x: 50, y: 60, width: 840, height: 320 };
    },
  },
  rettelser: {
    size: small,
    file: mistakes,
    async play(page) {
      await hideSideBar(page);
      await standOn(page, mistakes, "Sagsfremstiling");
      await until(page.locator(".action-widget .monaco-list-row").first(), async () => {
        await page.keyboard.press("Escape");
        await page.keyboard.press("Control+.");
      });
      return { x: 50, y: 200, width: 840, height: 320 };
    },
  },
  spoergsmaal: {
    size: small,
    file: minutes,
    async play(page) {
      await hideSideBar(page);
      await command(page, "Referat: Ny dagsorden");
      await question(page, "Hvilket organ?");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await question(page, "Hvilken dag?");
      return { x: 52, y: 0, width: 848, height: 260 };
    },
  },
  dagsorden: {
    size: small,
    async play(page) {
      await newAgenda(page);
    },
  },
  forslag: {
    size: small,
    file: agenda,
    async play(page) {
      await hideSideBar(page);
      await standOn(page, agenda, "Medlemmerne kan tage korte emner op");
      await page.keyboard.press("End");
      await page.keyboard.press("End");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Control+Space");
      await page.locator(".suggest-widget.visible .monaco-list-row").nth(3).waitFor();
      return { x: 52, y: 0, width: 848, height: 400 };
    },
  },
  moede: {
    size: small,
    file: agenda,
    async play(page) {
      await showMeeting(page, 380);
      await rows(page).filter({ hasText: "Drøftelse af bibliotekernes" }).click({ button: "right" });
      await page.locator(".monaco-menu:visible").waitFor();
      return { x: 48, y: 0, width: 612, height: 560 };
    },
  },
  moedetilstand: {
    size: small,
    file: minutes,
    async play(page) {
      await hideSideBar(page);
      await standOn(page, minutes, "Punkt 2: Orientering");
      await command(page, "Referat: Mødetilstand til eller fra");
      await page.locator(".statusbar-item", { has: page.locator(".codicon-record") }).waitFor();
    },
  },
  sider: {
    size: large,
    file: minutes,
    async play(page) {
      await hideSideBar(page);
      await command(page, "Referat: Vis siderne ved siden af");
      await pagesShown(page);
      await standOn(page, minutes, "Udgiften er opgjort");
      await page.waitForTimeout(3000);
      return { x: 52, y: 0, width: 1228, height: 480 };
    },
  },
  klar: {
    size: small,
    file: mistakes,
    async play(page) {
      await command(page, "Referat: Klar til udsendelse?");
      await page.locator('.monaco-list[aria-label*="Klar til udsendelse"] .monaco-list-row').nth(2).waitFor();
      await page.locator(".explorer-viewlet .pane-header").first().click();
      await widenSideBar(page, 480);
      return { x: 0, y: 0, width: 534, height: 528 };
    },
  },
  eksporter: {
    size: small,
    file: minutes,
    async play(page) {
      await hideSideBar(page);
      await page.locator('.editor-actions [aria-label^="Eksportér"]').first().click();
      await page.locator(".monaco-menu:visible").waitFor();
      return { x: 440, y: 0, width: 460, height: 220 };
    },
  },
  beslutninger: {
    size: small,
    file: minutes,
    async play(page) {
      await openArchive(page, 440);
      await page.locator(".monaco-list-row", { hasText: "4. marts 2026" }).first().click();
      await page.locator(".monaco-list-row", { hasText: "Renovering af svømmehallen" }).first().waitFor();
      return { x: 0, y: 0, width: 492, height: 480 };
    },
  },
  soeg: {
    size: small,
    file: minutes,
    async play(page) {
      await hideSideBar(page);
      await page.keyboard.press("Shift+Alt+Q");
      await question(page, "Søg i beslutninger");
      await page.keyboard.type("godkendt");
      // The last of the archive's documents has been read.
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "Patientrådet" }).first().waitFor();
      await page.waitForTimeout(1000);
    },
  },
  aendringer: {
    size: large,
    file: minutes,
    async play(page) {
      await hideSideBar(page);
      await command(page, "Referat: Vis ændringer siden …");
      await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
      await page.keyboard.press("Enter");
      await pagesShown(page);
      await standOn(page, minutes, "Udgiften er opgjort");
      await page.waitForTimeout(3000);
      return { x: 664, y: 330, width: 616, height: 438 };
    },
  },
  kontrast: {
    size: small,
    file: mistakes,
    async play(page) {
      await chooseTheme(page, "Dark High Contrast");
      await showMeeting(page, 300);
      await standOn(page, mistakes, "Sagsfremstiling");
      await page.locator(".squiggly-warning").first().waitFor();
      // The server's colours are asked for again when the theme is another.
      await page.waitForTimeout(3000);
      return { x: 48, y: 0, width: 852, height: 320 };
    },
  },
};

const rows = (page) => page.locator('.monaco-list[aria-label*="Møde"] .monaco-list-row');

/** Shows the view Møde in the side bar, alone. */
async function showMeeting(page, width) {
  await page.locator(".statusbar-item", { has: page.locator(".codicon-checklist") }).click();
  await rows(page).nth(2).waitFor();
  await page.locator(".explorer-viewlet .pane-header").first().click();
  await widenSideBar(page, width);
}

async function openArchive(page, width) {
  await page.locator('.activitybar [aria-label*="Referatarkiv"]').first().click();
  await page.locator('.monaco-list[aria-label*="Beslutninger"] .monaco-list-row').nth(1).waitFor();
  await widenSideBar(page, width);
}

async function hideSideBar(page) {
  await command(page, "View: Toggle Primary Side Bar Visibility");
  await page.locator(".part.sidebar").waitFor({ state: "hidden" });
}

async function question(page, words) {
  await page.locator(".quick-input-widget:visible .quick-input-title", { hasText: words }).waitFor();
}

/** Answers the questions for a new agenda of another body. */
async function newAgenda(page) {
  await command(page, "Referat: Ny dagsorden");
  const answers = [
    ["Hvilket organ?", "Beredskabsudvalget i Strandby"],
    ["Hvilken dag?", "10-12-2026"],
    ["Hvad tid?", "13:00-15:00"],
    ["Hvor?", "Mødelokale 2, Strandby Rådhus"],
    ["Hvem deltager?", "Karen Holst, A, Jens Lykkegaard, V, Amira Haddad, B"],
  ];
  for (const [words, answer] of answers) {
    await question(page, words);
    await page.locator(".quick-input-widget input").first().fill(answer);
    await page.waitForTimeout(300);
    await page.keyboard.press("Enter");
  }
  await page.locator(".view-line", { hasText: "Beredskabsudvalget" }).first().waitFor();
}

/** The preview is a frame in a frame. */
function preview(page) {
  return page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
}

async function pagesShown(page) {
  await preview(page).locator(".page svg g").first().waitFor();
  await page.waitForTimeout(1000);
}

/** Puts the caret into words of an example, so many characters behind their start. */
async function standOn(page, file, words, behind = 0) {
  const lines = readFileSync(path.join(root, "examples", file), "utf8").split("\n");
  const line = lines.findLastIndex((text) => text.includes(words));
  await goToLine(page, `${line + 1}:${lines[line].indexOf(words) + behind + 1}`);
}
