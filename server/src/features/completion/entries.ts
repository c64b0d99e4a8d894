import type { Span } from "../../text/span.ts";
import { folded } from "../../text/spelling.ts";
import type { InBoth } from "../language.ts";

/** A place in a text where the writer goes on; its words stand there until then. */
export interface Stop {
  readonly words: string;
}

/** A text to write, with its places to fill in. */
export type Template = readonly (string | Stop)[];

export type EntryKind =
  | "item"
  | "pause"
  | "section"
  | "field"
  | "contents"
  | "person"
  | "party"
  | "phrase"
  | "date"
  | "time"
  | "attachment"
  | "file"
  | "reference"
  | "command"
  | "rule";

/** What an entry of the list is for. */
export type EntryWords = InBoth;

/** Something that can be written at the caret. */
export interface Offer {
  readonly kind: EntryKind;
  readonly label: string;
  /** A few words behind the label. */
  readonly detail?: string;
  readonly text: Template;
  readonly words: EntryWords;
  /** What the half-typed word is held against; the label where it is left out. */
  readonly filter?: string;
}

/** An offer with the half-typed word that it replaces, in the document. */
export interface Completion extends Offer {
  readonly span: Span;
  readonly filter: string;
}

export function stop(words = ""): Stop {
  return { words };
}

/**
 * The template as a text for those who know no places to fill in. What follows an empty one is left out: it would stand
 * behind the caret, where nobody gets to by writing on.
 */
export function plainTextOf(template: Template): string {
  let text = "";
  for (const part of template) {
    if (typeof part === "string") text += part;
    else if (part.words === "") break;
    else text += part.words;
  }
  return text;
}

/** The template as it will look, with an ellipsis where it is to be filled in. */
export function previewOf(template: Template): string {
  return template.map((part) => (typeof part === "string" ? part : part.words || "…")).join("");
}

/** Whether what was typed begins the text, or a word of it. One letter must begin the text. */
function begins(typed: string, text: string): boolean {
  const start = folded(typed);
  if (start === "") return true;
  const whole = folded(text);
  if (whole.startsWith(start)) return true;
  return start.length > 1 && ` ${whole.replace(/[^\p{Alpha}\p{N}.:]+/gu, " ")}`.includes(` ${start}`);
}

/** The offers that go on from what was typed between `from` and `to`; one that says no more than that is none. */
export function completed(offers: readonly Offer[], typed: string, from: number, to: number): Completion[] {
  return offers
    .filter((offer) => begins(typed, offer.filter ?? offer.label) && !isWritten(offer, typed))
    .map((offer) => ({ ...offer, filter: offer.filter ?? offer.label, span: { start: from, end: to } }));
}

function isWritten({ label, text }: Offer, typed: string): boolean {
  return label === typed && text.every((part) => typeof part === "string") && text.join("") === typed;
}
