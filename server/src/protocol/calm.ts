import type { Finding } from "../rules/check.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { lastNotAbove } from "../text/lines.ts";

/**
 * Calm while typing: a finding that is new on the line that is being written waits until the writer has left the line or
 * stopped. What was shown before stays or goes at once, and the other lines wait for nothing.
 */
export class Calm {
  private readonly lines = new Map<string, { line: number; timer: ReturnType<typeof setTimeout> }>();
  private readonly shown = new Map<string, ReadonlySet<string>>();

  /** `released` is called when the waiting findings of a document may be shown. */
  constructor(private readonly released: (uri: string) => void) {}

  /** A line was typed in; `delay` milliseconds later its new findings are shown, unless it is typed in again. */
  typed(uri: string, line: number, delay: number): void {
    this.release(uri);
    const timer = setTimeout(() => {
      this.lines.delete(uri);
      this.released(uri);
    }, delay);
    this.lines.set(uri, { line, timer });
  }

  /** Nothing of the document waits any longer. */
  release(uri: string): void {
    const waiting = this.lines.get(uri);
    if (waiting) clearTimeout(waiting.timer);
    this.lines.delete(uri);
  }

  forget(uri: string): void {
    this.release(uri);
    this.shown.delete(uri);
  }

  /** The findings that may be shown now. */
  filter(uri: string, document: ReferatDocument, findings: readonly Finding[]): Finding[] {
    const waiting = this.lines.get(uri);
    const before = this.shown.get(uri);
    const visible: Finding[] = [];
    const shown = new Set<string>();
    for (const finding of findings) {
      const { chunk, span, rule } = finding;
      const line =
        document.lineOf(chunk) + lastNotAbove(document.chunks[chunk]?.lineStarts ?? [], span.start);
      const key = `${line}:${rule.id}`;
      if (line === waiting?.line && before?.has(key) !== true) continue;
      visible.push(finding);
      shown.add(key);
    }
    this.shown.set(uri, shown);
    return visible;
  }
}
