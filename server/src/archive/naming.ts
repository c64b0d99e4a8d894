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
  /(?<!\p{L})(?:(?<compound>\p{L}{1,40}?)-?)?(?:møde(?:t|ts)?|referat(?:et)?(?=\s(?:fra|af)\s)|dagsorden(?:en|s?punkt\p{L}*)?(?=\s(?:til|fra|for)\s))(?!\p{L})/giu;

/** What may stand between *møde* and the date, and names nobody. */
const filler = wordsOnly(
  "som|der|afholdes|holdes|er|bliver|finder|sted|planlagt|fra|til|af|på|i|den|det|mødet|møde|næste|sidste|forrige|kommende|seneste|dagsorden|dagsordenen|referat|referatet|kl|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag",
);
/** *det næste møde*, *udvalgets møde*: our own. */
const ownEpithet = wordsOnly(
  "det|et|på|til|fra|i|ved|efter|før|inden|sidste|seneste|forrige|foregående|næste|kommende|første|andet|tredje|ordinære|ordinært|ekstraordinære|ekstraordinært|konstituerende|dette|vores|fælles|tidligere|udvalgets|rådets|bestyrelsens|klyngens|nævnets|forummets|niveauets|udvalg|råd|bestyrelse",
);
/** *Arbejdssporet afholder møde*: somebody does, and not we. */
const holdsMeeting = /^(?:afhold|hold|planlæg|indkald|deltag)\p{L}*$/iu;
/** *det politiske møde*: that of another level, where it is not ours. */
const levelEpithet =
  /^(?:politisk|faglig|strategisk|administrativ|national|regional|kommunal|lokal)\p{L}*$/iu;
/** What a body did on the day, between its name and the date. */
const deed = wordsOnly(
  "har|havde|blev|er|tog|sagen|på|den|baggrund|tidligere|også|derfor|så|i|godkendte|besluttede|vedtog|tiltrådte|drøftede|behandlede|indstillede|anbefalede|udsatte|afviste|aftalte|godkendt|besluttet|drøftet|behandlet|vedtaget|forelagt|orienteret|præsenteret",
);

function wordsOnly(words: string): RegExp {
  return new RegExp(`^[\\s,.:]*(?:(?:${words})(?![\\p{L}\\p{N}])[\\s,.:]*){0,10}$`, "iu");
}

/** The body that the words around the date name; null where they name none, or one that did not meet on that day. */
function namedBody(names: BodyNames, { before, behind }: MentionWords): Named | null {
  const words = [...before.matchAll(meetingWord)].map(({ 0: word, index, groups }) => {
    const above = before.slice(0, index);
    const compound = groups?.["compound"] ?? "";
    const epithet = compound === "" ? (/(\p{L}+)\s$/u.exec(above)?.[1] ?? "") : compound.replace(/s$/u, "");
    return { above, compound, epithet, end: index + word.length };
  });
  const word = words.at(-1);
  const between = word ? before.slice(word.end) : "";
  if (!word || /\d{4}|[;:()]/.test(between)) return names.lastIn(before) ?? actorIn(names, before);
  const { above, compound, epithet } = word;
  const lead = before.length - above.length;
  if (!filler.test(between)) {
    // *møde i Kulturudvalget*, *møde i arbejdsgruppen under Kulturudvalget*: all the words name the body, or none does.
    const key = names.meantBy(between, ...(levelEpithet.test(epithet) ? [epithet] : []));
    return key === null ? null : { key, lead };
  }
  const following = behind === "" ? null : names.firstIn(behind);
  if (following !== null) return { key: following, lead };
  if (epithet !== "" && !ownEpithet.test(epithet)) {
    const key = names.ofEpithet(epithet);
    if (key !== null) return { key, lead: lead + (compound === "" ? epithet.length + 1 : 0) };
    const others =
      compound !== "" || isAbbreviation(epithet) || holdsMeeting.test(epithet) || levelEpithet.test(epithet);
    if (others) return null;
  }
  // *til det politiske møde …, på det kommende møde den …*: it is still that one that is spoken of.
  const level = words.findLast((each) => levelEpithet.test(each.epithet))?.epithet ?? "";
  const key = level === "" ? (names.subjectOf(above) ?? names.ownKey) : names.ofEpithet(level);
  return key === null || key === "" ? null : { key, lead };
}

/** *Kulturudvalget godkendte d. 4. marts 2026*: who acted on the day. */
function actorIn(names: BodyNames, before: string): Named | null {
  const actor = names.allIn(before).find(({ end }) => deed.test(before.slice(end)));
  return actor ? { key: actor.key, lead: 0 } : null;
}
