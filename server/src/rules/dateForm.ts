import { attachmentsOf } from "../model/attachments.ts";
import { monthNames } from "../calendar/date.ts";
import { proseOf } from "../model/links.ts";
import { memo } from "../model/memo.ts";
import type { Chunk } from "../syntax/nodes.ts";
import type { Span } from "../text/span.ts";
import { paragraphsWith } from "./heeds.ts";
import { chunkRule } from "./rule.ts";

interface State {
  readonly written: string;
  readonly right: string;
}

const candidates = /\d{1,2}\.[a-z]/gi;
// `d.7.april` is a date too; `4.7.april` and `1,7.april` are nothing that we know, and `7.april.pdf` is a file.
const pattern = new RegExp(
  String.raw`(?<![\p{Alpha}\p{N},/])(?:(?<!\.)|(?<=(?<!\p{Alpha})d\.))(?<number>\d{1,2})\.` +
    String.raw`(?:(?<month>${monthNames.join("|")}|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)` +
    String.raw`|(?:kvartal|halvår|tertial|semester)(?:et)?s?)(?![\p{Alpha}\p{N}]|\.[a-z]{3,4}(?!\p{Alpha}))`,
  "iuy",
);

export const dateForm = chunkRule<State>({
  id: "date-form",
  severity: "info",
  heeds: paragraphsWith(/\d\.[a-z]/i),
  *detect(chunk) {
    const prose = proseOf(chunk);
    for (const candidate of prose.matchAll(candidates)) {
      pattern.lastIndex = candidate.index;
      const match = pattern.exec(prose);
      if (!match) continue;
      const number = match.groups?.["number"] ?? "";
      const possible = Number(number) >= 1 && Number(number) <= (match.groups?.["month"] ? 31 : 4);
      const start = match.index;
      if (!possible || fileNamesIn(chunk).some((file) => start >= file.start && start < file.end)) continue;
      const written = match[0];
      const right = `${number}. ${written.slice(number.length + 1)}`;
      yield { span: { start, end: start + written.length }, state: { written, right } };
    }
  },
  message: {
    da: ({ written, right }) =>
      `Der mangler et mellemrum i »${written}«. Så læses det lettere, og en søgning efter datoen finder det: skriv »${right}«.`,
    en: ({ written, right }) =>
      `“${written}” lacks its space, so a search for the date does not find it. Write “${right}”.`,
  },
  fixAll: true,
  fixes: [
    {
      title: { da: ({ right }) => `Skriv »${right}«`, en: ({ right }) => `Write “${right}”` },
      edits({ chunk, span, state }) {
        const at = span.start + state.written.indexOf(".") + 1;
        return [{ chunk, span: { start: at, end: at }, newText: " " }];
      },
    },
  ],
});

/** What a file is called is not ours to change: then it would not be found. */
const fileNamesIn: (chunk: Chunk) => readonly Span[] = memo((chunk) =>
  (chunk.kind === "item" ? attachmentsOf(chunk) : [])
    .filter(({ name }) => /\.[a-z]{2,4}[a-z0-9]?$/i.test(name))
    .map(({ nameSpan }) => nameSpan),
);
