import type { Archive, ArchivedDocument, ArchivedMention } from "./archive.ts";
import { bodyKeyOf, bodyWordsOf, isSameWord } from "./bodyWords.ts";
import type { DocumentRecord, MentionRecord } from "./record.ts";

/**
 * Which meeting a mention means. A link that leads to the wrong minutes is worse than none: where the words fit two meetings,
 * or name a body that is not known, there is none.
 */
export function documentsMeant(
  archive: Archive,
  from: ArchivedDocument,
  mention: MentionRecord,
): readonly ArchivedDocument[] {
  return meetingMeant(archive, from, mention)?.documents ?? [];
}

export interface MeetingMeant {
  /** The minutes; the agenda where there are none. Two, where two documents say that they are those minutes. */
  readonly documents: readonly ArchivedDocument[];
  /** UTF-16 units before the date at which the words begin that name the meeting. */
  readonly lead: number;
}

export function meetingMeant(
  archive: Archive,
  from: ArchivedDocument,
  mention: MentionRecord,
): MeetingMeant | null {
  const candidates = meetingsOn(archive, mention.date);
  if (candidates.length === 0) return null;
  const named = namedBody(archive, from.record, mention, candidates);
  if (!named) return null;
  const all = candidates.filter(({ record }) => bodyKeyOf(record.body ?? "") === named.key);
  const minutes = all.filter(({ record }) => record.kind === "referat");
  return { documents: minutes.length > 0 ? minutes : all, lead: named.lead };
}

/** The mentions of a meeting in other documents, and in its own. */
export function mentionsOfMeeting(archive: Archive, { record, uri }: ArchivedDocument): ArchivedMention[] {
  if (record.date === null || record.body === null) return [];
  const key = bodyKeyOf(record.body);
  return archive.mentionsOf(record.date).filter((mention) => {
    if (mention.uri === uri) return false;
    const meant = documentsMeant(archive, mention, mention.mention);
    return meant.some((each) => bodyKeyOf(each.record.body ?? "") === key);
  });
}

function meetingsOn(archive: Archive, date: string): ArchivedDocument[] {
  return archive.on(date).filter(({ record }) => record.body !== null);
}

interface Named {
  readonly key: string;
  readonly lead: number;
}

const meetingWord =
  /(?<!\p{L})(?:(?<compound>\p{L}{1,40}?)-?)?(?:møde(?:t|ts)?|referat(?:et)?(?=\s(?:fra|af)\s)|dagsorden(?:en|s?punkt\p{L}*)?(?=\s(?:til|fra|for)\s))(?!\p{L})/giu;

/** What may stand between *møde* and the date, and names nobody. */
const filler =
  /^[\s,]*(?:(?:som|der|afholdes|holdes|afholdt|holdt|er|blev|bliver|finder|sted|planlagt|fra|til|af|på|i|den|mødet|møde|næste|sidste|forrige|kommende|seneste|dagsorden|dagsordenen|referat|referatet|kl|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)[\s,.:]*)*$/iu;
/** Epithets that name nobody: *det næste møde*, *udvalgets møde*. */
const ownEpithet =
  /^(?:det|et|på|til|fra|i|ved|efter|før|inden|sidste|seneste|forrige|foregående|næste|kommende|første|andet|tredje|ordinære|ordinært|ekstraordinære|ekstraordinært|konstituerende|dette|vores|fælles|tidligere|udvalgets|rådets|bestyrelsens|klyngens|nævnets|forummets|udvalgs|råds|bestyrelses|niveauets)$/iu;
/** Who acts here is a body, though nobody knows which. */
const bodyLike =
  /(?:udvalg|råd|bestyrelse|nævn|forum|styregruppe|arbejdsgruppe|gruppe|niveau|klynge|kommission|direktion|komité|komite|team|spor|kreds|ledelse|forvaltning|fællesskab|folketing|regering|byråd|styrelse|ministeri)(?:et|en|erne|er|et|s)?s?$/iu;
const abbreviation = /^[A-ZÆØÅ][A-ZÆØÅ\d]{1,6}$/;
const deed =
  /^(?:\s(?:har|havde|blev|er|tog|sagen|på|den|baggrund|den\sbaggrund|tidligere|også|derfor|så|i|godkendte|besluttede|vedtog|tiltrådte|drøftede|behandlede|indstillede|anbefalede|udsatte|afviste|aftalte|godkendt|besluttet|drøftet|behandlet|vedtaget|forelagt|orienteret|bedt|præsenteret)){1,7}\s*$/iu;

/** The body that the words around a date name; null where they name none, one that is not known, or more than one. */
function namedBody(
  archive: Archive,
  own: DocumentRecord,
  { before, behind }: MentionRecord,
  candidates: readonly ArchivedDocument[],
): Named | null {
  const naming = new Naming(archive, own, candidates);
  const word = [...before.matchAll(meetingWord)].at(-1);
  if (!word) return naming.before(before) ?? actor(naming, before);
  const start = word.index;
  const lead = before.length - start;
  const between = before.slice(start + word[0].length);
  if (/\d{4}|[;:()]/.test(between)) return naming.before(between);
  if (!filler.test(between)) {
    // *møde i Kulturudvalget*, *møde i arbejdsgruppen under Kulturudvalget*: all the words name the body, or none.
    const key = naming.whole(between);
    return key === null ? null : { key, lead };
  }
  if (behind !== "") {
    const key = naming.behind(behind);
    if (key !== null) return { key, lead };
  }
  const compound = (word.groups?.["compound"] ?? "").replace(/-$/, "");
  const epithet = compound !== "" ? compound : (/(\p{L}+)\s$/u.exec(before.slice(0, start))?.[1] ?? "");
  if (epithet !== "" && !ownEpithet.test(epithet)) {
    const key = naming.byEpithet(epithet.replace(/s$/u, ""));
    if (key !== null) return { key, lead: lead + (compound === "" ? epithet.length + 1 : 0) };
    // *afholder møde*, *et temamøde*: it is no meeting of minutes, or that of others.
    if (compound !== "" || bodyLike.test(epithet) || abbreviation.test(epithet)) return null;
    if (/^(?:politisk|faglig|administrativ|national|regional|kommunal|lokal)\p{L}*$/iu.test(epithet))
      return null;
    if (/^(?:afhold|hold|planlæg|indkald)\p{L}*$/iu.test(epithet)) return null;
  }
  const subject = naming.within(before.slice(0, start));
  if (subject === "another") return null;
  const key = subject ?? naming.ownKey;
  return key === null ? null : { key, lead };
}

/** *Kulturudvalget godkendte d. 4. marts 2026*: only what surely names a body, right before what it did. */
function actor(naming: Naming, before: string): Named | null {
  for (const { end, key } of naming.fullNames(before)) {
    if (deed.test(before.slice(end))) return { key, lead: 0 };
  }
  return null;
}

/** The ways in which one document can name the bodies that met on a day. */
class Naming {
  private readonly bodies: readonly NamedBody[];
  readonly ownKey: string | null;

  constructor(
    private readonly archive: Archive,
    private readonly own: DocumentRecord,
    candidates: readonly ArchivedDocument[],
  ) {
    const byKey = new Map<string, NamedBody>();
    for (const { record } of candidates) {
      const key = bodyKeyOf(record.body ?? "");
      const known = byKey.get(key);
      byKey.set(key, {
        key,
        words: known?.words ?? bodyWordsOf(record.body ?? ""),
        aliases: [...(known?.aliases ?? []), ...record.aliases],
        abbreviations: [...(known?.abbreviations ?? []), ...own.abbreviations, ...record.abbreviations],
      });
    }
    this.bodies = [...byKey.values()];
    const ownKey = own.body === null ? null : bodyKeyOf(own.body);
    this.ownKey = ownKey !== null && byKey.has(ownKey) ? ownKey : null;
  }

  /** The body that all of the words name. */
  whole(text: string): string | null {
    const words = wordsIn(text);
    return words.length === 0 ? null : this.onlyOne((body) => this.names(words, body));
  }

  /** The body that the last words name, as many of them as can: the words right before the date, with a capital among them. */
  before(text: string): Named | null {
    const starts = [...text.matchAll(/(?<![\p{L}\p{N}-])[\p{L}\p{N}]/gu)]
      .map(({ index }) => index)
      .slice(-12);
    for (const start of starts) {
      const phrase = text.slice(start);
      if (/[.;:()]/.test(phrase) || !/^\p{Lu}/u.test(phrase)) continue;
      const key = this.whole(phrase);
      if (key !== null) return { key, lead: text.length - start };
    }
    return null;
  }

  /** The body that the first words behind the date name: ` i Kulturudvalget, hvor …`. */
  behind(text: string): string | null {
    const phrase = /^\s+(?:i|for|på)\s+([^.,;:()]{2,60})/u.exec(text)?.[1];
    if (phrase === undefined) return null;
    const ends = [...phrase.matchAll(/(?<=[\p{L}\p{N}])(?![\p{L}\p{N}-])/gu)]
      .map(({ index }) => index)
      .slice(0, 8);
    for (const end of ends.reverse()) {
      const part = phrase.slice(0, end);
      const key = /\p{Lu}/u.test(part) ? this.whole(part) : null;
      if (key !== null) return key;
    }
    return null;
  }

  /** *FSN-mødet*, *det politiske møde*: the body that has the word in its name, among those that share the other words with ours. */
  byEpithet(epithet: string): string | null {
    const word = epithet.toLowerCase();
    return this.onlyOne(
      (body) =>
        this.isShort(epithet, body) ||
        (word.length >= 5 &&
          body.words.some((each) => isSameWord(each, word)) &&
          this.isKin(body.words.filter((each) => !isSameWord(each, word)))),
    );
  }

  /** The body that a sentence is about; "another" where it is about a body that met not on that day, or is not known. */
  within(text: string): string | "another" | null {
    const found = this.fullNames(text).at(-1);
    if (found) return found.key;
    const own = bodyWordsOf(this.own.body ?? "");
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const isBody = abbreviation.test(word) || (/^\p{Lu}/u.test(word) && bodyLike.test(word));
      if (!isBody) continue;
      const isOwn =
        own.some((each) => isSameWord(each, word.toLowerCase())) ||
        this.bodies.some((body) => body.key === this.ownKey && this.isShort(word, body));
      if (!isOwn) return "another";
    }
    return null;
  }

  /** Where a text names a body by its title, an alias or an abbreviation, and where the name ends. */
  fullNames(text: string): { readonly end: number; readonly key: string }[] {
    const found: { end: number; key: string }[] = [];
    const tokens = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
      word,
      start: index,
      end: index + word.length,
    }));
    for (let first = 0; first < tokens.length; first++) {
      for (let last = Math.min(tokens.length, first + 9) - 1; last >= first; last--) {
        const start = tokens[first]?.start ?? 0;
        const end = tokens[last]?.end ?? 0;
        const phrase = text.slice(start, end);
        if (!/^\p{Lu}/u.test(phrase)) break;
        if (/[.;:()]/.test(phrase)) continue;
        const words = wordsIn(phrase);
        const key = this.onlyOne((body) => this.isFull(words, body) || this.isPart(words, body));
        if (key === null) continue;
        found.push({ end, key });
        first = last;
        break;
      }
    }
    return found;
  }

  private names(words: readonly string[], body: NamedBody): boolean {
    return this.isFull(words, body) || this.isPart(words, body);
  }

  /** The title, an alias, or an abbreviation that one of the two documents explains. */
  private isFull(words: readonly string[], body: NamedBody): boolean {
    if (sameWords(bodyWordsOf(words.join(" ")), body.words)) return true;
    return words.length === 1
      ? this.isShort(words[0] ?? "", body)
      : body.aliases.some((alias) => sameWords(bodyWordsOf(words.join(" ")), bodyWordsOf(alias)));
  }

  /** An alias of one word, an abbreviation that is explained, or the first letters of its words. */
  private isShort(written: string, body: NamedBody): boolean {
    const word = written.replace(/(?<=\p{Lu})s$/u, "");
    const small = word.toLowerCase();
    if (body.aliases.some((alias) => isSameWord(alias.toLowerCase(), small))) return true;
    if (!abbreviation.test(word)) return false;
    for (const { short, long } of body.abbreviations) {
      if (short === word && this.isPart(wordsIn(long), body)) return true;
      if (short === word && sameWords(bodyWordsOf(long), body.words)) return true;
    }
    if (word.length < 3) return false;
    const at = body.words
      .map((each) => each.charAt(0))
      .join("")
      .indexOf(small);
    const rest = body.words.filter((_, index) => index < at || index >= at + word.length);
    return at !== -1 && this.isKin(rest);
  }

  /**
   * Some of the title's words, *Fagligt strategisk niveau*, where the others are in our own body's name, or no other body of the
   * archive has these words.
   */
  private isPart(written: readonly string[], body: NamedBody): boolean {
    const words = bodyWordsOf(written.join(" "));
    if (words.length === 0 || words.length >= body.words.length) return false;
    if (!words.every((word) => body.words.some((each) => isSameWord(each, word)))) return false;
    const rest = body.words.filter((each) => !words.some((word) => isSameWord(each, word)));
    if (this.isKin(rest)) return true;
    // A body of another place is not meant by half of its name.
    const isSpecific = words.some((word) => word.length >= 8);
    return isSpecific && this.own.body === null
      ? this.isAlone(words)
      : isSpecific && this.isAlone(words) && !this.hasPlace(rest);
  }

  private isKin(rest: readonly string[]): boolean {
    const own = bodyWordsOf(this.own.body ?? "");
    return rest.every((each) => own.some((word) => isSameWord(word, each)));
  }

  private isAlone(words: readonly string[]): boolean {
    const having = this.archive.bodies().filter((name) => {
      const own = bodyWordsOf(name);
      return words.every((word) => own.some((each) => isSameWord(each, word)));
    });
    return having.length === 1;
  }

  /** Both our own name and what is left of the other's say where, and not the same place. */
  private hasPlace(rest: readonly string[]): boolean {
    const place = /(?:^|\s)(?:i|for|ved|på)\s+(\p{Lu}[\p{L}-]+)/u
      .exec(this.own.body ?? "")?.[1]
      ?.toLowerCase();
    return place !== undefined && !rest.includes(place) && rest.length > 0;
  }

  private onlyOne(fits: (body: NamedBody) => boolean): string | null {
    const found = this.bodies.filter(fits);
    if (found.length === 1) return found[0]?.key ?? null;
    return found.find(({ key }) => key === this.ownKey)?.key ?? null;
  }
}

interface NamedBody {
  readonly key: string;
  readonly words: readonly string[];
  readonly aliases: readonly string[];
  readonly abbreviations: readonly { readonly short: string; readonly long: string }[];
}

function wordsIn(text: string): string[] {
  return (
    text
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word, index) => index > 0 || !/^(?:i|på|for|af|til|fra|ved|med)$/u.test(word)) ?? []
  );
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length &&
    a.every((word) => b.some((each) => isSameWord(each, word))) &&
    b.every((word) => a.some((each) => isSameWord(each, word)))
  );
}
