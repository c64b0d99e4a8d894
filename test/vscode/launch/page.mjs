// Runs the suite in a page of the workbench, which calls two functions of ours: one with every line that the
// extension host logs, one with the outcome.

import { marker } from "./results.mjs";

const patience = 300_000;

/** Opens the workbench at `address` and gives the suite's results. Throws where another machine was asked for anything. */
export async function runSuite(browser, address) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const log = [];
    const elsewhere = new Set();
    context.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^(?:https?|wss?):$/.test(protocol) && !isHere(hostname)) elsewhere.add(request.url());
    });
    const results = await new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(`${why}\n${log.slice(-40).join("\n")}`));
      const late = setTimeout(() => fail(`the suite did not end within ${patience / 1000} s`), patience);
      late.unref();
      page.on("crash", () => fail("the page crashed"));
      page.on("console", (message) => {
        log.push(message.text());
        if (message.text().startsWith("No extension host found")) fail("the suite was not loaded");
      });
      open(page, address, resolve, fail).catch(reject);
    });
    if (elsewhere.size > 0) throw new Error(`another machine was asked: ${[...elsewhere].join(", ")}`);
    return results;
  } finally {
    await context.close();
  }
}

/** This machine; what VS Code serves webviews from, by an address of its own; and the register of extensions that it looks into. */
function isHere(host) {
  return /(?:^|\.)localhost$|^127\.0\.0\.1$|\.vscode-resource\.vscode-cdn\.net$|^open-vsx\.org$/.test(host);
}

/** Exposes the two functions and goes to the address. */
async function open(page, address, resolve, fail) {
  let results;
  await page.exposeFunction("codeAutomationLog", (type, args) => {
    const line = args.filter((arg) => typeof arg === "string").join(" ");
    const at = line.indexOf(marker);
    if (at >= 0) results = JSON.parse(line.slice(at + marker.length));
    else if (line.startsWith("  ")) console.log(line); // the suite's lines are indented, those of VS Code are not
  });
  await page.exposeFunction("codeAutomationExit", (code) => {
    if (results) resolve(results);
    else fail(`the suite ended (${code}) without results`);
  });
  await page.goto(address);
}
