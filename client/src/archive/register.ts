import { commands, type Disposable, type Memento, type QuickPickItem, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { MeetingSource } from "../meeting/source.ts";
import { registerCaseCommands } from "./caseCommands.ts";
import { CaseView } from "./caseView.ts";
import { WorkspaceCheck } from "./checkAll.ts";
import { DecisionsView, groupings } from "./decisionsView.ts";
import { chooseFilters, typeFilter } from "./filterPicks.ts";
import { registerFollowUpCommands } from "./followUpCommands.ts";
import { actionGroupings, FollowUpView } from "./followUpView.ts";
import { searchDecisions } from "./searchDecisions.ts";
import { ArchiveSource } from "./source.ts";
import type { ArchiveTree, MoreNode, TreeNode } from "./tree.ts";

/** The views of the archive, as the tests look at them. */
export interface ArchiveViews {
  readonly decisions: DecisionsView;
  readonly followUp: FollowUpView;
  readonly caseHistory: CaseView;
}

/** All that shows the folder's meetings as one record: the three views, the search, the check of all documents. */
export function registerArchive(
  client: BaseLanguageClient,
  meeting: MeetingSource,
  memory: Memento,
): { readonly views: ArchiveViews; readonly disposables: readonly { dispose: () => unknown }[] } {
  const source = new ArchiveSource(client);
  const decisions = new DecisionsView(source, memory);
  const followUp = new FollowUpView(source, memory);
  const caseHistory = new CaseView(source);
  const disposables: { dispose: () => unknown }[] = [
    source,
    decisions,
    followUp,
    caseHistory,
    new WorkspaceCheck(client),
    ...registerDecisionCommands(source, decisions),
    ...registerNarrowing(source, followUp),
    ...registerFollowUpCommands(source, followUp),
    ...registerCaseCommands(source, meeting, caseHistory),
    commands.registerCommand("referat.arkiv.visFlere", (tree: ArchiveTree<TreeNode>, node: MoreNode) =>
      tree.showMore(node),
    ),
  ];
  return { views: { decisions, followUp, caseHistory }, disposables };
}

function registerDecisionCommands(source: ArchiveSource, view: DecisionsView): Disposable[] {
  const { filter } = view;
  return [
    commands.registerCommand("referat.beslutninger.soeg", () => {
      searchDecisions(source, (text) => {
        filter.set({ text: text.trim() || undefined });
        void commands.executeCommand("referat.decisions.focus");
      });
    }),
    commands.registerCommand("referat.beslutninger.find", () => typeFilter("Find i Beslutninger", filter)),
    commands.registerCommand("referat.beslutninger.filtrer", () =>
      chooseFilters("Filtrér Beslutninger", filter, source),
    ),
    commands.registerCommand("referat.beslutninger.rydFiltre", () => filter.clear()),
    commands.registerCommand("referat.beslutninger.grupper", () =>
      chooseGrouping("Inddel Beslutninger", groupings, view.grouping, (grouping) => view.groupBy(grouping)),
    ),
  ];
}

function registerNarrowing(source: ArchiveSource, view: FollowUpView): Disposable[] {
  const { filter } = view;
  return [
    commands.registerCommand("referat.opfoelgning.find", () => typeFilter("Find i Opfølgning", filter)),
    commands.registerCommand("referat.opfoelgning.filtrer", () =>
      chooseFilters("Filtrér Opfølgning", filter, source),
    ),
    commands.registerCommand("referat.opfoelgning.rydFiltre", () => filter.clear()),
    commands.registerCommand("referat.opfoelgning.grupper", () =>
      chooseGrouping("Inddel Opfølgning", actionGroupings, view.grouping, (grouping) =>
        view.groupBy(grouping),
      ),
    ),
  ];
}

async function chooseGrouping<Grouping extends string>(
  title: string,
  names: Readonly<Record<Grouping, string>>,
  current: Grouping,
  choose: (grouping: Grouping) => Promise<void>,
): Promise<void> {
  const choices = Object.entries<string>(names).map(
    ([grouping, label]): QuickPickItem & { grouping: Grouping } => ({
      label,
      description: grouping === current ? "som nu" : "",
      grouping: grouping as Grouping,
    }),
  );
  const chosen = await window.showQuickPick(choices, {
    title,
    placeHolder: "Hvad skal visningen inddeles efter?",
  });
  if (chosen) await choose(chosen.grouping);
}
