import { commands, type Disposable, SnippetString, type TextEditor, window } from "vscode";
import { now, written } from "./clock.ts";
import { itemIndexAt } from "./items.ts";
import type { Meeting, MeetingItem } from "./protocol.ts";
import { endOfWords } from "./places.ts";
import type { MeetingSource } from "./source.ts";

/** The item that the caret is in, in its editor. */
interface Here {
  readonly editor: TextEditor;
  readonly meeting: Meeting;
  readonly item: MeetingItem;
}

/** Quick keys while people talk: who came and went, a vote, an action. They write where such words belong in the item. */
export function registerNotes(source: MeetingSource): Disposable[] {
  const note = (id: string, write: (here: Here) => Promise<void>): Disposable =>
    commands.registerCommand(id, async () => {
      const here = await whereTheCaretIs(source);
      if (here) await write(here);
    });
  return [
    note("referat.noterFremmoede", noteAttendance),
    note("referat.noterAfstemning", noteVote),
    note("referat.noterOpfoelgning", noteAction),
  ];
}

async function whereTheCaretIs(source: MeetingSource): Promise<Here | null> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== "referat") return null;
  const meeting = await source.of(editor.document);
  const item = meeting?.items[itemIndexAt(meeting, editor.selection.active)];
  return meeting && item ? { editor, meeting, item } : null;
}

async function noteAttendance(here: Here): Promise<void> {
  const persons = here.meeting.participants.map(({ name, affiliation }) => ({
    label: name,
    description: affiliation ?? "",
  }));
  const person = await window.showQuickPick(persons, {
    title: "Notér, at nogen kom eller gik",
    placeHolder: "Hvem?",
  });
  if (!person) return;
  const time = written(now());
  const what = await window.showQuickPick(
    [
      { label: "Kom", text: `${person.label} kom til stede kl. ${time}.` },
      { label: "Gik", text: `${person.label} forlod mødet kl. ${time}.` },
      { label: "Deltog ikke i punktet", text: `${person.label} deltog ikke i behandlingen af punktet.` },
    ],
    { title: `Notér, at nogen kom eller gik: ${person.label}`, placeHolder: "Hvad skete der?" },
  );
  if (what) await insertAtEnd(here, "beslutning", null, new SnippetString().appendText(what.text));
}

function noteVote(here: Here): Promise<void> {
  const vote = new SnippetString()
    .appendText("For stemte: ")
    .appendTabstop(1)
    .appendText("\nImod stemte: ")
    .appendTabstop(2)
    .appendText("\nUndlod at stemme: ")
    .appendTabstop(3);
  return insertAtEnd(here, "afstemning", "Afstemning", vote);
}

function noteAction(here: Here): Promise<void> {
  const owners = here.meeting.participants.map(({ name }) => name.replace(/[,|\\]/g, " "));
  const action = new SnippetString().appendText("- ");
  if (owners.length > 0) action.appendChoice(owners, 1);
  else action.appendPlaceholder("hvem", 1);
  action.appendText(": ").appendPlaceholder("hvad", 2);
  action.appendText(" (senest ").appendPlaceholder("dato", 3).appendText(")");
  return insertAtEnd(here, "opfølgning", "Opfølgning", action);
}

/** Adds words at the end of a section of the item, or as that section (where it has a heading) at the item's end. */
async function insertAtEnd(
  { editor, item }: Here,
  kind: string,
  heading: string | null,
  words: SnippetString,
): Promise<void> {
  const section = item.sections.findLast((each) => each.kind === kind);
  const { document } = editor;
  const place = endOfWords(document, section?.range ?? item.range);
  // An entry goes right below the others; a sentence or a new section stands apart.
  const listed = kind === "opfølgning" && section && /^\s*[-•*]/.test(document.lineAt(place.line).text);
  const lead = new SnippetString().appendText(listed ? "\n" : "\n\n");
  if (!section && heading) lead.appendText(`${heading}\n\n`);
  await editor.insertSnippet(new SnippetString(lead.value + words.value), place);
}
