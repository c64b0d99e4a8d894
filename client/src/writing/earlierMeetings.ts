import { FileType, Uri, workspace } from "vscode";
import { titleIn } from "./titleLine.ts";

/** The last meeting of a body that the workspace has a document of. */
export interface EarlierMeeting {
  readonly body: string;
  /** `2026-03-04` */
  readonly date: string;
  readonly uri: Uri;
}

/** How deep below the workspace's folders documents are looked for, and how many are read. */
const depth = 3;
const most = 300;

/** Each body's last meeting, the latest first. What cannot be read is left out. */
export async function earlierMeetings(): Promise<EarlierMeeting[]> {
  const files: Uri[] = [];
  for (const { uri } of workspace.workspaceFolders ?? []) await collect(uri, depth, files);
  const meetings = (await Promise.all(files.map(meetingIn))).flatMap((meeting) => meeting ?? []);
  meetings.sort((one, other) => other.date.localeCompare(one.date));
  const bodies = new Map<string, EarlierMeeting>();
  for (const meeting of meetings) {
    if (!bodies.has(meeting.body)) bodies.set(meeting.body, meeting);
  }
  return [...bodies.values()];
}

async function collect(folder: Uri, deep: number, files: Uri[]): Promise<void> {
  const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
  for (const [name, type] of entries) {
    if (files.length >= most) return;
    const uri = Uri.joinPath(folder, name);
    if (type & FileType.Directory) {
      if (deep > 0 && !name.startsWith(".") && name !== "node_modules") await collect(uri, deep - 1, files);
    } else if (/\.(?:referat|dagsorden)$/i.test(name)) files.push(uri);
  }
}

async function meetingIn(uri: Uri): Promise<EarlierMeeting | null> {
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
    const title = titleIn(text);
    return title && { ...title, uri };
  } catch {
    return null;
  }
}
