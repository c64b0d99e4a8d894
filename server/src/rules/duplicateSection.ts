import { hasWords, headingWords } from "../model/sections.ts";
import { nameOf } from "../model/sectionStyle.ts";
import type { Section } from "../syntax/nodes.ts";
import { folded } from "../text/spelling.ts";
import { noParagraph } from "./heeds.ts";
import { itemRule } from "./rule.ts";

interface State {
  readonly words: string;
  readonly first: string;
  readonly kind: string;
}

export const duplicateSection = itemRule<State>({
  id: "duplicate-section",
  severity: "warning",
  heeds: noParagraph,
  *detect({ item, vocabulary }) {
    const firstOf = new Map<string, Section>();
    for (const section of item.sections) {
      // An empty one is a finding of its own.
      if (section.kind === "bilag" || section.heading.names || !hasWords(section.blocks)) continue;
      const key = sameness(section, headingWords(item, section));
      const first = firstOf.get(key);
      if (!first) {
        firstOf.set(key, section);
        continue;
      }
      yield {
        span: section.heading.wordsSpan,
        related: first.heading.wordsSpan,
        state: {
          words: headingWords(item, section),
          first: headingWords(item, first),
          kind: nameOf(section.kind, vocabulary),
        },
      };
    }
  },
  message: {
    da: ({ words, first, kind }) =>
      sameWords(words, first)
        ? `Punktet har to afsnit »${words}«. Læseren ser let kun det ene: skriv dem sammen, eller giv det andet den overskrift, det skal have.`
        : `»${first}« og »${words}« er samme slags afsnit (${kind}). Læseren ser let kun det ene: skriv dem sammen.`,
    en: ({ words, first, kind }) =>
      sameWords(words, first)
        ? `The item has two sections “${words}”, and readers easily miss one. Merge them, or give the second the heading that it should have.`
        : `“${first}” and “${words}” are one kind of section (${kind}). Merge them, for readers easily miss one.`,
  },
  relatedMessage: {
    da: ({ first }) => `Her står »${first}« første gang`,
    en: ({ first }) => `“${first}” stands here first`,
  },
});

/**
 * *Afbud* is not *Fraværende*, and a statement of the minority is none of another member: there the words tell. So they do
 * where decisions of other bodies or other days are quoted.
 */
function sameness({ kind, heading }: Section, words: string): string {
  if (heading.qualifier) return `${kind} ${folded(words)}`;
  return kind === "fravær" || kind === "protokoltilførsel"
    ? `${kind} ${folded(heading.canonical ?? "")}`
    : kind;
}

function sameWords(a: string, b: string): boolean {
  return folded(a) === folded(b);
}
