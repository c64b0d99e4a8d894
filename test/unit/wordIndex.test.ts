import assert from "node:assert/strict";
import { decisionsIn } from "../../server/src/archive/decisionRegister.ts";
import { preparing } from "../../server/src/archive/preparing.ts";
import type { DocumentRecord } from "../../server/src/archive/record.ts";
import { hasAll, itemText, searchWords } from "../../server/src/archive/search.ts";
import { wordIndexOf, WordSearch } from "../../server/src/archive/wordIndex.ts";
import { indicesOf } from "../../server/src/archive/itemSet.ts";
import { archiveOf, minutes } from "../support/archive.ts";

const things = ["bro", "mole", "kaj", "sluse", "fyrtårn", "skurvogn", "bådplads", "stævnpæl"];
/** More items than have a bit in one number. */
const long = minutes(
  "04-03-2026",
  Array.from({ length: 70 }, (_, index) => {
    const thing = things[index % things.length] ?? "";
    return `Ny ${thing} ${index}\n\nBeslutning\n\nGodkendt – ”${thing}” for ${2020 + (index % 7)}.`;
  }),
);
const archive = archiveOf({
  "lang.referat": long,
  "kort.referat": minutes("11-03-2026", ["Gammel sluse\n\nBeslutning\n\nUdsat."]),
});

function recordIn(uri: string): DocumentRecord {
  const record = archive.get(uri);
  assert.ok(record);
  return record;
}

/** The items that have all words, looked for in their texts. */
function inTexts(record: DocumentRecord, words: readonly string[], besides: string): number[] {
  return record.items.flatMap((item, index) => (hasAll(words, itemText(item), besides) ? [index] : []));
}

describe("the words of an archive", () => {
  it("tell of each item what its text does", () => {
    const queries = [
      "sluse",
      "ny sluse",
      "GODKENDT 2021 bro",
      "”kaj”",
      "– 69",
      "9",
      "fyrtårn mole",
      "havneby 2026.",
    ];
    for (const query of queries) {
      const words = searchWords(query);
      for (const uri of ["lang.referat", "kort.referat"]) {
        const record = recordIn(uri);
        const besides = "kulturudvalget i havneby";
        const items = new WordSearch(archive, words).itemsOf(record, besides);
        assert.ok(items);
        assert.deepEqual(indicesOf(items), inTexts(record, words, besides), query);
      }
    }
    const last = new WordSearch(archive, ["stævnpæl"]).itemsOf(recordIn("lang.referat"), "");
    assert.deepEqual(indicesOf(last ?? []), [7, 15, 23, 31, 39, 47, 55, 63]);
  });

  it("leave out nothing when there are very many of them in a search", () => {
    const record = recordIn("lang.referat");
    const text = itemText(record.items[34] ?? assert.fail());
    // All pieces of its words: no other item has all of them.
    const words = searchWords(text).flatMap((word) =>
      Array.from({ length: word.length }, (_, at) => [word.slice(at), word.slice(0, at + 1)]).flat(),
    );
    assert.ok(new Set(words).size > 40);
    for (const sought of [words, [...words].reverse(), [...words.slice(0, 35), "sluse"]]) {
      const items = new WordSearch(archive, sought).itemsOf(record, "");
      assert.deepEqual(indicesOf(items ?? []), inTexts(record, sought, ""));
    }
    const items = new WordSearch(archive, [...words, "xyz"]).itemsOf(record, "");
    assert.deepEqual(indicesOf(items ?? []), []);
    assert.equal(new WordSearch(archive, words).itemsOf(record, text), null);
  });

  it("fit a document that has them in several items, and ask for none that stand besides", () => {
    const record = recordIn("lang.referat");
    assert.equal(new WordSearch(archive, ["bro", "sluse"]).mayFit(record, ""), true);
    assert.equal(new WordSearch(archive, ["bro", "færge"]).mayFit(record, ""), false);
    assert.equal(new WordSearch(archive, ["bro", "færge"]).mayFit(record, "færgeudvalget"), true);
    assert.equal(new WordSearch(archive, ["færge"]).itemsOf(record, "færgeudvalget"), null);
    assert.equal(new WordSearch(archive, []).itemsOf(record, ""), null);
  });

  it("are those of the documents as they are now, each kept once", () => {
    const changing = archiveOf({ "a.referat": minutes("04-03-2026", ["Bro\n\nBeslutning\n\nUdsat."]) });
    const found = (text: string): string[] => decisionsIn(changing, { text }).rows.map(({ title }) => title);
    assert.deepEqual(found("udsat"), ["Bro"]);
    const search = new WordSearch(changing, ["kaj"]);
    const [before] = [...changing.all()];
    assert.deepEqual(search.itemsOf(before?.record ?? assert.fail(), ""), [0]);
    const other = archiveOf({ "a.referat": minutes("04-03-2026", ["Kaj\n\nBeslutning\n\nUdsat."]) });
    const record = other.get("a.referat") ?? assert.fail();
    changing.set("a.referat", record);
    assert.deepEqual(found("udsat"), ["Kaj"]);
    assert.deepEqual(found("bro"), []);
    // A search that was begun before knows the words that came since.
    assert.deepEqual(indicesOf(search.itemsOf(record, "") ?? []), [0]);
    assert.ok([...preparing(changing)].length > 0);
    const { words } = wordIndexOf(changing);
    assert.deepEqual([...words].sort(), ["bro", "kaj", "udsat.", "|"]);
  });
});
