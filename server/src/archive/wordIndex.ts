import { detached } from "../text/detached.ts";
import type { Archive } from "./archive.ts";
import { inAll, type ItemSet, itemsWhere, lowest, together } from "./itemSet.ts";
import type { DocumentRecord, ItemRecord } from "./record.ts";
import { hasAll, itemText } from "./search.ts";

/** Numbers in a page. */
const pageSize = 65_536;

/** Where the words of a document stand, on a page that it shares with others. */
interface Place {
  readonly page: Uint32Array;
  readonly start: number;
  readonly end: number;
}

/**
 * The words of all items, by numbers: a search looks for its words once among these, and in the documents for numbers only. They
 * are what stands between blanks, signs and all, so that what has no blank is found as in the text itself. A word keeps its
 * number as long as the archive lives.
 */
class WordIndex {
  /** By their numbers. */
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly places = new WeakMap<DocumentRecord, Place>();
  // On pages, since a search reads all of them: numbers that lie side by side are read several times as fast. A page goes
  // when the last of its documents has gone.
  private page = new Uint32Array(0);
  private used = 0;

  /**
   * The words of a document, 32 items at a time: how many numbers follow, then the number of each word and the items that
   * have it, a bit for each.
   */
  of(record: DocumentRecord): Place {
    let known = this.places.get(record);
    if (!known) {
      const numbers: number[] = [];
      for (let first = 0; first < record.items.length; first += together)
        this.read(record.items.slice(first, first + together), numbers);
      known = this.put(numbers);
      this.places.set(record, known);
    }
    return known;
  }

  private read(items: readonly ItemRecord[], numbers: number[]): void {
    const found = new Map<number, number>();
    for (const [index, item] of items.entries()) {
      for (const word of itemText(item).split(" ")) {
        if (word === "") continue;
        const number = this.numberOf(word);
        found.set(number, (found.get(number) ?? 0) | (1 << index));
      }
    }
    numbers.push(2 * found.size);
    for (const [number, having] of found) numbers.push(number, having);
  }

  private put(numbers: readonly number[]): Place {
    if (this.used + numbers.length > this.page.length) {
      this.page = new Uint32Array(Math.max(pageSize, numbers.length));
      this.used = 0;
    }
    const start = this.used;
    this.page.set(numbers, start);
    this.used += numbers.length;
    return { page: this.page, start, end: this.used };
  }

  private numberOf(word: string): number {
    let number = this.numbers.get(word);
    if (number === undefined) {
      const own = detached(word);
      number = this.words.push(own) - 1;
      this.numbers.set(own, number);
    }
    return number;
  }
}

const indexes = new WeakMap<Archive, WordIndex>();

/** The index of an archive. A document is read when it is asked for. */
export function wordIndexOf(archive: Archive): WordIndex {
  let index = indexes.get(archive);
  if (!index) {
    index = new WordIndex();
    indexes.set(archive, index);
  }
  return index;
}

/** So many words have a bit each in a number that is not kept as a fraction. */
const most = 30;

/** A search for words without blanks, as `searchWords` gives them: each is to be found, also as a part of another word. */
export class WordSearch {
  private readonly index: WordIndex;
  private readonly sought: readonly string[];
  /** Where somebody searches for a whole page: these are looked for in the texts. */
  private readonly more: readonly string[];
  /** Which of the sought words stand in the word of a number, a bit for each. */
  private readonly marks: number[] = [];
  /** Which items have a sought word: kept for no longer than a part of a document is looked at. */
  private readonly having = new Int32Array(most);

  constructor(archive: Archive, words: readonly string[]) {
    this.index = wordIndexOf(archive);
    const distinct = [...new Set(words)];
    this.sought = distinct.slice(0, most);
    this.more = distinct.slice(most);
  }

  /**
   * The items of a document that have all the words that do not stand in the text besides; null where that has them all, and
   * every item fits.
   */
  itemsOf(record: DocumentRecord, besides: string): ItemSet | null {
    const lacking = this.lackingIn(besides);
    const found = lacking === 0 ? null : this.fittingIn(record, lacking);
    const more = this.more.filter((word) => !besides.includes(word));
    if (more.length === 0) return found;
    return inAll(
      itemsWhere(record.items, (item) => hasAll(more, itemText(item))),
      found,
    );
  }

  /**
   * Whether all words stand in a document's items, be it in several, or in the text besides. Of very many words only the first are
   * looked at.
   */
  mayFit(record: DocumentRecord, besides: string): boolean {
    let lacking = this.lackingIn(besides);
    if (lacking === 0) return true;
    const { page, start, end } = this.placeOf(record);
    for (let part = start; part < end && lacking !== 0; part += 1 + (page[part] ?? 0)) {
      const behind = part + (page[part] ?? 0);
      for (let at = part + 1; at < behind && lacking !== 0; at += 2) lacking &= ~this.markOf(page[at]);
    }
    return lacking === 0;
  }

  private lackingIn(text: string): number {
    let lacking = 0;
    for (let bit = 0; bit < this.sought.length; bit++) {
      if (!text.includes(this.sought[bit] ?? "")) lacking |= 1 << bit;
    }
    return lacking;
  }

  /** The items that have the sought words of these bits. */
  private fittingIn(record: DocumentRecord, lacking: number): ItemSet {
    const { having } = this;
    const { page, start, end } = this.placeOf(record);
    const fitting: number[] = [];
    for (let part = start; part < end; part += 1 + (page[part] ?? 0)) {
      having.fill(0);
      const behind = part + (page[part] ?? 0);
      for (let at = part + 1; at < behind; at += 2) {
        for (let left = this.markOf(page[at]) & lacking; left !== 0; left &= left - 1) {
          const bit = lowest(left);
          having[bit] = (having[bit] ?? 0) | (page[at + 1] ?? 0);
        }
      }
      let items = -1;
      for (let left = lacking; left !== 0; left &= left - 1) items &= having[lowest(left)] ?? 0;
      fitting.push(items);
    }
    return fitting;
  }

  private markOf(number: number | undefined): number {
    return this.marks[number ?? 0] ?? 0;
  }

  /** Where the words of a document stand; all are marked. */
  private placeOf(record: DocumentRecord): Place {
    const place = this.index.of(record);
    if (this.marks.length < this.index.words.length) this.mark();
    return place;
  }

  private mark(): void {
    const { marks, sought } = this;
    const { words } = this.index;
    for (let number = marks.length; number < words.length; number++) {
      let mark = 0;
      for (let bit = 0; bit < sought.length; bit++) {
        if (words[number]?.includes(sought[bit] ?? "")) mark |= 1 << bit;
      }
      marks.push(mark);
    }
  }
}
