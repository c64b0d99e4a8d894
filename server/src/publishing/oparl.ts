import { agendaItem, paper } from "./oparl/agendaItem.ts";
import { Ids } from "./oparl/ids.ts";
import { known, type OparlObject, oparlType } from "./oparl/object.ts";
import { People } from "./oparl/people.ts";
import { titleText } from "./title.ts";
import type { RenderDocument } from "./renderModel.ts";
import { meetingTimes } from "./times.ts";

export interface OparlOptions {
  /** The address that the ids begin with, without a slash at its end; null where nobody knows. */
  readonly address?: string | null;
  /** When the document was published, as RFC 3339 has it. */
  readonly modified?: string | null;
}

/**
 * A document as OParl 1.1 (https://oparl.org): a Meeting with its AgendaItems and their Files. The objects that OParl keeps
 * apart and refers to by id (Paper, Person, Organization) stand in `referat:included`, so that one file holds them all.
 */
export function oparl(document: RenderDocument, options: OparlOptions = {}): OparlObject {
  const ids = new Ids(document, options.address ?? null);
  const people = new People(document, ids);
  const context = { document, ids, people };
  const { place } = document.meeting;
  const items = document.items.map((item, index) => agendaItem(context, item, index + 1));
  const papers = document.items.flatMap((item, index) =>
    item.type === "item" ? (paper(context, item, index + 1) ?? []) : [],
  );
  const persons = (absent: boolean): string[] =>
    document.participants.filter((each) => each.absent === absent).map(({ name }) => people.person(name));
  return known({
    "id": ids.meeting,
    "type": oparlType("Meeting"),
    "name": titleText(document),
    // OParl's own words for "invited" and "held".
    "meetingState": document.kind === "dagsorden" ? "eingeladen" : "durchgeführt",
    ...meetingTimes(document.meeting),
    "location":
      place === null ? null : { id: ids.part("location"), type: oparlType("Location"), description: place },
    "organization": people.body === null ? [] : [people.body],
    "participant": persons(false),
    "agendaItem": items,
    "modified": options.modified ?? null,
    "referat:kind": document.kind,
    "referat:state": document.state,
    "referat:absent": persons(true),
    "referat:included": [...papers, ...people.all],
  });
}

/** The same as the text of a file. */
export function oparlText(document: RenderDocument, options: OparlOptions = {}): string {
  return `${JSON.stringify(oparl(document, options), null, 2)}\n`;
}
