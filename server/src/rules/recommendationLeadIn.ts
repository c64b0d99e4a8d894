import { leadInFaults, type LeadInFault, leadInTexts } from "../model/leadIn.ts";
import { majorityOf } from "../model/majority.ts";
import { memo } from "../model/memo.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import { lineEndOf } from "../text/lines.ts";
import { meetingWords } from "./reads.ts";
import { paragraphsOf } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  readonly problem: "missing" | "colon";
  /** The lead-in to insert; null where what is recommended fits behind none that can be written here. */
  readonly leadIn: string | null;
  readonly at: number;
}

const leadIns: (chunk: Chunk) => string = memo((chunk) =>
  chunk.kind === "item" ? JSON.stringify([leadInFaults(chunk), leadInTexts(chunk)]) : meetingWords(chunk),
);

export const recommendationLeadIn = documentRule<State>({
  id: "recommendation-lead-in",
  severity: "info",
  reads: leadIns,
  heeds: paragraphsOf("indstilling"),
  *detect({ meeting, items, chunkOf }) {
    let body: string | null = null;
    for (const [index, item] of items.entries()) {
      for (const fault of leadInFaults(item)) {
        body ??= majorityOf(items.flatMap(addressedIn)) ?? meeting.body;
        const leadIn = fault.problem === "missing" ? leadInFor(fault, body) : null;
        yield {
          chunk: chunkOf(index),
          span: fault.problem === "missing" ? fault.heading : fault.line,
          state: { problem: fault.problem, leadIn, at: fault.problem === "missing" ? fault.at : 0 },
        };
      }
    }
  },
  message: {
    da: ({ problem }) =>
      problem === "missing"
        ? "Indstillingen har ingen indledning, så man ikke kan se, hvem der skal gøre hvad. Skriv fx »Det indstilles, at udvalget:« over listen."
        : "Indledningen til indstillingen mangler sit kolon, så sætningen går i stå. Slut linjen med »:«.",
    en: ({ problem }) =>
      problem === "missing"
        ? "The recommendation has no lead-in that says who is to do what. Write one above the list, as in “Det indstilles, at udvalget:”."
        : "The lead-in of the recommendation lacks its colon. End the line with “:”.",
  },
  fixAll: true,
  fixes: [
    {
      title: {
        da: ({ leadIn }) => (leadIn === null ? "Slut linjen med »:«" : `Indsæt »${leadIn}«`),
        en: ({ leadIn }) => (leadIn === null ? "End the line with “:”" : `Insert “${leadIn}”`),
      },
      edits({ chunk, span, state }, { document }) {
        const item = document.chunks[chunk];
        if (item?.kind !== "item") return null;
        if (state.problem === "missing") {
          if (state.leadIn === null) return null;
          const lineEnd = lineEndOf(item.text);
          const newText = `${state.leadIn}${lineEnd}${lineEnd}`;
          return [{ chunk, span: { start: state.at, end: state.at }, newText }];
        }
        // A comma or a full stop gives its place to the colon.
        const line = item.masked.slice(span.start, span.end);
        const stray = /(?<![.,;\s–-])[.,;\s–-]*$/.exec(line)?.[0].length ?? 0;
        return [{ chunk, span: { start: span.end - stray, end: span.end }, newText: ":" }];
      },
    },
  ],
});

/** `Det indstilles, at Kulturudvalget:`: impersonal, for who recommends is not known here. */
function leadInFor(
  { first }: Extract<LeadInFault, { problem: "missing" }>,
  body: string | null,
): string | null {
  if (first === "clause") return "Det indstilles:";
  return first === "other" || body === null ? null : `Det indstilles, at ${body}:`;
}

/** The bodies that the sound lead-ins of an item name. */
const addressedIn: (item: Item) => readonly string[] = memo((item) =>
  leadInTexts(item).flatMap((text) => /(?<!\p{Alpha})at\s+(\p{Alpha}[^:,.]{1,120}):$/u.exec(text)?.[1] ?? []),
);
