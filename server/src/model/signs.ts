import type { Chunk } from "../syntax/nodes.ts";
import { lastNotAbove } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { proseOf } from "./links.ts";
import { memo } from "./memo.ts";
import { type TextUnit, textUnitsOf } from "./textUnits.ts";

/**
 * Brackets and quotation marks, and which of them belong together. Danish writes ”…”, „…”, »…«, "…" and ’…’, and the same
 * sign often opens and closes: what stands around it tells. Where it cannot be told, nothing is said.
 */
export type SignFamily = "round" | "square" | "curly" | "double" | "angle" | "single";

export interface LoneSign {
  readonly at: number;
  readonly sign: string;
  readonly family: SignFamily;
  readonly opens: boolean;
  readonly heading: boolean;
}

interface SignPair {
  readonly family: SignFamily;
  readonly open: number;
  readonly close: number;
}

export interface Signs {
  /** What stands between quotation marks, in order and without overlap. */
  readonly quoted: readonly Span[];
  readonly quotedStarts: readonly number[];
  readonly lone: readonly LoneSign[];
}

/** The brackets and quotation marks of a chunk. */
export const signsOf: (chunk: Chunk) => Signs = memo((chunk) => {
  const text = proseOf(chunk);
  const units = textUnitsOf(chunk);
  const pairs: SignPair[] = [];
  const lone: UnitSign[] = [];
  const places: number[] = [];
  for (const { index } of text.matchAll(signPattern)) places.push(index);
  let next = 0;
  for (const [index, unit] of units.entries()) {
    while ((places[next] ?? Infinity) < unit.start) next++;
    const first = next;
    while ((places[next] ?? Infinity) < unit.end) next++;
    if (next === first) continue;
    const read = readUnit(text, unit, index, places.slice(first, next));
    for (const pair of read.pairs) pairs.push(pair);
    for (const sign of read.lone) lone.push(sign);
  }
  const quoted = quotedIn(pairs);
  return {
    quoted,
    quotedStarts: quoted.map(({ start }) => start),
    lone: withoutSpanning(text, units, lone),
  };
});

/** Whether a place lies between quotation marks. */
export function isQuoted({ quoted, quotedStarts }: Signs, at: number): boolean {
  const last = quoted[lastNotAbove(quotedStarts, at)];
  return last !== undefined && last.start <= at && at < last.end;
}

function quotedIn(pairs: readonly SignPair[]): Span[] {
  const quoted: Span[] = [];
  for (const { family, open, close } of [...pairs].sort((a, b) => a.open - b.open)) {
    const before = quoted.at(-1);
    if (isQuotation(family) && (!before || close > before.end)) quoted.push({ start: open, end: close });
  }
  return quoted;
}

export function isQuotation(family: SignFamily): boolean {
  return family === "double" || family === "angle" || family === "single";
}

interface UnitSign extends LoneSign {
  /** The index of its unit. */
  readonly unit: number;
}

const families: Readonly<Record<string, SignFamily>> = {
  "(": "round",
  ")": "round",
  "[": "square",
  "]": "square",
  "{": "curly",
  "}": "curly",
  '"': "double",
  "“": "double",
  "”": "double",
  "„": "double",
  "‟": "double",
  "»": "angle",
  "«": "angle",
  "'": "single",
  "’": "single",
  "‘": "single",
  "‚": "single",
};
/** Any of them. */
export const anySign = /[()[\]{}"“”„‟»«'’‘‚]/;
const signPattern = new RegExp(anySign, "g");

interface Open {
  readonly at: number;
  readonly sign: string;
}

interface Stack {
  readonly open: Open[];
  /** Where something was closed. */
  readonly closed: number[];
}

function readUnit(
  text: string,
  { start, end, heading }: TextUnit,
  unit: number,
  places: readonly number[],
): { pairs: SignPair[]; lone: UnitSign[] } {
  const pairs: SignPair[] = [];
  const lone: UnitSign[] = [];
  const stacks = new Map<SignFamily, Stack>();
  const content = text.slice(start, end);
  for (const place of places) {
    const index = place - start;
    const sign = content.charAt(index);
    const family = families[sign];
    if (!family) continue;
    const stack = stacks.get(family) ?? { open: [], closed: [] };
    stacks.set(family, stack);
    const role = roleOf(content, index, sign, family, stack);
    if (role === "none") continue;
    if (role === "open") {
      stack.open.push({ at: index, sign });
      continue;
    }
    const opener = stack.open.pop();
    if (opener) {
      pairs.push({ family, open: start + opener.at, close: place });
      stack.closed.push(index);
    } else if (!isDoubtfulCloser(content, index, family) && !hasSpare(content, stack.closed, family)) {
      lone.push({ at: place, sign, family, opens: false, heading, unit });
    }
  }
  for (const [family, { open }] of stacks) {
    for (const { at, sign } of open) {
      if (isDoubtfulOpener(content, at, family)) continue;
      lone.push({ at: start + at, sign, family, opens: true, heading, unit });
    }
  }
  return { pairs, lone: withoutMixed(lone.sort((a, b) => a.at - b.at)) };
}

type Role = "open" | "close" | "none";

function roleOf(content: string, at: number, sign: string, family: SignFamily, stack: Stack): Role {
  if (!isQuotation(family)) {
    return "([{".includes(sign) ? "open" : "close";
  }
  const before = neighbour(content, at, -1);
  const behind = neighbour(content, at, 1);
  if (sign === "„" || sign === "‚") return "open";
  if (family === "single" && letter.test(before) && letter.test(behind)) return "none";
  const opening = /^$|[\s([{/–—:|>»„”“"‘’'-]/u.test(before) && /[^\s.,;:!?)\]}|]/u.test(behind);
  const closing = /^$|[\s.,;:!?)\]}/–—|<«”“"’'…-]/u.test(behind) && /[^\s([{|]/u.test(before);
  if (opening !== closing) return opening ? "open" : "close";
  const inside = stack.open.length > 0;
  if (family === "single") {
    // Between two letters it is an apostrophe, between two blanks nothing at all.
    return opening && closing ? (inside ? "close" : "open") : inside && /\s/.test(before) ? "close" : "none";
  }
  if (inside) return sign === "»" && !closing ? "open" : "close";
  // Neither the one nor the other, and nothing to close: inches, ditto marks, arrows.
  if (/\d/.test(before) || (isBlank(before) && isBlank(behind))) return "none";
  return sign === "«" ? "close" : "open";
}

const letter = /^[a-zæøå]$/i;

/** The sign before or behind, beyond the stars and lines of emphasis; empty at the end of the unit. */
function neighbour(content: string, at: number, step: 1 | -1): string {
  let i = at + step;
  for (let skipped = 0; skipped < 3 && (content[i] === "*" || content[i] === "_"); skipped++) i += step;
  return content[i] ?? "";
}

function isBlank(sign: string): boolean {
  return sign.trim() === "";
}

/** Whether what closed something before may as well have been something else, which this sign then closed in its stead. */
function hasSpare(content: string, closed: number[], family: SignFamily): boolean {
  for (let at = closed.pop(); at !== undefined; at = closed.pop()) {
    if (isDoubtfulCloser(content, at, family)) return true;
  }
  return false;
}

const enumerator = /(?:^|[\s(,;:/–-])(?:\d{1,3}|\d{1,2}\p{Lower}|\p{Alpha}|[ivx]{1,5}|[IVX]{1,5})\.?$/u;

/** Whether a closing sign without an opening one may be something else. */
function isDoubtfulCloser(content: string, at: number, family: SignFamily): boolean {
  const before = content.slice(Math.max(0, at - 16), at);
  switch (family) {
    case "round":
      // `1)`, `a)`, `9-10)`, `:-)`, `*)`
      return enumerator.test(before) || /[:;=8][-o]?$|\*$/u.test(before);
    case "square":
      // Danish writes open intervals ]0;1[.
      return (
        /[[\]]-?\d[\d.,]*\s?;\s?-?\d[\d.,]*$/u.test(before) ||
        /^\]-?\d[\d.,]*\s?;/u.test(content.slice(at, at + 16))
      );
    case "double":
      return /\d$/.test(before);
    case "single": {
      // Lars’ hus, ha’, 5’; and after anything but a word it is no quotation mark that we know.
      const word = /([\p{Alpha}\p{N}]{0,16})[*_]{0,3}$/u.exec(before)?.[1] ?? "";
      return /[sxzSXZ\d]$/u.test(word) || (word.length <= 3 && !/[.!?)…][*_]{0,3}$/u.test(before));
    }
    case "curly":
    case "angle":
      return false;
  }
}

/** Whether an opening sign that nothing closes may be something else. */
function isDoubtfulOpener(content: string, at: number, family: SignFamily): boolean {
  const before = content[at - 1] ?? "";
  const behind = content.slice(at + 1, at + 17);
  switch (family) {
    case "round":
      // `:-(` and `:(`
      return /[:;=]-?$/.test(content.slice(Math.max(0, at - 2), at)) && /^(?:$|[\s.,!?])/.test(behind);
    case "square":
      return (
        /^-?\d[\d.,]*\s?;/.test(behind) || /;\s?-?\d[\d.,]*$/.test(content.slice(Math.max(0, at - 16), at))
      );
    case "curly":
      return false;
    case "double":
    case "angle":
      return isBlank(before) && isBlank(behind.slice(0, 1));
    case "single":
      // ’68, and an ending that a blank has torn off its word: IPG 'en, 90 'erne.
      return (
        (isBlank(before) && isBlank(behind.slice(0, 1))) ||
        /^\d{2}(?!\d)/.test(behind) ||
        /^(?:s|en|ens|et|ets|er|ere|eren|ers|erne|ernes|ne|n|t|r)(?!\p{Alpha})/u.test(behind)
      );
  }
}

/** »foo” and 'foo": closed, if by another mark. */
function withoutMixed(lone: readonly UnitSign[]): UnitSign[] {
  const left: UnitSign[] = [];
  for (const sign of lone) {
    const open = left.at(-1);
    if (open?.opens && !sign.opens && isQuotation(open.family) && isQuotation(sign.family)) left.pop();
    else left.push(sign);
  }
  return left;
}

const spanningUnits = 12;
const spanningSigns = 40;

/**
 * Takes away what one unit opens and a later one of the section closes: a quotation of several paragraphs, a bracket
 * around a list, a paragraph that a page break has cut.
 */
function withoutSpanning(text: string, units: readonly TextUnit[], lone: readonly UnitSign[]): LoneSign[] {
  const open: UnitSign[] = [];
  const gone = new Set<UnitSign>();
  for (const sign of lone) {
    if (sign.opens) {
      open.push(sign);
      continue;
    }
    for (let i = open.length - 1; i >= Math.max(0, open.length - spanningSigns); i--) {
      const candidate = open[i];
      if (!candidate || sign.unit - candidate.unit > spanningUnits) break;
      if (candidate.family === sign.family && spans(text, units, candidate, sign)) {
        gone.add(candidate).add(sign);
        open.splice(i, 1);
        break;
      }
    }
  }
  return lone.filter((sign) => !gone.has(sign) && !goesOn(text, units, sign));
}

function spans(text: string, units: readonly TextUnit[], open: UnitSign, close: UnitSign): boolean {
  const from = units[open.unit];
  const to = units[close.unit];
  if (!from || !to || from === to || from.region !== to.region) return false;
  if (!".!?".includes(text[from.end - 1] ?? " ")) return true;
  const closesAtEnd = /^[\s.,;:!?*_]*$/.test(text.slice(close.at + 1, to.end));
  return closesAtEnd && (isQuotation(open.family) || open.at === from.start);
}

/** Each paragraph of a long quotation may begin with a mark of its own, and only the last one end with one. */
function goesOn(text: string, units: readonly TextUnit[], sign: UnitSign): boolean {
  const unit = units[sign.unit];
  const next = units[sign.unit + 1];
  return (
    sign.opens &&
    unit?.start === sign.at &&
    next?.region === unit.region &&
    families[text[next.start] ?? ""] === sign.family &&
    isQuotation(sign.family)
  );
}
