import * as vscode from "vscode";
import { equal, ok, present } from "./expect.ts";
import { platform } from "./platform.ts";
import { closeAll, eventually, extension, showText } from "./workspace.ts";

const minutes = `REFERAT Havneudvalget d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-14:00

Mødested Havnekontoret

Mødedeltagere Anna Holm, Bent Krogh

Indholdsfortegnelse

Ny mole.....\t7
Bådpladser.....\t8

Punkt 1: Ny mole

Sagsfremstilling

Molen er gammel.

Indstilling

Det indstilles, at Havneudvalget:

1. Godkender planen

Punkt 2: Bådpladser

Sagsfremstilling

Der er flere både end pladser.

Beslutning

Drøftet.
`;

interface Readiness extends vscode.TreeDataProvider<unknown> {
  readonly onDidChangeTreeData: vscode.Event<void>;
  getChildren(node?: unknown): unknown[];
  getTreeItem(node: unknown): vscode.TreeItem;
}

interface Exports {
  readonly publishing: { readonly readiness: Readiness };
}

describe("publishing", () => {
  afterEach(closeAll);

  function textsOf(
    document: vscode.TextDocument,
    test: (text: string) => boolean,
    what: string,
  ): Promise<true> {
    return eventually(
      vscode.workspace.onDidChangeTextDocument,
      () => (test(document.getText()) ? true : undefined),
      what,
    );
  }

  it("the contents get the pages that the engine lays out here", async () => {
    const { document } = await showText(minutes);
    await vscode.commands.executeCommand("referat.opdaterIndholdsfortegnelse");
    await textsOf(document, (text) => /Ny mole\.{5}\t2\nBådpladser\.{5}\t3\n/.test(text), "the true pages");
    await vscode.commands.executeCommand("undo");
    equal(document.getText(), minutes);
  });

  it("the view says what stands in the way, and mends it", async () => {
    const { document } = await showText(minutes);
    const { readiness } = ((await extension().activate()) as Exports).publishing;
    await vscode.commands.executeCommand("referat.klarTilUdsendelse");
    const labelOf = (node: unknown): string => {
      const { label } = readiness.getTreeItem(node);
      return typeof label === "string" ? label : "";
    };
    const group = await eventually(
      readiness.onDidChangeTreeData,
      () => readiness.getChildren().find((node) => labelOf(node) === "Skal rettes først"),
      "what must be mended",
    );
    const [missing] = readiness.getChildren(group);
    ok(labelOf(missing).startsWith("Punkt 1 har ingen beslutning"), labelOf(missing));
    await vscode.commands.executeCommand("referat.udsendelse.ret", missing);
    await textsOf(document, (text) => text.split("Beslutning").length === 3, "the section that was missing");
    await vscode.commands.executeCommand("referat.udsendelse.luk");
  });

  // The web host of the tests shows no webviews.
  if (platform.node)
    it("the pages are shown beside the editor, and know where they are", async () => {
      const { viewColumn } = await showText(minutes);
      await vscode.commands.executeCommand("referat.visSiderne");
      const shown = await eventually(
        vscode.window.tabGroups.onDidChangeTabs,
        () =>
          vscode.window.tabGroups.all
            .flatMap(({ tabs }) => tabs)
            .find(({ label }) => label.startsWith("Side 1 af 3: ")),
        "the first of three pages",
      );
      ok(
        shown.group.viewColumn !== present(viewColumn, "column of the editor"),
        "it stands beside the editor",
      );
      await vscode.window.tabGroups.close(shown);
    });
});
