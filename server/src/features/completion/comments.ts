import type { Caret } from "./caret.ts";
import { type Completion, type EntryWords, type Offer, stop, type Template } from "./entries.ts";
import { ruleSummaries } from "./ruleSummaries.ts";

/** The comment that the caret is in, up to the caret. */
export interface OpenComment {
  /** From `<!--` to the caret. */
  readonly before: string;
  /** From the caret to `-->`; to the end of the line where nothing closes it. */
  readonly after: string;
  readonly closed: boolean;
}

export function commentAt({ chunk, at, lineStart, lineEnd }: Caret): OpenComment | null {
  const { text } = chunk;
  const comment = chunk.comments.find(({ start, end }) => at >= start + 4 && at <= end - 3);
  if (comment) {
    const closed = comment.end <= lineEnd;
    const after = text.slice(at, closed ? comment.end - 3 : lineEnd);
    return { before: text.slice(comment.start, at), after, closed };
  }
  if (!chunk.unclosedComment) return null;
  const open = text.lastIndexOf("<!--", at);
  const isOpen = open >= lineStart && open + 4 <= at && !text.slice(open, at).includes("-->");
  return isOpen ? { before: text.slice(open, at), after: text.slice(at, lineEnd), closed: false } : null;
}

interface Command {
  readonly name: string;
  readonly words: EntryWords;
}

const commands: readonly Command[] = [
  {
    name: "referat-disable-next-line",
    words: {
      da: "Slår en regel fra i den næste linje. Skriv grunden efter et kolon.",
      en: "Silences a rule in the next line. Give the reason behind a colon.",
    },
  },
  {
    name: "referat-disable",
    words: {
      da: "Slår en regel fra herfra, indtil den slås til igen.",
      en: "Silences a rule from here on, until it is enabled again.",
    },
  },
  {
    name: "referat-enable",
    words: {
      da: "Slår en regel til igen, som er slået fra længere oppe.",
      en: "Enables a rule that is silenced further up.",
    },
  },
  {
    name: "referat-disable-file",
    words: { da: "Slår en regel fra i hele dokumentet.", en: "Silences a rule in the whole document." },
  },
];

const directive = /^<!--\s*referat-(disable-next-line|disable-file|disable|enable)\s+((?:[^\s:][^:]*)?)$/;

/** The commands that silence rules, and the rules that they name. An ordinary comment is left alone. */
export function silencing(caret: Caret, comment: OpenComment): Completion[] {
  const rule = directive.exec(comment.before);
  if (rule) return ruleNames(caret, comment, rule[1] ?? "", rule[2] ?? "");
  const typed = /^<!--\s*([\w-]*)$/.exec(comment.before)?.[1];
  if (typed === undefined || !"referat-".startsWith(typed.slice(0, 8)) || comment.after.trim() !== "")
    return [];
  const end: Template = comment.closed ? [] : [" -->"];
  // `<!--` is parted from its command by a blank.
  const lead = comment.before.endsWith("<!--") ? " " : "";
  const tail = comment.closed && !/^\s/.test(comment.after) ? " " : "";
  const here = foundHere(caret, "disable-next-line").slice(0, 5);
  const ready = here.map((id): Offer => ({
    kind: "command",
    label: `referat-disable-next-line ${id}`,
    text: [`${lead}referat-disable-next-line ${id}: `, stop("begrundelse"), tail, ...end],
    words: ruleWords(id),
  }));
  const offers = commands.map(({ name, words }): Offer => ({
    kind: "command",
    label: name,
    text: [`${lead}${name} `, stop(), tail, ...end],
    words,
  }));
  return caret.completed([...ready, ...offers], typed);
}

function ruleNames(caret: Caret, comment: OpenComment, command: string, names: string): Completion[] {
  const typed = /(?<![^\s,])[^\s,]*$/.exec(names)?.[0] ?? "";
  if (/^[^\s,:>-]/.test(comment.after)) return [];
  const named = new Set(names.slice(0, names.length - typed.length).split(/[\s,]+/));
  const first = command === "enable" ? silencedAbove(caret) : foundHere(caret, command);
  const all = [...new Set([...first, ...Object.keys(ruleSummaries)])].filter((id) => !named.has(id));
  const offers = all.map((id): Offer => ({
    kind: "rule",
    label: id,
    detail: ruleSummaries[id]?.title ?? "",
    text: [id],
    words: ruleWords(id),
  }));
  return caret.completed(offers, typed);
}

/** The pages of the rules are Danish, like the documents. */
function ruleWords(id: string): EntryWords {
  const summary = ruleSummaries[id]?.summary ?? "";
  return { da: summary, en: summary };
}

/** The rules that find something where the command would silence them. */
function foundHere({ chunk, base, lineEnd, document, context }: Caret, command: string): string[] {
  const rest = chunk.masked.slice(lineEnd);
  const words = rest.search(/\S/);
  const lineLength = words === -1 ? 0 : rest.slice(words).search(/[\r\n]|$/);
  const from = command === "disable-file" ? 0 : base + lineEnd;
  // Behind the last line of an item the next line is the next item's heading.
  const until =
    command !== "disable-next-line"
      ? document.length
      : words === -1
        ? base + chunk.text.length + 200
        : base + lineEnd + words + lineLength;
  const found = context.found().filter(({ offset }) => offset >= from && offset <= until);
  return [...new Set(found.map(({ rule }) => rule))].filter((id) => id in ruleSummaries);
}

/** What is disabled above the caret, the last first. */
function silencedAbove({ document, chunkIndex, chunk, at }: Caret): string[] {
  const open = new Set<string>();
  for (const [index, each] of document.chunks.entries()) {
    if (index > chunkIndex) break;
    for (const { start, end } of each.comments) {
      if (each === chunk && end > at) break;
      const match = /^<!--\s*referat-(disable|enable)\s+((?:[^\s:][^:]*?)?)(?::[\s\S]*)?-->$/.exec(
        each.text.slice(start, end),
      );
      for (const id of match?.[2]?.split(/[\s,]+/) ?? []) {
        if (match?.[1] === "disable" && id !== "") open.add(id);
        else open.delete(id);
      }
    }
  }
  return [...open].reverse();
}
