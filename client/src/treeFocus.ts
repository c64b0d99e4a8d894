import { commands, type TreeView } from "vscode";

/** Milliseconds that VS Code takes at most to say what is selected now. */
const selecting = 500;

/**
 * What is selected once the node that has the focus has been selected, or taken out of the selection: VS Code does not tell
 * which one has the focus. Asked for twice, all is as it was.
 */
export async function toggledAtFocus<Node>(view: TreeView<Node>): Promise<readonly Node[]> {
  const selected = new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const listener = view.onDidChangeSelection(done);
    const timer = setTimeout(done, selecting);
  });
  await commands.executeCommand("list.toggleSelection");
  await selected;
  return view.selection;
}
