import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, it } from "mocha";

/**
 * What is loaded weighs no more than this (bytes, minified). A bundle that outgrows its ceiling has taken something in that it
 * should load when it is first used.
 */
const dist = join(import.meta.dirname, "../../dist");
const kilobyte = 1000;

/** The files that are loaded first, each by itself: what they need besides is bounded below (docs/performance.md says what that is). */
const ceilings: readonly (readonly [file: string, most: number])[] = [
  ["server.js", 100 * kilobyte],
  ["extension.js", 10 * kilobyte],
  ["cli.js", 100 * kilobyte],
  ["extension.web.js", 545 * kilobyte],
  ["server.worker.js", 950 * kilobyte],
];

describe("bundles", () => {
  for (const [file, most] of ceilings)
    it(`${file} by itself weighs at most ${most / kilobyte} KB`, () => {
      assert.ok(sizeOf(file) <= most, `${file}: ${sizeOf(file)} bytes`);
    });

  it("the extension is activated by little: the client's library comes after that, and then what is seen of it", () => {
    const first = loadedWith("extension.js");
    assert.ok(sum(first) <= 10 * kilobyte, `${first.join(", ")}: ${sum(first)} bytes`);
    const [seen] = readdirSync(join(dist, "client")).filter((part) => part.startsWith("contributions-"));
    assert.ok(seen);
    const own = [...new Set([...first, ...loadedWith(`client/${seen}`)])];
    assert.ok(sum(own) <= 150 * kilobyte, `${own.join(", ")}: ${sum(own)} bytes`);
  });

  it("the extension on the desktop weighs at most 580 KB, with Microsoft's client library", () => {
    const whole = ["extension.js", ...readdirSync(join(dist, "client")).map((part) => `client/${part}`)];
    assert.ok(sum(whole) <= 580 * kilobyte, `${sum(whole)} bytes in all`);
  });

  it("until the first findings the server loads its library, the language and the rules, and nothing for readers", () => {
    const parts = loadedWith("server.js");
    assert.ok(sum(parts) <= 640 * kilobyte, `${parts.join(", ")}: ${sum(parts)} bytes`);
  });

  it("the server and the command line share what they have in common", () => {
    const shared = loadedWith("server.js").filter((part) => loadedWith("cli.js").includes(part));
    assert.ok(sum(shared) >= 300 * kilobyte, `${shared.join(", ")}: ${sum(shared)} bytes`);
    const whole = [
      "server.js",
      "cli.js",
      ...readdirSync(join(dist, "server")).map((part) => `server/${part}`),
    ];
    assert.ok(sum(whole) <= 1060 * kilobyte, `${sum(whole)} bytes in all`);
  });
});

/** The bundle and the parts that it cannot start without, as paths below dist/. */
function loadedWith(file: string, found = new Set<string>()): string[] {
  if (found.has(file)) return [...found];
  found.add(file);
  const text = readFileSync(join(dist, file), "utf8");
  // What is loaded late is required in a call of its own.
  for (const [, path = ""] of text.matchAll(/(?<!\()\brequire\("(\.[^"]*)"\)/g))
    loadedWith(relative(dist, normalize(join(dist, dirname(file), path))), found);
  return [...found];
}

function sizeOf(file: string): number {
  return statSync(join(dist, file)).size;
}

function sum(files: readonly string[]): number {
  return files.reduce((bytes, file) => bytes + sizeOf(file), 0);
}
