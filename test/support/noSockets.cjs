// No test has a network, nor any process or thread that a test starts: what would reach for one is refused, and written down as a
// failure. Loaded by Mocha (.mocharc.json), and by its children through NODE_OPTIONS. What stays is what programs on one machine
// talk to each other with: Node's channels, pipes, sockets with a name in the file system.
// In the children no text becomes code either: no eval, no new Function.
"use strict";
const { appendFileSync, mkdtempSync, readFileSync, existsSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { isMainThread } = require("node:worker_threads");

const logName = "REFERAT_TEST_SOCKETS";
const isFirst = isMainThread && process.env[logName] === undefined;
if (isFirst) {
  process.env[logName] = join(mkdtempSync(join(tmpdir(), "referat-net-")), "refused.txt");
  const own = `--require=${JSON.stringify(__filename)} --disallow-code-generation-from-strings`;
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} ${own}`.trim();
}
const log = process.env[logName];

function refuse(what) {
  const error = new Error(`${what}: a test reached for the network`);
  error.code = "ENETREFUSED";
  if (log) appendFileSync(log, `${process.argv.slice(1).join(" ")}\n${error.stack}\n\n`);
  throw error;
}

const net = require("node:net");
const dgram = require("node:dgram");
const dns = require("node:dns");

/** What `connect` and `listen` were given, as an object: those of a port are refused. */
function isLocal(args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === "string") return !/^\d+$/.test(first);
  // A handle that exists is a pipe of the parent's, or was refused when it was made.
  return (
    typeof first === "object" &&
    first !== null &&
    (typeof first.path === "string" || "fd" in first || "_handle" in first)
  );
}

for (const [prototype, name, what] of [
  [net.Socket.prototype, "connect", "net.connect"],
  [net.Server.prototype, "listen", "net.listen"],
]) {
  const original = prototype[name];
  prototype[name] = function (...args) {
    if (!isLocal(args)) refuse(what);
    return original.apply(this, args);
  };
}
for (const name of ["bind", "connect", "send"]) dgram.Socket.prototype[name] = () => refuse(`dgram.${name}`);
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of Object.getOwnPropertyNames(owner))
    if (/^(?:lookup|lookupService|resolve\w*|reverse)$/.test(name)) owner[name] = () => refuse(`dns.${name}`);
for (const name of ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"])
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: () => refuse(name) });
// Modules that were imported by name take what is set now.
require("node:module").syncBuiltinESMExports();

/** At the end of all: whatever reached for the network has failed, be it that its test went on without. */
exports.mochaHooks = {
  afterAll() {
    if (!isFirst || !existsSync(log)) return;
    const refused = readFileSync(log, "utf8");
    rmSync(log);
    throw new Error(`The network was reached for:\n${refused}`);
  },
};
