import { firstIndex } from "../text/many.ts";
import type { Finding } from "./check.ts";
import type { ChunkEdit, DocumentContext, Language } from "./rule.ts";

/** A way to mend a finding, ready to apply. */
export interface ReadyFix {
  readonly title: string;
  readonly edits: readonly ChunkEdit[];
}

/** The ways to mend a finding that are open; the rule's best one first. */
export function fixesOf(finding: Finding, context: DocumentContext, language: Language): ReadyFix[] {
  return (finding.rule.fixes ?? []).flatMap((fix) => {
    const edits = fix.edits(finding, context);
    return edits && edits.length > 0 ? [{ title: fix.title[language](finding.state), edits }] : [];
  });
}

/** The edits that mend all findings of one rule by its first fix, as far as they don't overlap, and how many those are. */
export function fixesOfKind(
  rule: string,
  findings: readonly Finding[],
  context: DocumentContext,
): { edits: ChunkEdit[]; count: number } {
  return firstFixes(
    findings.filter((finding) => finding.rule.id === rule),
    context,
  );
}

/**
 * The edits of all fixes that are safe to apply unseen, without overlap: of two that touch each other the first is kept,
 * and the other is found again on the next run.
 */
export function allFixes(findings: readonly Finding[], context: DocumentContext): ChunkEdit[] {
  return firstFixes(
    findings.filter((finding) => finding.rule.fixAll),
    context,
  ).edits;
}

/**
 * When so many fixes of one rule in a row could not be made beside the others, the rest is left for the next run. One fix can
 * change every item: of as many findings, all of them would be worked out for nothing.
 */
const mostRefused = 20;

function firstFixes(
  findings: readonly Finding[],
  context: DocumentContext,
): { edits: ChunkEdit[]; count: number } {
  const together = new Together();
  const refused = new Map<string, number>();
  for (const finding of findings) {
    const { id, fixes } = finding.rule;
    const before = refused.get(id) ?? 0;
    if (before >= mostRefused) continue;
    const taken = together.add(id, fixes?.[0]?.edits(finding, context) ?? []);
    refused.set(id, taken ? 0 : before + 1);
  }
  return { edits: together.edits(), count: together.count };
}

interface Placed extends ChunkEdit {
  readonly rule: string;
}

/** Fixes that can be made together: they stay apart, but one rule may insert several things at one place. */
class Together {
  count = 0;
  /** By chunk, in the order of their places. */
  private readonly placed = new Map<number, Placed[]>();

  /** Takes in the edits of one fix, or none of them: false where they touch those of another. */
  add(rule: string, edits: readonly ChunkEdit[]): boolean {
    if (edits.length === 0) return true;
    const own = edits.map((edit) => ({ ...edit, rule }));
    if (own.some((edit) => this.touches(edit))) return false;
    for (const edit of own) {
      const list = this.placed.get(edit.chunk) ?? [];
      list.splice(indexBehind(list, edit.span.start), 0, edit);
      this.placed.set(edit.chunk, list);
    }
    this.count++;
    return true;
  }

  edits(): ChunkEdit[] {
    return [...this.placed.values()].flat().map(({ chunk, span, newText }) => ({ chunk, span, newText }));
  }

  private touches(edit: Placed): boolean {
    const list = this.placed.get(edit.chunk) ?? [];
    const at = indexBehind(list, edit.span.start);
    const before = list[at - 1];
    const after = list[at];
    return (
      (before !== undefined && before.span.end >= edit.span.start && !bothInsert(before, edit)) ||
      (after !== undefined && after.span.start <= edit.span.end)
    );
  }
}

function bothInsert(a: Placed, b: Placed): boolean {
  return a.rule === b.rule && a.span.start === a.span.end && b.span.start === b.span.end;
}

/** Where in the list an edit that begins at `start` comes, behind those that begin there too. */
function indexBehind(list: readonly ChunkEdit[], start: number): number {
  return firstIndex(list.length, (index) => (list[index]?.span.start ?? Infinity) > start);
}
