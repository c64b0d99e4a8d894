import { createConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { serve } from "../protocol/server.ts";
import { version } from "../version.ts";
import { installedRulePages, listDiskFolder, readFromDisk } from "./nodeFiles.ts";

/** Serves the client on standard input and output, until it says `exit` or goes away. */
export function serveStdio(): void {
  const reader = new StreamMessageReader(process.stdin);
  const writer = new StreamMessageWriter(process.stdout);
  process.stdin.on("close", () => process.exit(0));
  serve(createConnection(reader, writer), {
    version,
    readFile: readFromDisk,
    listFolder: listDiskFolder,
    rulePages: installedRulePages,
  });
}
