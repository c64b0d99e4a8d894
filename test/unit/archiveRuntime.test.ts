import assert from "node:assert/strict";
import type { KnownFile } from "../../server/src/protocol/archive/knownFiles.ts";
import { Pace } from "../../server/src/protocol/archive/pace.ts";
import type { RecordStore } from "../../server/src/protocol/archive/recordStore.ts";
import { StoredIndex } from "../../server/src/protocol/archive/storedIndex.ts";
import { lineOf, linesOf, readLine } from "../../server/src/protocol/archive/storedLines.ts";
import { wantedBy } from "../../server/src/protocol/archive/wantedFiles.ts";
import { withoutNested } from "../../server/src/protocol/archive/workspaceFolders.ts";
import { canonicalUri } from "../../server/src/protocol/uris.ts";

const encoder = new TextEncoder();

function fileOf(size: number): KnownFile {
  return { stamp: { size, modified: 1.5 }, config: "æ", record: null };
}

/** A store in memory, which counts its writings. */
class MemoryStore implements RecordStore {
  text = "";
  appended = 0;
  replaced = 0;
  fails = false;

  async *read(): AsyncGenerator<Uint8Array> {
    // Pieces end anywhere, also within a letter.
    const bytes = encoder.encode(this.text);
    for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.subarray(at, at + 7));
  }

  append(lines: string): Promise<void> {
    if (this.fails) return Promise.reject(new Error("full"));
    this.appended++;
    this.text += lines;
    return Promise.resolve();
  }

  async replace(pieces: AsyncIterable<string>): Promise<void> {
    this.replaced++;
    let text = "";
    for await (const piece of pieces) text += piece;
    this.text = text;
  }
}

const failures: unknown[] = [];
const pace = new Pace(() => Promise.resolve());

async function indexOn(store: RecordStore, version = "1.0.0"): Promise<StoredIndex> {
  const index = new StoredIndex(store, version, pace, (error) => failures.push(error));
  await index.load();
  return index;
}

describe("the stored index", () => {
  it("reads back what it wrote, the last word on each file", async () => {
    const store = new MemoryStore();
    const index = await indexOn(store);
    index.keep("file:///a", fileOf(1));
    index.keep("file:///b", fileOf(2));
    await index.save();
    index.keep("file:///a", fileOf(3));
    index.drop("file:///b");
    await index.save();
    assert.deepEqual([store.replaced, store.appended], [1, 1]);
    const again = await indexOn(store);
    assert.deepEqual([...again.uris()], ["file:///a"]);
    assert.deepEqual(again.recall("file:///a"), fileOf(3));
    assert.equal(again.recall("file:///b"), null);
    assert.deepEqual([...(await indexOn(store, "1.0.1")).uris()], []);
  });

  it("is written anew when most of it is stale", async () => {
    const store = new MemoryStore();
    const index = await indexOn(store);
    for (let round = 0; round < 40; round++) {
      for (let file = 0; file < 20; file++) index.keep(`file:///${file}`, fileOf(round));
      await index.save();
    }
    assert.ok(store.replaced >= 3, `${store.replaced} times`);
    assert.ok(store.text.split("\n").length < 20 * 15);
    const again = await indexOn(store);
    assert.deepEqual(again.recall("file:///19"), fileOf(39));
  });

  it("says once that it cannot be written, and gathers no more", async () => {
    const store = new MemoryStore();
    const index = await indexOn(store);
    index.keep("file:///a", fileOf(1));
    await index.save();
    store.fails = true;
    for (let file = 0; file < 3; file++) {
      index.keep(`file:///${file}`, fileOf(1));
      await index.save();
    }
    assert.equal(failures.length, 1);
    assert.equal(index.mustSave(true), false);
    assert.deepEqual(index.recall("file:///2"), fileOf(1));
  });

  it("drops a line with any sign changed, left out or put in", () => {
    const line = lineOf("file:///å", fileOf(12));
    assert.deepEqual(readLine(encoder.encode(line)), { uri: "file:///å", file: fileOf(12) });
    for (let at = 0; at < line.length; at++) {
      for (const spoilt of [
        line.slice(0, at) + line.slice(at + 1),
        `${line.slice(0, at)}x${line.slice(at)}`,
        `${line.slice(0, at)}${line[at] === "x" ? "y" : "x"}${line.slice(at + 1)}`,
        line.slice(0, at),
      ]) {
        assert.equal(readLine(encoder.encode(spoilt)), null, spoilt);
      }
    }
  });

  it("has the same lines wherever its pieces end", async () => {
    const bytes = encoder.encode("æn\n\nto\nsidste");
    for (let cut = 0; cut <= bytes.length; cut++) {
      const lines: string[] = [];
      const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
      async function* given(): AsyncGenerator<Uint8Array> {
        for (const piece of pieces) yield await Promise.resolve(piece);
      }
      for await (const line of linesOf(given())) lines.push(new TextDecoder().decode(line));
      assert.deepEqual(lines, ["æn", "to", "sidste"]);
    }
  });
});

describe("the files of the archive", () => {
  it("are documents by their ending, or fit a glob", () => {
    const wanted = wantedBy(["**/*.txt", "referater/*.{md,markdown}", "./2026/**/marts?.text"]);
    for (const path of [
      "a.referat",
      "x/y.DAGSORDEN",
      "a.txt",
      "x/y/z.txt",
      "referater/a.md",
      "referater/a.markdown",
      "2026/marts1.text",
      "2026/x/y/marts1.text",
    ]) {
      assert.ok(wanted(path), path);
    }
    for (const path of ["a.md", "referater/x/a.md", "2026/marts.text", "a.txt/b", "referat"]) {
      assert.ok(!wanted(path), path);
    }
  });

  it("have one URI, however it is written", () => {
    for (const [written, canonical] of [
      ["file:///C:/M%C3%B8der/a (1).referat", "file:///c%3A/M%C3%B8der/a%20%281%29.referat"],
      ["file:///c%3A/Møder/a%20(1).referat", "file:///c%3A/M%C3%B8der/a%20%281%29.referat"],
      ["file://Server/deling/a+b,c'.referat", "file://server/deling/a%2Bb%2Cc%27.referat"],
      ["vscode-vfs://github/a/b.referat", "vscode-vfs://github/a/b.referat"],
      ["memfs:/a%2Fb.referat", "memfs:/a%2Fb.referat"],
      ["untitled:Uden-1", "untitled:Uden-1"],
      ["file:///100%.referat", "file:///100%.referat"],
    ] as const) {
      assert.equal(canonicalUri(written), canonical);
      assert.equal(canonicalUri(canonical), canonical);
    }
  });

  it("lie in the outermost folders", () => {
    assert.deepEqual(withoutNested(["file:///a/b/", "file:///a/", "file:///ab/", "file:///a/"]), [
      "file:///a/",
      "file:///ab/",
    ]);
  });
});
