// Loaded before everything else in a server that engineDies.test.ts starts, and in each of its threads: while the file is there that
// REFERAT_TEST_DYING names, the PDF engine's thread dies as soon as it has begun to lay out a document.
"use strict";
const { existsSync } = require("node:fs");
const { isMainThread, parentPort } = require("node:worker_threads");

// What reads modules for another process is a thread without a port.
if (!isMainThread && parentPort) {
  const post = parentPort.postMessage;
  parentPort.postMessage = function (message, ...rest) {
    post.call(this, message, ...rest);
    if (message.type === "begun" && existsSync(process.env.REFERAT_TEST_DYING)) process.exit(7);
  };
}
