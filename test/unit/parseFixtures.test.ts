import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { plainDocument } from "../../server/src/model/plainDocument.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const ownFolder = join(import.meta.dirname, "..", "fixtures", "parse");
const sharedFolder = join(import.meta.dirname, "..", "..", "..", "shared", "corpus");

/** The documents of a folder that have an `.expected.json` beside them. */
function documentsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:referat|dagsorden)$/.test(name) && existsSync(expectedPath(folder, name)))
    .sort();
}

function expectedPath(folder: string, name: string): string {
  return join(folder, name.replace(/\.[^.]+$/, ".expected.json"));
}

/** The bytes as UTF-8. TextDecoder would swallow a byte order mark; Buffer keeps it. */
function readDocument(path: string): string {
  return readFileSync(path).toString("utf8");
}

function kindByEnding(name: string): "referat" | "dagsorden" {
  return name.endsWith(".dagsorden") ? "dagsorden" : "referat";
}

/** What of `expected` does not hold, by its path. A key that is absent is not stated; a list is stated as a whole. */
function differences(actual: Json | undefined, expected: Json, path: string): string[] {
  if (isList(expected)) {
    if (!isList(actual)) return [`${path}: ${shown(actual)} instead of a list`];
    if (path.endsWith(".outcomes")) {
      const same = shown([...actual].sort()) === shown([...expected].sort());
      return same ? [] : [`${path}: ${shown(actual)} instead of ${shown(expected)}`];
    }
    if (actual.length !== expected.length) {
      return [`${path}: ${actual.length} elements instead of ${expected.length}: ${shown(actual)}`];
    }
    return expected.flatMap((each, index) => differences(actual[index], each, `${path}[${index}]`));
  }
  if (typeof expected === "object" && expected !== null) {
    if (typeof actual !== "object" || actual === null || isList(actual)) {
      return [`${path}: ${shown(actual)} instead of ${shown(expected)}`];
    }
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(actual[key], value, path === "" ? key : `${path}.${key}`),
    );
  }
  return actual === expected ? [] : [`${path}: ${shown(actual)} instead of ${shown(expected)}`];
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function shown(value: Json | undefined): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

function describeFolder(folder: string): void {
  for (const name of documentsIn(folder)) {
    describe(name, () => {
      const text = readDocument(join(folder, name));
      const document = ReferatDocument.parse(text);

      it("is read as expected", () => {
        const expected = JSON.parse(readFileSync(expectedPath(folder, name), "utf8")) as Json;
        const actual = JSON.parse(JSON.stringify(plainDocument(document, kindByEnding(name)))) as Json;
        assert.deepEqual(differences(actual, expected, ""), []);
      });

      it("keeps every character", () => {
        assert.equal(document.getText(), text);
        assert.equal(document.chunks.map((chunk) => chunk.text).join(""), text);
        for (const chunk of document.chunks) {
          const blocks = chunk.blocks.map((block) => chunk.text.slice(block.start, block.end));
          assert.equal(blocks.join(""), chunk.text);
        }
      });
    });
  }
}

describe("parse", () => {
  describe("the comparison", () => {
    it("sees another value, a list of another length, and nothing where something is stated", () => {
      const actual: Json = { a: 1, list: [1, { b: 2 }], more: "x" };
      assert.deepEqual(differences(actual, { a: 1, list: [1, {}] }, ""), []);
      assert.equal(differences(actual, { a: 2 }, "").length, 1);
      assert.equal(differences(actual, { list: [1] }, "").length, 1);
      assert.equal(differences(actual, { list: [1, { b: 3 }] }, "").length, 1);
      assert.equal(differences(actual, { gone: null }, "").length, 1);
      assert.equal(differences({ outcomes: ["a", "b"] }, { outcomes: ["b", "a"] }, "x").length, 0);
      assert.equal(differences({ outcomes: ["a", "b"] }, { outcomes: ["b", "b"] }, "x").length, 1);
    });
  });

  describe("fixtures", () => {
    it("are there", () => assert.ok(documentsIn(ownFolder).length >= 20));
    describeFolder(ownFolder);
  });

  describe("real minutes", () => {
    if (existsSync(sharedFolder)) {
      it("are there", () => assert.ok(documentsIn(sharedFolder).length > 0));
      describeFolder(sharedFolder);
    } else {
      it("are not at hand: the fixtures are all that is compared", () => {
        console.log(`      ${sharedFolder} is not there: its documents are not compared.`);
        assert.ok(documentsIn(ownFolder).length > 0);
      });
    }
  });
});
