// What only hands can do: drag, paste files, reload the window. Each journey fails with a picture of where it broke off.

import { visit } from "./screenshots.mjs";

/** Walks through a served workbench. */
export async function walk(browser, served, prefix) {
  await visit(browser, served, prefix, "boligudvalget.referat", async (page, shoot) => {
    await outliveReload(page);
    await shoot("journey-reload");
  });
  // The last, since a host that saves by itself keeps what it changed.
  await visit(browser, served, prefix, "boligudvalget.referat", async (page, shoot) => {
    await openMeetingView(page);
    await dragItem(page);
    await pasteFile(page);
    await shoot("journey-paste");
    await pastePage(page);
    await shoot("journey-paste-word");
  });
}

const rows = (page) => page.locator('.monaco-list[aria-label*="Møde"] .monaco-list-row');
const modeBar = (page) => page.locator(".statusbar-item", { has: page.locator(".codicon-record") });

/** By the item of the status bar. */
async function openMeetingView(page) {
  await page.locator(".statusbar-item", { hasText: "2/2" }).click();
  await rows(page).nth(3).waitFor();
}

/** The second item to the place of the fourth: it gets that one's number and time. */
async function dragItem(page) {
  const [from, to] = [await rows(page).nth(1).boundingBox(), await rows(page).nth(3).boundingBox()];
  await page.mouse.move(from.x + 60, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 65, from.y + 20, { steps: 4 });
  await page.mouse.move(to.x + 60, to.y + 12, { steps: 8 });
  await page.mouse.up();
  await page.locator('.monaco-list-row[aria-label^="3. Renovering af Havnegården, 13.30-14.00"]').waitFor();
}

/** A file from outside comes as bytes: it is listed under Bilag, and lies beside the document. */
async function pasteFile(page) {
  await page.locator(".view-line", { hasText: "Godkendt." }).first().click();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(["kort"], "Kort over gården.pdf", { type: "application/pdf" }));
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(paste);
  });
  await page.locator(".view-line", { hasText: /Bilag.1\.1:.Kort.over.gården\.pdf/ }).waitFor();
  await page.locator(".explorer-viewlet .pane-header").first().click(); // the files gave the outline their room
  await page.locator(".explorer-viewlet .monaco-list-row", { hasText: "Kort over gården.pdf" }).waitFor();
}

/** What is copied in Word gets its paragraphs, lists and tables; one undo takes it away again. */
async function pastePage(page) {
  const line = (text) => page.locator(".view-line", { hasText: text });
  await line("Godkendt.").first().click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.evaluate(() => {
    const entry = (mark, level, text) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      "text/html",
      `<html><body><!--StartFragment--><p class=MsoNormal>Der skal ses på <b>to</b> ting:</p>${entry("·", 1, "taget")}${entry("o", 2, "og skorstenen")}<table><tr><td><b>Del</b></td><td><b>Pris</b></td></tr><tr><td>Tag</td><td>40.000 kr.</td></tr></table><!--EndFragment--></body></html>`,
    );
    clipboardData.setData(
      "text/plain",
      "Der skal ses på to ting:\r\n·\ttaget\r\no\tog skorstenen\r\nDel\tPris\r\nTag\t40.000 kr.\r\n",
    );
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(paste);
  });
  await line(/^Der.skal.ses.på.\*\*to\*\*.ting:$/).waitFor();
  await line(/^-.taget$/).waitFor();
  await line(/^\s+-.og.skorstenen$/).waitFor();
  await line(/^\|.Tag.\|.40\.000.kr\..\|$/).waitFor();
}

/** Mødetilstand is where it was after a reload, and goes on from there. */
async function outliveReload(page) {
  await page.locator(".view-line", { hasText: "Mødested" }).first().click();
  await page.keyboard.press("Shift+Alt+M");
  await modeBar(page).filter({ hasText: "1. Godkendelse" }).waitFor();
  await page.keyboard.press("Shift+Alt+N");
  await modeBar(page).filter({ hasText: "2. Renovering" }).waitFor();
  // What is to be remembered is written within a moment.
  await page.waitForTimeout(2000);
  await page.reload();
  await modeBar(page).filter({ hasText: "2. Renovering" }).waitFor();
}
