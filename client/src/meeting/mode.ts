import {
  commands,
  type Disposable,
  type Memento,
  Position,
  Range,
  Selection,
  StatusBarAlignment,
  type TextEditor,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import { minutesOf, now, today, written } from "./clock.ts";
import { itemIndexAt, itemKeys, itemName } from "./items.ts";
import type { Meeting, MeetingItem } from "./protocol.ts";
import { endOfWords } from "./places.ts";
import type { MeetingSource } from "./source.ts";

/** What outlives a reload: which meeting, which item, and when each item began and ended, by what the item is known by. */
interface Kept {
  readonly uri: string;
  readonly item: string;
  /** Where the item was, should it be known by another title now. */
  readonly index: number;
  readonly stamps: Readonly<Record<string, Stamp>>;
}

/** Clock times as `13:05`, and the same in milliseconds, which say whether the clock was set back between them. */
interface Stamp {
  readonly start: string;
  readonly began?: number;
  readonly end?: string;
  readonly ended?: number;
}

const memoryKey = "referat.meetingMode";
const tick = 15_000;

/** Mødetilstand: leads the secretary through the items while people talk, and keeps the time. Nothing pops up. */
export class MeetingMode implements Disposable {
  private readonly bar = window.createStatusBarItem("referat.mode", StatusBarAlignment.Left, 41);
  private readonly disposables: readonly { dispose: () => unknown }[];
  private readonly timer = setInterval(() => this.update(), tick);
  private kept: Kept | null;

  constructor(
    private readonly source: MeetingSource,
    private readonly memory: Memento,
  ) {
    this.kept = memory.get<Kept>(memoryKey) ?? null;
    this.bar.name = "Referat: Mødetilstand";
    this.bar.command = "referat.naestePunkt";
    this.disposables = [
      this.bar,
      source.onDidChange(() => this.update()),
      commands.registerCommand("referat.moedetilstand", () => this.toggle()),
      commands.registerCommand("referat.afslutMoedetilstand", () => this.end()),
      commands.registerCommand("referat.naestePunkt", () => this.go(1)),
      commands.registerCommand("referat.forrigePunkt", () => this.go(-1)),
      commands.registerCommand("referat.skrivTiderne", () => this.writeTimes()),
    ];
    this.announce();
    this.update();
  }

  dispose(): void {
    clearInterval(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async toggle(): Promise<void> {
    if (this.kept) return this.end();
    const { meeting, uri } = this.source;
    const editor = window.activeTextEditor;
    if (!meeting || !uri || meeting.items.length === 0) return;
    const at =
      editor?.document.uri.toString() === uri.toString() ? itemIndexAt(meeting, editor.selection.active) : 0;
    await this.start(meeting, { uri: uri.toString(), index: Math.max(0, at), item: "", stamps: {} });
  }

  /** The mode is over, and what it folded away is seen again. */
  private async end(): Promise<void> {
    const editor = window.activeTextEditor;
    const here = editor?.document.uri.toString() === this.kept?.uri;
    await this.keep(null);
    if (!editor || !here) return;
    await commands.executeCommand("editor.unfoldAll");
    editor.revealRange(editor.selection);
  }

  /** Ends the current item now, begins the next one (where there is one), and goes to where its decision is to be written. */
  private async go(by: -1 | 1): Promise<void> {
    const meeting = this.followed();
    if (!this.kept || !meeting) return;
    const index = indexIn(meeting, this.kept);
    const next = index + by;
    if (next < 0) return;
    const current = itemKeys(meeting)[index];
    const stamp = current === undefined ? undefined : this.kept.stamps[current];
    const ended =
      current === undefined || !stamp ? {} : { [current]: { ...stamp, end: now(), ended: Date.now() } };
    const kept = { ...this.kept, stamps: { ...this.kept.stamps, ...ended } };
    // Behind the last item the meeting is over.
    if (next >= meeting.items.length) await this.keep(kept);
    else await this.start(meeting, { ...kept, index: next });
  }

  /** Makes the item at the index the current one: it begins now, unless it has begun before. */
  private async start(meeting: Meeting, kept: Kept): Promise<void> {
    const item = meeting.items[kept.index];
    const name = itemKeys(meeting)[kept.index];
    if (!item || name === undefined) return;
    const begun = { start: now(), began: Date.now() };
    await this.keep({ ...kept, item: name, stamps: { [name]: begun, ...kept.stamps } });
    await this.show(item);
  }

  /** The caret goes behind the words of the decision, or of the item that has none; everything else is folded away. */
  private async show(item: MeetingItem): Promise<void> {
    const editor = await this.editor();
    if (!editor) return;
    const heading = new Position(item.heading.start.line, item.heading.start.character);
    const { decision } = item;
    const caret = decision
      ? new Position(decision.end.line, decision.end.character)
      : endOfWords(editor.document, item.range);
    editor.selection = new Selection(heading, heading);
    await commands.executeCommand("editor.unfoldAll");
    await commands.executeCommand("editor.foldAllExcept");
    editor.selection = new Selection(caret, caret);
    editor.revealRange(new Range(heading, caret));
  }

  /** Writes when each item was on at its end, in the document's own words; she asks for it. */
  private async writeTimes(): Promise<void> {
    const meeting = this.followed();
    const editor = await this.editor();
    if (!meeting || !editor || !this.kept) return;
    const edit = new WorkspaceEdit();
    const keys = itemKeys(meeting);
    for (const [index, item] of meeting.items.entries()) {
      const stamp = this.kept.stamps[keys[index] ?? ""];
      if (!stamp?.end || item.kind === "pause" || isDoubtful(stamp)) continue;
      const words = `Punktet blev behandlet kl. ${written(stamp.start)}-${written(stamp.end)}.`;
      const { start, end } = item.range;
      const text = editor.document.getText(new Range(start.line, start.character, end.line, end.character));
      if (text.includes(words)) continue;
      const place = endOfWords(editor.document, item.decision ?? item.range);
      edit.insert(editor.document.uri, place, `\n\n${words}`);
    }
    await workspace.applyEdit(edit);
  }

  private async editor(): Promise<TextEditor | undefined> {
    const wanted = this.kept ? Uri.parse(this.kept.uri) : this.source.uri;
    const active = window.activeTextEditor;
    if (!wanted || active?.document.uri.toString() === wanted.toString()) return active;
    return window.showTextDocument(wanted);
  }

  /** The meeting in view, where it is the one that is followed. */
  private followed(): Meeting | null {
    return this.kept?.uri === this.source.uri?.toString() ? this.source.meeting : null;
  }

  private async keep(kept: Kept | null): Promise<void> {
    this.kept = kept;
    await this.memory.update(memoryKey, kept ?? undefined);
    this.announce();
    this.update();
  }

  private announce(): void {
    void commands.executeCommand("setContext", "referat.inMeeting", this.kept !== null);
  }

  private update(): void {
    const meeting = this.followed();
    const item = this.kept && meeting?.items[indexIn(meeting, this.kept)];
    if (!this.kept || !item) return this.bar.hide();
    const stamp = this.kept.stamps[this.kept.item];
    const parts = [
      itemName(item),
      item.end ? `til ${written(item.end)}` : "",
      stamp?.end ? `sluttede ${written(stamp.end)}` : "",
      meeting.date === today() ? drift(item, stamp, now()) : "",
    ].filter((part) => part !== "");
    this.bar.text = `$(record) ${parts.map((part) => shortened(part, 40)).join(" · ")}`;
    this.bar.tooltip = `${parts.join("\n")}\nNæste punkt: klik her`;
    this.bar.accessibilityInformation = { label: `Mødetilstand: ${parts.join(", ")}` };
    this.bar.show();
  }
}

/** The item ended before it began: one of the two is wrong, and nobody knows which. */
function isDoubtful({ began = 0, ended = began }: Stamp): boolean {
  return ended < began;
}

/** Where the current item is now. */
function indexIn(meeting: Meeting, { item, index }: Kept): number {
  const found = itemKeys(meeting).indexOf(item);
  return found < 0 ? index : found;
}

/** How far the meeting is from its plan: by when the item began, and, once it should have ended, by the clock. */
function drift(item: MeetingItem, stamp: Stamp | undefined, clock: string): string {
  if (!item.start || !stamp) return "";
  const late = minutesOf(stamp.start) - minutesOf(item.start);
  const over = item.end ? minutesOf(clock) - minutesOf(item.end) : -Infinity;
  const behind = Math.max(late, over);
  if (behind === 0) return "til tiden";
  return behind > 0 ? `${behind} min bagud` : `${-behind} min foran`;
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
