import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, type ParseError } from "jsonc-parser";
import * as z from "zod";
import { root } from "./tokenizer.ts";

// What VS Code reads of such a file; anything else it ignores with a warning.
const pair = z.tuple([z.string().min(1), z.string().min(1)]);
const closingPair = z.strictObject({
  open: z.string().min(1),
  close: z.string().min(1),
  notIn: z.array(z.enum(["string", "comment"])).optional(),
});
const regExp = z.union([
  z.string(),
  z.strictObject({ pattern: z.string(), flags: z.string().regex(/^[gimuy]+$/) }),
]);
const schema = z.strictObject({
  comments: z.strictObject({ lineComment: z.string().optional(), blockComment: pair }),
  brackets: z.array(pair),
  colorizedBracketPairs: z.array(pair),
  autoClosingPairs: z.array(closingPair),
  autoCloseBefore: z.string(),
  surroundingPairs: z.array(pair),
  wordPattern: regExp,
  folding: z.strictObject({
    offSide: z.boolean(),
    markers: z.strictObject({ start: z.string().startsWith("^"), end: z.string().startsWith("^") }),
  }),
  onEnterRules: z.array(
    z.strictObject({
      beforeText: regExp,
      afterText: regExp.optional(),
      previousLineText: regExp.optional(),
      action: z.strictObject({
        indent: z.enum(["none", "indent", "indentOutdent", "outdent"]),
        appendText: z.string().optional(),
        removeText: z.number().int().optional(),
      }),
    }),
  ),
});

type Configuration = z.infer<typeof schema>;

describe("language configuration", () => {
  let configuration: Configuration;

  before(() => {
    const errors: ParseError[] = [];
    const read: unknown = parse(readFileSync(join(root, "language-configuration.json"), "utf8"), errors);
    assert.deepEqual(errors, []);
    configuration = schema.parse(read);
  });

  it("holds regular expressions that compile and match", () => {
    const { start, end } = configuration.folding.markers;
    assert.match("<!-- region Bilag -->", new RegExp(start));
    assert.match("  <!-- #endregion -->", new RegExp(end));
    assert.doesNotMatch("Region Sandvig", new RegExp(start));
    for (const rule of configuration.onEnterRules) {
      for (const source of [rule.beforeText, rule.afterText ?? "", rule.previousLineText ?? ""])
        compiled(source);
    }
  });

  it("never closes with a sign that also stands for itself", () => {
    const opening = configuration.autoClosingPairs.map(({ open }) => open);
    assert.equal(new Set(opening).size, opening.length);
    for (const sign of ["”", "’", "«", "*", "<"]) assert.ok(!opening.includes(sign), sign);
    for (const { close } of configuration.autoClosingPairs) {
      // Typing on inside a pair must still close the next one.
      if (close.length === 1 && close !== "}")
        assert.ok(configuration.autoCloseBefore.includes(close), close);
    }
  });

  describe("words", () => {
    const cases: readonly [string, readonly string[]][] = [
      ["SAM-aftalen og børne- og ungeområdet", ["SAM-aftalen", "og", "børne", "og", "ungeområdet"]],
      ["10-årsplanen, EU's og IPG’en", ["10-årsplanen", "EU's", "og", "IPG’en"]],
      ["(kl. 13.05-13.30), 9:00–14:00", ["kl", "13.05", "13.30", "9:00", "14:00"]],
      ["Sagsnr. 23/1493, bilag 3.1 d. 04-03-2026", ["Sagsnr", "23/1493", "bilag", "3.1", "d", "04-03-2026"]],
      ["2025-2027, COVID-19, Æblehaven, André", ["2025", "2027", "COVID-19", "Æblehaven", "André"]],
      ["31,7 mio. kr. *kursiv* „citat”", ["31,7", "mio", "kr", "kursiv", "citat"]],
      ["Resume\u0301", ["Resume\u0301"]],
    ];
    for (const [text, words] of cases) {
      it(text, () => {
        const pattern = compiled(configuration.wordPattern);
        assert.ok(!pattern.test(""));
        assert.deepEqual(text.match(new RegExp(pattern.source, `${pattern.flags}g`)), words);
      });
    }
  });

  describe("Enter", () => {
    // <|> is the caret; what follows → is the new line up to the caret, with the action in front.
    const cases: readonly [string, string | null][] = [
      ["- Godkender planen<|>", "none:- "],
      ["  • Første<|>", "none:• "],
      ["* *Kursiv* først<|>", "none:* "],
      ["– Tankestreg<|>", "none:– "],
      ["•\tFra Word<|>", "none:•\t"],
      ["- To <|>stykker", "none:- "],
      ["- <|>", "outdent:"],
      ["  • <|>", "outdent:"],
      ["3. <|>", "outdent:"],
      ["b) <|>", "outdent:"],
      ["- <|>Tekst", null],
      ["-\tEn\trække<|>", null],
      ["3. Godkender planen<|>", null],
      ["*kursiv* først<|>", null],
      ["---<|>", null],
      ["Sagsfremstilling<|>", null],
      ["Se også (<|>)", "none:"],
    ];
    for (const [line, expected] of cases) {
      it(JSON.stringify(line), () => {
        const [before = "", after = ""] = line.split("<|>");
        const rule = configuration.onEnterRules.find(
          ({ beforeText, afterText }) =>
            compiled(beforeText).test(before) && (afterText === undefined || compiled(afterText).test(after)),
        );
        assert.equal(rule ? `${rule.action.indent}:${rule.action.appendText ?? ""}` : null, expected);
      });
    }
  });
});

function compiled(source: z.infer<typeof regExp>): RegExp {
  return typeof source === "string" ? new RegExp(source) : new RegExp(source.pattern, source.flags);
}
