import { commands, type Disposable, env, type Uri, window } from "vscode";
import type { MeetingSource } from "../meeting/source.ts";
import type { ItemNode } from "../meeting/view.ts";
import { numbered } from "../numbered.ts";
import type { CaseView, CaseNode } from "./caseView.ts";
import type { DecisionsNode } from "./decisionsView.ts";
import type { FollowUpNode } from "./followUpView.ts";
import type { ArchiveSource } from "./source.ts";
import { meetingWords } from "./words.ts";

type AnyNode = ItemNode | DecisionsNode | FollowUpNode | CaseNode;

/** From an item, wherever it is seen, to the course of its case: in the view, or as words in the document. */
export function registerCaseCommands(
  source: ArchiveSource,
  meeting: MeetingSource,
  view: CaseView,
): Disposable[] {
  return [
    commands.registerCommand("referat.visSagensForloeb", async (node?: AnyNode) => {
      const place = placeOf(node, source, meeting);
      if (place) await view.show(place.uri, place.line);
    }),
    commands.registerCommand("referat.indsaetSagensForloeb", async () => {
      const editor = window.activeTextEditor;
      if (editor?.document.languageId !== "referat") return;
      const { line, character } = editor.selection.active;
      await source.execute("referat.insertCaseHistory", [
        source.addressOf(editor.document.uri),
        { line, character },
      ]);
    }),
    commands.registerCommand("referat.beslutninger.kopier", async (node?: DecisionsNode) => {
      if (!node || node.kind === "group") return;
      const { body, date, number, title, text } = node.row;
      const item = number === null ? title : `punkt ${numbered(number, title)}`;
      await env.clipboard.writeText(`${meetingWords(body, date)}, ${item}\n\n${text}`);
    }),
  ];
}

/** The item of a node, or the one that the caret is in. */
function placeOf(
  node: AnyNode | undefined,
  source: ArchiveSource,
  meeting: MeetingSource,
): { uri: Uri; line: number } | null {
  if (node && !("kind" in node)) {
    return meeting.uri && { uri: meeting.uri, line: node.item.heading.start.line };
  }
  switch (node?.kind) {
    case "decision":
    case "detail":
      return { uri: source.uriOf(node.row.uri), line: node.row.line };
    case "action":
      return { uri: source.uriOf(node.row.uri), line: node.row.itemLine };
    case "step":
    case "words":
      return { uri: source.uriOf(node.step.uri), line: node.step.line };
    case "group":
      return null;
    case undefined: {
      const editor = window.activeTextEditor;
      if (editor?.document.languageId !== "referat") return null;
      return { uri: editor.document.uri, line: editor.selection.active.line };
    }
  }
}
