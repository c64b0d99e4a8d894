import { withoutEnd } from "../text/ends.ts";
import { lastNotAbove } from "../text/lines.ts";
import { type Span, span } from "../text/span.ts";

/** A link of body text, written in one of Markdown's ways or bare. */
export interface InlineLink {
  /** What is to be clicked. */
  readonly span: Span;
  /** The words of `[words](address)`; null for an address that stands for itself. */
  readonly words: Span | null;
  readonly address: string;
}

// Blanks around the address are overlooked: an address of nothing but blanks is none.
const markdownLink =
  /\[([^[\]\r\n]{0,500})\]\([ \t]{0,9}([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)[ \t]{0,9}\)/g;
const angleLink =
  /<((?:https?:\/\/|mailto:)[^<>\s]{1,1000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})>/g;
const bareLink = /(?<![\w@/.-])(?:https?:\/\/[^\s<>"”»]{1,1000}|www\.[^\s<>"”»]{3,1000})/g;
const mailAddress = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g;

/** All links in a text, in order and without overlap. Every quantifier is bounded: the search is linear. */
export function findLinks(text: string): InlineLink[] {
  let found: InlineLink[] = [];
  // What an earlier way of writing has taken is not read again in a later one.
  const add = (links: readonly InlineLink[]): void => {
    const starts = found.map((link) => link.span.start);
    const free = links.filter(({ span: { start, end } }) => {
      const before = found[lastNotAbove(starts, end - 1)];
      return !before || start >= before.span.end || end <= before.span.start;
    });
    if (free.length > 0) found = [...found, ...free].sort((a, b) => a.span.start - b.span.start);
  };
  const matches = (pattern: RegExp, link: (match: RegExpExecArray) => InlineLink): void => {
    add([...text.matchAll(pattern)].map(link));
  };
  matches(markdownLink, ({ 0: whole, 1: words = "", 2: address = "", index }) => ({
    span: span(index, index + whole.length),
    words: span(index + 1, index + 1 + words.length),
    address,
  }));
  if (text.includes("<")) {
    matches(angleLink, ({ 0: whole, 1: address = "", index }) => ({
      span: span(index, index + whole.length),
      words: null,
      address: withScheme(address),
    }));
  }
  if (text.includes("://") || text.includes("www.")) {
    matches(bareLink, ({ 0: whole, index }) => {
      const address = withoutEnd(whole, ".,;:!?'’)]*");
      return { span: span(index, index + address.length), words: null, address: withScheme(address) };
    });
  }
  if (text.includes("@")) {
    matches(mailAddress, ({ 0: address, index }) => ({
      span: span(index, index + address.length),
      words: null,
      address: `mailto:${address}`,
    }));
  }
  return found;
}

function withScheme(address: string): string {
  if (/^(?:https?:|mailto:)/.test(address)) return address;
  return address.includes("@") && !address.includes("/") ? `mailto:${address}` : `https://${address}`;
}

/** A footnote mark in running text: `[1]` or `^[1]`. */
export interface FootnoteMark {
  readonly number: string;
  readonly span: Span;
}

const footnoteMark = /\^?\[(\d{1,3})\](?!\()/g;

/** The words alone: a sentence that ends before a mark has ended. */
export function withoutFootnoteMarks(text: string): string {
  return text.includes("]") ? text.replace(footnoteMark, "").trimEnd() : text;
}

/** `[1]` behind a word; one at the start of a line is the footnote's text. */
export function findFootnoteMarks(text: string): FootnoteMark[] {
  return [...text.matchAll(footnoteMark)].flatMap(({ 0: mark, 1: number = "", index }) => {
    const before = /\s/.test(text[index - 1] ?? "") ? text[index - 2] : text[index - 1];
    return before === undefined || /\s/.test(before)
      ? []
      : [{ number, span: span(index, index + mark.length) }];
  });
}
