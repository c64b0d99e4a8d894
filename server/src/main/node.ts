import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "../protocol/server.ts";
import { version } from "../version.ts";
import { installedRulePages, listDiskFolder, readFromDisk } from "./nodeFiles.ts";

// Started by the desktop client, over Node IPC.
serve(createConnection(ProposedFeatures.all), {
  version,
  readFile: readFromDisk,
  listFolder: listDiskFolder,
  rulePages: installedRulePages,
});
