import type { Finding } from "../rules/check.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { lastNotAbove } from "../text/lines.ts";

/**
 * Calm while typing: a finding that is new on the line that is being written waits until the writer has left the line or
 * stopped. What was shown before stays or goes at once, and the other lines wait for nothing.
 */
export class Calm {
  private readonly lines = new Map<string, { line: number; timer: ReturnType<typeof setTimeout> }>();
  private readonly shown = new Map<string, Shown>();

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
  filter(uri: string, document: ReferatDocument, findings: readonly Finding[]): readonly Finding[] {
    const line = this.lines.get(uri)?.line;
    const visible = line === undefined ? findings : this.withoutNew(uri, document, findings, line);
    this.shown.set(uri, { document, findings: visible });
    return visible;
  }

  /** The findings but for those on a line that no such rule found anything on before. */
  private withoutNew(
    uri: string,
    document: ReferatDocument,
    findings: readonly Finding[],
    line: number,
  ): readonly Finding[] {
    const onLine = standingOn(line, document);
    const before = this.shown.get(uri);
    const known = new Set(before?.findings.filter(standingOn(line, before.document)).map(({ rule }) => rule));
    return findings.filter((finding) => !onLine(finding) || known.has(finding.rule));
  }
}

/** What was shown last, and of which version. */
interface Shown {
  readonly document: ReferatDocument;
  readonly findings: readonly Finding[];
}

/** Whether a finding begins on a line of the document. */
function standingOn(line: number, document: ReferatDocument): (finding: Finding) => boolean {
  const index = document.chunkIndexAtLine(line);
  const inChunk = line - document.lineOf(index);
  const starts = document.chunks[index]?.lineStarts ?? [];
  return ({ chunk, span }) => chunk === index && lastNotAbove(starts, span.start) === inChunk;
}
