import type { SectionHeading } from "../syntax/sectionHeading.ts";
import { noParagraph } from "./heeds.ts";
import { itemRule } from "./rule.ts";

interface State {
  readonly written: string;
  readonly right: string;
}

export const sectionNameRule = itemRule<State>({
  id: "section-name",
  severity: "warning",
  heeds: noParagraph,
  *detect({ item }) {
    for (const { heading } of item.sections) {
      const written = item.masked.slice(heading.wordsSpan.start, heading.wordsSpan.end);
      const right = rightSpelling(heading, written);
      if (right !== null && right !== written) yield { span: heading.wordsSpan, state: { written, right } };
    }
  },
  message: {
    da: ({ written, right }) =>
      `Overskriften »${written}« er stavet forkert. Læsere og søgning finder kun afsnittet under det rigtige navn: skriv »${right}«.`,
    en: ({ written, right }) =>
      `The heading “${written}” is misspelt. Write “${right}”, so that the section is found by its name.`,
  },
  fixAll: true,
  fixes: [
    {
      title: { da: ({ right }) => `Ret til »${right}«`, en: ({ right }) => `Change to “${right}”` },
      edits: ({ chunk, span, state }) => [{ chunk, span, newText: state.right }],
    },
  ],
});

/** The right letters in the case that was written: how a heading is written is another rule's business. */
function rightSpelling({ canonical }: SectionHeading, written: string): string | null {
  if (canonical === null) return null;
  if (written.toLowerCase().replace(/\s+/g, " ") === canonical.toLowerCase()) return written;
  if (written === written.toUpperCase()) return canonical.toUpperCase();
  return /^\p{Lower}/u.test(written) ? canonical.toLowerCase() : canonical;
}
