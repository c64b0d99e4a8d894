import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type ArchiveViews, registerArchive } from "./archive/register.ts";
import { registerCommands } from "./commands.ts";
import { registerMeeting } from "./meeting/register.ts";
import { MeetingSource } from "./meeting/source.ts";
import { type PublishingViews, registerPublishing } from "./publishing/register.ts";
import { adoptTitledTexts } from "./titledTexts.ts";
import { registerAttachments } from "./writing/attachments.ts";
import { registerPasting } from "./writing/pasting.ts";

/** The views, and what they show of, as the tests see them. */
export interface Contributions {
  readonly archive: ArchiveViews;
  readonly publishing: PublishingViews;
  readonly meeting: MeetingSource;
}

/** The views and commands that the manifest promises: all that she can do with a document, once there is a server for it. */
export function contribute(client: BaseLanguageClient, context: ExtensionContext): Contributions {
  const meeting = new MeetingSource(client);
  const archive = registerArchive(client, meeting, context.workspaceState);
  const publishing = registerPublishing(client, meeting, context);
  context.subscriptions.push(
    ...registerCommands(client, context.extensionUri),
    ...adoptTitledTexts(),
    meeting,
    ...registerMeeting(client, meeting, context.workspaceState),
    ...registerAttachments(client),
    registerPasting(client),
    ...archive.disposables,
    ...publishing.disposables,
  );
  return { archive: archive.views, publishing: publishing.views, meeting };
}
