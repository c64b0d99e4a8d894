import { contentsIn, type ContentsLine } from "../model/contents.ts";
import { timedTitle, timeKey } from "../model/contentsText.ts";
import { plainText } from "../model/plainText.ts";
import type { Span } from "../text/span.ts";
import { isPlain, placeOf } from "../edits/contentsLines.ts";
import { contentsAndHeadings } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";
import { labelOf } from "../edits/label.ts";

interface State {
  readonly written: string;
  /** What the entry is to say. */
  readonly right: string;
  readonly label: string;
  /** What is to be replaced: not a time that is right, but in another form. */
  readonly wrong: Span;
  readonly replacement: string;
  readonly line: ContentsLine;
}

export const tocTitle = documentRule<State>({
  id: "toc-title",
  severity: "warning",
  reads: contentsAndHeadings,
  heeds: noParagraph,
  *detect({ document, items, chunkOf }) {
    for (const line of contentsIn(document).deviating) {
      const item = line.item === null ? undefined : items[line.item];
      if (!item || line.item === null) continue;
      const { heading } = item;
      const related = { chunk: chunkOf(line.item), span: heading.fullTitleSpan };
      const label = labelOf(heading);
      if (line.difference === "other") {
        const full = plainText(item, heading.fullTitleSpan);
        const entry = timedTitle(line.words);
        const sameTime = entry.time !== null && timeKey(entry.time) === timeKey(heading.time);
        const { start } = line.wordsSpan;
        yield {
          ...placeOf(line),
          state: {
            line,
            written: line.words,
            right: full,
            label,
            wrong: sameTime ? { start, end: start + entry.title.length } : line.wordsSpan,
            replacement: sameTime ? heading.title : full,
          },
          related,
        };
      } else if (line.number !== null && heading.number !== null && line.number !== heading.number) {
        const { start } = line.entry.textSpan;
        const written = line.chunk.masked.slice(start, line.wordsSpan.start);
        const at = start + written.search(/\d/);
        yield {
          chunk: line.index,
          span: { start, end: line.entry.textSpan.end },
          state: {
            line,
            written: line.chunk.masked.slice(start, line.entry.textSpan.end),
            right: written.replace(/\d+/, String(heading.number)) + line.words,
            label,
            wrong: { start: at, end: at + String(line.number).length },
            replacement: String(heading.number),
          },
          related,
        };
      }
    }
  },
  message: {
    da: ({ written, right, label }) =>
      `Indholdsfortegnelsen siger »${written}«, men overskriften til ${inside(label)} er »${right}«. Læseren skal kunne genkende punktet: ret linjen, så den følger overskriften.`,
    en: ({ written, right, label }) =>
      `The contents say “${written}”, but the heading of ${label} is “${right}”. Write the entry as the heading.`,
  },
  relatedMessage: { da: () => "Punktets overskrift", en: () => "The item's heading" },
  fixAll: true,
  fixes: [
    {
      title: { da: ({ right }) => `Skriv »${right}«`, en: ({ right }) => `Write “${right}”` },
      edits: ({ chunk, state: { line, wrong, replacement } }) =>
        isPlain(line, line.entry.textSpan) ? [{ chunk, span: wrong, newText: replacement }] : null,
    },
  ],
});

/** `punkt 4` inside a sentence; a pause keeps its title. */
function inside(label: string): string {
  return label.replace(/^Punkt(?= \d)/, "punkt");
}
