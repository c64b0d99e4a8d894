// Only where the language server is a process that can be killed.

import { execFileSync } from "node:child_process";
import type * as vscode from "vscode";
import { equal, ok } from "./expect.ts";
import { ask, closeAll, findings, replace, rangeOf, show } from "./workspace.ts";

/** The ids of the language servers that this extension host has started. */
function serverProcesses(): readonly number[] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((line) => Number(line?.[2]) === process.pid && /dist[\\/]server\.js/.test(line?.[3] ?? ""))
    .map((line) => Number(line?.[1]));
}

describe("recovery", () => {
  after(closeAll);

  it("a server that dies comes back, with the text as it was", async () => {
    const { document } = await show("fejl.referat");
    await replace(document, rangeOf(document, "31 fremlejemål"), "32 fremlejemål");
    const text = document.getText();
    await findings(document, (found) => found.length > 0, "findings before the server dies");
    const [before, ...others] = serverProcesses();
    equal(others, [], "there are several servers");
    ok(before !== undefined, "there is no server process");

    const cleared = findings(document, (found) => found.length === 0, "the findings to go with the server");
    process.kill(before, "SIGKILL");
    await cleared;
    await findings(document, (found) => found.length > 0, "findings of the new server");

    equal(document.getText(), text, "the text changed");
    ok(!serverProcesses().includes(before), "the old server is still there");
    const symbols = await ask<vscode.DocumentSymbol>("vscode.executeDocumentSymbolProvider", document.uri);
    equal(symbols.length, 1, "the outline did not come back");
  });
});
