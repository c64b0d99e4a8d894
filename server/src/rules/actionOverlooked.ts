import { actionsIn } from "../archive/actionRegister.ts";
import { allActionsOf } from "../archive/record.ts";
import { readingOf } from "./reads.ts";
import { documentRule } from "./rule.ts";
import { lineStartIn } from "../syntax/lineStart.ts";

interface State {
  readonly text: string;
  readonly meetings: number;
}

/** So many meetings may pass without a word of an action. */
const most = 3;

const actions = readingOf((item) =>
  allActionsOf(item, null).map(({ span, text, owner }) => ({
    at: span.start,
    words: `${owner ?? ""}:${text}`,
  })),
);

export const actionOverlooked = documentRule<State>({
  id: "action-overlooked",
  severity: "info",
  onRequest: true,
  archive: "needed",
  ...actions,
  *detect({ document, meeting, around, items, chunkOf }) {
    if (!around || meeting.kind !== "referat" || meeting.body === null) return;
    const overlooked = new Map(
      actionsIn(around.archive, { body: meeting.body }, "")
        .rows.filter((row) => row.last.uri === around.uri && row.state !== "done" && row.passedOver >= most)
        .map((row) => [row.last.line, row]),
    );
    if (overlooked.size === 0) return;
    for (const [index, item] of items.entries()) {
      const firstLine = document.lineOf(chunkOf(index));
      for (const { line, span } of allActionsOf(item, meeting.date)) {
        const row = overlooked.get(firstLine + line);
        if (!row) continue;
        const lineEnd = lineStartIn(item, line + 1);
        const end = Math.min(span.end, span.start + item.masked.slice(span.start, lineEnd).trimEnd().length);
        yield {
          chunk: chunkOf(index),
          span: { start: span.start, end },
          state: { text: row.text, meetings: row.passedOver },
        };
      }
    }
  },
  message: {
    da: ({ text, meetings }) =>
      `${meetings} møder har siden ikke nævnt aftalen »${text}«, så den kan være glemt. Følg op på den, eller markér den som udført.`,
    en: ({ text, meetings }) =>
      `${meetings} meetings since then have not mentioned the action “${text}”. Follow it up, or mark it as done.`,
  },
});
