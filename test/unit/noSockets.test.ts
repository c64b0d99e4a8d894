import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createServer, connect } from "node:net";
import { createSocket } from "node:dgram";
import { lookup } from "node:dns";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const logName = "REFERAT_TEST_SOCKETS";

/** Runs a script in a process of its own, and gives what was written down of it. */
function refusedIn(script: string): { stdout: string; refused: string } {
  const folder = mkdtempSync(join(tmpdir(), "referat-net-"));
  const log = join(folder, "refused.txt");
  const { stdout } = spawnSync(process.execPath, ["-e", script], {
    encoding: "utf8",
    env: { ...process.env, [logName]: log },
  });
  const refused = existsSync(log) ? readFileSync(log, "utf8") : "";
  rmSync(folder, { recursive: true });
  return { stdout, refused };
}

const attempts: Readonly<Record<string, string>> = {
  "net.connect": 'require("net").connect(80, "127.0.0.1")',
  "net.connect with options": 'require("net").connect({ port: 80, host: "127.0.0.1" })',
  "net.listen": 'require("net").createServer().listen(0)',
  "tls.connect": 'require("tls").connect(443, "127.0.0.1")',
  "http.get": 'require("http").get("http://127.0.0.1/")',
  "https.get": 'require("https").get("https://127.0.0.1/")',
  "http2.connect": 'require("http2").connect("http://127.0.0.1/")',
  "dns.lookup": 'require("dns").lookup("havneby.example", () => {})',
  "dns.promises.resolve": 'require("dns").promises.resolve("havneby.example")',
  "dgram.send": 'require("dgram").createSocket("udp4").send("a", 9, "127.0.0.1")',
  "fetch": 'fetch("http://127.0.0.1/")',
  "WebSocket": 'WebSocket("ws://127.0.0.1/")',
};

describe("the tests have no network", () => {
  it("in this process", () => {
    const { [logName]: log } = process.env;
    for (const attempt of [
      () => connect(80, "127.0.0.1"),
      () => createServer().listen(0),
      () => createSocket("udp4").bind(),
      () => lookup("havneby.example", () => undefined),
      () => get("http://127.0.0.1/"),
      () => void fetch("http://127.0.0.1/"),
    ])
      assert.throws(attempt, { code: "ENETREFUSED" });
    // These were meant.
    rmSync(log ?? "", { force: true });
  });

  it("nor in any that they start, nor in its threads", () => {
    const all = Object.values(attempts).map(
      (attempt) => `try { ${attempt} } catch (e) { console.log(e.code) }`,
    );
    const { stdout, refused } = refusedIn(all.join("\n"));
    assert.deepEqual(
      stdout.trim().split("\n"),
      Object.keys(attempts).map(() => "ENETREFUSED"),
    );
    assert.equal(refused.match(/: a test reached for the network/g)?.length, Object.keys(attempts).length);
    const thread = refusedIn(`new (require("worker_threads").Worker)('require("net").connect(80)', { eval: true }).on("error", (e) => console.log(e.code))`); // prettier-ignore
    assert.equal(thread.stdout, "ENETREFUSED\n");
    assert.match(thread.refused, /net\.connect/);
  });

  it("and in those no text becomes code", () => {
    const { stdout } = refusedIn('for (const make of [() => eval("1"), () => new Function("return 1"), () => (async () => {}).constructor("1")]) try { make(); } catch (e) { console.log(e.name); }'); // prettier-ignore
    assert.equal(stdout, "EvalError\n".repeat(3));
  });

  it("but programs on this machine talk to each other", () => {
    const { stdout, refused } = refusedIn(`
      const net = require("net");
      const path = process.platform === "win32" ? "\\\\\\\\.\\\\pipe\\\\referat-" + process.pid : require("os").tmpdir() + "/referat-" + process.pid + ".sock";
      const server = net.createServer((socket) => socket.end("hej")).listen(path, () =>
        net.connect(path).on("data", (data) => { console.log(String(data)); server.close(); }));`);
    assert.equal(stdout, "hej\n");
    assert.equal(refused, "");
  });
});
