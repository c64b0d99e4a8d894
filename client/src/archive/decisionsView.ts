import { type MarkdownString, type Memento, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { noLinks } from "../noLinks.ts";
import { numbered } from "../numbered.ts";
import { Filter } from "./filter.ts";
import { decisionFields } from "./filterFields.ts";
import { openCommand } from "./goTo.ts";
import type {
  DecisionGroup,
  DecisionGrouping,
  DecisionQuery,
  DecisionRow,
  Outcome,
  Within,
} from "./protocol.ts";
import type { ArchiveSource, Range } from "./source.ts";
import { ArchiveTree, type Level, type TreeNode } from "./tree.ts";
import { inWords } from "./dayWords.ts";
import {
  counted,
  dashed,
  decisionTooltip,
  followUpWords,
  grouped,
  outcomeIcon,
  outcomesWords,
  outcomeWords,
  shortened,
} from "./words.ts";

interface GroupNode extends TreeNode {
  readonly kind: "group";
  readonly by: DecisionGrouping;
  readonly group: DecisionGroup;
  readonly within: readonly Within<DecisionGrouping>[];
  /** It is the only one of its level. */
  readonly alone: boolean;
}

/** An item with its decision. */
export interface DecisionNode extends TreeNode {
  readonly kind: "decision";
  readonly row: DecisionRow;
}

/** A piece of what was decided. */
interface DetailNode extends TreeNode {
  readonly kind: "detail";
  readonly row: DecisionRow;
  readonly label: string;
  readonly text: string;
  readonly icon: ThemeIcon;
}

export type DecisionsNode = GroupNode | DecisionNode | DetailNode;

/** How she can have the register divided, and the levels that each gives. */
const levels = {
  body: ["body", "meeting"],
  year: ["year", "meeting"],
  outcome: ["outcome"],
  case: ["case"],
} as const satisfies Readonly<Record<string, readonly DecisionGrouping[]>>;

export type Grouping = keyof typeof levels;

export const groupings: Readonly<Record<Grouping, string>> = {
  body: "Organ",
  year: "År",
  outcome: "Udfald",
  case: "Sag",
};

const groupingKey = "referat.decisions.grouping";

/** The view »Beslutninger«: the register of decisions, divided as she wants it and narrowed to what she seeks. */
export class DecisionsView extends ArchiveTree<DecisionsNode> {
  readonly filter: Filter<DecisionQuery>;
  /** How many decisions the filter lets through. */
  private count = 0;

  constructor(
    source: ArchiveSource,
    private readonly memory: Memento,
  ) {
    super("referat.decisions", source);
    this.filter = new Filter(decisionFields, "referat.decisionsFiltered", () => this.restart());
  }

  get grouping(): Grouping {
    const kept = this.memory.get<string>(groupingKey) ?? "";
    return kept in levels ? (kept as Grouping) : "body";
  }

  async groupBy(grouping: Grouping): Promise<void> {
    await this.memory.update(groupingKey, grouping);
    this.restart();
  }

  override dispose(): void {
    this.filter.dispose();
    super.dispose();
  }

  protected async level(parent: DecisionsNode | null, range: Range): Promise<Level<DecisionsNode>> {
    if (parent?.kind === "decision") return detailsOf(parent);
    if (parent?.kind === "detail") return { total: 0, nodes: [] };
    const within = parent?.within ?? [];
    const by = levels[this.grouping][within.length];
    const query = this.filter.query;
    if (by === undefined) return this.decisions(query, parent, within, range);
    const { total, rows, decisions } = await this.source.decisionGroups(query, by, within, range);
    if (parent === null) this.count = decisions;
    const nodes = rows.map((group): GroupNode => {
      const inner = [...within, { by, key: group.key }];
      return { kind: "group", id: idOf(inner), parent, by, group, within: inner, alone: total === 1 };
    });
    return { total, nodes };
  }

  protected itemOf(node: DecisionsNode): TreeItem {
    switch (node.kind) {
      case "group":
        return groupItem(node);
      case "decision":
        return this.decisionItem(node);
      case "detail":
        return this.detailItem(node);
    }
  }

  protected tooltipOf(node: DecisionsNode): MarkdownString | undefined {
    return node.kind === "group" ? undefined : decisionTooltip(node.row);
  }

  protected describe(first: Level<DecisionsNode> | null, indexing: boolean): void {
    const { words } = this.filter;
    const known = first !== null && (this.count > 0 || !indexing);
    const shown = known ? counted(this.count, "beslutning", "beslutninger") : "";
    this.view.description = [shown, groupings[this.grouping].toLowerCase()].filter(Boolean).join(" · ");
    const none = known && this.count === 0;
    const parts = [
      words === "" || !known
        ? ""
        : none
          ? `Ingen beslutninger med ${words}.`
          : `Viser ${shown} med ${words}.`,
      indexing ? "Arkivet læses …" : "",
    ];
    this.view.message = noLinks(parts.filter(Boolean).join(" "));
  }

  private async decisions(
    query: DecisionQuery,
    parent: DecisionsNode | null,
    within: readonly Within<DecisionGrouping>[],
    range: Range,
  ): Promise<Level<DecisionsNode>> {
    const { total, rows } = await this.source.decisions(query, within, range);
    const seen = new Map<string, number>();
    const nodes = rows.map((row): DecisionNode => {
      // By its item, not by its line: what is written above it leaves it where it is.
      const name = `${row.uri} ${row.number ?? ""} ${row.title}`;
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      return { kind: "decision", id: `${idOf(within)}/${name} ${nth}`, parent, row };
    });
    return { total, nodes };
  }

  private decisionItem({ row, parent }: DecisionNode): TreeItem {
    const name = numbered(row.number, row.title);
    const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
    const isUnderMeeting = (parent as GroupNode | null)?.by === "meeting";
    const outcome = outcomesWords(row.outcomes);
    const details = [
      isUnderMeeting ? outcome : row.date === null ? "uden dato" : dashed(row.date),
      isUnderMeeting ? "" : (row.body ?? ""),
      row.closed && !/lukket/i.test(row.title) ? "lukket" : "",
    ].filter(Boolean);
    item.description = details.join(" · ");
    item.iconPath =
      row.closed && row.outcomes.length === 0 ? new ThemeIcon("lock") : outcomeIcon(row.outcomes[0]);
    item.contextValue = "decision";
    item.accessibilityInformation = {
      label: [name, outcome, ...details.filter((detail) => detail !== outcome), shortened(row.text, 200)]
        .filter(Boolean)
        .join(", "),
    };
    item.command = openCommand({ uri: this.source.uriOf(row.uri), line: row.line });
    return item;
  }

  private detailItem({ row, label, text, icon }: DetailNode): TreeItem {
    const item = new TreeItem(shortened(text, 200), TreeItemCollapsibleState.None);
    item.iconPath = icon;
    item.contextValue = "detail";
    item.accessibilityInformation = { label: `${label}: ${text}` };
    item.command = openCommand({ uri: this.source.uriOf(row.uri), line: row.line });
    return item;
  }
}

function groupItem({ by, group, within, alone }: GroupNode): TreeItem {
  const label = groupLabel(by, group);
  const state = alone ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(label, state);
  const count = counted(group.count, "beslutning", "beslutninger");
  const notes = [
    by === "meeting" && within[0]?.by !== "body" ? (group.body ?? "") : "",
    group.journalNumber ?? "",
  ];
  item.description = [...notes, grouped(group.count)].filter(Boolean).join(" · ");
  item.iconPath =
    by === "outcome"
      ? outcomeIcon((group.label as Outcome | null) ?? undefined)
      : new ThemeIcon(groupIcons[by]);
  item.contextValue = `group.${by}`;
  item.tooltip = [label, ...notes, count].filter(Boolean).join("\n");
  item.accessibilityInformation = { label: [label, ...notes, count].filter(Boolean).join(", ") };
  return item;
}

const groupIcons = {
  body: "organization",
  meeting: "calendar",
  year: "history",
  case: "folder",
} as const;

function groupLabel(by: DecisionGrouping, { label, date }: DecisionGroup): string {
  switch (by) {
    case "body":
      return label ?? "Uden organ";
    case "meeting":
      return date === null ? "Uden dato" : inWords(date);
    case "year":
      return label ?? "Uden dato";
    case "outcome":
      return label === null ? "Andet" : outcomeWords(label as Outcome);
    case "case":
      return label ?? "Faste punkter";
  }
}

function detailsOf(parent: DecisionNode): Level<DetailNode> {
  const { row, id } = parent;
  const detail = (label: string, text: string, icon: ThemeIcon, index = 0): DetailNode => {
    return { kind: "detail", id: `${id}/${label} ${index}`, parent, row, label, text, icon };
  };
  const nodes = [
    ...row.recommendations.map(({ text }, index) =>
      detail("Indstilling", text, new ThemeIcon("list-ordered"), index),
    ),
    detail("Beslutning", row.text, outcomeIcon(row.outcomes[0])),
    ...row.followUp.map((each, index) =>
      detail(
        "Opfølgning",
        followUpWords(each),
        new ThemeIcon(each.done ? "check" : "arrow-small-right"),
        index,
      ),
    ),
  ];
  return { total: nodes.length, nodes };
}

function idOf(within: readonly Within<DecisionGrouping>[]): string {
  return within.map(({ by, key }) => `${by}:${key}`).join("/");
}
