import type { Archive, ArchivedDocument } from "./archive.ts";
import { bodyKeyOf, bodyWordsOf, isSameWord } from "./bodyWords.ts";
import type { DocumentRecord } from "./record.ts";
import { wordsIn } from "../text/spelling.ts";

const abbreviation = /^[A-ZÆØÅ][A-ZÆØÅ\d]{1,6}$/;

/** Words that are bodies, though nobody knows which. */
const bodyLike =
  /(?:udvalg|råd|bestyrelse|nævn|forum|gruppe|niveau|klynge|kommission|direktion|komité|komite|team|spor|kreds|ledelse|forvaltning|fællesskab|folketing|regering|styrelse|ministeri)(?:et|en|erne|er|n|ne|r)?s?$/iu;

/** Who does this at a meeting does it at that of others: *Forvaltningen orienterede på mødet*. */
const visits =
  /(?<!\p{Alpha})(?:oplyste|orienterede|afrapporterede|fremlagde|præsenterede|fortalte|deltog|gennemgik|redegjorde|meddelte|foreslog|spurgte|oplyst|fremlagt)(?!\p{Alpha})/iu;

/** Words that say what sort of body it is, and not which. */
const anyBody =
  /^(?:udvalg|råd|bestyrelse|nævn|forum|gruppe|arbejdsgruppe|styregruppe|niveau|klynge|ledelse|direktion|kreds)(?:met|et|en|n)?s?$/iu;

/** *Brev fra Kulturudvalget*, *frist for …*, *valgt til …*: no meeting is spoken of. */
const addressed =
  /(?<!\p{Alpha})(?:frist(?:en)?|brev(?:et)?|henvendelse[nr]?|høringssvar(?:et)?|medlem(?:mer)?|valgt|inviterer|inviteret|besøg(?:er|te|t)?)\s(?:(?:for|fra|af|til|i)\s)?$/iu;

/** ` i Kulturudvalget, hvor …`: what follows the preposition. */
const behindDate = /^\s+(?:i|for|på|fra)\s+([^.,;:()]{2,60})/u;

/** More words than a body is named with. */
const mostWords = 12;

export function isAbbreviation(word: string): boolean {
  return abbreviation.test(word);
}

/** What of a document says how it names bodies. */
export type OwnNames = Pick<DocumentRecord, "body" | "date" | "abbreviations">;

interface Body {
  readonly key: string;
  readonly words: readonly string[];
  /** Those of the words that are places: *Kulturudvalget i Sandby/Havneby*. */
  readonly places: readonly string[];
  readonly aliases: readonly string[];
  readonly abbreviations: readonly { readonly short: string; readonly long: string }[];
}

/**
 * How one document can name the bodies that met on a day: by their titles, by aliases of their profiles, by abbreviations that it
 * or their own documents explain, and by a part of the title where that can mean but one. Bodies are told by `bodyKeyOf`.
 */
export class BodyNames {
  /** The document's own body, where it met on that day. */
  readonly ownKey: string | null;
  private readonly bodies: readonly Body[];
  private readonly ownWords: readonly string[];

  constructor(
    private readonly archive: Archive,
    private readonly own: OwnNames,
    candidates: readonly ArchivedDocument[],
  ) {
    const byKey = new Map<string, Body>();
    for (const { record } of candidates) {
      const key = bodyKeyOf(record.body ?? "");
      const known = byKey.get(key);
      byKey.set(key, {
        key,
        words: bodyWordsOf(record.body ?? ""),
        places: placesIn(record.body ?? ""),
        aliases: [...(known?.aliases ?? []), ...record.aliases],
        abbreviations: [...(known?.abbreviations ?? own.abbreviations), ...record.abbreviations],
      });
    }
    this.bodies = [...byKey.values()];
    this.ownWords = bodyWordsOf(own.body ?? "");
    const ownKey = bodyKeyOf(own.body ?? "");
    this.ownKey = byKey.has(ownKey) ? ownKey : null;
  }

  /** The body that all the words of a phrase name, and those besides. */
  meantBy(phrase: string, besides: readonly string[] = []): string | null {
    const words = wordsBehind(phrase);
    if (words.length === 0) return null;
    const all = [...words, ...besides];
    const written = bodyWordsOf(all.join(" "));
    const titled = this.one((body) => sameWords(written, body.words));
    if (titled !== null) return titled;
    if (this.ownKey !== null && words.length === 1 && this.isOwnSort(words[0] ?? "")) return this.ownKey;
    const named = this.one((body) => this.isNamed(all, body));
    // Another's alias that can be the beginning of our own name as well.
    const isOurs = this.ownKey !== null && this.ownKey !== named && hasAll(this.ownWords, written);
    return isOurs && written.some((word) => bodyLike.test(word)) ? null : named;
  }

  /** The body that the last words of a text name, as many of them as can, from one with a capital on. */
  lastIn(text: string): { readonly key: string; readonly lead: number } | null {
    for (const start of wordStarts(text).slice(-mostWords)) {
      const phrase = text.slice(start);
      const word = text.slice(Math.max(0, start - 44), start);
      if (!/^\p{Upper}[^.;:()]*$/u.test(phrase) || /\p{Upper}[\p{Alpha}\p{N}]{0,40}[ -]$/u.test(word))
        continue;
      const key = addressed.test(text.slice(0, start)) ? null : this.meantBy(phrase);
      if (key !== null) return { key, lead: text.length - start };
    }
    return null;
  }

  /** The body that the first words of a text name: ` i Kulturudvalget, hvor …`. */
  firstIn(text: string): string | null {
    const phrase = behindDate.exec(text)?.[1] ?? "";
    for (const end of wordEnds(phrase).slice(0, mostWords).reverse()) {
      const part = phrase.slice(0, end);
      const key = /\p{Upper}/u.test(part) ? this.meantBy(part) : null;
      if (key !== null) return key;
    }
    return null;
  }

  /** Whether the words behind a date, ` i Skoleudvalget`, ` med klubben`, say that it is others' meeting. */
  isOthers(behind: string): boolean {
    if (/^\s+(?:hos\s|med\s(?:\p{Upper}|\p{Lower}{2,30}(?:en|et|ne)(?!\p{Alpha})))/u.test(behind))
      return true;
    const [first = ""] = behindDate.exec(behind)?.[1]?.match(/^[\p{Alpha}\p{N}-]+/u) ?? [];
    return bodyLike.test(first) && !this.isOwn(first);
  }

  /** Where a text names bodies: the offsets of each name, and behind it. */
  allIn(text: string): { readonly start: number; readonly end: number; readonly key: string }[] {
    const found: { start: number; end: number; key: string }[] = [];
    let at = 0;
    const ends = wordEnds(text);
    for (const start of wordStarts(text)) {
      if (start < at || !/^\p{Upper}/u.test(text.slice(start, start + 2)) || isWithinName(text, start))
        continue;
      const next = ends.filter((end) => end > start).slice(0, mostWords);
      for (const end of next.reverse()) {
        const phrase = text.slice(start, end);
        const key =
          /[.;:()]/.test(phrase) || addressed.test(text.slice(0, start)) ? null : this.meantBy(phrase);
        if (key === null) continue;
        found.push({ start, end, key });
        at = end;
        break;
      }
    }
    return found;
  }

  /** The body that is called by a word before *møde*: *FSN-mødet*, *det politiske møde*. */
  ofEpithet(epithet: string): string | null {
    const word = epithet.toLowerCase();
    return this.one((body) => {
      if (this.isShort(epithet, body)) return true;
      const others = body.words.filter((each) => !isSameWord(each, word));
      return word.length >= 5 && others.length < body.words.length && this.isKin(others);
    });
  }

  /** The body that a sentence is about: "" where it is about one that did not meet on that day, null where it is about none. */
  subjectOf(text: string): string | null {
    const named = this.allIn(text).at(-1);
    if (named) return named.key;
    if (visits.test(text)) return null;
    for (const [word] of text.matchAll(/[\p{Alpha}\p{N}]+/gu)) {
      const isBody = abbreviation.test(word) || (/^\p{Upper}/u.test(word) && bodyLike.test(word));
      if (isBody && !this.isOwn(word)) return "";
    }
    return null;
  }

  /** *udvalgets*, *Gruppen*: the sort of body that we are. */
  isOwnSort(word: string): boolean {
    if (!anyBody.test(word)) return false;
    const sort = sortOf(word);
    return this.ownWords.some((each) => sortOf(each).endsWith(sort));
  }

  private isOwn(word: string): boolean {
    const own = this.bodies.find(({ key }) => key === this.ownKey);
    return (
      this.ownWords.some((each) => isSameWord(each, word.toLowerCase())) ||
      this.isOwnSort(word) ||
      (own !== undefined && this.isShort(word, own))
    );
  }

  private isNamed(words: readonly string[], body: Body): boolean {
    const phrase = bodyWordsOf(words.join(" "));
    if (sameWords(phrase, body.words)) return true;
    if (body.aliases.some((alias) => sameWords(phrase, bodyWordsOf(alias)))) return true;
    return (words.length === 1 && this.isShort(words[0] ?? "", body)) || this.isPart(phrase, body);
  }

  /** An alias of one word, an abbreviation that is explained, or the first letters of words of a title that is akin to ours. */
  private isShort(written: string, body: Body): boolean {
    const word = written.replace(/(?<=\p{Upper})['’]?s$/u, "");
    if (body.aliases.some((alias) => isSameWord(alias.toLowerCase(), word.toLowerCase()))) return true;
    if (!abbreviation.test(word)) return false;
    const explained = body.abbreviations.filter(({ short }) => short === word);
    if (explained.length > 0) {
      return explained.some(({ long }) => {
        const words = bodyWordsOf(long);
        const isAlias = body.aliases.some((alias) => sameWords(words, bodyWordsOf(alias)));
        return isAlias || sameWords(words, body.words) || this.isPart(words, body);
      });
    }
    if (word.length < 3) return false;
    const initials = body.words.map((each) => each.charAt(0)).join("");
    const at = initials.indexOf(word.toLowerCase());
    return at !== -1 && this.isKin(body.words.filter((_, index) => index < at || index >= at + word.length));
  }

  /**
   * Some of the title's words, *Kulturudvalget*, that no other body of the day has: where the others stand in our own
   * body's name, or where no other body of the archive has these words and nothing says that it is that of another place.
   */
  private isPart(words: readonly string[], body: Body): boolean {
    if (words.length === 0 || words.length >= body.words.length) return false;
    const having = this.bodies.filter((each) => hasAll(each.words, words));
    if (having.length !== 1 || having[0] !== body) return false;
    const rest = body.words.filter((each) => !words.some((word) => isSameWord(each, word)));
    if (this.isKin(rest)) return true;
    // *mødet i Havneby* is no body's; *i Kulturudvalget i Havneby* is not that of Sandby and Havneby.
    const places = words.filter((word) => body.places.some((place) => isSameWord(word, place)));
    if (places.length === words.length || (places.length > 0 && places.length < body.places.length))
      return false;
    if (words.every((word) => anyBody.test(word))) return false;
    return words.some((word) => word.length >= 8) && !this.isElsewhere(rest) && this.isAlone(words);
  }

  private isKin(rest: readonly string[]): boolean {
    return rest.every((each) => this.ownWords.some((word) => isSameWord(word, each)));
  }

  private isElsewhere(rest: readonly string[]): boolean {
    const places = placesIn(this.own.body ?? "");
    return places.length > 0 && !places.some((place) => rest.includes(place));
  }

  private isAlone(words: readonly string[]): boolean {
    let having = 0;
    for (const name of this.archive.bodies()) {
      if (hasAll(bodyKeyOf(name).split(" "), words)) having++;
      if (having > 1) return false;
    }
    return having === 1;
  }

  /** The only body of which it is true. */
  private one(fits: (body: Body) => boolean): string | null {
    const [found, ...others] = this.bodies.filter(fits);
    return found && others.length === 0 ? found.key : null;
  }
}

/** *udvalgets* and *Kulturudvalget* end alike. */
function sortOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/s$/u, "")
    .replace(/(?:met|et|en|n|e)$/u, "")
    .replace(/(?<=grupp|klyng|styrels|ledels)e$/u, "");
}

function placesIn(name: string): string[] {
  const places = /(?:^|\s)(?:i|ved|på)\s+(\p{Upper}[\p{Alpha}\p{N} /-]*)/u.exec(name)?.[1] ?? "";
  return bodyWordsOf(places.split(" - ")[0] ?? "");
}

/** What stands right behind another capital is the rest of a longer name: *Det Koordinerende Niveau*. */
function isWithinName(text: string, start: number): boolean {
  return /(?<![\p{Alpha}\p{N}])\p{Upper}[\p{Alpha}\p{N}]{0,40} $/u.test(
    text.slice(Math.max(0, start - 44), start),
  );
}

/** The words of a phrase, without the preposition that leads to it. */
function wordsBehind(text: string): string[] {
  const words = wordsIn(text);
  return /^(?:i|på|for|af|til|fra|ved|med)$/u.test(words[0] ?? "") ? words.slice(1) : words;
}

function wordStarts(text: string): number[] {
  return [...text.matchAll(/(?<![\p{Alpha}\p{N}-])[\p{Alpha}\p{N}]/gu)].map(({ index }) => index);
}

function wordEnds(text: string): number[] {
  return [...text.matchAll(/(?<=[\p{Alpha}\p{N}])(?![\p{Alpha}\p{N}-])/gu)].map(({ index }) => index);
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && hasAll(a, b) && hasAll(b, a);
}

function hasAll(words: readonly string[], some: readonly string[]): boolean {
  return some.every((word) => words.some((each) => isSameWord(each, word)));
}
