import { majorityOf } from "../../model/majority.ts";
import { memo } from "../../model/memo.ts";
import { recommendationEntries } from "../../model/recommendations.ts";
import { decisionSection, sectionsOf, wordsOf } from "../../model/sections.ts";
import { capitalised } from "../../model/sectionStyle.ts";
import type { Item } from "../../syntax/nodes.ts";
import { withCapital } from "../../text/spelling.ts";

/** How a body's decisions are written: in a word, in the passive, or with the body as their subject. */
export interface DecisionVoice {
  readonly voice: "short" | "passive" | "active";
  /** `Rådet`, `FSN`: who decides. */
  readonly subject: string;
}

interface WrittenVoice {
  readonly voice: DecisionVoice["voice"];
  readonly subject: string | null;
  /** It is a list of answers. */
  readonly listed: boolean;
}

const mark = /^(?:\d{1,3}[.)]|ad \d{1,3}[.:)]?|[-•*–]|[a-z]\))\s+/i;
const short =
  /^(?:godkendt|tiltrådt|vedtaget|taget til|til efterretning|drøftet|udsat|oversendes|ikke godkendt|anbefales)(?!\p{Alpha})/iu;
const active =
  /^(\p{Upper}[^.,;:]{1,60}?)\s+(?:godkendte|tiltrådte|vedtog|tog|drøftede|besluttede|udsatte|oversendte|anbefalede|indstillede|afviste)(?!\p{Alpha})/u;
const passive =
  /(?<!\p{Alpha})(?:blev|bliver|er)\s+(?:\p{Alpha}+\s+){0,3}?\p{Alpha}+(?:et|dt|ået)(?!\p{Alpha})/u;

/** Kept with the item; only the beginning of its decision is read. */
const writtenVoice: (item: Item) => WrittenVoice | null = memo((item) => {
  const section = decisionSection(item);
  const words = section && wordsOf(item, section.blocks);
  if (!words) return null;
  const start = item.masked.slice(words.span.start, Math.min(words.span.end, words.span.start + 200));
  const listed = mark.test(start);
  const text = start.replace(mark, "");
  if (short.test(text)) return { voice: "short", subject: null, listed };
  const subject = active.exec(text)?.[1];
  if (subject !== undefined && !/(?<!\p{Alpha})(?:blev|er|har)(?!\p{Alpha})/u.test(subject))
    return { voice: "active", subject, listed };
  return passive.test(text) ? { voice: "passive", subject: null, listed } : null;
});

/** The voice of most decisions around. `own` is the item that is being written, whose own text says nothing yet. */
export function voiceOf(near: readonly Item[], own: Item | null, body: string | null): DecisionVoice {
  const voices = near.flatMap((item) => (item === own ? [] : (writtenVoice(item) ?? [])));
  const voice = majorityOf(voices.map((each) => each.voice)) ?? voices.at(-1)?.voice ?? "short";
  const subjects = voices.flatMap((each) => each.subject ?? []);
  return { voice, subject: majorityOf(subjects) ?? subjects.at(-1) ?? subjectOf(body) };
}

/** The voice of the entries of a list: in a word, where the document's own lists do not say more. */
export function listVoiceOf(near: readonly Item[], own: Item, body: string | null): DecisionVoice {
  const voices = near.flatMap((item) => (item === own ? [] : (writtenVoice(item) ?? [])));
  const listed = voices.filter((each) => each.listed).map((each) => each.voice);
  const voice = majorityOf(listed) ?? listed.at(-1) ?? "short";
  // An entry says no more than its outcome: whose it is stands above it.
  return { ...voiceOf(near, own, body), voice: voice === "active" ? "passive" : voice };
}

/** Whether several recommendations are answered by a list: else it is by a sentence for each. */
export function answersByList(near: readonly Item[], own: Item): boolean {
  const several = near.filter(
    (item) =>
      item !== own &&
      sectionsOf(item, "indstilling").flatMap((section) => recommendationEntries(item, section)).length > 1,
  );
  return majorityOf(several.flatMap((item) => writtenVoice(item)?.listed ?? [])) !== false;
}

/** *Patientrådet ved Fjordhospitalet* is *Rådet*. */
function subjectOf(body: string | null): string {
  const first = /^[^\s–]*(?:-\s?(?:og\s)?\S+)*/u.exec(body ?? "")?.[0] ?? "";
  const noun = /(udvalget|rådet|bestyrelsen|direktionen|nævnet|kommissionen|gruppen|forummet)/iu.exec(
    `${first} ${body ?? ""}`,
  );
  const word = noun?.[1] ?? "udvalget";
  return capitalised(word);
}

/** What a body does with a matter. */
export type Deed = "approve" | "note" | "discuss" | "recommend" | "postpone" | "refer" | "reject";

/** A deed in a voice. `matter` is the matter in its definite form, *tidsplanen*, or a clause. */
export function deedText(deed: Deed, { voice, subject }: DecisionVoice, matter: string | null): string {
  const of = (usual: string): string => matter ?? usual;
  switch (deed) {
    case "approve":
      if (voice === "short") return "Godkendt.";
      if (matter?.startsWith("at ") === true)
        return voice === "passive" ? `Det blev godkendt, ${matter}.` : `${subject} godkendte, ${matter}.`;
      return voice === "passive"
        ? `${withCapital(of("indstillingen"))} blev godkendt.`
        : `${subject} godkendte ${of("indstillingen")}.`;
    case "note":
      if (voice === "short") return "Taget til efterretning.";
      return voice === "passive"
        ? `${withCapital(of("orienteringen"))} blev taget til efterretning.`
        : `${subject} tog ${of("orienteringen")} til efterretning.`;
    case "discuss":
      if (voice === "short") return "Drøftet.";
      return voice === "passive"
        ? `${withCapital(of("sagen"))} blev drøftet.`
        : `${subject} drøftede ${of("sagen")}.`;
    case "recommend":
      if (voice === "short") return "Anbefales til godkendelse i ";
      return voice === "passive"
        ? "Indstillingen anbefales til godkendelse i "
        : `${subject} besluttede at indstille sagen til godkendelse i `;
    case "postpone":
      if (voice === "short") return "Udsat.";
      return voice === "passive" ? "Sagen blev udsat." : `${subject} udsatte sagen.`;
    case "refer":
      if (voice === "short") return "Oversendes til ";
      return voice === "passive" ? "Sagen blev oversendt til " : `${subject} oversendte sagen til `;
    case "reject":
      if (voice === "short") return "Ikke godkendt.";
      return voice === "passive"
        ? `${withCapital(of("indstillingen"))} blev ikke godkendt.`
        : `${subject} godkendte ikke ${of("indstillingen")}.`;
  }
}
