import { firstIndex } from "./many.ts";
import type { Span } from "./span.ts";

/** Stretches of one text, however many: whether one of them overlaps another stretch is found without looking at each. */
export class Spans {
  private readonly all: Span[] = [];
  /** For each stretch, in order of their starts, the furthest end up to it; null while more are added. */
  private furthest: number[] | null = null;

  add(span: Span): void {
    this.all.push(span);
    this.furthest = null;
  }

  /** Whether they have a sign in common with `span`; one that is empty has none, but inside another. */
  overlap({ start, end }: Span): boolean {
    const furthest = (this.furthest ??= this.sorted());
    const behind = firstIndex(this.all.length, (index) => (this.all[index]?.start ?? Infinity) >= end);
    return (furthest[behind - 1] ?? -Infinity) > start;
  }

  private sorted(): number[] {
    this.all.sort((a, b) => a.start - b.start);
    let end = -Infinity;
    return this.all.map((span) => (end = Math.max(end, span.end)));
  }
}
