import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { finderInChunks } from "../model/inChunks.ts";
import { memo } from "../model/memo.ts";
import { lastNotAbove } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { editDistance } from "../text/spelling.ts";
import { lineStartIn } from "../syntax/lineStart.ts";

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
const directivesOf: (chunk: Chunk) => readonly Directive[] = memo((chunk) =>
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

const directivesIn = finderInChunks<null, Directive>((chunk) =>
  chunk.comments.length === 0 ? [] : directivesOf(chunk),
);

/** A rule's name in a directive, by its chunk and its place in it. */
export interface NamedRule {
  readonly chunk: number;
  readonly directive: Directive;
  readonly span: Span;
  readonly id: string;
}

/** A name that does nothing: it silences no finding, is no rule's, or enables what nothing disabled. */
export interface UselessName extends NamedRule {
  readonly why: "silences-nothing" | "unknown" | "not-disabled" | "no-name";
  /** The `enable` that ends what this one disables. */
  readonly enable: NamedRule | null;
  /** The rule that an unknown name must mean. */
  readonly nearest: string | null;
}

interface Region {
  readonly named: NamedRule;
  /** Offsets of the document. */
  readonly start: number;
  end: number;
  used: boolean;
  enable: NamedRule | null;
}

/** Regions that begin in the order in which they are added, and of which one ends before the next begins elsewhere. */
class Regions {
  readonly all: Region[] = [];
  private readonly starts: number[] = [];

  add(region: Region): void {
    this.all.push(region);
    this.starts.push(region.start);
  }

  /** Whether one of them holds the offset; then it was of use. */
  use(offset: number): boolean {
    if (this.all.length === 0) return false;
    let found = false;
    const last = lastNotAbove(this.starts, offset);
    // Several may begin at one place: two comments above one line.
    for (let i = last; i >= 0 && this.starts[i] === this.starts[last]; i--) {
      const region = this.all[i];
      if (!region || offset < region.start || offset >= region.end) continue;
      region.used = true;
      found = true;
    }
    return found;
  }
}

interface RuleRegions {
  readonly file: Regions;
  readonly from: Regions;
  readonly lines: Regions;
}

/** What the comments of a document silence. It remembers which of them were of use. */
export class Silencing {
  private readonly byRule = new Map<string, RuleRegions>();
  private readonly useless: Omit<UselessName, "nearest">[] = [];
  private next: WordedLine | null = null;

  constructor(document: ReferatDocument) {
    const open = new Map<string, Region>();
    for (const { chunk, found } of directivesIn(document, null)) this.read(document, chunk, found, open);
  }

  private read(
    document: ReferatDocument,
    chunk: number,
    directive: Directive,
    open: Map<string, Region>,
  ): void {
    const base = document.offsetOf(chunk);
    const { type, rules, comment } = directive;
    if (rules.length === 0) {
      this.useless.push({ chunk, directive, span: comment, id: "", why: "no-name", enable: null });
    }
    for (const { id, start, end } of rules) {
      const named: NamedRule = { chunk, directive, span: { start, end }, id };
      const regions = this.byRule.get(id) ?? {
        file: new Regions(),
        from: new Regions(),
        lines: new Regions(),
      };
      this.byRule.set(id, regions);
      const region = (from: number, to: number): Region => ({
        named,
        start: from,
        end: to,
        used: false,
        enable: null,
      });
      if (type === "file") regions.file.add(region(0, document.length + 1));
      else if (type === "next-line") {
        // The lines of comments in between are silent too: one of them may be what is meant.
        const after = base + lineBehind(document.chunks[chunk], comment.end);
        if (!this.next || after < this.next.from || after > this.next.start) {
          this.next = nextWordedLine(document, chunk, after - base);
        }
        regions.lines.add(region(after, this.next.end));
      } else if (type === "disable") {
        const disabled = region(base + comment.end, document.length + 1);
        if (open.has(id)) this.useless.push({ ...named, why: "silences-nothing", enable: null });
        else {
          open.set(id, disabled);
          regions.from.add(disabled);
        }
      } else {
        const disabled = open.get(id);
        if (disabled) {
          disabled.end = base + comment.start;
          disabled.enable = named;
          open.delete(id);
        } else this.useless.push({ ...named, why: "not-disabled", enable: null });
      }
    }
  }

  /** Whether the document has no such comment. */
  get isEmpty(): boolean {
    return this.byRule.size === 0 && this.useless.length === 0;
  }

  /** Whether any comment names the rule. */
  names(rule: string): boolean {
    return this.byRule.has(rule);
  }

  /** Whether a finding of the rule that begins at the document's offset is silenced. */
  silences(rule: string, offset: number): boolean {
    const regions = this.byRule.get(rule);
    if (!regions) return false;
    // All three are asked, so that each remembers.
    return [regions.file, regions.from, regions.lines].filter((each) => each.use(offset)).length > 0;
  }

  /**
   * The names that turned out to do nothing, once all findings have been asked about. `known` are the rules that there are,
   * and `hasRun` says which of them looked for anything: of one that is off nobody knows what it would have found.
   */
  uselessNames(known: readonly string[], hasRun: (id: string) => boolean): UselessName[] {
    const ids = new Set(known);
    const unused = [...this.byRule.values()].flatMap(({ file, from, lines }) =>
      [...file.all, ...from.all, ...lines.all]
        .filter(({ used, named }) => !used || !ids.has(named.id))
        .map(({ named, enable }) => ({ ...named, why: "silences-nothing" as const, enable })),
    );
    return [...this.useless, ...unused]
      .flatMap((name): UselessName[] => {
        if (name.why === "no-name") return [{ ...name, nearest: null }];
        if (!ids.has(name.id)) return [{ ...name, why: "unknown", nearest: nearestOf(name.id, known) }];
        return name.why === "not-disabled" || hasRun(name.id) ? [{ ...name, nearest: null }] : [];
      })
      .sort((a, b) => a.chunk - b.chunk || a.span.start - b.span.start);
  }
}

/** The only rule whose name is all but the same. */
function nearestOf(name: string, known: readonly string[]): string | null {
  const near = known.filter((id) => editDistance(name.toLowerCase(), id, 2) <= 2);
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** Where the line behind the one at `at` begins. */
function lineBehind(chunk: Chunk | undefined, at: number): number {
  const starts = chunk?.lineStarts ?? [];
  return starts[lastNotAbove(starts, at) + 1] ?? chunk?.text.length ?? at;
}

/** A line with words, and from where on it is the next one. Offsets of the document. */
interface WordedLine {
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** The first line that begins at `after` or later in chunk `from` and is more than blanks and comments. */
function nextWordedLine(document: ReferatDocument, from: number, after: number): WordedLine {
  const asked = document.offsetOf(from) + after;
  for (let index = from; index < document.chunks.length; index++) {
    const chunk = document.chunks[index];
    if (!chunk) break;
    const base = document.offsetOf(index);
    const first = index === from ? lastNotAbove(chunk.lineStarts, after) : 0;
    for (let line = first; line < chunk.lineStarts.length; line++) {
      const start = chunk.lineStarts[line] ?? 0;
      const end = lineStartIn(chunk, line + 1);
      if ((index === from && start < after) || chunk.masked.slice(start, end).trim() === "") continue;
      return { from: asked, start: base + start, end: base + Math.max(end, start + 1) };
    }
  }
  return { from: asked, start: document.length, end: document.length };
}
