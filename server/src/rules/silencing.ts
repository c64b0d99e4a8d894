import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { memo } from "../model/memo.ts";
import type { Span } from "../text/span.ts";

/** `<!-- referat-disable-next-line slot-gap: pausen er aftalt mundtligt -->` and its like; FORMAT.md section 6. */
export interface Directive {
  readonly type: "disable" | "enable" | "next-line" | "file";
  /** The named rules, each at its place in the chunk. */
  readonly rules: readonly (Span & { readonly id: string })[];
  readonly reason: string | null;
  /** The whole comment. */
  readonly comment: Span;
}

const pattern =
  /^<!--\s*referat-(disable-next-line|disable-file|disable|enable)(?![\w-])([^:]*)(?::([\s\S]*))?-->$/;

/** The silencings of a chunk, in order. */
export const directivesOf: (chunk: Chunk) => readonly Directive[] = memo((chunk) =>
  chunk.comments.flatMap((comment) => {
    const match = pattern.exec(chunk.text.slice(comment.start, comment.end));
    if (!match) return [];
    const [whole, command = "", names = "", reason] = match;
    const offset = comment.start + whole.indexOf(names, whole.indexOf(command) + command.length);
    return [
      {
        type:
          command === "disable-next-line"
            ? "next-line"
            : command === "disable-file"
              ? "file"
              : (command as "disable" | "enable"),
        rules: [...names.matchAll(/[^\s,]+/g)].map((name) => ({
          id: name[0],
          start: offset + name.index,
          end: offset + name.index + name[0].length,
        })),
        reason: reason?.trim() ?? null,
        comment,
      },
    ];
  }),
);

interface Region {
  readonly rule: string;
  /** Offsets of the document. */
  readonly start: number;
  end: number;
}

/** Says of a finding (its rule and the document's offset at which it begins) whether it is silenced. */
export function silencingOf(document: ReferatDocument): (rule: string, offset: number) => boolean {
  const regions: Region[] = [];
  const open = new Map<string, Region>();
  for (const [index, chunk] of document.chunks.entries()) {
    if (chunk.comments.length === 0) continue;
    const base = document.offsets[index] ?? 0;
    for (const directive of directivesOf(chunk)) {
      for (const { id } of directive.rules) {
        if (directive.type === "file") regions.push({ rule: id, start: 0, end: document.length + 1 });
        else if (directive.type === "next-line") {
          regions.push({ rule: id, ...nextLine(document, index, directive.comment.end) });
        } else if (directive.type === "disable") {
          const region = { rule: id, start: base + directive.comment.end, end: document.length + 1 };
          regions.push(region);
          open.set(id, region);
        } else {
          const region = open.get(id);
          if (region) region.end = base + directive.comment.start;
          open.delete(id);
        }
      }
    }
  }
  if (regions.length === 0) return () => false;
  return (rule, offset) =>
    regions.some((region) => region.rule === rule && offset >= region.start && offset < region.end);
}

/** The next line that is not blank, in this chunk or in one that follows. */
function nextLine(document: ReferatDocument, from: number, after: number): { start: number; end: number } {
  for (let index = from; index < document.chunks.length; index++) {
    const chunk = document.chunks[index];
    if (!chunk) break;
    const base = document.offsets[index] ?? 0;
    for (const [line, start] of chunk.lineStarts.entries()) {
      const end = chunk.lineStarts[line + 1] ?? chunk.text.length;
      if ((index === from && start < after) || chunk.masked.slice(start, end).trim() === "") continue;
      return { start: base + start, end: base + Math.max(end, start + 1) };
    }
  }
  return { start: document.length, end: document.length };
}
