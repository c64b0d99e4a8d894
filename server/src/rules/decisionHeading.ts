import { dateLike } from "../calendar/dateForm.ts";
import { canNameBody } from "../model/bodyMatch.ts";
import { hasForm, headingInForm } from "../model/decisionForm.ts";
import {
  isEarlier,
  isLater,
  isMeetingDate,
  type NamedDecision,
  namedDecisions,
  quotedDecisions,
} from "../model/decisionHeading.ts";
import { majorityOf } from "../model/majority.ts";
import type { Meeting } from "../model/meeting.ts";
import { finderInChunks } from "../model/inChunks.ts";
import { memo } from "../model/memo.ts";
import type { Profile } from "../model/profile.ts";
import { sectionsOf } from "../model/sections.ts";
import type { Item } from "../syntax/nodes.ts";
import { type Span, span } from "../text/span.ts";
import { sectionHeadings } from "./reads.ts";
import { noParagraph } from "./heeds.ts";
import { documentRule } from "./rule.ts";

interface State {
  /**
   * Of the body or the date it names, or of its words, where the profile says how they are. `later`: beside the meeting's own
   * decision it names a day after the meeting.
   */
  readonly wrong: "body" | "date" | "both" | "form" | "later";
  readonly written: string;
  /** The meeting's own, written as the heading writes its own; null where that cannot be told. */
  readonly right: string | null;
}

export const decisionHeading = documentRule<State>({
  id: "decision-heading",
  severity: "warning",
  ...sectionHeadings,
  heeds: noParagraph,
  *detect({ document, meeting, items, profile }) {
    if (meeting.kind !== "referat") return;
    const judge = judgeOf(meeting, profile);
    let body: string | null = null;
    for (const { chunk, found } of faults(document, judge)) {
      const item = document.chunks[chunk];
      if (item?.kind !== "item") continue;
      if ("state" in found) {
        yield { chunk, ...found };
        continue;
      }
      const { own, wrongBody, wrongDate } = found;
      body ??=
        majorityOf(
          items.map(judge.of).flatMap((each) => (each.own && !each.wrongBody ? [each.own.body] : [])),
        ) ??
        meeting.body ??
        "";
      const date = item.masked.slice(own.dateSpan.start, own.dateSpan.end);
      const rightDate = meeting.date && dateLike(meeting.date, date);
      const between = item.masked.slice(own.bodySpan.end, own.dateSpan.start);
      const at =
        wrongBody && wrongDate
          ? span(own.bodySpan.start, own.dateSpan.end)
          : wrongBody
            ? own.bodySpan
            : own.dateSpan;
      yield {
        chunk,
        span: at,
        state: {
          wrong: wrongBody ? (wrongDate ? "both" : "body") : "date",
          written: item.masked.slice(at.start, at.end),
          right: !wrongDate ? body : rightDate && (wrongBody ? body + between + rightDate : rightDate),
        },
      };
    }
  },
  message: {
    da: ({ wrong, written, right }) =>
      ({
        body: `Overskriften nævner »${written}«, men det er ikke det organ, der holdt mødet. Læseren tror, at andre har besluttet: ret navnet${rightWords(right)}.`,
        date: `Overskriften nævner en anden dato (${written}) end mødets. Læseren tror, at sagen blev besluttet en anden dag: ret datoen${rightWords(right)}.`,
        later: `Overskriften nævner en dag efter mødet (${written}). Hvad der blev besluttet den dag, kunne ingen vide på mødet: ret datoen, eller flyt afsnittet til det referat, det hører til.`,
        form: `Overskriften »${written}« er ikke skrevet, som profilen i referat.json siger${right === null ? "" : `: skriv »${right}«`}.`,
        both: `Overskriften nævner både et andet organ og en anden dato end mødets. Læseren tror, at andre har besluttet: ret den${rightWords(right)}.`,
      })[wrong],
    en: ({ wrong, written, right }) =>
      ({
        body: `The heading names “${written}”, which is not the body that met. Correct the name${rightWordsInEnglish(right)}.`,
        date: `The heading names another date (${written}) than the meeting's. Correct the date${rightWordsInEnglish(right)}.`,
        later: `The heading names a day after the meeting (${written}), when nobody could know what was decided then. Correct the date, or move the section to the minutes that it belongs to.`,
        form: `The heading “${written}” is not written as the profile in referat.json says${right === null ? "" : `: write “${right}”`}.`,
        both: `The heading names another body and another date than the meeting's. Correct it${rightWordsInEnglish(right)}.`,
      })[wrong],
  },
  fixes: [
    {
      title: {
        da: ({ right }) => `Ret til »${right ?? ""}«`,
        en: ({ right }) => `Change to “${right ?? ""}”`,
      },
      edits: ({ chunk, span: at, state }, { document }) => {
        const item = document.chunks[chunk];
        if (!item || state.right === null || item.text.slice(at.start, at.end) !== state.written) return null;
        return [{ chunk, span: at, newText: state.right }];
      },
    },
  ],
});

/** The item's own decision, where it is headed otherwise than the profile asks for. */
function otherForm(item: Item, form: string, { body, date }: Meeting): { span: Span; state: State } | null {
  const quoted = quotedDecisions(item);
  const own = sectionsOf(item, "beslutning").findLast((section) => !quoted.has(section));
  if (!own) return null;
  const { wordsSpan, qualifier } = own.heading;
  const at = span(wordsSpan.start, Math.max(wordsSpan.end, qualifier?.end ?? 0));
  const written = item.masked.slice(at.start, at.end);
  if (hasForm(written, form)) return null;
  return { span: at, state: { wrong: "form", written, right: headingInForm(form, body, date) } };
}

/** What the heading of an item's own decision names, held against the meeting. */
interface Judgement {
  readonly own: NamedDecision | null;
  readonly wrongBody: boolean;
  readonly wrongDate: boolean;
}

/** Judges items by what is known of the meeting, which `key` tells. */
interface Judge {
  readonly key: string;
  readonly of: (item: Item) => Judgement;
  /** The item's own decision, where it is headed otherwise than the profile asks for. */
  readonly otherForm: (item: Item) => { span: Span; state: State } | null;
  /** The decisions beside the item's own that name a day after the meeting. */
  readonly later: (item: Item, own: NamedDecision | null) => { span: Span; state: State }[];
}

function judgeOf(meeting: Meeting, { aliases, decisionHeading }: Profile): Judge {
  // Few bodies are named, many times over.
  const known = new Map<string, boolean>();
  const isBody = ({ body }: NamedDecision): boolean => {
    const answer = known.get(body) ?? (meeting.body === null || canNameBody(body, meeting.body, aliases));
    known.set(body, answer);
    return answer;
  };
  return {
    key: JSON.stringify([meeting.body, meeting.date, meeting.titleLine?.date, aliases, decisionHeading]),
    of(item) {
      const own = ownDecision(item, meeting, isBody);
      return {
        own,
        wrongBody: own !== null && !isBody(own),
        wrongDate: own?.date != null && meeting.date !== null && !isMeetingDate(own.date, meeting),
      };
    },
    later: (item, own) =>
      namedDecisions(item, meeting.date)
        .filter((named) => named !== own && isLater(named, meeting))
        .map(({ dateSpan }) => {
          const written = item.masked.slice(dateSpan.start, dateSpan.end);
          return { span: dateSpan, state: { wrong: "later", written, right: null } };
        }),
    otherForm: (item) => (decisionHeading === null ? null : otherForm(item, decisionHeading, meeting)),
  };
}

type Fault = (Judgement & { readonly own: NamedDecision }) | { readonly span: Span; readonly state: State };

/** The headings that are at fault, each item judged once while the head says the same. */
const faults = finderInChunks(
  (chunk, judge: Judge): Fault[] => {
    if (chunk.kind !== "item") return [];
    const { own, wrongBody, wrongDate } = judge.of(chunk);
    const later = judge.later(chunk, own);
    if (own && (wrongBody || wrongDate)) return [...later, { own, wrongBody, wrongDate }];
    return [...later, judge.otherForm(chunk)].filter((each) => each !== null);
  },
  (one, other) => one.key === other.key,
);

/** How many decisions an item has, where all their headings name something: a plain one would be the item's own. */
const namedOnly: (item: Item) => number = memo((item) => {
  const decisions = sectionsOf(item, "beslutning");
  return decisions.every(({ heading }) => heading.qualifier !== null) ? decisions.length : 0;
});

/** What the heading of the item's own decision names: the last that does not quote, if it is not a plain one. */
function ownDecision(
  item: Item,
  meeting: Meeting,
  isBody: (named: NamedDecision) => boolean,
): NamedDecision | null {
  const count = namedOnly(item);
  if (count === 0) return null;
  const named = namedDecisions(item, meeting.date);
  return (
    named.findLast((each) => (count === 1 && !each.from) || isBody(each) || !isEarlier(each, meeting)) ?? null
  );
}

function rightWords(right: string | null): string {
  return right === null ? "" : ` til »${right}«`;
}

function rightWordsInEnglish(right: string | null): string {
  return right === null ? "" : ` to “${right}”`;
}
