import {
  type Disposable,
  EventEmitter,
  type MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from "vscode";
import type { ArchiveSource, Range } from "./source.ts";
import type { ArchiveState } from "./protocol.ts";
import { grouped } from "./words.ts";
import { toggledAtFocus } from "../treeFocus.ts";

/** How many nodes of one level are shown at first, and with each »Vis flere …«. */
const pageSize = 100;

/** Milliseconds of calm before a view shows what has changed, and the longest that it waits while the archive is read. */
const calm = 1000;
const longestWait = 3000;

/** What every node of the archive's trees has. */
export interface TreeNode {
  /** Stays the same when the tree is asked for anew, so that what is open stays open. */
  readonly id: string;
  readonly parent: TreeNode | null;
  readonly kind: string;
}

/** At the end of a level that has more. */
export interface MoreNode extends TreeNode {
  readonly kind: "more";
  readonly left: number;
}

/** A level of a tree, as far as it was asked for. */
export interface Level<Node> {
  readonly total: number;
  readonly nodes: readonly Node[];
}

/**
 * A tree that asks the server for each level when it is opened, page by page. It is asked for anew when the archive has
 * changed, but not while she writes, and not while nobody looks.
 */
export abstract class ArchiveTree<Node extends TreeNode>
  implements TreeDataProvider<Node | MoreNode>, Disposable
{
  private readonly changed = new EventEmitter<Node | MoreNode | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  protected readonly view: TreeView<Node | MoreNode>;
  private readonly listeners: readonly Disposable[];
  /** How many nodes are shown below a node, by its id, where it is not one page. */
  private readonly shown = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince = 0;
  private stale = false;
  private indexing = false;

  protected constructor(
    id: string,
    protected readonly source: ArchiveSource,
    options: { readonly canSelectMany?: boolean } = {},
  ) {
    this.view = window.createTreeView(id, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: options.canSelectMany ?? false,
    });
    this.listeners = [
      source.onDidChange((state) => this.archiveChanged(state)),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.stale) this.refresh();
      }),
    ];
  }

  /** The level below a node, or the first one: what lies in the range. */
  protected abstract level(parent: Node | null, range: Range): Promise<Level<Node>>;
  protected abstract itemOf(node: Node): TreeItem;
  protected abstract tooltipOf(node: Node): MarkdownString | undefined;
  /** Says above the tree what is shown, once its first level is known. */
  protected abstract describe(first: Level<Node> | null, indexing: boolean): void;

  /** The nodes that are selected. */
  get selection(): readonly Node[] {
    return withoutMore(this.view.selection);
  }

  /**
   * What a key means that she strikes in the view: what is selected, where the node that has the focus is among it, or else that
   * node alone.
   */
  async meantByKey(): Promise<readonly Node[]> {
    const before = this.view.selection;
    const toggled = await toggledAtFocus(this.view);
    const focused = toggled.find((node) => !before.includes(node));
    await toggledAtFocus(this.view);
    return focused ? withoutMore<Node>([focused]) : withoutMore<Node>(before);
  }

  /** The node that has the focus when some that lie together are gone: the next one, or else the one before. */
  async nextTo(nodes: readonly Node[]): Promise<Node | undefined> {
    const last = nodes.at(-1);
    if (!last) return undefined;
    const ids = new Set(nodes.map(({ id }) => id));
    const level = await this.getChildren((last.parent as Node | null) ?? undefined);
    const at = level.findIndex(({ id }) => id === last.id);
    const others = [...level.slice(at + 1), ...level.slice(0, Math.max(at, 0)).reverse()];
    return withoutMore<Node>(others).find(({ id }) => !ids.has(id));
  }

  async focusOn(node: Node): Promise<void> {
    await this.view.reveal(node, { select: false, focus: true });
  }

  /** Asks for all that is seen anew. */
  refresh(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.stale = false;
    this.changed.fire(undefined);
  }

  /** Other rows are wanted: each level begins with its first page. */
  restart(): void {
    this.shown.clear();
    this.refresh();
  }

  async getChildren(parent?: Node | MoreNode): Promise<(Node | MoreNode)[]> {
    if (parent?.kind === "more") return [];
    const of = (parent as Node | undefined) ?? null;
    const limit = this.shown.get(of?.id ?? "") ?? pageSize;
    let level: Level<Node>;
    try {
      level = await this.level(of, { offset: 0, limit });
    } catch {
      // The server is gone or coming back: it says when it knows the archive again.
      if (of === null) this.describe(null, false);
      return [];
    }
    if (of === null) this.describe(level, await this.source.isIndexing());
    const left = level.total - level.nodes.length;
    if (left <= 0) return [...level.nodes];
    return [...level.nodes, { id: `${of?.id ?? ""}/…`, parent: of, kind: "more", left }];
  }

  getParent(node: Node | MoreNode): Node | undefined {
    return (node.parent as Node | null) ?? undefined;
  }

  getTreeItem(node: Node | MoreNode): TreeItem {
    const item = isMore(node) ? this.moreItem(node) : this.itemOf(node);
    item.id = node.id;
    return item;
  }

  resolveTreeItem(item: TreeItem, node: Node | MoreNode): TreeItem {
    const tooltip = isMore(node) ? undefined : this.tooltipOf(node);
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  /** Shows another page of the level that a node ends, and goes to its first node. */
  async showMore({ parent, id }: MoreNode): Promise<void> {
    const key = parent?.id ?? "";
    const before = this.shown.get(key) ?? pageSize;
    this.shown.set(key, before + pageSize);
    this.changed.fire((parent as Node | null) ?? undefined);
    const nodes = await this.getChildren((parent as Node | null) ?? undefined);
    const next = nodes[before];
    if (next && next.id !== id && this.view.visible) await this.view.reveal(next, { focus: true });
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
    this.view.dispose();
    this.changed.dispose();
  }

  private archiveChanged({ indexing }: ArchiveState): void {
    const ended = this.indexing && !indexing;
    this.indexing = indexing;
    this.stale = true;
    if (!this.view.visible) return;
    if (ended) return this.refresh();
    const now = performance.now();
    if (this.timer === undefined) this.waitingSince = now;
    // What she writes is shown when she pauses; while the archive is read, what has come is shown now and then.
    else if (indexing && now - this.waitingSince >= longestWait) return this.refresh();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), calm);
  }

  private moreItem({ left, ...node }: MoreNode): TreeItem {
    const item = new TreeItem(`Vis flere … (${grouped(left)} tilbage)`, TreeItemCollapsibleState.None);
    item.iconPath = new ThemeIcon("ellipsis");
    item.contextValue = "more";
    item.accessibilityInformation = { label: `Vis flere, ${grouped(left)} tilbage` };
    item.command = {
      command: "referat.arkiv.visFlere",
      title: "Vis flere",
      arguments: [this, { left, ...node }],
    };
    return item;
  }
}

function withoutMore<Node extends TreeNode>(nodes: readonly (Node | MoreNode)[]): readonly Node[] {
  return nodes.filter((node): node is Node => node.kind !== "more");
}

function isMore(node: TreeNode): node is MoreNode {
  return node.kind === "more";
}
