import {
  type MarkdownString,
  Position,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
} from "vscode";
import { noLinks } from "../noLinks.ts";
import { numbered } from "../numbered.ts";
import { openCommand } from "./goTo.ts";
import type { CaseStep } from "./protocol.ts";
import type { ArchiveSource } from "./source.ts";
import { ArchiveTree, type Level, type TreeNode } from "./tree.ts";
import { inWords } from "./dayWords.ts";
import { counted, outcomeIcon, outcomesWords, shortened, stepTooltip } from "./words.ts";

/** A meeting that dealt with the case. */
export interface StepNode extends TreeNode {
  readonly kind: "step";
  readonly step: CaseStep;
}

/** What it decided. */
interface WordsNode extends TreeNode {
  readonly kind: "words";
  readonly step: CaseStep;
}

export type CaseNode = StepNode | WordsNode;

/** The view »Sagens forløb«: every meeting that dealt with the case of one item, the oldest first. */
export class CaseView extends ArchiveTree<CaseNode> {
  /** The item whose case is shown: its document, and a line in it. */
  private asked: { readonly uri: Uri; readonly line: number } | null = null;
  private title = "";

  constructor(source: ArchiveSource) {
    super("referat.caseHistory", source);
  }

  /** Fills the view with the case of the item at a line, and shows it; the step that was asked from is selected. */
  async show(uri: Uri, line: number): Promise<void> {
    this.asked = { uri, line };
    this.restart();
    const { nodes } = await this.level(null);
    const self = nodes.find(({ step }) => step.why === "self") ?? nodes[0];
    if (self) await this.view.reveal(self, { select: true, focus: true });
  }

  /** The item that the view is about. */
  get place(): { readonly uri: Uri; readonly line: number } | null {
    return this.asked;
  }

  protected async level(parent: CaseNode | null): Promise<Level<CaseNode>> {
    if (parent) return parent.kind === "step" ? wordsOf(parent) : { total: 0, nodes: [] };
    if (!this.asked) return { total: 0, nodes: [] };
    const history = await this.source.caseHistory(this.asked.uri, new Position(this.asked.line, 0));
    const steps = history?.steps ?? [];
    this.title = history ? [history.journalNumber ?? "", history.title].filter(Boolean).join(" · ") : "";
    const self = steps.find(({ why }) => why === "self");
    // What is written above the item moves it: it is found again by where it is now.
    if (self) this.asked = { uri: this.asked.uri, line: self.line };
    const nodes = steps.map((step): StepNode => {
      const id = `${step.uri} ${step.number ?? ""} ${step.title}`;
      return { kind: "step", id, parent: null, step };
    });
    return { total: nodes.length, nodes };
  }

  protected itemOf(node: CaseNode): TreeItem {
    return node.kind === "step" ? this.stepItem(node.step) : this.wordsItem(node.step);
  }

  protected tooltipOf({ step }: CaseNode): MarkdownString {
    return stepTooltip(step);
  }

  protected describe(first: Level<CaseNode> | null): void {
    const meetings = first?.total ?? 0;
    this.view.message = meetings === 0 ? "" : noLinks(this.title);
    this.view.description = meetings === 0 ? "" : counted(meetings, "møde", "møder");
  }

  private stepItem(step: CaseStep): TreeItem {
    const label = step.date === null ? "Uden dato" : inWords(step.date);
    const isDecided = step.decision !== null && step.decision !== "";
    const item = new TreeItem(
      label,
      isDecided ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
    );
    const outcome = step.kind === "dagsorden" ? "dagsorden" : outcomesWords(step.outcomes);
    const details = [
      step.why === "self" ? "vist herfra" : "",
      outcome,
      step.body ?? "",
      step.number === null ? "" : `punkt ${step.number}`,
    ].filter(Boolean);
    item.description = details.join(" · ");
    item.iconPath = step.kind === "dagsorden" ? new ThemeIcon("calendar") : outcomeIcon(step.outcomes[0]);
    item.contextValue = "step";
    item.accessibilityInformation = {
      label: [label, ...details, numbered(step.number, step.title)].join(", "),
    };
    item.command = openCommand({ uri: this.source.uriOf(step.uri), line: step.line });
    return item;
  }

  private wordsItem(step: CaseStep): TreeItem {
    const item = new TreeItem(shortened(step.decision ?? "", 200), TreeItemCollapsibleState.None);
    item.accessibilityInformation = { label: `Beslutning: ${step.decision ?? ""}` };
    item.command = openCommand({ uri: this.source.uriOf(step.uri), line: step.line });
    return item;
  }
}

function wordsOf(parent: StepNode): Level<WordsNode> {
  return { total: 1, nodes: [{ kind: "words", id: `${parent.id}/…`, parent, step: parent.step }] };
}
