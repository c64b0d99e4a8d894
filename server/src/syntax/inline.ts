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
  const found: InlineLink[] = [];
  const free = (start: number, end: number): boolean =>
    !found.some((link) => start < link.span.end && end > link.span.start);
  for (const match of text.matchAll(markdownLink)) {
    const at = match.index;
    const words = match[1] ?? "";
    found.push({
      span: span(at, at + match[0].length),
      words: span(at + 1, at + 1 + words.length),
      address: match[2] ?? "",
    });
  }
  if (text.includes("<")) {
    for (const match of text.matchAll(angleLink)) {
      const end = match.index + match[0].length;
      const address = match[1] ?? "";
      if (free(match.index, end))
        found.push({ span: span(match.index, end), words: null, address: withScheme(address) });
    }
  }
  if (text.includes("://") || text.includes("www.")) {
    for (const match of text.matchAll(bareLink)) {
      const address = match[0].replace(/[.,;:!?'’)\]*]+$/, "");
      const end = match.index + address.length;
      if (free(match.index, end))
        found.push({ span: span(match.index, end), words: null, address: withScheme(address) });
    }
  }
  if (text.includes("@")) {
    for (const match of text.matchAll(mailAddress)) {
      const end = match.index + match[0].length;
      if (free(match.index, end)) {
        found.push({ span: span(match.index, end), words: null, address: `mailto:${match[0]}` });
      }
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
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

/** `[1]` behind a word; one at the start of a line is the footnote's text. */
export function findFootnoteMarks(text: string): FootnoteMark[] {
  return [...text.matchAll(/(?<=[^\s])\s?\^?\[(\d{1,3})\](?!\()/g)].map((match) => {
    const lead = match[0].search(/[\^[]/);
    return { number: match[1] ?? "", span: span(match.index + lead, match.index + match[0].length) };
  });
}
