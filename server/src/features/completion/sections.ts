import { absentFrom } from "../../model/absence.ts";
import { type ItemKind, kindOf } from "../../model/itemKind.ts";
import { participantsOf } from "../../model/participants.ts";
import {
  decisionHeadingText,
  headingsStandApart,
  headingText,
  nameOf,
  sectionOrder,
} from "../../model/sectionStyle.ts";
import type { Item } from "../../syntax/nodes.ts";
import type { KnownSectionKind, SectionKind } from "../../syntax/vocabulary.ts";
import { greatest } from "../../text/many.ts";
import { actionTemplate } from "./actions.ts";
import { attachmentLead } from "./attachments.ts";
import type { Caret } from "./caret.ts";
import { type Completion, type EntryWords, type Offer, stop, type Template } from "./entries.ts";
import {
  absenceHeading,
  attachmentPlaces,
  customOf,
  recommendationMark,
  usualLeadIn,
  usualLeadIns,
} from "./style.ts";
import { lineStartIn } from "../../syntax/lineStart.ts";

/** The sections that the item lacks: those that belong at the caret and are customary here, and the others. */
export interface LackingSections {
  readonly due: readonly Completion[];
  readonly possible: readonly Completion[];
}

/** On an empty line, or one that begins like a heading. */
export function lackingSections(caret: Caret): LackingSections {
  const { item, context, document } = caret;
  if (!item || caret.line === 0 || caret.after.trim() !== "" || kindOf(item).kind === "pause")
    return { due: [], possible: [] };
  const neighbours = caret.nearby.filter((other) => other !== item);
  const order = placedOrder(sectionOrder(context.profile, document.vocabulary), neighbours);
  // What stands on the caret's own line is what is being written.
  const others = item.sections.filter((section) => section.line !== caret.line);
  const decided = order.indexOf("beslutning");
  const decision = others.find(({ kind }) => kind === "beslutning");
  // A kind with two places has its second behind the decision.
  const place = ({ kind, line }: { kind: SectionKind; line: number }): number =>
    decision && line > decision.line ? order.lastIndexOf(kind) : order.indexOf(kind);
  const above = greatest([-1, ...others.filter(({ line }) => line < caret.line).map(place)]);
  const below = others.find(({ line }) => line > caret.line);
  const limit = below ? place(below) : order.length;
  const required = context.profile.requirements[kindOf(item).kind] ?? [];
  const standing = kindOf(item).kind === "standing";
  const custom = customOf(neighbours, standing, context.profile.order);
  const customary = (kind: SectionKind): number =>
    required.some(({ section }) => section === kind) ? 0 : { expected: 0, likely: 1, rare: 2 }[custom(kind)];
  const there = new Set(others.map(place));
  const lacking = order.flatMap((kind, at) => {
    const twice = order.indexOf(kind) !== order.lastIndexOf(kind);
    // Where a kind has two places, only the one on the caret's side of the decision is looked at.
    if (twice && at > decided !== (decision !== undefined && caret.line > decision.line)) return [];
    const absent = twice ? !there.has(at) : !others.some((section) => section.kind === kind);
    return absent && !(caret.meeting.kind === "dagsorden" && afterMeeting.has(kind)) ? [{ kind, at }] : [];
  });
  const rank = ({ kind, at }: { kind: SectionKind; at: number }): number =>
    (at > above && at < limit ? 0 : 3) + customary(kind);
  const typed = caret.before.trimStart();
  const ranked = (fits: (rank: number) => boolean): Completion[] =>
    caret.completed(
      lacking
        .map((each) => ({ kind: each.kind, rank: rank(each) }))
        .filter((each) => fits(each.rank))
        .sort((a, b) => a.rank - b.rank)
        .map(({ kind }) => sectionOffer(kind, caret, item)),
      typed,
    );
  return { due: ranked((each) => each < 2), possible: ranked((each) => each >= 2) };
}

/** The order with the attachments where the document has them: before the decision, behind it, or at both places. */
function placedOrder(order: readonly SectionKind[], neighbours: readonly Item[]): readonly SectionKind[] {
  const { before, behind } = attachmentPlaces(neighbours);
  const decision = order.indexOf("beslutning");
  const attachments = order.indexOf("bilag");
  if (!before || decision === -1 || attachments < decision) return order;
  const rest = order.filter((kind, at) => kind !== "bilag" || (behind && at === attachments));
  const at = rest.indexOf("beslutning");
  return [...rest.slice(0, at), "bilag", ...rest.slice(at)];
}

/** What is written when the meeting has been held. */
const afterMeeting: ReadonlySet<SectionKind> = new Set([
  "beslutning",
  "afstemning",
  "protokoltilførsel",
  "opfølgning",
  "fravær",
]);

function sectionOffer(kind: SectionKind, caret: Caret, item: Item): Offer {
  const near = caret.nearby;
  const heading =
    kind === "beslutning"
      ? decisionHeading(caret)
      : kind === "fravær"
        ? absenceHeading(near.filter((other) => other !== item)).words
        : plainHeading(kind, caret);
  const gap = caret.lineBreak.repeat(headingsStandApart(near) ? 2 : 1);
  const text: Template =
    kind === "fravær"
      ? absenceText(heading, gap, caret, item)
      : [heading, gap, ...bodyOf(kind, caret, item, gap)];
  return {
    kind: "section",
    label: heading,
    text,
    words: (meanings as Readonly<Record<string, EntryWords>>)[kind] ?? {
      da: `Afsnittet »${nameOf(kind, caret.document.vocabulary)}«.`,
      en: `The section “${nameOf(kind, caret.document.vocabulary)}”.`,
    },
  };
}

function plainHeading(kind: SectionKind, { nearby, item, document, context }: Caret): string {
  return headingText(kind, nearby, document.vocabulary, context.profile.headingStyle, item);
}

/** `Beslutning i {organ} den {dato}`, as the profile says or the other decisions are headed. */
function decisionHeading(caret: Caret): string {
  const { nearby, meeting, document, context } = caret;
  return decisionHeadingText(nearby, meeting, document.vocabulary, context.profile);
}

/** `Fraværende Dan Friis`: those of the head who were not there. */
function absenceText(heading: string, gap: string, caret: Caret, item: Item): Template {
  const known = participantsOf(caret.document.preambles).filter(({ absent }) => absent);
  const here = new Set(absentFrom(item).map(({ name }) => name));
  const names = known.map(({ name }) => name).filter((name) => !here.has(name));
  const { below } = absenceHeading(caret.nearby.filter((other) => other !== item));
  return [heading, below ? gap : " ", stop(names.join(", "))];
}

function bodyOf(kind: SectionKind, caret: Caret, item: Item, gap: string): Template {
  switch (kind) {
    case "indstilling":
      return [`${leadIn(caret)}${gap}${recommendationMark(caret.nearby)}`, stop()];
    case "afstemning":
      return ["For stemte: ", stop(), `${gap}Imod stemte: `, stop(), `${gap}Undlod at stemme: `, stop()];
    case "protokoltilførsel":
      return [stop(), " ønskede ført til protokols, at ", stop(), "."];
    case "opfølgning":
      return ["- ", ...actionTemplate(caret)];
    case "bilag":
      return [attachmentLead(caret, item), stop()];
    default:
      return [stop()];
  }
}

/** `Direktionen indstiller, at Kulturudvalget:`, as the others begin; impersonal where there are none. */
function leadIn({ nearby, meeting }: Caret): string {
  return (
    usualLeadIn(nearby) ?? (meeting.body === null ? "Det indstilles:" : `Det indstilles, at ${meeting.body}:`)
  );
}

/** The lead-in, and the verbs of recommendations, in a section Indstilling. */
export function recommendationStarts(caret: Caret): Completion[] {
  const { item, section, before } = caret;
  if (!item || section?.kind !== "indstilling" || caret.line <= section.line || caret.after.trim() !== "")
    return [];
  const mark = /^\s*(?:\d{1,3}[.)]\s+|[-•*–]\s+|[a-zæøå]\)\s+)/.exec(before)?.[0];
  if (mark !== undefined) return caret.completed(verbsFor(kindOf(item).kind), before.slice(mark.length));
  const words = item.masked.slice(lineStartIn(item, section.line + 1), section.end).trim();
  // With anything but the half-typed line there, it has its lead-in.
  if (words !== before.trim()) return [];
  const gap = caret.lineBreak.repeat(headingsStandApart(caret.nearby) ? 2 : 1);
  const texts = [...new Set([leadIn(caret), ...usualLeadIns(caret.nearby).slice(0, 4)])];
  const offers = texts.map((text): Offer => ({
    kind: "phrase",
    label: text,
    text: [`${text}${gap}${recommendationMark(caret.nearby)}`, stop()],
    words: { da: "Indledningen og den første indstilling.", en: "The lead-in and the first recommendation." },
  }));
  return caret.completed(offers, before.trimStart());
}

/** The verbs of recommendations, that of the kind of item first: an orientation is not approved. */
function verbsFor(kind: ItemKind): readonly Offer[] {
  const own = ownVerbs[kind] ?? approving;
  return [own, ...recommendationVerbs.filter((verb) => verb !== own)];
}

const approving: Offer = {
  kind: "phrase",
  label: "Godkender",
  text: ["Godkender "],
  words: { da: "Organet bliver bedt om at vedtage noget.", en: "Asks the body to adopt something." },
};
const noting: Offer = {
  kind: "phrase",
  label: "Tager … til efterretning",
  filter: "Tager til efterretning",
  text: ["Tager ", stop("orienteringen"), " til efterretning"],
  words: { da: "Organet får noget at vide.", en: "Informs the body." },
};
const discussing: Offer = {
  kind: "phrase",
  label: "Drøfter",
  text: ["Drøfter "],
  words: { da: "Organet bliver bedt om at drøfte noget.", en: "Asks the body to discuss something." },
};
const deciding: Offer = {
  kind: "phrase",
  label: "Beslutter",
  text: ["Beslutter "],
  words: { da: "Organet bliver bedt om at vælge.", en: "Asks the body to decide." },
};
const recommendationVerbs: readonly Offer[] = [approving, noting, discussing, deciding];
const ownVerbs: Partial<Record<ItemKind, Offer>> = {
  orientation: noting,
  written: noting,
  discussion: discussing,
};

const meanings: Readonly<Record<KnownSectionKind, EntryWords>> = {
  resume: { da: "Sagen i få linjer, for dem, der kun læser dem.", en: "The case in a few lines." },
  sagsfremstilling: {
    da: "Sagen: hvad den handler om, og hvad der er gået forud.",
    en: "The case and its background.",
  },
  klimavurdering: { da: "Hvad sagen betyder for klimaet.", en: "What the case means for the climate." },
  økonomi: { da: "Hvad sagen koster, og hvor pengene kommer fra.", en: "What it costs, and who pays." },
  høring: { da: "Hvem der er hørt, og hvad de svarede.", en: "Who was consulted, and what they answered." },
  indstilling: {
    da: "Hvad organet bliver bedt om: en indledning, og en linje for hver indstilling, der begynder med sit verbum.",
    en: "What the body is asked to do: a lead-in, and a line for each recommendation.",
  },
  beslutning: { da: "Hvad organet besluttede: et svar på hver indstilling.", en: "What the body decided." },
  afstemning: {
    da: "Hvem der stemte for, imod og slet ikke.",
    en: "Who voted for, against, and not at all.",
  },
  protokoltilførsel: {
    da: "Hvad en deltager vil have ført til protokols.",
    en: "What somebody wants recorded.",
  },
  opfølgning: { da: "Hvem der gør hvad, og hvornår.", en: "Who does what, and by when." },
  bilag: { da: "Bilagene, et på hver linje, nummereret efter punktet.", en: "The attachments, one a line." },
  fravær: { da: "Hvem der ikke var til stede ved punktet.", en: "Who was absent from the item." },
};
