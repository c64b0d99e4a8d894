import { findDates } from "../calendar/dateText.ts";
import type { Archive, ArchivedDocument, ArchivedMention } from "./archive.ts";
import { BodyNames, isAbbreviation, type OwnNames } from "./bodyNames.ts";
import { bodyKeyOf } from "./bodyWords.ts";
import type { MentionRecord } from "./record.ts";

/** The meeting that a mention means. */
export interface MeetingMeant {
  /** The minutes; the agenda where there are none. Two, where two documents say that they are those minutes. */
  readonly documents: readonly ArchivedDocument[];
  /** UTF-16 units before the date at which the words begin that name the meeting. */
  readonly lead: number;
}

/** What of a mention says which meeting it is. */
export type MentionWords = Pick<MentionRecord, "date" | "before" | "behind">;

/**
 * Which meeting a mention means; null where it means none of the archive's. A link that leads to the wrong minutes is worse than
 * none: where the words fit two meetings, or name a body that is not known, nothing is meant.
 */
export function meetingMeant(archive: Archive, own: OwnNames, mention: MentionWords): MeetingMeant | null {
  const candidates = archive.on(mention.date).filter(({ record }) => record.body !== null);
  if (candidates.length === 0) return null;
  const named = namedBody(new BodyNames(archive, own, candidates), mention);
  // *Beslutning i Kulturudvalget den …*: this very meeting, of which there can be another document.
  if (!named || (mention.date === own.date && named.key === bodyKeyOf(own.body ?? ""))) return null;
  const all = candidates.filter(({ record }) => bodyKeyOf(record.body ?? "") === named.key);
  const minutes = all.filter(({ record }) => record.kind === "referat");
  return { documents: minutes.length > 0 ? minutes : all, lead: named.lead };
}

/** Where other documents mention the meeting of a document, the oldest first. */
export function mentionsOfMeeting(archive: Archive, { record, uri }: ArchivedDocument): ArchivedMention[] {
  if (record.date === null || record.body === null) return [];
  const key = bodyKeyOf(record.body);
  return archive.mentionsOf(record.date).filter((found) => {
    if (found.uri === uri) return false;
    const meant = meetingMeant(archive, found.record, found.mention)?.documents ?? [];
    return meant.some((each) => bodyKeyOf(each.record.body ?? "") === key);
  });
}

/** A body, and how far before the date its naming begins. */
interface Named {
  readonly key: string;
  readonly lead: number;
}

const meetingWord =
  /(?<!\p{Alpha})(?:(?<compound>\p{Alpha}{1,40}?)-?)?(?:møde(?:t|ts)?|(?<many>møder(?:ne)?|mødedatoer(?:ne)?)|referat(?:et)?(?=\s(?:fra|af)\s|\s{0,3}$)|dagsorden(?:en|s?punkt\p{Alpha}*)?(?=\s(?:til|fra|for)\s|\s{0,3}$))(?!\p{Alpha})/giu;

/** What may stand between *møde* and the date, and names nobody. */
const filler = wordsOnly(
  "som|der|her|afholdes|holdes|er|bliver|finder|sted|planlagt|igen|fra|til|for|af|på|i|den|det|mødet|møde|næste|sidste|forrige|kommende|seneste|dagsorden|dagsordenen|referat|referatet|samme|dag|kl|nr[. ]{0,2}\\d{1,3}|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag",
);
/** What may stand between a body's name and the date: *næste møde i Kulturudvalget er den …*. */
const linking = /(?:\s(?:er|var|bliver|blev|afholdes|afholdt|holdes|holdt|planlagt|til|igen)){1,8}\s?$/u;
/** *det næste møde*, *dagens møde*: our own, where nobody else is spoken of. */
const ownEpithet = wordsOnly(
  "det|på|til|fra|i|ved|efter|før|inden|sidste|seneste|forrige|foregående|næste|kommende|første|andet|tredje|ordinære|ordinært|ekstraordinære|ekstraordinært|konstituerende|dette|vores|fælles|tidligere|dagens|årets|månedens",
);
/** *Arbejdssporet afholder møde*: whoever is named right before. */
const holdsMeeting = /^(?:har|havde|får|(?:afhold|hold|planlæg|indkald|deltag)\p{Alpha}*)$/iu;
/** *Lederforeningens møde*, *klubbens møde*; and *et møde*, of which it is not said whose. */
const othersEpithet = /^(?:\p{Alpha}{2,40}s|et)$/iu;
/** *det politiske møde*: that of another level, where it is not ours. */
const levelEpithet =
  /^(?:politisk|faglig|strategisk|administrativ|national|regional|kommunal|lokal)\p{Alpha}*$/iu;
/** What a body did on the day, between its name and the date. */
const deed = wordsOnly(
  "har|havde|blev|er|tog|der|som|mødtes|mødes|igen|sagen|på|den|baggrund|tidligere|også|derfor|så|i|godkendte|besluttede|vedtog|tiltrådte|drøftede|behandlede|indstillede|anbefalede|udsatte|afviste|aftalte|godkendt|besluttet|drøftet|behandlet|vedtaget|forelagt|orienteret|præsenteret",
);
/** *godkendte handleplanen den …*, *Kulturudvalgets beslutning af …*: what a body deals with, not what takes place on a day. */
const deedAndObject =
  /^\s(?:godkendte|vedtog|tiltrådte|drøftede|behandlede|anbefalede|udsatte|afviste)\s\p{Alpha}{0,30}(?:sag|plan|aftale|budget|forslag|projekt|rapport|indstilling|notat|svar|strategi|politik|oplæg|udkast|redegørelse|regnskab|bevilling|ansøgning)(?:t?et|en|n|k?en|erne|rne)\s$|^\s(?:beslutning|behandling|drøftelse)(?:\saf\ssagen)?\s(?:af\s)?$/iu;
/** Of whom or what something is told, and who does not act: *fristen for svar til Kulturudvalget er den …*. */
const notActing = /(?<!\p{Alpha})(?:til|for|fra|af|med|om|hos|mellem|under)\s$/iu;

function wordsOnly(words: string): RegExp {
  return new RegExp(`^[\\s,.:]*(?:(?:${words})(?![\\p{Alpha}\\p{N}])[\\s,.:]*){0,10}$`, "iu");
}

/** The body that the words around the date name; null where they name none, or one that did not meet on that day. */
function namedBody(names: BodyNames, { before, behind }: MentionWords): Named | null {
  const words = [...before.matchAll(meetingWord)].map(({ 0: word, index, groups }) => {
    const above = before.slice(0, index);
    const compound = groups?.["compound"] ?? "";
    const epithet =
      compound === ""
        ? (/(?<!\p{Alpha})(\p{Alpha}+(?:['’]s)?)\s$/u.exec(above)?.[1] ?? "")
        : compound.replace(/s$/u, "");
    return { above, compound, epithet, end: index + word.length, isMany: groups?.["many"] !== undefined };
  });
  const word = words.at(-1);
  const between = word ? wordsBetween(before.slice(word.end), word.isMany) : "";
  if (!word || /\d{4}|[;:()]/.test(between)) return names.lastIn(before) ?? actorIn(names, before);
  const { above, compound, epithet } = word;
  const lead = word.isMany ? 0 : before.length - above.length;
  if (!filler.test(between)) {
    // *mødet med Skoleudvalget*, on a day on which we met too: it can be either's.
    if (/^\smed\s/u.test(between) && names.ownKey !== null) return null;
    // *møde i Kulturudvalget*, *møde i arbejdsgruppen under Kulturudvalget*: all the words name the body, or none does.
    const key = names.meantBy(between.replace(linking, ""), levelEpithet.test(epithet) ? [epithet] : []);
    return key === null ? null : { key, lead };
  }
  const following = behind === "" ? null : names.firstIn(behind);
  if (following !== null) return { key: following, lead };
  if (names.isOthers(behind)) return null;
  const actor = names.allIn(above).at(-1);
  if (epithet !== "" && !ownEpithet.test(epithet)) {
    const key = names.isOwnSort(epithet) && names.ownKey !== null ? names.ownKey : names.ofEpithet(epithet);
    if (key !== null) return { key, lead: lead + (compound === "" && !word.isMany ? epithet.length + 1 : 0) };
    if (holdsMeeting.test(epithet)) {
      const holds = actor && above.slice(actor.end).trim() === epithet;
      return holds
        ? { key: actor.key, lead }
        : /(?<!\p{Alpha})vi\s\p{Alpha}+\s$/iu.test(above)
          ? ownOf(names, lead)
          : null;
    }
    if (/^(?:et|dets|deres)$/iu.test(epithet)) return actor ? { key: actor.key, lead } : null;
    const others =
      compound !== "" || isAbbreviation(epithet) || levelEpithet.test(epithet) || othersEpithet.test(epithet);
    if (others && !(actor && above.slice(actor.end) === " ")) return null;
  }
  // *til det politiske møde …, på det kommende møde den …*: it is still that one that is spoken of.
  const level = words.findLast((each) => levelEpithet.test(each.epithet))?.epithet ?? "";
  const key = level === "" ? (names.subjectOf(above) ?? names.ownKey) : names.ofEpithet(level);
  return key === null || key === "" ? null : { key, lead };
}

function ownOf({ ownKey }: BodyNames, lead: number): Named | null {
  return ownKey === null ? null : { key: ownKey, lead };
}

/** The words between *møde* and a date, without what opens a parenthesis around it, and without the days that *møder* names before. */
function wordsBetween(text: string, isMany: boolean): string {
  const bare = text.replace(/^:|\($/g, " ");
  if (!isMany) return bare;
  let rest = bare.replace(/^\si\s\d{4}(?::\s|\s$)/u, " ").replace(/\s\((?=[^()]{0,90}$)/u, " ");
  for (const { start, end } of findDates(rest).reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest.replace(/(?<=\s)(?:og|samt|[-•*,])(?=\s)|,(?=\s)/gu, " ");
}

/** *Kulturudvalget godkendte d. 4. marts 2026*: who acted on the day. */
function actorIn(names: BodyNames, before: string): Named | null {
  const actor = names.allIn(before).find(({ start, end }) => {
    const rest = before.slice(end);
    return (deed.test(rest) && !notActing.test(before.slice(0, start))) || deedAndObject.test(rest);
  });
  return actor ? { key: actor.key, lead: 0 } : null;
}
