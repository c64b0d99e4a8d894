import {
  type Command,
  commands,
  type Disposable,
  EventEmitter,
  type Memento,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  type Uri,
  window,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { counted } from "../archive/words.ts";
import type { MeetingSource } from "../meeting/source.ts";
import { type Gravity, type Obstacle, type Readiness, readinessRequest } from "./protocol.ts";

interface GroupNode {
  readonly kind: "group";
  readonly gravity: Gravity;
  readonly obstacles: readonly ObstacleNode[];
}

/** Something that stands in the way, in the document that is looked at. */
export interface ObstacleNode {
  readonly kind: "obstacle";
  readonly uri: Uri;
  readonly obstacle: Obstacle;
  readonly group: Gravity;
}

type Node = GroupNode | ObstacleNode;

const groups: readonly { gravity: Gravity; label: string; icon: string; colour: string }[] = [
  { gravity: "error", label: "Skal rettes først", icon: "error", colour: "list.errorForeground" },
  { gravity: "warning", label: "Bør ses efter", icon: "warning", colour: "list.warningForeground" },
  { gravity: "info", label: "Værd at vide", icon: "info", colour: "charts.blue" },
];

const shownContext = "referat.readinessShown";
const publicKey = "referat.readiness.public";

/** The view »Klar til udsendelse?«: what stands in the way of sending the document out, the gravest first. */
export class ReadinessView implements TreeDataProvider<Node>, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: TreeView<Node>;
  private readonly disposables: readonly { dispose: () => unknown }[];
  private readiness: Readiness | null = null;
  private nodes: readonly GroupNode[] = [];
  private wanted = false;
  private lastAsked = 0;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly source: MeetingSource,
    private readonly memory: Memento,
  ) {
    this.view = window.createTreeView("referat.readiness", { treeDataProvider: this });
    this.disposables = [
      this.view,
      this.changed,
      source.onDidChange(() => this.refreshSeen()),
      this.view.onDidChangeVisibility(() => this.refreshSeen()),
      // Who comes back from Word has perhaps mended an attachment there.
      window.onDidChangeWindowState(({ focused }) => (focused ? this.refreshSeen() : undefined)),
      commands.registerCommand("referat.klarTilUdsendelse", () => this.open()),
      commands.registerCommand("referat.udsendelse.luk", () => this.close()),
      commands.registerCommand("referat.udsendelse.tilAlle", () => this.showFor(true)),
      commands.registerCommand("referat.udsendelse.internt", () => this.showFor(false)),
    ];
    this.tellAudience();
  }

  /** The document is looked at as everybody gets it: without its closed items. */
  private get isPublic(): boolean {
    return this.memory.get<boolean>(publicKey) ?? true;
  }

  /** Shows the view, and what it says of the document now. */
  async open(): Promise<void> {
    this.wanted = true;
    await commands.executeCommand("setContext", shownContext, true);
    await this.refresh();
    await commands.executeCommand("referat.readiness.focus");
  }

  getChildren(node?: Node): Node[] {
    if (!node) return [...this.nodes];
    return node.kind === "group" ? [...node.obstacles] : [];
  }

  getParent(node: Node): Node | null {
    return node.kind === "group" ? null : (this.nodes.find(({ gravity }) => gravity === node.group) ?? null);
  }

  getTreeItem(node: Node): TreeItem {
    return node.kind === "group" ? groupItem(node) : obstacleItem(node);
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async close(): Promise<void> {
    this.wanted = false;
    await commands.executeCommand("setContext", shownContext, false);
  }

  private async showFor(everybody: boolean): Promise<void> {
    await this.memory.update(publicKey, everybody);
    this.tellAudience();
    await this.refresh();
  }

  private tellAudience(): void {
    void commands.executeCommand("setContext", "referat.readinessPublic", this.isPublic);
  }

  /** Folded away it asks for nothing: what it shows then is asked for when it is unfolded. */
  private async refreshSeen(): Promise<void> {
    if (this.view.visible) await this.refresh();
  }

  private async refresh(): Promise<void> {
    const { uri } = this.source;
    if (!this.wanted) return;
    const asking = ++this.lastAsked;
    try {
      const asked = uri && { textDocument: { uri: this.client.code2ProtocolConverter.asUri(uri) } };
      const readiness =
        asked &&
        (await this.client.sendRequest<Readiness | null>(readinessRequest, {
          ...asked,
          public: this.isPublic,
        }));
      if (uri?.toString() !== this.source.uri?.toString()) return;
      this.readiness = readiness;
      this.nodes = uri && readiness ? nodesOf(uri, readiness) : [];
      this.describe();
      this.changed.fire();
      // The server has waited a while before it said so.
      if (readiness?.reading && asking === this.lastAsked) void this.refreshSeen();
    } catch {
      // The server is gone or coming back: what was known stays until it answers again.
    }
  }

  private describe(): void {
    this.view.description = this.isPublic ? "til alle, uden lukkede punkter" : "internt, med alt";
    const { readiness } = this;
    const errors = readiness?.obstacles.filter(({ gravity }) => gravity === "error").length ?? 0;
    const others = (readiness?.obstacles.length ?? 0) - errors;
    const name = readiness?.kind === "dagsorden" ? "Dagsordenen" : "Referatet";
    if (readiness === null) this.view.message = "";
    else if (errors > 0)
      this.view.message = `${counted(errors, "forhold skal", "forhold skal")} rettes, før det kan sendes ud.`;
    else if (readiness.reading) this.view.message = "Bilagene bliver læst …";
    else if (others > 0)
      this.view.message = `${name} kan sendes ud. ${counted(others, "forhold bør", "forhold bør")} ses efter.`;
    else this.view.message = `Intet er i vejen: ${name.toLowerCase()} er klar.`;
    this.view.badge =
      errors > 0 ? { value: errors, tooltip: `${errors} forhold skal rettes før udsendelse` } : undefined;
  }
}

function nodesOf(uri: Uri, { obstacles }: Readiness): GroupNode[] {
  return groups.flatMap(({ gravity }): GroupNode[] => {
    const own = obstacles.filter((obstacle) => obstacle.gravity === gravity);
    if (own.length === 0) return [];
    return [
      {
        kind: "group",
        gravity,
        obstacles: own.map((obstacle) => ({ kind: "obstacle", uri, obstacle, group: gravity })),
      },
    ];
  });
}

function groupItem({ gravity, obstacles }: GroupNode): TreeItem {
  const group = groups.find((each) => each.gravity === gravity);
  const item = new TreeItem(group?.label ?? "", TreeItemCollapsibleState.Expanded);
  item.id = gravity;
  item.description = String(obstacles.length);
  item.iconPath = new ThemeIcon(group?.icon ?? "info", new ThemeColor(group?.colour ?? "foreground"));
  item.accessibilityInformation = {
    label: `${group?.label ?? ""}, ${counted(obstacles.length, "forhold", "forhold")}`,
  };
  return item;
}

function obstacleItem({ uri, obstacle }: ObstacleNode): TreeItem {
  const { message, range, fixes } = obstacle;
  const item = new TreeItem(message);
  const line = `linje ${range.start.line + 1}`;
  item.description = line;
  item.tooltip = [message, ...fixes.map((fix) => `Kan rettes: ${fix}`)].join("\n\n");
  item.contextValue = fixes.length > 0 ? "fixable" : "obstacle";
  item.command = openCommand(uri, obstacle);
  const weight = groups.find((each) => each.gravity === obstacle.gravity)?.label ?? "";
  item.accessibilityInformation = {
    label: [message, weight, line, fixes.length > 0 ? "kan rettes" : ""].filter(Boolean).join(", "),
  };
  return item;
}

function openCommand(uri: Uri, { range: { start, end } }: Obstacle): Command {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return { command: "vscode.open", title: "Åbn", arguments: [uri, { selection, preview: true }] };
}
