import type { ReferatDocument } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";
import { occurrencesOf } from "./occurrences.ts";
import { type Target, targetAt } from "./targets.ts";

/** What more than one document can name: a person, a body, a case. Items and attachments are one document's own. */
export type SharedTarget = Extract<Target, { kind: "person" | "body" | "journalNumber" }>;

/** The thing at `offset` that other documents can name too. */
export function sharedTargetAt(
  document: ReferatDocument,
  offset: number,
  aliases: readonly string[],
): SharedTarget | null {
  const target = targetAt(document, offset, aliases)?.target;
  switch (target?.kind) {
    case "person":
    case "journalNumber":
      return target;
    case "body":
      // What stands for it here, stands for another body elsewhere.
      return { ...target, aliases: [] };
    default:
      return null;
  }
}

/** Whether a text can name the thing at all: most texts need not be read for it. */
export function canName(text: string, target: SharedTarget): boolean {
  switch (target.kind) {
    case "journalNumber":
      return text.includes(target.number);
    case "person":
      return wordsOf(target.name).every((word) => text.includes(word));
    case "body": {
      const lower = text.toLowerCase();
      return wordsOf(target.name.toLowerCase()).every((word) => lower.includes(word));
    }
  }
}

function wordsOf(name: string): string[] {
  return name.match(/[\p{Alpha}\p{N}]+/gu) ?? [];
}

/** Where another document names the thing. */
export function placesElsewhere(document: ReferatDocument, target: SharedTarget): Span[] {
  return occurrencesOf(document, target).map(({ span }) => span);
}
