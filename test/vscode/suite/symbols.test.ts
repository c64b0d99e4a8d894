import type * as vscode from "vscode";
import { equal, ok, present } from "./expect.ts";
import { ask, closeAll, rangeOf, show } from "./workspace.ts";

const provider = "vscode.executeDocumentSymbolProvider";

describe("outline", () => {
  let document: vscode.TextDocument;
  let roots: readonly vscode.DocumentSymbol[];

  before(async () => {
    ({ document } = await show("boligudvalget.referat"));
    roots = await ask<vscode.DocumentSymbol>(provider, document.uri);
  });
  after(closeAll);

  const item = (title: string): vscode.DocumentSymbol =>
    present(
      roots[0]?.children.find(({ name }) => name.includes(title)),
      `symbol of ${title}`,
    );

  it("has the meeting as its root", () => {
    equal(roots.length, 1);
    const root = present(roots[0], "root");
    ok(root.name.includes("Boligudvalget i Sandløse"), `the root is named ${root.name}`);
    ok(
      root.range.contains(rangeOf(document, "Ikke noget til eventuelt")),
      "the root ends before the document",
    );
  });

  it("has the items under it, in order, with the pause among them", () => {
    const titles = [
      "Godkendelse af dagsorden",
      "Renovering af Havnegården",
      "PAUSE",
      "Orientering om ventelisten",
      "Eventuelt",
    ];
    const items = roots[0]?.children.filter(({ name }) => titles.some((title) => name.includes(title))) ?? [];
    equal(
      items.map(({ name }) => titles.findIndex((title) => name.includes(title))),
      [0, 1, 2, 3, 4],
      items.map(({ name }) => name).join(),
    );
  });

  it("tells an item's time and minutes beside its name", () => {
    const { detail } = item("Renovering af Havnegården");
    ok(/13[.:]05.*13[.:]35/.test(detail), `the detail is ${detail}`);
    ok(/\b30\b/.test(detail), `the detail is ${detail}`);
  });

  it("sums the minutes at the meeting", () => {
    const { detail } = present(roots[0], "root");
    ok(/\b70\b|1[.:]10|1\s*t.*10/.test(detail), `the detail is ${detail}`);
  });

  it("has the sections under their item, and subheadings under their section", () => {
    const sections = item("Renovering af Havnegården").children;
    equal(
      sections.map(({ name }) => name),
      ["Sagsfremstilling", "Indstilling", "Beslutning", "Bilag"],
    );
    equal(
      sections[0]?.children.map(({ name }) => name),
      ["Baggrund"],
    );
  });

  it("selects the line of an item's heading, and spans the item", () => {
    const { range, selectionRange } = item("Renovering af Havnegården");
    ok(
      rangeOf(document, "Punkt 2: Renovering").start.line === selectionRange.start.line,
      "another line is selected",
    );
    ok(
      range.contains(rangeOf(document, "Bilag 2.1: Tre tilbud.pdf")),
      "the item ends before its attachments",
    );
    ok(!range.intersection(rangeOf(document, "PAUSE, kl. 13.35-13.45", 2)), "the item runs into the pause");
  });

  it("shows kinds of items by different icons", () => {
    ok(item("PAUSE").kind !== item("Renovering af Havnegården").kind, "a pause looks like a case");
  });
});
