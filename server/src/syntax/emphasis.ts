import { append } from "../text/many.ts";
import { type Span, span } from "../text/span.ts";

/** `*kursiv*` or `**fed**`: the marks, and what they set apart between them. */
export interface Emphasis {
  readonly open: Span;
  readonly close: Span;
  readonly strong: boolean;
}

interface Run {
  readonly at: number;
  readonly length: number;
}

const stars = /\*+/g;

/**
 * The emphasis in a text, nested and never crossing, by where it opens. `***` is both. A star that nothing closes is a star,
 * and so are those between figures and letters (`3*4*5`). Each star is looked at once: the work is linear.
 */
export function findEmphasis(text: string): Emphasis[] {
  if (!text.includes("*")) return [];
  const found: Emphasis[] = [];
  const open: Run[] = [];
  const waiting = [0, 0, 0, 0];
  const pop = (): Run | undefined => {
    const run = open.pop();
    if (run) waiting[run.length] = (waiting[run.length] ?? 0) - 1;
    return run;
  };
  for (const { 0: signs, index: at } of text.matchAll(stars)) {
    const length = signs.length;
    if (length > 3) continue;
    const before = text.slice(Math.max(0, at - 1), at);
    const behind = text.slice(at + length, at + length + 1);
    if (closes(before, behind, length) && (waiting[length] ?? 0) > 0) {
      let opener = pop();
      while (opener && opener.length !== length) opener = pop();
      if (opener) append(found, between(opener, { at, length }));
    } else if (closes(before, behind, length) && length === 3 && isPair(open)) {
      // `**fed og *kursiv***`
      const inner = pop();
      const outer = pop();
      if (!inner || !outer) continue;
      append(found, between(inner, { at, length: inner.length }));
      append(found, between(outer, { at: at + inner.length, length: outer.length }));
    } else if (opens(before, behind, length)) {
      open.push({ at, length });
      waiting[length] = (waiting[length] ?? 0) + 1;
    }
  }
  return withoutDeepest(found.sort((a, b) => a.open.start - b.open.start));
}

/** Deeper than anybody writes, the marks are signs: who reads the emphasis may walk down into it. */
const deepest = 6;

function withoutDeepest(ordered: readonly Emphasis[]): Emphasis[] {
  const around: Emphasis[] = [];
  return ordered.filter((emphasis) => {
    while ((around.at(-1)?.close.start ?? Infinity) < emphasis.open.start) around.pop();
    if (around.length >= deepest) return false;
    around.push(emphasis);
    return true;
  });
}

const letter = /[\p{Alpha}\p{N}]/u;

function opens(before: string, behind: string, length: number): boolean {
  return /\S/.test(behind) && (length === 2 || !letter.test(before));
}

function closes(before: string, behind: string, length: number): boolean {
  return /\S/.test(before) && (length === 2 || !letter.test(behind));
}

function isPair(open: readonly Run[]): boolean {
  const [outer, inner] = open.slice(-2);
  return outer !== undefined && inner !== undefined && outer.length + inner.length === 3;
}

function between(opener: Run, closer: Run): Emphasis[] {
  if (opener.length < 3) {
    return [
      {
        open: span(opener.at, opener.at + opener.length),
        close: span(closer.at, closer.at + closer.length),
        strong: opener.length === 2,
      },
    ];
  }
  return [
    { open: span(opener.at, opener.at + 2), close: span(closer.at + 1, closer.at + 3), strong: true },
    { open: span(opener.at + 2, opener.at + 3), close: span(closer.at, closer.at + 1), strong: false },
  ];
}
