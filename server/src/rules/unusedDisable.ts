import type { Chunk } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import type { Words } from "../text/language.ts";
import { type ChunkEdit, silencingRule } from "./rule.ts";
import type { NamedRule, UselessName } from "./silencing.ts";

interface State {
  readonly name: UselessName;
  /** The whole comment says nothing of use. */
  readonly wholeComment: boolean;
  /** The enable that ends it has nothing else to end. */
  readonly wholeEnable: boolean;
}

export const unusedDisable = silencingRule<State>({
  id: "unused-disable",
  severity: "warning",
  *detect(useless, { document }) {
    // A comment that silences this rule cannot be of no use: it would silence what is said of it.
    const judged = useless.filter(({ id }) => id !== "unused-disable");
    const gone = new Map<string, number>();
    const key = ({ chunk, directive }: NamedRule): string => `${chunk}/${directive.comment.start}`;
    for (const name of judged) {
      for (const each of name.enable ? [name, name.enable] : [name]) {
        gone.set(key(each), (gone.get(key(each)) ?? 0) + 1);
      }
    }
    const isGone = (name: NamedRule): boolean => (gone.get(key(name)) ?? 0) >= name.directive.rules.length;
    for (const name of judged) {
      const { chunk, span } = name;
      const text = document.chunks[chunk]?.text ?? "";
      const length = text.slice(span.start, span.end).search(/$|[\r\n]/);
      yield {
        chunk,
        span: { start: span.start, end: span.start + length },
        state: { name, wholeComment: isGone(name), wholeEnable: name.enable !== null && isGone(name.enable) },
      };
    }
  },
  message: {
    da({ name: { why, id } }) {
      switch (why) {
        case "silences-nothing":
          return `Kommentaren slår ${id} fra, men reglen finder intet her. Slet den, så den ikke en dag skjuler en rigtig fejl.`;
        case "unknown":
          return `Der er ingen regel, der hedder ${id}, så kommentaren slår intet fra. Ret navnet, eller slet det.`;
        case "not-disabled":
          return `Kommentaren slår ${id} til igen, men reglen er ikke slået fra. Slet den, eller slå reglen fra, hvor det skal begynde.`;
        case "no-name":
          return "Kommentaren nævner ingen regel og gør derfor ingenting. Skriv reglens navn, eller slet kommentaren.";
      }
    },
    en({ name: { why, id } }) {
      switch (why) {
        case "silences-nothing":
          return `The comment silences ${id}, which finds nothing here. Delete it, before it hides a real defect.`;
        case "unknown":
          return `There is no rule ${id}, so the comment silences nothing. Correct the name, or delete it.`;
        case "not-disabled":
          return `The comment enables ${id}, which is not disabled. Delete it, or disable the rule where that is to begin.`;
        case "no-name":
          return "The comment names no rule, and so does nothing. Name the rule, or delete the comment.";
      }
    },
  },
  fixAll: true,
  fixes: [
    {
      title: deletionTitle(),
      // A name that is nearly a rule's is a slip: what was meant is not ours to delete.
      edits: ({ state }, { document }) =>
        nearestRule(state.name) === null ? deletion(state, document.chunks) : null,
    },
    {
      title: {
        da: ({ name }) => `Ret til ${nearestRule(name) ?? ""}`,
        en: ({ name }) => `Change to ${nearestRule(name) ?? ""}`,
      },
      edits({ chunk, span, state }) {
        const right = nearestRule(state.name);
        if (right === null) return null;
        const { enable } = state.name;
        const first: ChunkEdit = { chunk, span, newText: right };
        return enable ? [first, { chunk: enable.chunk, span: enable.span, newText: right }] : [first];
      },
    },
    {
      title: deletionTitle(),
      edits: ({ state }, { document }) =>
        nearestRule(state.name) === null ? null : deletion(state, document.chunks),
    },
  ],
});

function deletionTitle(): Words<State> {
  return {
    da: ({ name, wholeComment }) => (wholeComment ? "Slet kommentaren" : `Slet ${name.id} af kommentaren`),
    en: ({ name, wholeComment }) =>
      wholeComment ? "Delete the comment" : `Delete ${name.id} from the comment`,
  };
}

function nearestRule({ why, nearest }: UselessName): string | null {
  return why === "unknown" ? nearest : null;
}

/** The name goes, with the enable that belongs to it; of a comment that then says nothing, all of it. */
function deletion({ name, wholeComment, wholeEnable }: State, chunks: readonly Chunk[]): ChunkEdit[] {
  const edits = [withoutName(name, wholeComment, chunks)];
  if (name.enable) edits.push(withoutName(name.enable, wholeEnable, chunks));
  return edits;
}

function withoutName(
  { chunk, directive, span, id }: NamedRule,
  whole: boolean,
  chunks: readonly Chunk[],
): ChunkEdit {
  const text = chunks[chunk]?.text ?? "";
  if (whole) return { chunk, span: commentWithBlanks(text, directive.comment), newText: "" };
  const index = directive.rules.findIndex((rule) => rule.start === span.start && rule.id === id);
  const before = directive.rules[index - 1];
  const next = directive.rules[index + 1];
  // The comma and the blank beside it go too.
  const start = before ? before.end : span.start;
  return { chunk, span: { start, end: before ? span.end : (next?.start ?? span.end) }, newText: "" };
}

/** A comment that has its lines to itself takes them with it; one behind text the blanks before it. */
function commentWithBlanks(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && /[ \t]/.test(text[from - 1] ?? "")) from--;
  let to = end;
  while (/[ \t]/.test(text[to] ?? "")) to++;
  const opensLine = from === 0 || /[\r\n]/.test(text[from - 1] ?? "");
  const lineEnd = /^(?:\r\n|\r|\n)/.exec(text.slice(to, to + 2))?.[0];
  if (opensLine && lineEnd !== undefined) return { start: from, end: to + lineEnd.length };
  if (lineEnd !== undefined || to === text.length) return { start: from, end: to };
  return { start, end: to };
}
