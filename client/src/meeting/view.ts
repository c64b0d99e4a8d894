import {
  type CancellationToken,
  DataTransferItem,
  type DataTransfer,
  type Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  type TreeDragAndDropController,
  TreeItem,
  type TreeView,
  window,
} from "vscode";
import { itemName, timeOf } from "./items.ts";
import type { MeetingItem } from "./protocol.ts";
import type { MeetingSource } from "./source.ts";
import { toggledAtFocus } from "../treeFocus.ts";

/** An item in the view, by its place in the meeting. */
export interface ItemNode {
  readonly index: number;
  readonly item: MeetingItem;
}

const mime = "application/vnd.code.tree.referat.meeting";

/** The view »Møde«: the items with time and state, to be put in order by keyboard and by dragging. */
export class MeetingView
  implements TreeDataProvider<ItemNode>, TreeDragAndDropController<ItemNode>, Disposable
{
  readonly dragMimeTypes = [mime];
  readonly dropMimeTypes = [mime];
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: TreeView<ItemNode>;
  private readonly listener: Disposable;
  private nodes: readonly ItemNode[] = [];

  /** `move` takes the item at an index to another one. */
  constructor(
    private readonly source: MeetingSource,
    private readonly move: (from: number, to: number) => Promise<unknown>,
  ) {
    this.view = window.createTreeView("referat.meeting", {
      treeDataProvider: this,
      dragAndDropController: this,
      showCollapseAll: false,
    });
    this.listener = source.onDidChange(() => this.update());
    this.update();
  }

  /** The item that a key is for: the one that has the focus, which need not be the one that is selected. */
  async meantByKey(): Promise<ItemNode | undefined> {
    const before = this.view.selection;
    const toggled = await toggledAtFocus(this.view);
    await toggledAtFocus(this.view);
    const outside = (nodes: readonly ItemNode[]) => (node: ItemNode) =>
      !nodes.some(({ index }) => index === node.index);
    return toggled.find(outside(before)) ?? before.find(outside(toggled));
  }

  /** Selects the item at an index, where the view is seen. */
  async select(index: number): Promise<void> {
    const node = this.nodes[index];
    if (node && this.view.visible) await this.view.reveal(node, { select: true, focus: true });
  }

  getChildren(node?: ItemNode): ItemNode[] {
    return node ? [] : [...this.nodes];
  }

  getParent(): null {
    return null;
  }

  getTreeItem({ index, item }: ItemNode): TreeItem {
    const tree = new TreeItem(itemName(item));
    const state = stateOf(item);
    const length = item.minutes === null ? "" : `${item.minutes} min`;
    const details = [timeOf(item), length, item.closed ? "lukket" : ""].filter((detail) => detail !== "");
    tree.id = String(index);
    // There is little room: the length stands in the tooltip where the times say it.
    tree.description = details.filter((detail) => item.end === null || detail !== length).join(" · ");
    tree.iconPath = new ThemeIcon(
      state.icon,
      state.colour === undefined ? undefined : new ThemeColor(state.colour),
    );
    tree.tooltip = [itemName(item), details.join(" · "), state.words]
      .filter((line) => line !== "")
      .join("\n");
    // The menus ask what it is, and where it can go.
    tree.contextValue = [
      item.kind === "pause" ? "pause" : "item",
      index > 0 ? "up" : "",
      index < this.nodes.length - 1 ? "down" : "",
    ].join(" ");
    tree.accessibilityInformation = {
      label: [itemName(item), ...details, state.words].join(", "),
    };
    tree.command = { command: "referat.visPunkt", title: "Vis punktet", arguments: [index] };
    return tree;
  }

  handleDrag(dragged: readonly ItemNode[], data: DataTransfer): void {
    data.set(mime, new DataTransferItem(dragged[0]?.index));
  }

  async handleDrop(
    target: ItemNode | undefined,
    data: DataTransfer,
    token: CancellationToken,
  ): Promise<void> {
    const from: unknown = data.get(mime)?.value;
    if (typeof from !== "number" || token.isCancellationRequested) return;
    await this.move(from, target?.index ?? this.nodes.length - 1);
  }

  dispose(): void {
    this.listener.dispose();
    this.view.dispose();
    this.changed.dispose();
  }

  private update(): void {
    const { meeting } = this.source;
    this.nodes = meeting?.items.map((item, index) => ({ index, item })) ?? [];
    this.view.description = meeting?.body ?? "";
    this.changed.fire();
  }
}

function stateOf(item: MeetingItem): { icon: string; colour?: string; words: string } {
  if (item.kind === "pause") return { icon: "coffee", words: "Pause" };
  switch (item.progress) {
    case "empty":
      return { icon: "circle-large-outline", words: "Ikke begyndt" };
    case "drafted":
      return { icon: "circle-filled", colour: "charts.yellow", words: "Mangler beslutning" };
    case "done":
      return {
        icon: "pass-filled",
        colour: "charts.green",
        words: item.needsDecision ? "Besluttet" : "Skrevet",
      };
  }
}
