import {
  type MarkdownString,
  type Memento,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
} from "vscode";
import { today } from "../meeting/clock.ts";
import { noLinks } from "../noLinks.ts";
import { Filter } from "./filter.ts";
import { actionFields } from "./filterFields.ts";
import { openCommand } from "./goTo.ts";
import type {
  ActionCounts,
  ActionGroup,
  ActionGrouping,
  ActionQuery,
  ActionRow,
  ActionState,
  Within,
} from "./protocol.ts";
import type { ArchiveSource, Range } from "./source.ts";
import { ArchiveTree, type Level, type TreeNode } from "./tree.ts";
import { actionTooltip, counted, dashed, deadlineLead, deadlineWords, grouped, ownedText } from "./words.ts";

interface GroupNode extends TreeNode {
  readonly kind: "group";
  readonly by: ActionGrouping;
  readonly group: ActionGroup;
  readonly within: readonly Within<ActionGrouping>[];
}

/** Something that was agreed. */
export interface ActionNode extends TreeNode {
  readonly kind: "action";
  readonly row: ActionRow;
}

export type FollowUpNode = GroupNode | ActionNode;

export const actionGroupings: Readonly<Record<ActionGrouping, string>> = {
  state: "Frist",
  owner: "Ansvarlig",
  body: "Organ",
};

const groupingKey = "referat.followUp.grouping";

/** The view »Opfølgning«: what was agreed, the overdue first; what is done is folded away. */
export class FollowUpView extends ArchiveTree<FollowUpNode> {
  readonly filter: Filter<ActionQuery>;
  private counts: ActionCounts = { open: 0, overdue: 0, done: 0 };

  constructor(
    source: ArchiveSource,
    private readonly memory: Memento,
  ) {
    super("referat.followUp", source, { canSelectMany: true });
    this.filter = new Filter(actionFields, "referat.followUpFiltered", () => this.restart());
  }

  get grouping(): ActionGrouping {
    const kept = this.memory.get<string>(groupingKey) ?? "";
    return kept in actionGroupings ? (kept as ActionGrouping) : "state";
  }

  async groupBy(grouping: ActionGrouping): Promise<void> {
    await this.memory.update(groupingKey, grouping);
    this.restart();
  }

  override dispose(): void {
    this.filter.dispose();
    super.dispose();
  }

  protected async level(parent: FollowUpNode | null, range: Range): Promise<Level<FollowUpNode>> {
    if (parent?.kind === "action") return { total: 0, nodes: [] };
    if (parent) return this.actions(parent, range);
    const by = this.grouping;
    const { total, rows, counts } = await this.source.actionGroups(this.filter.query, by, range);
    this.counts = counts;
    const nodes = rows.map((group): GroupNode => {
      const within = [{ by, key: group.key }];
      return { kind: "group", id: `${by}:${group.key}`, parent: null, by, group, within };
    });
    return { total, nodes };
  }

  protected itemOf(node: FollowUpNode): TreeItem {
    return node.kind === "group" ? groupItem(node) : this.actionItem(node);
  }

  protected tooltipOf(node: FollowUpNode): MarkdownString | undefined {
    return node.kind === "group" ? undefined : actionTooltip(node.row, today());
  }

  protected describe(first: Level<FollowUpNode> | null, indexing: boolean): void {
    const { overdue, open, done } = this.counts;
    const { words } = this.filter;
    const shown = [
      overdue > 0 ? `${grouped(overdue)} overskredet` : "",
      open > 0 ? `${grouped(open)} ${open === 1 ? "åben" : "åbne"}` : "",
      done > 0 ? `${grouped(done)} udført` : "",
    ].filter(Boolean);
    this.view.description = first === null ? "" : shown.slice(0, 2).join(" · ");
    const known = first !== null && (first.total > 0 || !indexing);
    const parts = [
      words === "" || !known
        ? ""
        : first.total === 0
          ? `Ingen opfølgning med ${words}.`
          : `Viser ${shown.join(", ")} med ${words}.`,
      indexing ? "Arkivet læses …" : "",
    ];
    this.view.message = noLinks(parts.filter(Boolean).join(" "));
  }

  private async actions(parent: GroupNode, range: Range): Promise<Level<FollowUpNode>> {
    const { total, rows } = await this.source.actions(this.filter.query, parent.within, range);
    const seen = new Map<string, number>();
    const nodes = rows.map((row): ActionNode => {
      const name = `${row.uri} ${row.text}`;
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      return { kind: "action", id: `${parent.id}/${name} ${nth}`, parent, row };
    });
    return { total, nodes };
  }

  private actionItem({ row, parent }: ActionNode): TreeItem {
    const isUnderOwner = (parent as GroupNode | null)?.by === "owner";
    const words = isUnderOwner ? row.text : ownedText(row);
    const lead = deadlineLead(row, today());
    const item = new TreeItem(lead === "" ? words : `${lead} · ${words}`, TreeItemCollapsibleState.None);
    const isUnderBody = (parent as GroupNode | null)?.by === "body";
    const details = [
      row.state === "done" ? doneWords(row) : "",
      row.passedOver >= 3 && row.state !== "done" ? `sprunget over ${row.passedOver} gange` : "",
      isUnderBody ? "" : (row.body ?? ""),
    ].filter(Boolean);
    item.description = details.join(" · ");
    item.iconPath = stateIcon(row.state);
    item.contextValue = contextOf(row);
    item.accessibilityInformation = {
      label: [words, deadlineWords(row, today()), ...details, row.itemTitle].filter(Boolean).join(", "),
    };
    item.command = openCommand({ uri: this.source.uriOf(row.uri), line: row.line });
    return item;
  }
}

/** Whether the row's own mark says that it is done, and so can be taken back. */
export function isMarked({ doneBy, last }: ActionRow): boolean {
  return doneBy !== null && doneBy.uri === last.uri && doneBy.line === last.line;
}

/** What the manifest offers commands by: `action.open`, `action.done.marked`, `action.done.reported`. */
function contextOf(row: ActionRow): string {
  if (row.state !== "done") return "action.open";
  return isMarked(row) ? "action.done.marked" : "action.done.reported";
}

function doneWords({ doneBy, uri }: ActionRow): string {
  if (!doneBy || doneBy.uri === uri || doneBy.date === null) return "udført";
  return `udført ifølge mødet ${dashed(doneBy.date)}`;
}

const stateNames: Readonly<Record<ActionState, string>> = {
  overdue: "Overskredet",
  open: "Åbne",
  done: "Udført",
};

function stateIcon(state: ActionState): ThemeIcon {
  switch (state) {
    case "overdue":
      return new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
    case "open":
      return new ThemeIcon("circle-large-outline");
    case "done":
      return new ThemeIcon("pass-filled", new ThemeColor("charts.green"));
  }
}

function groupItem({ by, group }: GroupNode): TreeItem {
  const { open, overdue, done } = group;
  const isDone = by === "state" ? group.key === "done" : open + overdue === 0;
  const label = groupLabel(by, group);
  const item = new TreeItem(
    label,
    isDone || by !== "state" ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded,
  );
  const counts = [
    overdue > 0 ? `${grouped(overdue)} overskredet` : "",
    open > 0 ? `${grouped(open)} ${open === 1 ? "åben" : "åbne"}` : "",
    done > 0 ? `${grouped(done)} udført` : "",
  ].filter(Boolean);
  const count = by === "state" ? grouped(open + overdue + done) : counts.join(" · ");
  item.description = count;
  item.iconPath =
    by === "state"
      ? stateIcon(group.key as ActionState)
      : new ThemeIcon(by === "owner" ? "account" : "organization");
  item.contextValue = `group.${by}`;
  item.tooltip = `${label}\n${counts.join(", ")}`;
  // Groups of another kind than the state say how many of each there are.
  const total = counted(open + overdue + done, "opfølgning", "opfølgninger");
  item.accessibilityInformation = { label: [label, total, ...(by === "state" ? [] : counts)].join(", ") };
  return item;
}

function groupLabel(by: ActionGrouping, { key, label }: ActionGroup): string {
  if (by === "state") return stateNames[key as ActionState];
  if (label === null) return by === "owner" ? "Uden ansvarlig" : "Uden organ";
  return label.charAt(0).toUpperCase() + label.slice(1);
}
