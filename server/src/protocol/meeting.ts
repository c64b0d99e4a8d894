import { meetingOverview } from "../features/meeting.ts";
import { fileKindOf, type OpenDocument } from "./documents.ts";
import type { Positions } from "./positions.ts";

/** Our own request: the meeting that a document is about, at a glance. */
export const meetingRequest = "referat/meeting";

/** The overview with its places as LSP has them, and the version that they are of. */
export function meetingAnswer({ uri, version, syntax }: OpenDocument, positions: Positions): object {
  const overview = meetingOverview(syntax, fileKindOf(uri));
  return {
    version,
    ...overview,
    items: overview.items.map(({ span, heading, decision, sections, ...item }) => ({
      ...item,
      range: positions.range(syntax, span),
      heading: positions.range(syntax, heading),
      decision: decision && positions.range(syntax, decision),
      sections: sections.map((section) => ({
        kind: section.kind,
        range: positions.range(syntax, section.span),
      })),
    })),
  };
}
