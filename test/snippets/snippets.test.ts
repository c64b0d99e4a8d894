import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createTokenizer, tokenize } from "../grammar/tokenizer.ts";
import {
  expandAsDocument,
  expandSnippet,
  loadSnippets,
  parseSnippet,
  type Snippet,
  tabStopsOf,
  variablesOf,
} from "./expand.ts";

const snippets = loadSnippets();

/** How the time of an item is written, by the ending of the prefix and by what stands in the heading. */
const styles: readonly { suffix: string; time: RegExp }[] = [
  { suffix: "", time: / \(kl\. \d\d\.\d\d-\d\d\.\d\d\)$/ },
  { suffix: " kl", time: /, kl\. \d\d\.\d\d-\d\d\.\d\d$/ },
  { suffix: " min", time: / \(\d+ min\)$/ },
];

const timed = [
  "punkt",
  "orienteringspunkt",
  "drøftelsespunkt",
  "beslutningspunkt",
  "lukket punkt",
  "pause",
  "velkomst",
  "godkendelse af dagsorden",
  "godkendelse af referat",
  "meddelelser",
  "eventuelt",
  "næste møde",
  "dagsordenspunkt",
];

describe("snippets", () => {
  for (const snippet of snippets) {
    describe(snippet.name, () => {
      const markers = parseSnippet(snippet.body);
      const stops = tabStopsOf(markers);

      it("has a Danish prefix and a description", () => {
        assert.ok(snippet.prefixes.length > 0);
        for (const prefix of snippet.prefixes) assert.match(prefix, /^\p{Ll}+(?: \p{Ll}+)*$/u);
        assert.match(snippet.description, /^\p{Lu}.{5,}[^.\s]$/u);
      });

      it("numbers its tab stops from 1 on and ends at $0, once", () => {
        const numbers = [...new Set(stops.map(({ index }) => index))].sort((a, b) => a - b);
        assert.deepEqual(numbers, [...numbers.keys()]);
        assert.equal(stops.filter(({ index }) => index === 0).length, 1);
        assert.ok(snippet.body.endsWith("$0"));
      });

      it("gives every tab stop one default, and reads them in the order of the text", () => {
        const first = new Map<number, number>();
        stops.forEach(({ index, content, choices }, place) => {
          if (index === 0 || (content === null && choices === null)) return;
          assert.ok(!first.has(index), `${index} has two defaults`);
          first.set(index, place);
        });
        assert.equal(first.size, new Set(stops.map(({ index }) => index)).size - 1);
        if (isDocument(snippet)) return; // the case is named before the meeting's first item is worded
        const order = [...first].sort((a, b) => a[1] - b[1]).map(([index]) => index);
        assert.deepEqual(
          order,
          [...order].sort((a, b) => a - b),
        );
      });

      it("offers no choice twice", () => {
        for (const { choices } of stops) assert.equal(new Set(choices ?? []).size, choices?.length ?? 0);
      });

      it("uses no variable that follows VS Code's own language", () => {
        for (const name of variablesOf(markers)) assert.match(name, /^CURRENT_(?:YEAR|MONTH|DATE)$/);
      });

      it("reads like finished text when every default is accepted", () => {
        const text = expandSnippet(snippet.body);
        assert.doesNotMatch(text, /\[\s*(?:\.\.\.|…)?\s*\]|\bXX|TODO|\b(?:indsæt|husk)\b|[${}\\]|undefined/i);
        assert.doesNotMatch(text, /^[ \t]+|[ \t]$| {2}/m);
        assert.doesNotMatch(text, /\n\n\n/);
        assert.equal(text, text.normalize("NFC"));
      });
    });
  }

  it("have names, prefixes and descriptions of their own", () => {
    for (const of of [
      snippets.map(({ name }) => name),
      snippets.flatMap(({ prefixes }) => prefixes),
      snippets.map(({ description }) => description),
    ]) {
      assert.equal(new Set(of).size, of.length);
    }
  });

  describe("in the three styles of time", () => {
    for (const prefix of timed) {
      it(prefix, () => {
        const variants = styles.map(({ suffix, time }) => {
          const [heading = "", ...rest] = expandSnippet(byPrefix(prefix + suffix).body).split("\n");
          assert.match(heading, time);
          return [heading.replace(time, ""), ...rest].join("\n");
        });
        assert.equal(new Set(variants).size, 1, "the styles differ in nothing but the time");
      });
    }

    for (const prefix of ["referat", "dagsorden"]) {
      it(prefix, () => {
        for (const { suffix, time } of styles) {
          const lines = expandSnippet(byPrefix(prefix + suffix).body).split("\n");
          const headings = lines.filter((line) => line.startsWith("Punkt "));
          assert.equal(headings.length, 3);
          for (const heading of headings) {
            assert.match(heading, time);
            const entry = heading.replace(/^Punkt \d+: /, "");
            assert.equal(lines.filter((line) => line.startsWith(`${entry}.....\t`)).length, 1, entry);
          }
        }
      });
    }
  });

  it("of a whole document carry the date from the title to Mødedato, and the times without a gap", () => {
    const lines = expandSnippet(byPrefix("referat").body).split("\n");
    assert.equal(lines[0], "REFERAT Kulturudvalget d. 02-03-2026");
    assert.equal(lines[2], "Mødedato Mandag d. 2. marts 2026 kl. 13:00-14:00");
    assert.deepEqual(
      lines.filter((line) => line.startsWith("Punkt")).map((line) => /\(kl\. (.*)\)/.exec(line)?.[1]),
      ["13.00-13.05", "13.05-13.45", "13.45-14.00"],
    );
  });

  it("of a whole document name every month", () => {
    const months =
      "januar februar marts april maj juni juli august september oktober november december".split(" ");
    months.forEach((month, index) => {
      const variables = {
        CURRENT_YEAR: "2026",
        CURRENT_MONTH: String(index + 1).padStart(2, "0"),
        CURRENT_DATE: "10",
      };
      for (const { body, prefixes } of snippets) {
        const text = expandSnippet(body, variables);
        if (variablesOf(parseSnippet(body)).length > 0)
          assert.ok(text.includes(`10. ${month} 2026`), prefixes[0]);
      }
    });
  });

  it("are the sections of the format, in ordinary writing and in capitals", () => {
    for (const prefix of [
      "resumé",
      "sagsfremstilling",
      "klimavurdering",
      "økonomi",
      "høring",
      "indstilling",
      "beslutning",
      "afstemning",
      "protokoltilførsel",
      "opfølgning",
      "bilag",
    ]) {
      const heading = tabStopsOf(parseSnippet(byPrefix(prefix).body))[0];
      const [written = "", capitals = ""] = heading?.choices ?? [];
      assert.equal(written.toLowerCase(), prefix);
      assert.equal(capitals, written.toUpperCase());
    }
  });

  it("are read by the grammar as what they are", async () => {
    const { grammar } = await createTokenizer();
    for (const { name, body, prefixes } of snippets) {
      const document = expandAsDocument(body);
      const text = expandSnippet(body).trimEnd();
      const at = document.split("\n").indexOf(text.split("\n")[0] ?? "");
      assert.ok(at >= 0, name);
      const scopes = tokenize(grammar, document)[at]?.tokens.flatMap((token) => token.scopes) ?? [];
      assert.ok(scopes.includes(expectedScope(prefixes[0] ?? "", text)), `${name}: ${scopes.join(" ")}`);
    }
  });

  it("are listed in the manifest for the language", () => {
    const manifest = JSON.parse(readFileSync(join(process.cwd(), "package.json"), "utf8")) as {
      contributes: { snippets: unknown };
    };
    assert.deepEqual(manifest.contributes.snippets, [
      { language: "referat", path: "./snippets/referat.json" },
    ]);
  });
});

function isDocument({ prefixes }: Snippet): boolean {
  return /^(?:referat|dagsorden)(?: |$)/.test(prefixes[0] ?? "");
}

function byPrefix(prefix: string): Snippet {
  const found = snippets.find(({ prefixes }) => prefixes.includes(prefix));
  assert.ok(found, `No snippet for ${prefix}`);
  return found;
}

/** The scope that the snippet's first line must bear. */
function expectedScope(prefix: string, text: string): string {
  if (/^(?:REFERAT|DAGSORDEN) /.test(text)) return "meta.title.referat";
  if (prefix.startsWith("møde")) return "meta.field.referat";
  if (prefix === "indholdsfortegnelse") return "meta.contents.referat";
  if (/^(?:Punkt \d|PAUSE)/.test(text)) return "meta.item.referat";
  if (prefix === "sagsnummer") return "meta.journal-number.referat";
  if (prefix === "aftalt") return "constant.numeric.date.referat";
  if (prefix === "opgave") return "markup.list.unnumbered.referat";
  if (prefix === "tabel") return "meta.table.row.referat";
  if (prefix === "kommentar") return "comment.block.referat";
  return "markup.heading.3.referat";
}
