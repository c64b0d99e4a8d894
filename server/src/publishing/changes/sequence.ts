import { diffArrays } from "diff";
import { append } from "../../text/many.ts";

/** So many edits apart two sequences are held against each other; beyond that one is taken for another thing altogether. */
const mostEdits = 4000;

/** A part of two sequences: what both have (as the later one has it), or what one of them has alone. */
export interface Part<Thing> {
  readonly kind: "both" | "before" | "after";
  readonly things: readonly Thing[];
  /** The same things as the earlier one has them; empty but where both have them. */
  readonly own: readonly Thing[];
}

/** What becomes of one sequence to make the other. Things are the same where their keys are. */
export function partsOf<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  keyOf: (thing: Thing) => string,
): Part<Thing>[] {
  const keyed = (things: readonly Thing[]): { thing: Thing; key: string }[] =>
    things.map((thing) => ({ thing, key: keyOf(thing) }));
  const changes = diffArrays(keyed(before), keyed(after), {
    comparator: (a, b) => a.key === b.key,
    maxEditLength: mostEdits,
  });
  if (!changes) {
    return [
      { kind: "before", things: before, own: [] },
      { kind: "after", things: after, own: [] },
    ];
  }
  let at = 0;
  return changes.map(({ value, added, removed }) => {
    const things = value.map(({ thing }) => thing);
    if (added) return { kind: "after", things, own: [] };
    at += things.length;
    return removed
      ? { kind: "before", things, own: [] }
      : { kind: "both", things, own: before.slice(at - things.length, at) };
  });
}

/** How a sequence is put together from an earlier and a later one. */
export interface Joining<Thing> {
  readonly keyOf: (thing: Thing) => string;
  /** Whether one thing can have become the other. */
  readonly isLike: (before: Thing, after: Thing) => boolean;
  readonly merged: (before: Thing, after: Thing) => Thing;
  /** What becomes of things of one key, where that is not the later one. */
  readonly same?: (before: Thing, after: Thing) => Thing;
  readonly inserted: (after: Thing) => Thing;
  /** Null where nothing is to be seen of what is gone. */
  readonly deleted: (before: Thing) => Thing | null;
}

/** The later sequence with its changes: in a run of other things, those that are alike are the same thing, changed. */
export function joined<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  how: Joining<Thing>,
): Thing[] {
  const result: Thing[] = [];
  let gone: Thing[] = [];
  let come: Thing[] = [];
  const settle = (): void => {
    append(result, replaced(gone, come, how));
    gone = [];
    come = [];
  };
  for (const { kind, things, own } of partsOf(before, after, how.keyOf)) {
    if (kind === "before") append(gone, things);
    else if (kind === "after") append(come, things);
    else {
      settle();
      for (const [index, thing] of things.entries()) {
        const earlier = own[index];
        result.push(how.same && earlier !== undefined ? how.same(earlier, thing) : thing);
      }
    }
  }
  settle();
  return result;
}

/** So far ahead something alike is looked for: the work stays linear. */
const nearest = 12;

function replaced<Thing>(gone: readonly Thing[], come: readonly Thing[], how: Joining<Thing>): Thing[] {
  const result: Thing[] = [];
  const drop = (thing: Thing): void => {
    const mark = how.deleted(thing);
    if (mark !== null) result.push(mark);
  };
  let next = 0;
  for (const thing of come) {
    const like = gone.slice(next, next + nearest).findIndex((each) => how.isLike(each, thing));
    if (like === -1) {
      result.push(how.inserted(thing));
      continue;
    }
    gone.slice(next, next + like).forEach(drop);
    const before = gone[next + like];
    if (before !== undefined) result.push(how.merged(before, thing));
    next += like + 1;
  }
  gone.slice(next).forEach(drop);
  return result;
}
