import { isoDate } from "../../calendar/date.ts";
import type { ItemKind } from "../../model/itemKind.ts";
import { outcomeNames } from "../../model/outcomeNames.ts";
import { blocksText } from "../plain.ts";
import type { ClosedItem, RenderAttachment, RenderDocument, RenderItem } from "../renderModel.ts";
import { itemTimes } from "../times.ts";
import type { Ids } from "./ids.ts";
import { known, type OparlObject, oparlType } from "./object.ts";
import type { People } from "./people.ts";

/** What the items of a meeting are made with. */
export interface ItemContext {
  readonly document: RenderDocument;
  readonly ids: Ids;
  readonly people: People;
}

/** An item of the agenda; `order` counts from 1. */
export function agendaItem(context: ItemContext, item: RenderItem | ClosedItem, order: number): OparlObject {
  const { ids, document, people } = context;
  const common = {
    id: itemId(ids, order),
    type: oparlType("AgendaItem"),
    meeting: ids.meeting,
    number: item.number === null ? null : String(item.number),
    order,
    name: item.title,
    public: item.type === "item" && !item.closed,
  };
  if (item.type === "closed") return known(common);
  const decision = item.sections.find(({ role }) => role === "decision");
  const outcomes = decision?.outcomes ?? [];
  return known({
    ...common,
    "consultation": hasPaper(item) ? consultationId(ids, order) : null,
    "result": outcomes.map((outcome) => outcomeNames[outcome].da).join(", "),
    "resolutionText": decision ? blocksText(decision.blocks) : null,
    "auxiliaryFile": item.attachments.map((attachment, index) => file(ids, attachment, order, index + 1)),
    ...itemTimes(item.time, document.meeting),
    "referat:kind": item.kind,
    "referat:outcome": outcomes,
    "referat:durationMinutes": item.time?.minutes ?? null,
    "referat:absent": item.absent.map((name) => people.person(name)),
    "referat:vote": item.votes.map(({ vote, voters }) => ({ vote, voters })),
    "referat:action": item.actions.map(({ text, owner, deadline }) => ({ text, owner, deadline })),
  });
}

/** What was laid before the meeting under an item, with the consultation that ties the two; null for a pause. */
export function paper(context: ItemContext, item: RenderItem, order: number): OparlObject | null {
  if (!hasPaper(item)) return null;
  const { ids, document, people } = context;
  const { date } = document.meeting;
  const id = `${itemId(ids, order)}/paper`;
  const organization = people.body === null ? [] : [people.body];
  const intro = item.intro.length === 0 ? [] : [{ kind: "intro", heading: "", text: blocksText(item.intro) }];
  return known({
    id,
    "type": oparlType("Paper"),
    "name": item.title,
    "reference": item.journalNumber?.number ?? null,
    "date": date && isoDate(date),
    "paperType": roles[item.kind],
    "consultation": [
      known({
        id: consultationId(ids, order),
        type: oparlType("Consultation"),
        paper: id,
        agendaItem: itemId(ids, order),
        meeting: ids.meeting,
        organization,
        authoritative: item.sections.some(({ role }) => role === "decision"),
        role: roles[item.kind],
      }),
    ],
    "referat:section": [
      ...intro,
      ...item.sections
        .filter(({ kind, role }) => role !== "decision" && kind !== "bilag" && kind !== "fravær")
        .map(({ kind, heading, blocks }) => ({ kind, heading, text: blocksText(blocks) })),
    ],
  });
}

const roles: Readonly<Record<ItemKind, string>> = {
  standing: "Fast punkt",
  pause: "Pause",
  written: "Skriftlig orientering",
  orientation: "Orientering",
  discussion: "Drøftelse",
  decision: "Beslutning",
  case: "Sag",
};

function hasPaper(item: RenderItem): boolean {
  return item.kind !== "pause" && (item.intro.length > 0 || item.sections.length > 0);
}

function itemId(ids: Ids, order: number): string {
  return ids.part("agendaitem", String(order));
}

function consultationId(ids: Ids, order: number): string {
  return `${itemId(ids, order)}/consultation`;
}

function file(ids: Ids, attachment: RenderAttachment, order: number, count: number): OparlObject {
  const { name, number, address } = attachment;
  const id = ids.part("agendaitem", String(order), "file", String(count));
  return known({
    id,
    "type": oparlType("File"),
    name,
    "fileName": address === null ? null : decodeURIComponent(address),
    // The file itself is published beside the document.
    "accessUrl": ids.part("file", address ?? encodeURIComponent(name)),
    "agendaItem": [itemId(ids, order)],
    "referat:number": number,
  });
}
