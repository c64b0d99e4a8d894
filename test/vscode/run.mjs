// Runs the suite in real VS Codes: node test/vscode/run.mjs [web|server|desktop|all] [--extension FOLDER] [--grep TEXT]
// `all` are web, server, and the VS Code and VSCodium of the machine; those that are not there are named, and are no failure.

import { rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { root, runMain, Unavailable } from "../../scripts/setup.mjs";
import { ensureHosts, launchChromium } from "../../scripts/vscode-hosts.mjs";
import * as desktop from "./launch/desktop.mjs";
import { runSuite } from "./launch/page.mjs";
import { add, attempt, report } from "./launch/results.mjs";
import { listen } from "./launch/accessibility.mjs";
import { endure } from "./launch/faults.mjs";
import { walk } from "./launch/journeys.mjs";
import { takeScreenshots } from "./launch/screenshots.mjs";
import * as server from "./launch/server.mjs";
import { layStage } from "./launch/stage.mjs";
import * as web from "./launch/web.mjs";

const artifacts = path.join(root, "test/artifacts");
const counts = path.join(artifacts, "vscode-results.json");
const inBrowser = { web, server };
const welcomeless = [["skipWelcome", "true"]];

await runMain(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { extension: { type: "string", default: root }, grep: { type: "string" } },
  });
  const isAll = positionals.includes("all");
  const names = positionals.flatMap((name) => (name === "all" ? ["web", "server"] : [name]));
  const { programs, notRun } = isAll ? desktop.ofMachine() : { programs: {} };
  const results = {};
  await rm(counts, { force: true }); // a run that breaks off leaves no counts of an earlier one
  for (const name of [...(names.length > 0 ? names : ["web", "server"]), ...Object.keys(programs)]) {
    const stage = await layStage(path.resolve(values.extension), values.grep);
    try {
      results[name] = await runHost(name, stage, programs[name]);
    } finally {
      await stage.remove();
    }
  }
  if (notRun) console.log(`\nNOT RUN: VS Code on the desktop: ${notRun}`);
  return report(results, counts, notRun);
});

/** Runs the suite in one host, or in the `program` of that name; one that breaks down is a failure of its own, with the reason. */
async function runHost(name, stage, program) {
  console.log(`\nVS Code: ${name}`);
  if (name === "desktop" || program) return attempt("the suite runs", () => desktop.run(stage, program));
  const host = inBrowser[name];
  if (!host) throw new Unavailable(`Værten ${name} findes ikke: vælg web, server, desktop eller all.`);
  await ensureHosts({ server: name === "server" });
  const browser = await launchChromium();
  try {
    const results = await attempt("the suite runs", () =>
      serving(host, stage, { tests: true }, (served) => runSuite(browser, served.address(welcomeless))),
    );
    if (stage.partial) return results;
    const prefix = path.join(artifacts, "screenshots", name);
    const webviews = name === "server";
    const looks = await attempt("the workbench is served", () =>
      serving(host, stage, { tests: false }, async (served) => {
        const pictures = await attempt("the screenshots can be taken", () =>
          takeScreenshots(browser, served, prefix, { webviews }),
        );
        const heard = await attempt("all is said in words and reached by keys", () =>
          listen(browser, served, `${prefix}-heard`, { webviews }),
        );
        return add(pictures, heard);
      }),
    );
    const journeys = await attempt("the journeys lead to their ends", () =>
      serving(host, stage, { tests: false }, (served) => walk(browser, served, prefix)),
    );
    if (name !== "server") return [results, looks, journeys].reduce(add);
    const faults = await attempt("what goes wrong takes nothing from her", () =>
      serving(host, stage, { tests: false, trusted: true, plain: true }, (served) =>
        endure(browser, served, stage, prefix),
      ),
    );
    return [results, looks, journeys, faults].reduce(add);
  } finally {
    await browser.close();
  }
}

/** Serves the stage for as long as `use` takes. */
async function serving(host, stage, options, use) {
  const served = await host.serve(stage, options);
  try {
    return await use(served);
  } finally {
    await served.stop();
  }
}
