import { kindOf } from "../../model/itemKind.ts";
import { type Entry, recommendationEntries } from "../../model/recommendations.ts";
import { sectionsOf } from "../../model/sections.ts";
import type { Item } from "../../syntax/nodes.ts";
import type { Caret } from "./caret.ts";
import { type Completion, type EntryWords, type Offer, plainTextOf, stop } from "./entries.ts";
import { answersByList, type Deed, deedText, type DecisionVoice, listVoiceOf, voiceOf } from "./phrases.ts";

const entryMark = /^\s*(?:(\d{1,3})[.)]\s+|ad (\d{1,3})[.:)]?\s+|[-•*–]\s+)/i;

/** The phrases of a decision that answer the item's recommendations, at the beginning of a line or an entry. */
export function decisionPhrases(caret: Caret): Completion[] {
  const { item, section } = caret;
  if (!item || section?.kind !== "beslutning" || caret.line <= section.line || caret.after.trim() !== "")
    return [];
  const mark = entryMark.exec(caret.before);
  const typed = caret.before.slice(mark ? mark[0].length : /^\s*/.exec(caret.before)?.[0].length);
  // Behind the first words a sentence is the writer's own.
  if (typed.length > 60 || /[.!?]\s/.test(typed)) return [];
  const voice = voiceOf(caret.nearby, item, caret.meeting.body);
  const recommended = recommendationsIn(item);
  const ordinal = Number(mark?.[1] ?? mark?.[2] ?? 0);
  const one = mark ? recommended[ordinal - 1] : recommended.length === 1 ? recommended[0] : undefined;
  const listVoice = listVoiceOf(caret.nearby, item, caret.meeting.body);
  // Where nothing is recommended there is no recommendation to adopt: the bare word says it.
  const bare: DecisionVoice = { ...voice, voice: "short" };
  const used = (deed: Deed): DecisionVoice =>
    mark ? listVoice : recommended.length === 0 && (deed === "approve" || deed === "reject") ? bare : voice;
  const list = mark || recommended.length < 2 ? [] : [oneByOne(recommended, listVoice, caret.lineBreak)];
  const prose =
    mark || recommended.length < 2 || voice.voice === "short" ? [] : [inSentences(recommended, voice)];
  const offers = [
    ...(mark ? [] : special(item, voice)),
    ...(answersByList(caret.nearby, item) ? [...list, ...prose] : [...prose, ...list]),
    ...(mark || recommended.length < 2 ? [] : [asRecommended(voice)]),
    ...deeds(item, one).map((deed) => phrase(deed, used(deed), matterOf(one, deed))),
    ...(mark || recommended.length !== 1 ? [] : [asRecommended(voice)]),
  ];
  return caret.completed(distinct(offers), typed);
}

function recommendationsIn(item: Item): readonly Entry[] {
  return sectionsOf(item, "indstilling").flatMap((section) => recommendationEntries(item, section));
}

/** The deeds by how well they fit: those that were recommended, then the rest. */
function deeds(item: Item, recommendation: Entry | undefined): Deed[] {
  const all: readonly Deed[] = ["approve", "note", "discuss", "recommend", "postpone", "refer", "reject"];
  const verbs = recommendation?.verbs ?? [];
  const fitting =
    recommendation && (verbs.length > 0 || firstDeed(recommendation) === "recommend")
      ? [firstDeed(recommendation)]
      : [];
  const { kind } = kindOf(item);
  const usual: Deed[] =
    kind === "orientation" || kind === "written" ? ["note"] : kind === "discussion" ? ["discuss"] : [];
  return [...new Set([...fitting, ...usual, ...all])];
}

/** *Anbefaler over for Byrådet, at …* names who decides. */
function superiorIn({ text }: Entry): string {
  return (
    /\p{Upper}[\p{Alpha}-]{0,60}(?:råd|råde|udvalg|bestyrelse|direktion|nævn)\p{Alpha}*/u.exec(text)?.[0] ??
    "det besluttende organ"
  );
}

/** *Tager tidsplanen til efterretning* is about *tidsplanen*. */
function matterOf(recommendation: Entry | undefined, deed: Deed): string | null {
  const text = recommendation?.text ?? "";
  if (deed === "approve") {
    const clause = /^(?:at )?godkender?, (at [^.;:]{3,300})\.?$/iu.exec(text)?.[1];
    return clause ?? definite(/^(?:at )?godkender? (\p{Lower}[\p{Alpha}-]*)(?=[.,]|$)/iu.exec(text)?.[1]);
  }
  if (deed === "note")
    return definite(
      /^(?:at )?tage[r]? (\p{Lower}[\p{Alpha}-]*) til (?:efterretning|orientering)/iu.exec(text)?.[1],
    );
  if (deed === "discuss")
    return definite(/^(?:at )?drøfter? (\p{Lower}[\p{Alpha}-]*)(?=[.,]|$)/iu.exec(text)?.[1]);
  return null;
}

function definite(word: string | undefined): string | null {
  return word !== undefined && /(?:en|et|ne|^status)$/iu.test(word) ? word : null;
}

function phrase(deed: Deed, voice: DecisionVoice, matter: string | null): Offer {
  const text = deedText(deed, voice, matter);
  // It goes on with the name of another body.
  const open = deed === "refer" || deed === "recommend";
  return {
    kind: "phrase",
    label: open ? `${text}…` : text,
    filter: text,
    text: open ? [text, stop(), "."] : [text],
    words: meanings[deed],
  };
}

const meanings: Readonly<Record<Deed, EntryWords>> = {
  approve: { da: "Det indstillede er vedtaget.", en: "What was recommended is adopted." },
  note: {
    da: "Organet har hørt det og foretager sig ikke mere.",
    en: "The body has heard it and does no more.",
  },
  discuss: {
    da: "Sagen er drøftet; der er ikke truffet afgørelse.",
    en: "The matter was discussed, not decided.",
  },
  recommend: {
    da: "Organet anbefaler; et andet træffer afgørelsen.",
    en: "The body recommends; another one decides.",
  },
  postpone: {
    da: "Sagen tages op igen på et senere møde.",
    en: "The matter comes up again at a later meeting.",
  },
  refer: { da: "Et andet organ skal tage stilling.", en: "Another body is to decide." },
  reject: { da: "Det indstillede er ikke vedtaget.", en: "What was recommended is not adopted." },
};

/** One entry for each recommendation, in their order. */
function oneByOne(recommended: readonly Entry[], voice: DecisionVoice, lineBreak: string): Offer {
  const lines = answers(recommended, voice).map((answer, index) => `${index + 1}. ${answer}`);
  return {
    kind: "phrase",
    label: lines.map((line) => line.replace(/\.$/, "")).join(" · "),
    filter: lines.join(" "),
    text: [lines.join(lineBreak)],
    words: {
      da: "Et svar på hver indstilling, i samme rækkefølge.",
      en: "An answer to each recommendation, in their order.",
    },
  };
}

/** The same in running text. */
function inSentences(recommended: readonly Entry[], voice: DecisionVoice): Offer {
  const text = [...new Set(answers(recommended, voice))].join(" ");
  return {
    kind: "phrase",
    label: text,
    text: [text],
    words: {
      da: "En sætning for hver indstilling, i samme rækkefølge.",
      en: "A sentence for each recommendation, in their order.",
    },
  };
}

function answers(recommended: readonly Entry[], voice: DecisionVoice): string[] {
  return recommended.map((entry) => {
    const deed = firstDeed(entry);
    const text = deedText(deed, voice, matterOf(entry, deed));
    return deed === "recommend" ? `${text}${superiorIn(entry)}.` : text;
  });
}

/** What meets all verbs of a recommendation: *Drøfter og godkender* is answered by *Godkendt*. */
function firstDeed({ verbs, text }: Entry): Deed {
  if (/^(?:at )?(?:anbefaler?|indstiller?)(?!\p{Alpha})/iu.test(text)) return "recommend";
  if (verbs.length === 0 || verbs.includes("approve") || verbs.includes("decide")) return "approve";
  return verbs.includes("note") ? "note" : "discuss";
}

function asRecommended(voice: DecisionVoice): Offer {
  const text =
    voice.voice === "active" ? `${voice.subject} godkendte indstillingen.` : "Indstillingen blev godkendt.";
  return {
    kind: "phrase",
    label: text,
    text: [text],
    words: {
      da: "Hele indstillingen er vedtaget, som den stod.",
      en: "The whole recommendation is adopted as it stood.",
    },
  };
}

/** What the standing items are answered with. */
function special(item: Item, { voice, subject }: DecisionVoice): Offer[] {
  const title = item.heading.title;
  const approved = (noun: string): Offer => ({
    kind: "phrase",
    label: voice === "active" ? `${subject} godkendte ${noun.toLowerCase()}.` : `${noun} blev godkendt.`,
    text: [voice === "active" ? `${subject} godkendte ${noun.toLowerCase()}.` : `${noun} blev godkendt.`],
    words: meanings.approve,
  });
  if (/dagsorden/i.test(title) && /godkendelse/i.test(title)) return [approved("Dagsordenen")];
  if (/^godkendelse af referat/i.test(title)) return [approved("Referatet")];
  if (/^velkomst/i.test(title)) {
    return [
      {
        kind: "phrase",
        label: "Formanden bød velkommen.",
        text: [stop("Formanden"), " bød velkommen."],
        words: { da: "Mødet er åbnet.", en: "The meeting is opened." },
      },
    ];
  }
  if (/^(?:eventuelt|evt)/i.test(title)) {
    return ["Ikke noget til eventuelt.", "Der var intet til eventuelt."].map((text) => ({
      kind: "phrase",
      label: text,
      text: [text],
      words: { da: "Ingen havde noget at tage op.", en: "Nobody had anything to bring up." },
    }));
  }
  return [];
}

function distinct(offers: readonly Offer[]): Offer[] {
  const seen = new Set<string>();
  return offers.filter((offer) => {
    const text = plainTextOf(offer.text);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
