import { commands, type Disposable, type Memento, Position, Range, Selection, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { DocumentCommands } from "../writing/documents.ts";
import { EditCommands } from "../writing/editCommands.ts";
import { MeetingMode } from "./mode.ts";
import { registerNotes } from "./notes.ts";
import type { MeetingSource } from "./source.ts";
import { showMeetingInStatusBar } from "./statusBar.ts";
import { MeetingView } from "./view.ts";

/** All that leads through a meeting: the view, the status bar, the commands that change it, Mødetilstand. */
export function registerMeeting(
  client: BaseLanguageClient,
  source: MeetingSource,
  memory: Memento,
): { dispose: () => unknown }[] {
  const edits = new EditCommands(client, source);
  const view = new MeetingView(source, (from, to) => edits.move(from, to));
  return [
    view,
    ...edits.register(view),
    ...new DocumentCommands(client, source).register(),
    ...showMeetingInStatusBar(source),
    new MeetingMode(source, memory),
    ...registerNotes(source),
    showItemCommand(source),
  ];
}

/** Goes to an item of the view. */
function showItemCommand(source: MeetingSource): Disposable {
  return commands.registerCommand("referat.visPunkt", async (index: number) => {
    const heading = source.meeting?.items[index]?.heading;
    if (!heading || !source.uri) return;
    const editor = await window.showTextDocument(source.uri);
    const place = new Position(heading.start.line, heading.start.character);
    editor.selection = new Selection(place, place);
    editor.revealRange(new Range(place, place));
  });
}
