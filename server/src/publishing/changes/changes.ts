import { alignContents, type HeadingTitle } from "../../model/contentsAlignment.ts";
import { risingRun } from "../../model/risingRun.ts";
import type {
  ClosedItem,
  FieldBlock,
  HeadBlock,
  ItemChange,
  RenderDocument,
  RenderItem,
  RenderSection,
} from "../renderModel.ts";
import { BlockComparison, formerAnchor } from "./blocks.ts";
import { comparedInlines, insertedInlines } from "./inlines.ts";
import { joined } from "./sequence.ts";

/**
 * A document with what has changed in it since an earlier version, which `since` names. What everybody gets shows what is new
 * and what has moved, and no word of the earlier version: that may have been taken out for a reason.
 */
export function withChanges(after: RenderDocument, before: RenderDocument, since: string): RenderDocument {
  return new Comparison(!after.public).compared(before, after, since);
}

class Comparison {
  private readonly blocks: BlockComparison;

  constructor(private readonly showDeleted: boolean) {
    this.blocks = new BlockComparison(showDeleted);
  }

  compared(before: RenderDocument, after: RenderDocument, since: string): RenderDocument {
    return {
      ...after,
      changes: { since },
      head: this.head(before.head, after.head),
      items: this.items(before.items, after.items),
    };
  }

  /** Fields are held against those of the same name: the first against the first. */
  private head(before: readonly HeadBlock[], after: readonly HeadBlock[]): HeadBlock[] {
    const left = before.filter((block) => block.type === "field");
    return after.map((block) => {
      if (block.type !== "field") return block;
      const at = left.findIndex(({ name }) => name === block.name);
      const [own] = at === -1 ? [] : left.splice(at, 1);
      return this.field(own ?? null, block);
    });
  }

  private field(own: FieldBlock | null, block: FieldBlock): FieldBlock {
    const value = own
      ? comparedInlines(own.value, block.value, this.showDeleted)
      : insertedInlines(block.value);
    const isSame = value.every(({ type }) => type !== "inserted" && type !== "deleted");
    // A list of persons is shown as it is written where something in it has changed.
    return isSame ? block : { ...block, value, persons: null };
  }

  private items(
    before: RenderDocument["items"],
    after: RenderDocument["items"],
  ): (RenderItem | ClosedItem)[] {
    const alignment = aligned(before, after);
    const matched = [...alignment.entries()].flatMap(([index, own]) =>
      own === null ? [] : [{ index, own }],
    );
    const stays = risingRun(matched.map(({ own }) => own));
    const moved = new Set(matched.filter((_, at) => !stays[at]).map(({ index }) => index));
    const taken = new Set(alignment);
    const result: (RenderItem | ClosedItem)[] = [];
    const goneBehind = (own: number): void => {
      for (let next = own + 1; next < before.length && !taken.has(next); next++) {
        const gone = before[next];
        if (gone?.type === "item" && this.showDeleted) result.push(this.deletedItem(gone));
      }
    };
    goneBehind(-1);
    for (const [index, item] of after.entries()) {
      const at = alignment[index] ?? null;
      const own = at === null ? undefined : before[at];
      if (item.type === "closed") result.push(item);
      else if (own?.type !== "item") result.push(this.insertedItem(item));
      else result.push(this.mergedItem(own, item, moved.has(index)));
      if (at !== null) goneBehind(at);
    }
    return result;
  }

  private mergedItem(before: RenderItem, after: RenderItem, moved: boolean): RenderItem {
    return {
      ...after,
      change: this.headingChange(before, after, moved),
      intro: this.blocks.compared(before.intro, after.intro),
      sections: joined(before.sections, after.sections, {
        keyOf: ({ kind, heading }) => `${kind}\n${heading}`,
        isLike: (own, other) => own.kind === other.kind,
        merged: (own, other) => this.mergedSection(own, other),
        same: (own, other) => this.mergedSection(own, other),
        inserted: (section) => this.insertedSection(section),
        deleted: (section) => (this.showDeleted ? this.deletedSection(section) : null),
      }),
    };
  }

  private headingChange(before: RenderItem, after: RenderItem, moved: boolean): ItemChange | null {
    const renamed = this.showDeleted && headingOf(before) !== headingOf(after);
    if (!moved && !renamed) return null;
    return { type: moved ? "moved" : "renamed", before: renamed ? headingOf(before) : null };
  }

  private insertedItem(item: RenderItem): RenderItem {
    return {
      ...item,
      change: { type: "inserted", before: null },
      intro: item.intro.map((block) => this.blocks.inserted(block)),
      sections: item.sections.map((section) => this.insertedSection(section)),
    };
  }

  private deletedItem(item: RenderItem): RenderItem {
    return {
      ...item,
      anchor: formerAnchor(item.anchor),
      change: { type: "deleted", before: null },
      intro: item.intro.flatMap((block) => this.blocks.deleted(block) ?? []),
      sections: item.sections.map((section) => this.deletedSection(section)),
      attachments: [],
      votes: [],
      actions: [],
    };
  }

  private mergedSection(before: RenderSection, after: RenderSection): RenderSection {
    return { ...after, blocks: this.blocks.compared(before.blocks, after.blocks) };
  }

  private insertedSection(section: RenderSection): RenderSection {
    return {
      ...section,
      change: "inserted",
      blocks: section.blocks.map((block) => this.blocks.inserted(block)),
    };
  }

  private deletedSection(section: RenderSection): RenderSection {
    return {
      ...section,
      change: "deleted",
      role: null,
      outcomes: [],
      blocks: section.blocks.flatMap((block) => this.blocks.deleted(block) ?? []),
    };
  }
}

type Item = RenderItem | ClosedItem;

/** For each item the index of the one that it was, or null: by their titles, and where there is none by the whole heading. */
function aligned(before: readonly Item[], after: readonly Item[]): (number | null)[] {
  const alignment = [
    ...alignContents(
      after.map((item) => titleOf(item).full),
      before.map(titleOf),
    ),
  ];
  const left = new Set(before.keys());
  for (const own of alignment) if (own !== null) left.delete(own);
  for (const [index, item] of after.entries()) {
    if (alignment[index] !== null || item.type === "closed") continue;
    for (const own of left) {
      const other = before[own];
      if (other?.type !== "item" || headingOf(other) !== headingOf(item)) continue;
      alignment[index] = own;
      left.delete(own);
      break;
    }
  }
  return alignment;
}

/** `Punkt 4: Ny svømmehal (13.05-13.30)` */
function headingOf({ label, title, time }: RenderItem): string {
  const name = label === "" ? title : `${label}: ${title}`;
  return time === null ? name : `${name} ${time.text}`;
}

function titleOf(item: RenderItem | ClosedItem): HeadingTitle {
  const title = item.title ?? "";
  return { full: item.type === "item" && item.time ? `${title} ${item.time.text}` : title, title };
}
