import * as vscode from "vscode";
import { equal, ok, present } from "./expect.ts";
import { closeAll, extension, fileUri, rangeOf, show } from "./workspace.ts";

/** What the tests see of a view: the tree that VS Code sees. */
interface Tree {
  getChildren(node?: unknown): Promise<unknown[]>;
  getTreeItem(node: unknown): vscode.TreeItem;
  resolveTreeItem(item: vscode.TreeItem, node: unknown): vscode.TreeItem;
}

interface Decisions extends Tree {
  readonly filter: { set(changes: object): void; clear(): void };
  groupBy(grouping: string): Promise<void>;
}

interface Exports {
  readonly archive: {
    readonly decisions: Decisions;
    readonly followUp: Tree;
    readonly caseHistory: Tree;
  };
}

interface Seen {
  readonly label: string;
  readonly description: string;
  readonly node: unknown;
  readonly item: vscode.TreeItem;
}

const patience = 15_000;

describe("the archive", () => {
  let views: Exports["archive"];

  before(async () => {
    await show("arkiv/vandraadet-2025-11-04.referat");
    views = ((await extension().activate()) as Exports).archive;
  });
  afterEach(closeAll);

  function textOf(value: unknown): string {
    return typeof value === "string" ? value : "";
  }

  async function level(tree: Tree, node?: unknown): Promise<Seen[]> {
    return (await tree.getChildren(node)).map((child) => {
      const item = tree.getTreeItem(child);
      return { label: textOf(item.label), description: textOf(item.description), node: child, item };
    });
  }

  /** The nodes below a path of labels, as soon as they are as `test` wants them. */
  async function below(
    tree: Tree,
    path: readonly string[],
    test: (seen: readonly Seen[]) => boolean,
    what: string,
  ): Promise<Seen[]> {
    let seen: Seen[] = [];
    for (const late = Date.now() + patience; Date.now() < late;) {
      seen = await level(tree);
      for (const label of path) {
        const found = seen.find((each) => each.label === label);
        seen = found ? await level(tree, found.node) : [];
      }
      if (test(seen)) return seen;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`waited in vain for ${what}: ${JSON.stringify(seen.map(({ label }) => label))}`);
  }

  const labels = (seen: readonly Seen[]): string[] => seen.map(({ label }) => label);

  it("Beslutninger leads from the body over the meeting to the item and its decision, also of files that are not open", async () => {
    const path = ["Vandrådet i Engby", "2. september 2025"];
    const items = await below(views.decisions, path, (seen) => seen.length === 3, "the decisions");
    equal(labels(items), ["1. Godkendelse af dagsorden", "2. Ny boring ved Mosevej", "3. Takster for 2026"]);
    const well = present(items[1], "second item");
    equal(well.description, "Godkendt");
    const details = labels(await level(views.decisions, well.node));
    equal(details[0], "Godkender, at der indhentes tilbud");
    ok(
      details.some((label) => label.startsWith("Per Storm: indhenter tre tilbud")),
      details.join(" | "),
    );
    const { tooltip } = views.decisions.resolveTreeItem(well.item, well.node);
    ok(tooltip instanceof vscode.MarkdownString && !tooltip.isTrusted, "the tooltip is not trusted");
    ok(tooltip.value.includes("Indstilling"), tooltip.value);
    ok(present(well.item.accessibilityInformation, "label").label.includes("Godkendt"), "it is said");
  });

  it("Beslutninger is divided and narrowed as she wants it", async () => {
    const { decisions } = views;
    try {
      await decisions.groupBy("outcome");
      decisions.filter.set({ text: "takster 2026", outcomes: ["postponed", "rejected"] });
      const outcomes = await below(decisions, [], (seen) => seen.length === 2, "the outcomes");
      equal(
        outcomes.map(({ label, description }) => `${label} ${description}`),
        ["Udsat 1", "Forkastet 1"],
      );
      const [postponed] = await level(decisions, outcomes[0]?.node);
      equal(postponed?.description, "02-09-2025 · Vandrådet i Engby");
      decisions.filter.set({ text: "findes ikke" });
      equal(await decisions.getChildren(), []);
    } finally {
      decisions.filter.clear();
      await decisions.groupBy("body");
    }
  });

  it("a decision opens at its line", async () => {
    const path = ["Vandrådet i Engby", "2. september 2025"];
    const items = await below(views.decisions, path, (seen) => seen.length === 3, "the decisions");
    const command = present(items[2]?.item.command, "command");
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    const editor = present(vscode.window.activeTextEditor, "editor");
    ok(editor.document.uri.path.endsWith("vandraadet-2025-09-02.referat"), editor.document.uri.path);
    equal(editor.document.lineAt(editor.selection.active).text, "1. Drøftet. Sagen udsættes til næste møde.");
  });

  it("what is written and not saved is in the register", async () => {
    const editor = await show("arkiv/vandraadet-2025-11-04.referat");
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, "Ikke godkendt."), "Udsat."));
    const path = ["Vandrådet i Engby", "4. november 2025"];
    const isPostponed = (seen: readonly Seen[]): boolean => seen[2]?.description === "Udsat";
    await below(views.decisions, path, isPostponed, "the new decision");
  });

  it("Opfølgning has the overdue first; one is marked as done in a file that is not open, in one undo", async () => {
    const name = "Rosa Lind: underretter naboerne om boringen";
    const isIt = ({ label }: Seen): boolean => label.endsWith(name);
    const overdue = await below(
      views.followUp,
      ["Overskredet"],
      (seen) => seen.some(isIt),
      "the overdue action",
    );
    const letter = present(overdue.find(isIt), "action");
    ok(/^\d+ dage over · /.test(letter.label), letter.label);
    await vscode.commands.executeCommand("referat.opfoelgning.udfoert", letter.node);
    const document = await vscode.workspace.openTextDocument(fileUri("arkiv/vandraadet-2025-09-02.referat"));
    ok(
      document.getText().includes("(senest 1. oktober 2025) <!-- udført -->"),
      "the mark stands behind the action",
    );
    ok(document.isDirty, "she saves it herself");
    const done = await below(
      views.followUp,
      ["Udført"],
      (seen) => seen.some(isIt),
      "the action among those that are done",
    );
    const marked = present(done.find(isIt), "action");
    equal(marked.item.contextValue, "action.done.marked");
    await vscode.commands.executeCommand("referat.opfoelgning.ikkeUdfoert", marked.node);
    ok(!document.getText().includes("udført -->"), "the mark is gone");
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("undo");
    ok(document.getText().includes("<!-- udført -->"), "one undo brings it back");
  });

  it("follows files and folders that come, move and go", async () => {
    const text = (day: string): Uint8Array =>
      new TextEncoder().encode(
        `REFERAT Stiudvalget i Engby d. ${day}-2025\n\nPunkt 1: Ny sti\n\nBeslutning\n\nGodkendt.\n`,
      );
    const meetings = (...expected: readonly string[]): Promise<Seen[]> =>
      below(
        views.decisions,
        ["Stiudvalget i Engby"],
        (seen) => labels(seen).join() === expected.join(),
        `the meetings ${expected.join()}`,
      );
    /** As in the explorer. */
    const operate = async (operation: (edit: vscode.WorkspaceEdit) => void): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      operation(edit);
      ok(await vscode.workspace.applyEdit(edit), "the operation is done");
    };
    const stier = fileUri("stier");
    const gamle = fileUri("gamle stier");
    try {
      await vscode.workspace.fs.createDirectory(stier);
      await vscode.workspace.fs.writeFile(fileUri("stier/a.referat"), text("04-02"));
      await meetings("4. februar 2025");
      await operate((edit) => edit.createFile(fileUri("stier/b.referat"), { contents: text("04-03") }));
      await meetings("4. marts 2025", "4. februar 2025");
      await operate((edit) => edit.renameFile(stier, gamle));
      await meetings("4. marts 2025", "4. februar 2025");
      await operate((edit) => edit.deleteFile(fileUri("gamle stier/b.referat")));
      await meetings("4. februar 2025");
      await operate((edit) => edit.deleteFile(gamle, { recursive: true }));
      await meetings();
    } finally {
      for (const folder of [stier, gamle]) {
        await vscode.workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
      }
    }
  });

  it("Sagens forløb lists the meetings of the case of the item at the caret", async () => {
    const editor = await show("arkiv/vandraadet-2025-11-04.referat");
    const { start } = rangeOf(editor.document, "Taksterne er regnet");
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand("referat.visSagensForloeb");
    const steps = await below(views.caseHistory, [], (seen) => seen.length === 2, "the two meetings");
    equal(labels(steps), ["2. september 2025", "4. november 2025"]);
    ok(steps[1]?.description.startsWith("vist herfra · Forkastet"), steps[1]?.description ?? "");
  });

  it("Sagens forløb is inserted at the caret", async () => {
    const editor = await show("arkiv/vandraadet-2025-11-04.referat");
    const before = editor.document.getText();
    const { end } = rangeOf(editor.document, "Taksterne er regnet igennem igen.");
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand("referat.indsaetSagensForloeb");
    ok(
      editor.document.getText().length > before.length &&
        editor.document.getText().includes("2. september 2025"),
      editor.document.getText(),
    );
    await vscode.commands.executeCommand("undo");
    equal(editor.document.getText(), before);
  });

  it("all documents are checked, and the findings of those that are not open shown", async () => {
    await closeAll();
    await vscode.commands.executeCommand("referat.kontrollerAlle");
    const found = vscode.languages.getDiagnostics(fileUri("fejl.referat"));
    ok(found.length > 0, "fejl.referat has findings");
    ok(
      found.every(({ source }) => source === "referat"),
      "they are ours",
    );
  });
});
