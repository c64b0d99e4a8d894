import { append } from "../../text/many.ts";
import { wordsIn } from "../../text/spelling.ts";
import type { Inline } from "../renderModel.ts";
import { partsOf } from "./sequence.ts";

/** Something that holds running text and changes its look or leads somewhere. */
type Wrap = Extract<Inline, { readonly content: readonly Inline[] }>;

/** A word with the blanks behind it, a line break or a mark, and what it stands in, the outermost first. */
interface Token {
  readonly text: string;
  readonly atom: Exclude<Inline, Wrap>;
  readonly wraps: readonly Wrap[];
}

/** With less than this in common a text is not another wording but another text. */
const leastInCommon = 0.4;

/** Running text with what was put in and, where that is to be seen, what was taken out. */
export function comparedInlines(
  before: readonly Inline[],
  after: readonly Inline[],
  showDeleted: boolean,
): Inline[] {
  const parts = partsOf(tokensOf(before), tokensOf(after), ({ text }) => text.trim());
  return parts.flatMap(({ kind, things }): Inline[] => {
    switch (kind) {
      case "both":
        return assembled(things);
      case "after":
        return withoutEndBlank(things, insertedInlines);
      case "before":
        return showDeleted ? withoutEndBlank(things, deletedInlines) : [];
    }
  });
}

/** The blanks behind the last word are no part of what is marked. */
function withoutEndBlank(tokens: readonly Token[], marked: (content: Inline[]) => Inline[]): Inline[] {
  const last = tokens.at(-1);
  if (last?.atom.type !== "text") return marked(assembled(tokens));
  const text = last.text.trimEnd();
  const blank = last.text.slice(text.length);
  const kept = text === "" ? [] : [{ ...last, text, atom: { type: "text", text } } as const];
  return [
    ...marked(assembled([...tokens.slice(0, -1), ...kept])),
    ...(blank === "" ? [] : [{ type: "text", text: blank } as const]),
  ];
}

export function insertedInlines(content: readonly Inline[]): Inline[] {
  return content.length === 0 ? [] : [{ type: "inserted", content }];
}

/** What is gone leads nowhere any more. */
export function deletedInlines(content: readonly Inline[]): Inline[] {
  return content.length === 0 ? [] : [{ type: "deleted", content: content.flatMap(settled) }];
}

function settled(inline: Inline): Inline[] {
  switch (inline.type) {
    case "text":
    case "break":
      return [inline];
    case "footnoteMark":
      return [{ type: "text", text: `[${inline.number}]` }];
    case "link":
    case "reference":
    case "inserted":
    case "deleted":
      return inline.content.flatMap(settled);
    case "emphasis":
    case "strong":
      return [{ type: inline.type, content: inline.content.flatMap(settled) }];
  }
}

/** Whether two texts are two wordings of one. */
export function isLikeText(before: string, after: string): boolean {
  const [own, others] = [wordsIn(before.toLowerCase()), wordsIn(after.toLowerCase())];
  const counts = new Map<string, number>();
  for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of others) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    shared++;
  }
  const all = own.length + others.length;
  return all > 0 && (2 * shared) / all >= leastInCommon;
}

function tokensOf(content: readonly Inline[], wraps: readonly Wrap[] = []): Token[] {
  return content.flatMap((inline): Token[] => {
    switch (inline.type) {
      case "text":
        return (inline.text.match(/\S+\s*|\s+/gu) ?? []).map((text) => ({
          text,
          atom: { type: "text", text },
          wraps,
        }));
      case "break":
        return [{ text: "\n", atom: inline, wraps }];
      case "footnoteMark":
        return [{ text: `[${inline.number}]`, atom: inline, wraps }];
      default:
        return tokensOf(inline.content, [...wraps, inline]);
    }
  });
}

/** Running text again: neighbours that stood in one thing stand in one again. */
function assembled(tokens: readonly Token[], depth = 0): Inline[] {
  const result: Inline[] = [];
  for (let at = 0; at < tokens.length;) {
    const wrap = tokens[at]?.wraps[depth];
    let end = at + 1;
    while (end < tokens.length && tokens[end]?.wraps[depth] === wrap) end++;
    const group = tokens.slice(at, end);
    if (wrap) result.push({ ...wrap, content: assembled(group, depth + 1) });
    else append(result, plain(group));
    at = end;
  }
  return result;
}

function plain(tokens: readonly Token[]): Inline[] {
  const result: Inline[] = [];
  let text = "";
  const settle = (): void => {
    if (text !== "") result.push({ type: "text", text });
    text = "";
  };
  for (const { atom } of tokens) {
    if (atom.type === "text") {
      text += atom.text;
      continue;
    }
    settle();
    result.push(atom);
  }
  settle();
  return result;
}
