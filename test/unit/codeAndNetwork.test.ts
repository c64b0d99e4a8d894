import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/**
 * No shell, no code made of texts, no network: looked for in our own sources and in what is delivered. What is allowed stands here, with
 * its reason; whatever else is found fails. (That nothing of it happens is tested too: noSockets.cjs refuses it to all tests.)
 */
const root = join(import.meta.dirname, "../..");

/** What reaches other programs or machines, or makes code of texts, by what it is called. */
const reaches: Readonly<Record<string, RegExp>> = {
  // However a bundle calls `require`.
  "module": /\(\s*["'`](?:node:)?(child_process|cluster|dgram|dns(?:\/promises)?|http|http2|https|inspector|net|repl|tls|vm|wasi)["'`]\s*\)|\bfrom ?["'](?:node:)?(child_process|cluster|dgram|dns(?:\/promises)?|http|http2|https|inspector|net|repl|tls|vm|wasi)["']/g, // prettier-ignore
  eval: /(?<![\w$.])eval\(|\beval`/g,
  Function: /\bnew Function\(|(?<![\w$.])Function\((?!\$\{)|=Function\b(?!\.)/g,
  fetch: /(?<![\w$.]|function |async )fetch\((?!\{|[^()]*\)\{)|globalThis\.fetch|self\.fetch/g,
  XMLHttpRequest: /\bXMLHttpRequest\b/g,
  WebSocket: /\bWebSocket\b/g,
  EventSource: /\bEventSource\b/g,
  sendBeacon: /\bsendBeacon\b/g,
  importScripts: /\bimportScripts\(/g,
  createObjectURL: /\bcreateObjectURL\(/g,
  openExternal: /\bopenExternal\(/g,
  Terminal: /\bcreateTerminal\(|\bShellExecution\(/g,
  telemetry: /createTelemetryLogger|TelemetryReporter|applicationinsights/gi,
  shell: /\bshell: ?(?:true|!0)/g,
};

interface Allowed {
  /** The beginning of a path. */
  readonly in: string;
  readonly what: readonly string[];
  readonly why: string;
}

const inSources: readonly Allowed[] = [
  { in: "server/src/cli/gitVersions.ts", what: ["module child_process"], why: "git, for --since on the command line; without a shell" }, // prettier-ignore
  { in: "server/src/main/engineWebWorker.ts", what: ["fetch"], why: "its own WebAssembly and fonts, from beside its script" }, // prettier-ignore
  {
    in: "server/src/main/readerWebWorker.ts",
    what: ["importScripts"],
    why: "its own script, from beside it",
  },
  { in: "server/src/main/webWord.ts", what: ["importScripts"], why: "its own script, from beside it" },
  { in: "server/src/main/webThread.ts", what: ["importScripts", "createObjectURL"], why: "its own script, as a worker" }, // prettier-ignore
  { in: "client/src/publishing/exportCommands.ts", what: ["openExternal"], why: "the file that she has exported, when she says so" }, // prettier-ignore
];

const library =
  "Microsoft's LSP library starts our own server as a process; its sockets and pipes are other ways, which we do not take";
const inBundles: readonly Allowed[] = [
  { in: "client/", what: ["openExternal"], why: "the file that she has exported, when she says so" },
  { in: "extension.web.js", what: ["openExternal"], why: "the same" },
  { in: "client/", what: ["module child_process", "module net", "openExternal"], why: library },
  { in: "server.js", what: ["module child_process", "module net"], why: library },
  {
    in: "cli.js",
    what: ["module child_process"],
    why: "git, for --since on the command line; without a shell",
  },
  { in: "server/", what: ["module child_process", "module net"], why: `${library}; and git` },
  // zod would make code of a schema. It is told not to (`jitless`), and the tests run where it could not.
  { in: "client/", what: ["Function"], why: "zod; not reached" },
  { in: "extension", what: ["Function"], why: "zod; not reached" },
  { in: "server", what: ["Function"], why: "zod; not reached" },
  { in: "cli.js", what: ["Function"], why: "zod; not reached" },
  {
    in: "client/",
    what: ["shell"],
    why: "only where the server is a command of the shell; ours is a module",
  },
  {
    in: "server.worker.js",
    what: ["importScripts", "createObjectURL"],
    why: "its own scripts, from beside it",
  },
  { in: "server/", what: ["importScripts", "createObjectURL"], why: "the same" },
  { in: "reader.web.worker.js", what: ["importScripts"], why: "what reads PDFs, from beside it" },
  { in: "typst.web.worker.js", what: ["fetch"], why: "its own WebAssembly and fonts, from beside it" },
  {
    in: "typst.worker.js",
    what: ["fetch"],
    why: "of the WebAssembly's loader; it is given the compiled program",
  },
  {
    in: "pdf/pdfjs.js",
    what: ["Function"],
    why: "compiles colours of pictures; it is told not to (isEvalSupported)",
  },
  { in: "typst.", what: ["createObjectURL"], why: "pictures for a page of the web; there is no page here" },
  { in: "pdf/pdfjs.js", what: ["fetch", "XMLHttpRequest", "createObjectURL"], why: "for PDFs at an address; ours are bytes, and so is all that it needs" }, // prettier-ignore
];

function found(text: string): string[] {
  return Object.entries(reaches).flatMap(([name, pattern]) => [
    ...new Set(
      [...text.matchAll(pattern)].map((match) =>
        name === "module" ? `module ${match[1] ?? match[2] ?? ""}` : name,
      ),
    ),
  ]);
}

function notAllowed(folder: string, file: string, allowed: readonly Allowed[]): string[] {
  const text = readFileSync(join(root, folder, file), "utf8");
  const path = folder === "dist" ? file : `${folder}/${file}`;
  // In our sources a comment may speak of it.
  const code =
    folder === "dist" ? text : text.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$|declare function .*/gm, "");
  const mayBe = new Set(allowed.filter((each) => path.startsWith(each.in)).flatMap(({ what }) => what));
  return found(code).flatMap((what) => (mayBe.has(what) ? [] : [`${path}: ${what}`]));
}

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file))
    .map((file) => relative(".", file).split(sep).join("/"))
    .sort();
}

describe("no shell, no code made of texts, no network", () => {
  for (const folder of ["server/src", "client/src", "client/webview"])
    it(`in ${folder}`, () => {
      const files = filesIn(folder, /\.ts$/);
      assert.ok(files.length > 1);
      assert.deepEqual(
        files.flatMap((file) => notAllowed(folder, file, inSources)),
        [],
      );
    });

  it("in what is delivered", () => {
    const files = filesIn("dist", /\.js$/);
    assert.ok(files.length > 10);
    assert.deepEqual(
      files.flatMap((file) => notAllowed("dist", file, inBundles)),
      [],
    );
  });

  it("would be found", () => {
    const bad = 'eval("1"); new Function("a"); import x from "node:https"; const n = r("net"); fetch("https://x"); new WebSocket(u); navigator.sendBeacon(u); spawn(a, { shell: true })'; // prettier-ignore
    assert.deepEqual(found(bad).sort(), ["Function", "WebSocket", "eval", "fetch", "module https", "module net", "sendBeacon", "shell"]); // prettier-ignore
  });

  it("and no address is in what is delivered that a program of ours would go to", () => {
    const addresses = filesIn(
      "dist",
      /^(?:extension.*|server.*|cli|client\/.*|server\/.*|webview\/.*|reader.*)\.js$/,
    )
      .flatMap((file) => [
        ...readFileSync(join(root, "dist", file), "utf8").matchAll(/\b(?:https?|wss?):\/\/(\w[\w.-]+)/g),
      ])
      .map(([, host = ""]) => host);
    // Names of schemas, and an example in words: none is ever asked.
    const names = /^(?:json-schema\.org|www\.w3\.org|schema\.org|schema\.oparl\.org|docs\.oasis-open\.org|www\.havneby\.example|purl\.org|referat\.invalid|localhost|[\w.]*\.example)$/; // prettier-ignore
    assert.deepEqual([...new Set(addresses.filter((host) => !names.test(host)))].sort(), []);
  });
});
