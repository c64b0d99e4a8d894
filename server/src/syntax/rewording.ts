import { slice, type Span } from "../text/span.ts";
import type { Block, Item } from "./nodes.ts";
import type { SectionKind } from "./vocabulary.ts";

/** What a paragraph or an entry of a list says, in one version of its item. */
export interface Wording {
  /** The section that it stands in; null above the first. */
  readonly section: SectionKind | null;
  /** The paragraph, or the list with all its entries. */
  readonly block: string;
  /**
   * The same words, and as much around them as can make one sentence with them, or one number: up to the next blank
   * line, and no less than `margin` on either side. Comments are blanks.
   */
  readonly words: string;
}

/** Two versions of an item that differ in the words of one paragraph or entry, and in nothing else. */
export interface Rewording {
  readonly was: Wording;
  readonly is: Wording;
}

/** UTF-16 units; nothing that looks at what stands around a place looks further, but to the end of its sentence. */
const margin = 200;

/**
 * The paragraph, or the entry of a list, whose words alone are others than before: all else is what it was, to the letter, and it
 * has as many lines. Null where more than that has changed, or where it holds a comment.
 */
export function rewordingOf(was: Item, is: Item): Rewording | null {
  if (was.blocks.length !== is.blocks.length || was.last !== is.last) return null;
  if (was.unclosedComment !== is.unclosedComment || was.comments.length !== is.comments.length) return null;
  const at = changedBlock(was, is);
  const [blockBefore, blockNow] = [was.blocks[at], is.blocks[at]];
  const words = blockBefore && blockNow && changedWords(was, is, blockBefore, blockNow);
  if (!words) return null;
  const [before, now] = words;
  if (!agreeAround(was.text, is.text, before, now)) return null;
  if (is.comments.length > 0) {
    if (!agreeAround(was.masked, is.masked, before, now)) return null;
    if (was.comments.some(touches(before)) || is.comments.some(touches(now))) return null;
  }
  return { was: wordingAt(was, at, blockBefore), is: wordingAt(is, at, blockNow) };
}

/** The index of the block that is longer or shorter than before, or says something else; -1 where not all else is alike. */
function changedBlock(was: Item, is: Item): number {
  const grown = is.text.length - was.text.length;
  let changed = -1;
  for (let index = 0; index < is.blocks.length; index++) {
    const [before, now] = [was.blocks[index], is.blocks[index]];
    if (!before || before.kind !== now?.kind || before.lineCount !== now.lineCount) return -1;
    if (changed !== -1) {
      if (now.end - before.end !== grown) return -1;
    } else if (grown === 0 ? slice(was.text, before) !== slice(is.text, now) : now.end !== before.end) {
      changed = index;
    }
  }
  return changed;
}

/** Where the words stand that can be others, in both versions of a block; null where more is. */
function changedWords(was: Item, is: Item, before: Block, now: Block): readonly [Span, Span] | null {
  if (before.kind === "paragraph" && now.kind === "paragraph") return [before, now];
  if (before.kind !== "list" || before.kind !== now.kind) return null;
  if (before.entries.length !== now.entries.length) return null;
  let changed: readonly [Span, Span] | null = null;
  for (let index = 0; index < now.entries.length; index++) {
    const [entryBefore, entryNow] = [before.entries[index], now.entries[index]];
    if (!entryBefore || entryBefore.line !== entryNow?.line) return null;
    changed ??=
      slice(was.text, entryBefore.text) === slice(is.text, entryNow.text)
        ? null
        : [entryBefore.text, entryNow.text];
  }
  return changed;
}

function agreeAround(was: string, is: string, before: Span, now: Span): boolean {
  return was.slice(0, before.start) === is.slice(0, now.start) && was.slice(before.end) === is.slice(now.end);
}

function touches({ start, end }: Span): (other: Span) => boolean {
  return (other) => other.start < end && start < other.end;
}

function wordingAt(item: Item, at: number, changed: Block): Wording {
  const { blocks, masked, sections } = item;
  const parts = (block: Block): boolean =>
    (block.kind === "blank" || block.kind === "comment") && /^[ \t\r\n]*$/.test(slice(masked, block));
  const follow = (step: 1 | -1): Span => {
    let last: Span = changed;
    for (let index = at + step; ; index += step) {
      const block = blocks[index];
      if (!block || parts(block)) return last;
      last = block;
    }
  };
  const start = Math.min(follow(-1).start, Math.max(0, changed.start - margin));
  const end = Math.max(follow(1).end, changed.end + margin);
  const section = sections.find((each) => each.start <= changed.start && changed.start < each.end);
  return {
    section: section?.kind ?? null,
    block: slice(masked, changed),
    words: masked.slice(start, end),
  };
}
