import { commands, type Disposable, type Uri, window, workspace } from "vscode";
import { show } from "./goTo.ts";
import { type FollowUpNode, type FollowUpView, isMarked } from "./followUpView.ts";
import type { ActionRow } from "./protocol.ts";
import type { ArchiveSource } from "./source.ts";
import { counted } from "./words.ts";

const lasting = 8000;

/** A place of an action, to be marked as done or not. */
interface Place {
  readonly uri: Uri;
  readonly line: number;
  /** Words of the action, where the line may have others. */
  readonly words?: string;
}

/** What she does with an action: she marks it, and sees what says that it is done. */
export function registerFollowUpCommands(source: ArchiveSource, view: FollowUpView): Disposable[] {
  const mark = async (places: readonly Place[], done: boolean): Promise<void> => {
    await markAll(source, places, done);
    view.refresh();
  };
  const markRows = (rows: readonly ActionRow[], done: boolean): Promise<void> => {
    const fitting = rows.filter((row) => (done ? row.state !== "done" : isMarked(row)));
    return mark(
      fitting.map(({ last, text }) => ({ ...placeOf(last, source), words: text })),
      done,
    );
  };
  const command = (id: string, done: boolean): Disposable =>
    commands.registerCommand(id, (node?: FollowUpNode, nodes?: readonly FollowUpNode[]) =>
      node ? markRows(rowsOf(nodes && nodes.length > 0 ? nodes : [node]), done) : mark(atCaret(), done),
    );
  return [
    command("referat.opfoelgning.udfoert", true),
    command("referat.opfoelgning.ikkeUdfoert", false),
    // In the view one key does both: what is selected is marked, or, where all of it is, no longer.
    commands.registerCommand("referat.visning.udfoert", async () => {
      const nodes = await view.meantByKey();
      const rows = rowsOf(nodes);
      const next = await view.nextTo(nodes);
      await markRows(
        rows,
        rows.some(({ state }) => state !== "done"),
      );
      if (next) await view.focusOn(next);
    }),
    commands.registerCommand("referat.opfoelgning.visAfslutning", async (node?: FollowUpNode) => {
      const [row] = rowsOf(node ? [node] : view.selection);
      if (row?.doneBy) await show(placeOf(row.doneBy, source));
    }),
  ];
}

function rowsOf(nodes: readonly FollowUpNode[]): ActionRow[] {
  return nodes.flatMap((node) => (node.kind === "action" ? [node.row] : []));
}

function placeOf({ uri, line }: { uri: string; line: number }, source: ArchiveSource): Place {
  return { uri: source.uriOf(uri), line };
}

/** From the palette and the editor's menu: the action that the caret is in. */
function atCaret(): Place[] {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== "referat") return [];
  return [{ uri: editor.document.uri, line: editor.selection.active.line }];
}

/**
 * Marks actions where they stand. Her documents are changed as by her own hand: one undo each, and she saves them. A document
 * that was not open is then, with the others; the focus stays where it is.
 */
async function markAll(source: ArchiveSource, places: readonly Place[], done: boolean): Promise<void> {
  const changed = new Set<string>();
  for (const { uri, line, words } of places) {
    // Opened first, so that the edit is made for the text that it changes.
    const document = await workspace.openTextDocument(uri);
    const before = document.version;
    await source.execute("referat.markActionDone", [source.addressOf(uri), line, done, words ?? null]);
    if (document.version !== before) changed.add(uri.toString());
  }
  if (changed.size === 0) return;
  const said = done ? "Markeret som udført" : "Ikke længere markeret som udført";
  const where = counted(changed.size, "dokument", "dokumenter");
  const savesItself = workspace.getConfiguration("files").get("autoSave") !== "off";
  window.setStatusBarMessage(
    `$(check) ${said} i ${where}${savesItself ? "" : ", som ikke er gemt endnu"}`,
    lasting,
  );
}
