import { type ExtensionContext, type Uri, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { MeetingSource } from "../meeting/source.ts";
import { ShownChanges } from "./changes/shownChanges.ts";
import { ExportCommands } from "./exportCommands.ts";
import { mendCommand } from "./mend.ts";
import { Previews } from "./preview/register.ts";
import { ReadinessView } from "./readinessView.ts";
import { stateCommand } from "./state.ts";

/** What the views show, as the tests see it. */
export interface PublishingViews {
  readonly readiness: ReadinessView;
}

/** All that leads from a document to its readers: what stands in the way, its state, and the files that they get. */
export function registerPublishing(
  client: BaseLanguageClient,
  source: MeetingSource,
  context: ExtensionContext,
): { readonly disposables: { dispose: () => unknown }[]; readonly views: PublishingViews } {
  const readiness = new ReadinessView(client, source, context.workspaceState);
  const showObstacles = async (uri: Uri): Promise<void> => {
    await window.showTextDocument(uri);
    await readiness.open();
  };
  const changes = new ShownChanges(context.workspaceState);
  const previews = new Previews(client, source, context.extensionUri, context.workspaceState, changes);
  const disposables = [
    readiness,
    changes,
    previews,
    mendCommand(),
    stateCommand(client, source),
    ...new ExportCommands(client, source, changes, showObstacles).register(),
  ];
  return { disposables, views: { readiness } };
}
