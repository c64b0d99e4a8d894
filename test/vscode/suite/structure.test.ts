import type * as vscode from "vscode";
import { equal, ok, present } from "./expect.ts";
import { ask, closeAll, rangeOf, show } from "./workspace.ts";

describe("structure", () => {
  let document: vscode.TextDocument;

  before(async () => {
    ({ document } = await show("boligudvalget.referat"));
  });
  after(closeAll);

  const lineOf = (text: string, nth = 1): number => rangeOf(document, text, nth).start.line;

  describe("folding", () => {
    let folds: readonly vscode.FoldingRange[];
    before(async () => {
      folds = await ask<vscode.FoldingRange>("vscode.executeFoldingRangeProvider", document.uri);
    });

    const foldAt = (line: number): vscode.FoldingRange =>
      present(
        folds.find(({ start }) => start === line),
        `fold at line ${line + 1}`,
      );

    it("folds an item down to its last line of text", () => {
      const { end } = foldAt(lineOf("Punkt 2: Renovering"));
      const last = lineOf("Bilag 2.1: Tre tilbud.pdf");
      ok(end >= last && end < lineOf("PAUSE, kl. 13.35-13.45", 2), `the fold ends at line ${end + 1}`);
    });

    it("folds a section", () => {
      const { end } = foldAt(lineOf("Indstilling", 2));
      const last = lineOf("2. Drøfter tidspunktet");
      ok(end >= last && end < lineOf("Beslutning", 2), `the fold ends at line ${end + 1}`);
    });

    it("folds the contents and a list", () => {
      const { end } = foldAt(lineOf("Indholdsfortegnelse"));
      ok(end >= lineOf("Eventuelt, kl. 14.00-14.10....."), `the fold ends at line ${end + 1}`);
      equal(foldAt(lineOf("- tagene")).end, lineOf("- vinduerne"));
    });
  });

  it("grows a selection from the word over sentence, paragraph and section to the item", async () => {
    const { start } = rangeOf(document, "utætte");
    const chains = await ask<vscode.SelectionRange>("vscode.executeSelectionRangeProvider", document.uri, [
      start,
    ]);
    const texts: string[] = [];
    for (let step: vscode.SelectionRange | undefined = chains[0]; step; step = step.parent) {
      texts.push(document.getText(step.range).trim());
    }
    const at = (test: (text: string) => boolean, what: string): number => {
      const index = texts.findIndex(test);
      ok(index >= 0, `no selection is the ${what}: ${JSON.stringify(texts)}`);
      return index;
    };
    const steps = [
      at((text) => text === "utætte", "word"),
      at((text) => text === "Tagene på Havnegården er fra 1974 og utætte.", "sentence"),
      at((text) => /^Tagene på[^]*notat\.txt\)\.$/.test(text), "paragraph"),
      at((text) => /^Sagsfremstilling[^]*som kan vente$/.test(text), "section"),
      at((text) => /^Punkt 2:[^]*tilbud\.pdf$/.test(text), "item"),
    ];
    equal(
      steps,
      [...steps].sort((a, b) => a - b),
      "the selections do not grow in that order",
    );
  });
});
