import type { BodyBlock, ListEntry } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import { noParagraph } from "./heeds.ts";
import { itemRule } from "./rule.ts";

interface State {
  readonly written: string;
  readonly expected: string;
  /** The numbers to write so that the list counts on from here to its end, or to its next slip. */
  readonly renumbered: readonly Renumbered[];
}

interface Renumbered {
  readonly span: Span;
  readonly text: string;
}

export const listNumber = itemRule<State>({
  id: "list-number",
  severity: "warning",
  heeds: noParagraph,
  *detect({ item }) {
    for (const blocks of [item.intro, ...item.sections.map((section) => section.blocks)]) {
      if (!blocks.some(isNumbered)) continue;
      for (const { span, renumbered } of slipsIn(blocks)) {
        const written = item.masked.slice(span.start, span.end);
        yield { span, state: { written, expected: renumbered[0]?.text ?? "", renumbered } };
      }
    }
  },
  message: {
    da: ({ written, expected }) =>
      `Listen er nummereret forkert: her står ${written}, men det næste er ${expected}. Beslutninger henviser til numrene: ret dem.`,
    en: ({ written, expected }) =>
      `The list is numbered wrongly: this is ${written}, but ${expected} comes next.`,
  },
  fixAll: true,
  fixes: [
    {
      title: {
        da: ({ expected, renumbered }) =>
          renumbered.length === 1 ? `Ret til ${expected}` : `Ret til ${expected}, og tæl videre derfra`,
        en: ({ expected, renumbered }) =>
          renumbered.length === 1
            ? `Change to ${expected}`
            : `Change to ${expected}, and count on from there`,
      },
      edits: ({ chunk, state }) => state.renumbered.map(({ span, text }) => ({ chunk, span, newText: text })),
    },
  ],
});

function isNumbered(block: BodyBlock): boolean {
  return block.kind === "list" && block.entries.some(({ mark }) => mark.ordinal !== null);
}

interface Slip {
  readonly span: Span;
  readonly renumbered: Renumbered[];
}

interface Counter {
  /** The number written last, and what it is by counting from the list's first. */
  written: number;
  counted: number;
  slip: Slip | null;
  /** The number written before the slip, if there is one: where the list goes on from there, only the slip is wrong. */
  beforeSlip: number | null;
  /** Other text has come since: the list may go on, and a new one may begin at any number. */
  interrupted: boolean;
}

/** Each level of each kind of mark counts for itself. The first number that does not fit is the slip. */
function slipsIn(blocks: readonly BodyBlock[]): Slip[] {
  const slips: Slip[] = [];
  const counters = new Map<string, Counter>();
  for (const block of blocks) {
    if (block.kind !== "list") {
      if (block.kind !== "blank" && block.kind !== "comment") {
        for (const counter of counters.values()) counter.interrupted = true;
      }
      continue;
    }
    for (const [index, entry] of block.entries.entries()) {
      for (const key of counters.keys()) {
        // A deeper list ends where an outer entry begins.
        if (Number(key.split("/")[0]) > entry.level) counters.delete(key);
      }
      const { ordinal, ordinalSpan, type } = entry.mark;
      if (ordinal === null) continue;
      const key = `${entry.level}/${type}`;
      const counter = counters.get(key);
      const goesOn =
        counter !== undefined && [counter.written, counter.counted, counter.beforeSlip].includes(ordinal - 1);
      const beginsAgain = ordinal === 1 && (index === 0 || !sameList(block.entries, index));
      if (!counter || (!goesOn && (beginsAgain || counter.interrupted))) {
        counters.set(key, {
          written: ordinal,
          counted: ordinal,
          slip: null,
          beforeSlip: null,
          interrupted: false,
        });
        continue;
      }
      const counted = counter.counted + 1;
      const sameSlip = counter.slip !== null && ordinal === counter.written;
      if (!goesOn && !sameSlip) {
        counter.slip = { span: ordinalSpan, renumbered: [] };
        counter.beforeSlip = counter.written;
        slips.push(counter.slip);
      }
      if (ordinal !== counted)
        counter.slip?.renumbered.push({ span: ordinalSpan, text: ordinalText(entry, counted) });
      Object.assign(counter, { written: ordinal, counted, interrupted: false });
    }
  }
  return slips;
}

/** Whether the entry before at the same level is of the same kind: then a 1 is no new beginning. */
function sameList(entries: readonly ListEntry[], index: number): boolean {
  const entry = entries[index];
  for (let i = index - 1; i >= 0; i--) {
    const before = entries[i];
    if (!entry || !before || before.level < entry.level) return false;
    if (before.level === entry.level) return before.mark.type === entry.mark.type;
  }
  return false;
}

function ordinalText(entry: ListEntry, ordinal: number): string {
  return entry.mark.type === "letter"
    ? ("abcdefghijklmnopqrstuvwxyzæøå"[ordinal - 1] ?? "")
    : String(ordinal);
}
