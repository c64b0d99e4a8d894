// Writes down what a client says to the server: a message a line. The folder that it works in becomes /optagelse, and what tells of
// the machine is left out. What the client answers is left out too: the replay answers for itself.
const { appendFileSync } = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

/** `file` is written to, `folder` the one that the client has open. */
function recorder(file, folder) {
  const names = [pathToFileURL(folder).href, folder.split(path.sep).join("/")];
  return (message) => {
    if (typeof message.method !== "string") return;
    const kept =
      message.method === "initialize" ? { ...message, params: anonymous(message.params) } : message;
    const line = JSON.stringify(kept)
      .replaceAll(names[0], "file:///optagelse")
      .replaceAll(names[1], "/optagelse");
    appendFileSync(file, `${line}\n`);
  };
}

/** Without process, machine and place of installation. */
function anonymous({ clientInfo, capabilities, rootUri, workspaceFolders, initializationOptions }) {
  const { assets, rulePages, archive, ...options } = initializationOptions ?? {};
  const { storage, ...archiveOptions } = archive ?? {};
  return {
    processId: null,
    clientInfo,
    rootUri,
    workspaceFolders,
    capabilities,
    initializationOptions: { ...options, ...(archive ? { archive: archiveOptions } : {}) },
  };
}

module.exports = { recorder };
