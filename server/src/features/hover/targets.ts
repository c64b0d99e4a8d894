import { absentFrom } from "../../model/absence.ts";
import { decisionOf } from "../../model/decision.ts";
import { itemsWithJournalNumber } from "../../model/itemNumbers.ts";
import { memo, memoFor } from "../../model/memo.ts";
import { meetingOf } from "../../model/meeting.ts";
import { type Participant, participantsOf } from "../../model/participants.ts";
import { plainText } from "../../model/plainText.ts";
import type { ReferatDocument } from "../../syntax/document.ts";
import type { Item } from "../../syntax/nodes.ts";
import type { Stretch } from "../../syntax/stretches.ts";
import { counted, enumerated, type Language, lengthText } from "../language.ts";
import { personFields } from "../names.ts";
import { mentionCount, occurrencesOf } from "../occurrences.ts";
import {
  type AttachmentTarget,
  type BodyTarget,
  type FootnoteTarget,
  type FoundTarget,
  type ItemTarget,
} from "../targets.ts";
import { timelineOf } from "../timeline.ts";
import { withCapital } from "../../text/spelling.ts";
import { longDate } from "./dates.ts";
import type { Hover } from "./hover.ts";
import { shortened } from "./quote.ts";
import { itemLine, periodText } from "./times.ts";

type Text = Omit<Hover, "span">;

/** What there is to say of a thing that the document names in several places. */
export function targetHover(
  document: ReferatDocument,
  { target, span }: FoundTarget,
  language: Language,
): Hover | null {
  const text = ((): Text | null => {
    switch (target.kind) {
      case "item":
        return itemText(document, target, language);
      case "attachment":
        return attachmentText(document, target, language);
      case "person":
        return personText(document, target.name, language);
      case "body":
        return bodyText(document, target, language);
      case "journalNumber":
        return journalText(document, target.number, language);
      case "footnote":
        return footnoteText(document, target, language);
    }
  })();
  return text && { ...text, span };
}

function itemText(document: ReferatDocument, { items, number }: ItemTarget, language: Language): Text {
  const da = language === "da";
  const [first, ...more] = items;
  const timed = first === undefined ? undefined : timelineOf(document)[first];
  if (!timed) {
    const heading = da ? `Der er intet punkt ${number ?? ""}` : `There is no item ${number ?? ""}`;
    return { heading: heading.trim(), lines: [], quote: null };
  }
  const { item, from, until, minutes } = timed;
  const { title } = item.heading;
  const length = minutes === null ? "" : lengthText(minutes, language);
  const time = [periodText(from, until), length].filter((part) => part !== "").join(" · ");
  const decision = decisionOf(item);
  const decided = decision !== null && decision.text !== "";
  const twice = da
    ? `Flere punkter har nummer ${number ?? ""}`
    : `Several items have the number ${number ?? ""}`;
  return {
    heading: `${item.heading.number === null ? "" : `${item.heading.number}. `}${title === "" ? (da ? "(uden titel)" : "(untitled)") : title}`,
    lines: [
      ...(time === "" ? [] : [time]),
      ...(more.length > 0 ? [`${twice}.`] : []),
      ...(decided ? [da ? "Beslutning:" : "Decision:"] : []),
    ],
    quote: decided ? shortened(decision.text) : null,
  };
}

function attachmentText(
  document: ReferatDocument,
  { listed, number }: AttachmentTarget,
  language: Language,
): Text {
  const da = language === "da";
  const [first] = listed;
  const word = da ? "Bilag" : "Attachment";
  if (!first) {
    const heading = number === null ? word : `${word} ${number}`;
    const nowhere = da ? "Det står ikke på nogen liste over bilag." : "It is on no list of attachments.";
    return { heading, lines: [nowhere], quote: null };
  }
  const names = [...new Set(listed.map(({ attachment }) => nameOf(attachment)))];
  const item = document.items[first.item];
  const where = item ? labelOf(item, language) : "";
  if (names.length > 1) return { heading: `${word} · ${where}`, lines: names.slice(0, 12), quote: null };
  const own = first.attachment.number;
  return {
    heading: own === null ? first.attachment.name : `${word} ${own}: ${first.attachment.name}`,
    lines: [where],
    quote: null,
  };
}

function nameOf({ number, name }: { readonly number: string | null; readonly name: string }): string {
  return number === null ? name : `${number} ${name}`;
}

/** `Punkt 4`, or the title of an unnumbered item. */
function labelOf({ heading: { number, title } }: Item, language: Language): string {
  return number === null ? title : `${language === "da" ? "Punkt" : "Item"} ${number}`;
}

function inSentence(label: string, { heading: { number } }: Item): string {
  return number === null ? label : label.toLowerCase();
}

/** What else the person does, by the head: Referent, Mødeleder. */
function rolesOf(document: ReferatDocument, name: string): string[] {
  return document.preambles.flatMap((chunk) =>
    chunk.fields
      .filter((field) => personFields.has(field.name))
      .filter(({ valueSpan }) => chunk.masked.slice(valueSpan.start, valueSpan.end).includes(name))
      .map(({ name: role }) => withCapital(role)),
  );
}

/** The participants by their names. Once for each version. */
const participantsByName: (document: ReferatDocument) => ReadonlyMap<string, Participant> = memo(
  (document) => new Map(participantsOf(document.preambles).map((person) => [person.name, person])),
);

function personText(document: ReferatDocument, name: string, language: Language): Text {
  const da = language === "da";
  const person = participantsByName(document).get(name);
  const missed = document.stretches.flatMap((stretch) =>
    missedBy(stretch, name, () => itemsWithout(stretch, name)),
  );
  const roles = rolesOf(document, name);
  const shown = missed.slice(0, 6).map((item) => inSentence(labelOf(item, language), item));
  const from = missed.length > shown.length ? [...shown, da ? "flere" : "others"] : shown;
  const away = from.length > 0 && person?.absent !== true;
  const count = mentionCount(document, { kind: "person", name });
  return {
    heading: person?.affiliation == null ? name : `${name}, ${person.affiliation}`,
    lines: [
      ...roles,
      ...presence(person, roles.length > 0, meetingOf(document).kind === "dagsorden", language),
      ...(away ? [`${da ? "Fraværende under" : "Absent from"} ${enumerated(from, language)}`] : []),
      da ? `Nævnt ${counted(count, "gang", "gange")}` : `Mentioned ${counted(count, "time", "times")}`,
    ],
    quote: null,
  };
}

const missedBy = memoFor<readonly Item[]>();

function itemsWithout({ chunks }: Stretch, name: string): readonly Item[] {
  return chunks
    .filter((chunk) => chunk.kind === "item")
    .filter((item) => absentFrom(item).some((absent) => absent.name === name));
}

/** Before the meeting nobody is there yet. */
function presence(
  person: Participant | undefined,
  hasRole: boolean,
  planned: boolean,
  language: Language,
): string[] {
  const da = language === "da";
  if (planned && person?.absent) return [da ? "Har meldt afbud" : "Has sent apologies"];
  if (planned && person) return [da ? "Deltager" : "Takes part"];
  if (person?.absent) return [da ? "Fraværende" : "Absent"];
  if (person) return [da ? "Til stede" : "Present"];
  return hasRole ? [] : [da ? "Står ikke på deltagerlisten" : "Not on the list of participants"];
}

function bodyText(document: ReferatDocument, target: BodyTarget, language: Language): Text {
  const { date, start, end, place } = meetingOf(document);
  const count = mentionCount(document, target);
  const minutes = (clock: typeof start): number | null => clock && clock.hour * 60 + clock.minute;
  const when = [date ? longDate(date, language) : "", periodText(minutes(start), minutes(end))];
  const met = when.filter((part) => part !== "").join(", ");
  return {
    heading: target.name,
    lines: [
      ...(met === "" ? [] : [met]),
      ...(place === null ? [] : [place]),
      language === "da"
        ? `Nævnt ${counted(count, "gang", "gange")}`
        : `Mentioned ${counted(count, "time", "times")}`,
    ],
    quote: null,
  };
}

function journalText(document: ReferatDocument, number: string, language: Language): Text {
  const timeline = timelineOf(document);
  const lines = itemsWithJournalNumber(document, number).flatMap((index) => {
    const timed = timeline[index];
    return timed ? [itemLine(timed, language)] : [];
  });
  return { heading: `${language === "da" ? "Sagsnr." : "Case no."} ${number}`, lines, quote: null };
}

/** The text of a note: its own line, and what follows up to a blank one. */
function footnoteText(document: ReferatDocument, target: FootnoteTarget, language: Language): Text {
  const note = occurrencesOf(document, target).find(({ role }) => role === "definition");
  const index = note ? document.chunkIndexAt(note.span.start) : -1;
  const chunk = document.chunks[index];
  const base = document.offsetOf(index);
  const block = chunk?.blocks.find(
    ({ kind, start, end }) =>
      kind === "footnote" && note && start + base <= note.span.start && note.span.end <= end + base,
  );
  const text =
    chunk && block && note ? plainText(chunk, { start: note.span.end - base, end: block.end }) : null;
  const heading = `Note ${target.number}`;
  if (text === null)
    return {
      heading,
      lines: [language === "da" ? "Noten har ingen tekst." : "The note has no text."],
      quote: null,
    };
  return { heading, lines: [], quote: shortened(text.replace(/^:?\s+/, "")) };
}
