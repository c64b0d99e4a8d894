import { languages, StatusBarAlignment, window } from "vscode";
import { minutesOf } from "./clock.ts";
import type { MeetingSource } from "./source.ts";

/** In the status bar: items decided, time used, findings. A click leads to the view. */
export function showMeetingInStatusBar(source: MeetingSource): { dispose: () => unknown }[] {
  const bar = window.createStatusBarItem("referat.meeting", StatusBarAlignment.Left, 40);
  bar.name = "Referat: Møde";
  bar.command = "referat.meeting.focus";
  const update = (): void => {
    const { meeting, uri } = source;
    if (!meeting || meeting.items.length === 0 || !uri) return bar.hide();
    const due = meeting.items.filter((item) => item.needsDecision);
    const decided = due.filter((item) => item.progress === "done").length;
    const numbered = meeting.items.filter(({ kind }) => kind !== "pause").length;
    const available = meeting.start && meeting.end ? minutesOf(meeting.end) - minutesOf(meeting.start) : null;
    const findings = languages.getDiagnostics(uri).filter(({ source: from }) => from === "referat").length;
    const time = meeting.minutes === null ? "" : hours(meeting.minutes);
    bar.text = [
      due.length > 0 ? `$(checklist) ${decided}/${due.length}` : `$(checklist) ${numbered}`,
      available === null ? time : `${time === "" ? "0.00" : time} af ${hours(available)}`,
    ]
      .filter((part) => part !== "")
      .join(" · ");
    bar.tooltip = [
      due.length > 0 ? `${decided} af ${due.length} punkter har en beslutning` : `${numbered} punkter`,
      meeting.minutes === null ? "" : `Punkterne tager ${hours(meeting.minutes)} timer`,
      available === null ? "" : `Mødet varer ${hours(available)} timer`,
      findings === 0 ? "Intet at bemærke" : `${findings} fund`,
    ]
      .filter((line) => line !== "")
      .join("\n");
    bar.accessibilityInformation = { label: bar.tooltip.replaceAll("\n", ", ") };
    bar.show();
  };
  update();
  return [bar, source.onDidChange(update), languages.onDidChangeDiagnostics(update)];
}

/** `1.35` for 95 minutes. */
function hours(minutes: number): string {
  return `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, "0")}`;
}
