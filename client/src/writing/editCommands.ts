import {
  commands,
  type Disposable,
  Position,
  type QuickPickItem,
  Range,
  Selection,
  type TextEditor,
  window,
  workspace,
  type WorkspaceEdit,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { serverCommand } from "../server/serverCommand.ts";
import type { MeetingSource } from "../meeting/source.ts";
import type { ItemNode, MeetingView } from "../meeting/view.ts";

const insertItem = "referat.insertItem";

/** The commands that the server carries out on the item at the caret (or in the view), by what the palette calls them. */
const onItem: Readonly<Record<string, string>> = {
  "referat.flytPunktOp": "referat.moveItemUp",
  "referat.flytPunktNed": "referat.moveItemDown",
  "referat.indsaetPunkt": insertItem,
  "referat.indsaetPause": "referat.insertPause",
  "referat.delPunkt": "referat.splitItem",
  "referat.samlPunkter": "referat.joinItems",
  "referat.sletPunkt": "referat.deleteItem",
  "referat.lukPunkt": "referat.toggleClosed",
  "referat.retTiderneHerfra": "referat.shiftTimes",
  "referat.fordelTiden": "referat.spreadTime",
  "referat.skiftTidsform": "referat.switchTimeForm",
  "referat.opdaterIndholdsfortegnelse": "referat.updateContents",
};

const kinds: readonly (QuickPickItem & { readonly itemKind: string })[] = [
  { label: "Sag", description: "uden forstavelse", itemKind: "case" },
  { label: "Orienteringssag", description: "tages til efterretning", itemKind: "orientation" },
  { label: "Drøftelsessag", description: "drøftes", itemKind: "discussion" },
  { label: "Beslutningssag", description: "besluttes", itemKind: "decision" },
  { label: "Skriftlig orientering", description: "behandles ikke på mødet", itemKind: "written" },
];

/** What the server says when it has changed the document: where the caret belongs. */
interface Changed {
  readonly position?: { readonly line: number; readonly character: number };
}

export class EditCommands {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly source: MeetingSource,
  ) {}

  register(view: MeetingView): Disposable[] {
    const inView = (id: string, does: (node: ItemNode) => Promise<void>): Disposable =>
      commands.registerCommand(id, (clicked?: ItemNode) =>
        this.inTurn(async () => {
          const node = clicked ?? (await view.meantByKey());
          if (node) await does(node);
        }),
      );
    return [
      ...Object.entries(onItem).map(([id, command]) =>
        commands.registerCommand(id, (node?: ItemNode) => this.inTurn(() => this.run(command, node))),
      ),
      commands.registerCommand("referat.aendrPunkttype", (node?: ItemNode) => this.turnInto(node)),
      // In the view the keys are for the item that has the focus there.
      commands.registerCommand("referat.visning.flytOp", () => this.moveInView(view, -1)),
      commands.registerCommand("referat.visning.flytNed", () => this.moveInView(view, 1)),
      inView("referat.visning.indsaet", (node) => this.run(insertItem, node)),
      inView("referat.visning.slet", (node) => this.run("referat.deleteItem", node)),
      inView("referat.visning.retTiderne", (node) => this.run("referat.shiftTimes", node)),
      inView("referat.visning.omdoeb", (node) => this.rename(node)),
    ];
  }

  /** Moves the item at one index to another; false where it stays. */
  async move(from: number, to: number): Promise<boolean> {
    const editor = await this.editor();
    return editor !== undefined && from !== to && this.execute("referat.moveItem", editor, [from, to]);
  }

  private async run(command: string, node?: ItemNode): Promise<void> {
    const editor = await this.editor();
    if (!editor) return;
    await this.execute(command, editor, [placeIn(editor, node)]);
    // A new item waits for its title, also where the view or the walkthrough has the focus.
    if (command === insertItem) await window.showTextDocument(editor.document, editor.viewColumn);
  }

  /** A key that is struck before the one before has had its effect waits: where the caret is, is known only then. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.last.then(work);
    this.last = done.catch(() => {
      // Who struck that key is told; the next one has its turn.
    });
    return done;
  }

  /** Asks for another title of an item; the contents and what refers to it follow. */
  private async rename({ item: { title, heading } }: ItemNode): Promise<void> {
    const editor = await this.editor();
    if (!editor) return;
    const { line } = heading.start;
    const column = editor.document.lineAt(line).text.indexOf(title);
    const name = await window.showInputBox({
      title: "Omdøb punktet",
      prompt: "Indholdsfortegnelsen og henvisninger følger med",
      value: title,
      validateInput: (text) => (text.trim() === "" ? "Skriv punktets overskrift" : null),
    });
    if (name === undefined || name.trim() === title) return;
    const edit = await commands.executeCommand<WorkspaceEdit | undefined>(
      "vscode.executeDocumentRenameProvider",
      editor.document.uri,
      new Position(line, Math.max(0, column)),
      name.trim(),
    );
    if (edit) await workspace.applyEdit(edit);
  }

  private async turnInto(node?: ItemNode): Promise<void> {
    const editor = await this.editor();
    if (!editor) return;
    const place = placeIn(editor, node);
    const chosen = await window.showQuickPick(kinds, {
      title: "Gør punktet til en anden type sag",
      placeHolder: "Hvad skal punktet være?",
    });
    if (chosen) await this.execute("referat.turnInto", editor, [place, chosen.itemKind]);
  }

  private moveInView(view: MeetingView, by: -1 | 1): Promise<void> {
    return this.inTurn(async () => {
      const from = (await view.meantByKey())?.index;
      const to = from === undefined ? -1 : from + by;
      if (from === undefined || to < 0 || to >= (this.source.meeting?.items.length ?? 0)) return;
      const changed = this.source.change();
      if (!(await this.move(from, to))) return;
      await changed;
      await view.select(to);
    });
  }

  /** The server's edit comes back as one undo; then the caret goes where the change is. */
  private async execute(command: string, editor: TextEditor, args: readonly unknown[]): Promise<boolean> {
    const { document } = editor;
    const uri = this.client.code2ProtocolConverter.asUri(document.uri);
    const answer = await serverCommand(this.client, command, uri, document.version, ...args);
    const position = (answer as Changed | null)?.position;
    if (!position) return false;
    const caret = this.client.protocol2CodeConverter.asPosition(position);
    editor.selection = new Selection(caret, caret);
    editor.revealRange(new Range(caret, caret));
    return true;
  }

  /** The editor of the meeting in view; it is shown again where a view has the focus. */
  private async editor(): Promise<TextEditor | undefined> {
    const active = window.activeTextEditor;
    if (active?.document.languageId === "referat") return active;
    const { uri } = this.source;
    const seen = window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === uri?.toString(),
    );
    if (seen) return seen;
    return uri ? window.showTextDocument(uri, { preserveFocus: true }) : undefined;
  }
}

/** The item of the view by its index, or what the caret is in by its place. */
function placeIn(editor: TextEditor, node?: ItemNode): number | { line: number; character: number } {
  if (typeof node?.index === "number") return node.index;
  const { line, character } = editor.selection.active;
  return { line, character };
}
