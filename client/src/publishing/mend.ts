import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Disposable,
  Range,
  Selection,
  window,
  workspace,
} from "vscode";
import type { ObstacleNode } from "./readinessView.ts";

/** »Ret«: makes the fix of something in the view where there is one, and lets her choose where there are several. */
export function mendCommand(): Disposable {
  return commands.registerCommand("referat.udsendelse.ret", async (node?: ObstacleNode) => {
    if (node) await mend(node);
  });
}

async function mend({ uri, obstacle: { range, fixes } }: ObstacleNode): Promise<void> {
  const { start, end } = range;
  const place = new Range(start.line, start.character, end.line, end.character);
  const editor = await window.showTextDocument(uri);
  editor.selection = new Selection(place.start, place.start);
  editor.revealRange(place);
  const [only, ...others] = fixes;
  const actions = await commands.executeCommand<(CodeAction | undefined)[]>(
    "vscode.executeCodeActionProvider",
    uri,
    place,
    CodeActionKind.QuickFix.value,
  );
  // Which finding an action mends is not told here; its title is that of the fix.
  const fix = actions.find((action) => action?.title === only);
  if (fix?.edit && others.length === 0) await workspace.applyEdit(fix.edit);
  else await commands.executeCommand("editor.action.quickFix");
}
