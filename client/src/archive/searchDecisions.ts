import {
  CancellationTokenSource,
  type QuickPick,
  type QuickPickItem,
  type TabGroup,
  type TextEditor,
  TextEditorRevealType,
  ThemeIcon,
  window,
} from "vscode";
import { numbered } from "../numbered.ts";
import { type Place, show } from "./goTo.ts";
import type { DecisionRow, Page } from "./protocol.ts";
import { withOutcome } from "./saidOnce.ts";
import type { ArchiveSource } from "./source.ts";
import { dashed, grouped, outcomeIcon, outcomesWords, shortened } from "./words.ts";

/** Milliseconds without a stroke before the archive is asked, and on one decision before it is shown. */
const calm = 120;
const glance = 150;
/** More than this nobody reads through: a further word finds it sooner. */
const most = 100;

interface Found extends QuickPickItem {
  readonly row: DecisionRow;
}

const listButton = { iconPath: new ThemeIcon("list-tree"), tooltip: "Vis dem i visningen Beslutninger" };

/**
 * Search as she types over all decisions. The decision that she stands on is shown behind the list; Enter goes there, Esc
 * leaves the editor as it was. `list` takes over what is sought into the view.
 */
export function searchDecisions(source: ArchiveSource, list: (text: string) => void): void {
  new Search(source, list).show();
}

class Search {
  private readonly pick: QuickPick<Found> = window.createQuickPick<Found>();
  private readonly before = new Before();
  private asking = new CancellationTokenSource();
  private asked: ReturnType<typeof setTimeout> | undefined;
  private glanced: ReturnType<typeof setTimeout> | undefined;
  private chosen = false;

  constructor(
    private readonly source: ArchiveSource,
    list: (text: string) => void,
  ) {
    const { pick } = this;
    // The server says what fits and in which order: a list that sorts by its labels would undo it.
    Object.assign(pick, { sortByLabel: false });
    pick.title = "Søg i beslutninger";
    pick.placeholder = "Ord fra titlen, beslutningen, indstillingen eller opfølgningen";
    pick.buttons = [listButton];
    pick.onDidChangeValue(() => this.askSoon());
    pick.onDidChangeActive(([found]) => this.showSoon(found));
    pick.onDidTriggerButton(() => {
      list(pick.value);
      pick.hide();
    });
    pick.onDidAccept(() => void this.accept());
    pick.onDidHide(() => this.dispose());
  }

  show(): void {
    this.pick.show();
    void this.ask();
  }

  private dispose(): void {
    clearTimeout(this.asked);
    clearTimeout(this.glanced);
    this.asking.cancel();
    this.asking.dispose();
    this.pick.dispose();
    if (!this.chosen) void this.before.restore();
  }

  private askSoon(): void {
    clearTimeout(this.asked);
    this.pick.busy = true;
    this.asked = setTimeout(() => void this.ask(), calm);
  }

  private async ask(): Promise<void> {
    this.asking.cancel();
    this.asking.dispose();
    const asking = new CancellationTokenSource();
    this.asking = asking;
    const text = this.pick.value.trim();
    this.pick.busy = true;
    let found: Page<DecisionRow> = { total: 0, rows: [] };
    try {
      const query = text === "" ? {} : { text };
      found = await this.source.decisions(query, [], { offset: 0, limit: most }, asking.token);
    } catch {
      // Cancelled by the next stroke, or the server is coming back.
    }
    if (asking.token.isCancellationRequested) return;
    this.pick.busy = false;
    this.pick.items = found.rows.map(itemOf);
    this.pick.title = titleOf(found);
  }

  private showSoon(found: Found | undefined): void {
    clearTimeout(this.glanced);
    // Until she has sought or moved, the editor stays as it is.
    if (!found || (this.pick.value === "" && found === this.pick.items[0])) return;
    this.glanced = setTimeout(() => {
      this.before.touched = true;
      void show(this.placeOf(found.row), true);
    }, glance);
  }

  private async accept(): Promise<void> {
    const [found] = this.pick.selectedItems;
    if (!found) return;
    this.chosen = true;
    this.pick.hide();
    await show(this.placeOf(found.row));
  }

  private placeOf({ uri, line }: DecisionRow): Place {
    return { uri: this.source.uriOf(uri), line };
  }
}

function itemOf(row: DecisionRow): Found {
  const details = [row.date === null ? "" : dashed(row.date), row.body ?? "", row.closed ? "lukket" : ""];
  return {
    label: numbered(row.number, row.title),
    description: details.filter(Boolean).join(" · "),
    detail: shortened(withOutcome(outcomesWords(row.outcomes), row.text), 160),
    iconPath: outcomeIcon(row.outcomes[0]),
    // The server has found it: also where the words do not stand in what the list shows.
    alwaysShow: true,
    row,
  };
}

function titleOf({ total, rows }: Page<DecisionRow>): string {
  if (total > rows.length) return `Søg i beslutninger (${rows.length} af ${grouped(total)})`;
  return total === 0 ? "Søg i beslutninger (ingen fundet)" : `Søg i beslutninger (${grouped(total)})`;
}

/** The editor before the search, to come back to. */
class Before {
  touched = false;
  private readonly editor: TextEditor | undefined = window.activeTextEditor;
  private readonly selection = this.editor?.selection;
  private readonly visible = this.editor?.visibleRanges[0];
  private readonly group: TabGroup = window.tabGroups.activeTabGroup;
  private readonly tabs = new Set(this.group.tabs.map(({ label }) => label));

  async restore(): Promise<void> {
    if (!this.touched) return;
    const glanced = this.group.tabs.filter(
      ({ isPreview, isDirty, label }) => isPreview && !isDirty && !this.tabs.has(label),
    );
    if (this.editor) {
      const editor = await window.showTextDocument(this.editor.document, {
        ...(this.editor.viewColumn === undefined ? {} : { viewColumn: this.editor.viewColumn }),
        preserveFocus: false,
      });
      if (this.selection) editor.selection = this.selection;
      if (this.visible) editor.revealRange(this.visible, TextEditorRevealType.AtTop);
    }
    await window.tabGroups.close(glanced, true);
  }
}
