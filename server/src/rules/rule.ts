import type { ChunkEdit, Place } from "../edits/chunkEdit.ts";
import type { Words } from "../text/language.ts";
import type { Around } from "../archive/around.ts";
import type { Meeting } from "../model/meeting.ts";
import type { Profile } from "../model/profile.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import type { Wording } from "../syntax/rewording.ts";
import type { Vocabulary } from "../syntax/vocabulary.ts";
import type { Span } from "../text/span.ts";
import type { UselessName } from "./silencing.ts";

export type { ChunkEdit, Place } from "../edits/chunkEdit.ts";
export type { Language, Words } from "../text/language.ts";

/**
 * What a rule is. Four things stand apart in its file: what it is (id, severity), what it detects, what it says, and how
 * it is mended. Detection gives a state, not sentences; the words are made only when somebody reads them.
 */
export type Severity = "error" | "warning" | "info" | "hint";

/** What a rule of one item may know: the item, and what never changes while it is edited. */
export interface ItemContext {
  readonly item: Item;
  readonly kind: "referat" | "dagsorden";
  readonly profile: Profile;
  /** The words that the item was read with. */
  readonly vocabulary: Vocabulary;
}

export interface DocumentContext {
  readonly document: ReferatDocument;
  readonly meeting: Meeting;
  readonly items: readonly Item[];
  readonly profile: Profile;
  /** The names of the files in the document's folder; null where they are not known. */
  readonly filesBeside: readonly string[] | null;
  /** The other meetings; null where they are not known. */
  readonly around: Around | null;
  /** The index of an item's chunk. */
  readonly chunkOf: (itemIndex: number) => number;
}

export interface ItemDetection<State> {
  readonly span: Span;
  readonly state: State;
  /** Another place in the item that the finding is about. */
  readonly related?: Span;
}

export interface DocumentDetection<State> extends Place {
  readonly state: State;
  /** Another place that the finding is about. */
  readonly related?: Place;
}

/** One way to mend a finding. Its edits never overlap, and touch nothing that the finding is not about. */
export interface Fix<State> {
  readonly title: Words<State>;
  /** Null where this way is closed for this finding. */
  readonly edits: (
    found: Place & { readonly state: State },
    context: DocumentContext,
  ) => readonly ChunkEdit[] | null;
}

/** A way to mend one of the problems that a rule tells apart, closed for its others. */
export function fixFor<State extends { readonly problem: string }, Problem extends State["problem"]>(
  problem: Problem,
  { title, edits }: Fix<Extract<State, { readonly problem: Problem }>>,
): Fix<State> {
  type Own = Extract<State, { readonly problem: Problem }>;
  const isOwn = (state: State): state is Own => state.problem === problem;
  return {
    title: {
      da: (state) => (isOwn(state) ? title.da(state) : ""),
      en: (state) => (isOwn(state) ? title.en(state) : ""),
    },
    edits: ({ chunk, span, state }, context) =>
      isOwn(state) ? edits({ chunk, span, state }, context) : null,
  };
}

interface RuleBase<State> {
  readonly id: string;
  readonly severity: Severity | ((state: State) => Severity);
  /** What is wrong, why it matters and what to do. */
  readonly message: Words<State>;
  /** What the related place is. */
  readonly relatedMessage?: Words<State>;
  /** The ways to mend it; the first is the right one where `fixAll` says so. */
  readonly fixes?: readonly Fix<State>[];
  /** Rules that a finding gives way to where both find something at the same place: one cause is one finding. */
  readonly yieldsTo?: readonly string[];
  /** Where others find the same, outside of the text: a comment that silences it there is of use. */
  readonly alsoAt?: (context: DocumentContext) => Iterable<Place>;
  /**
   * Whether a paragraph, or an entry of a list, of such words can matter to the rule (see heeds.ts); without this each can. While
   * somebody types in one that cannot, a rule that found nothing finds nothing, and need not run again.
   */
  readonly heeds?: (wording: Wording, context: DocumentContext) => boolean;
  /** It runs only where `referat.json` gives it a weight. */
  readonly onRequest?: true;
  /** Safe to apply unseen, on save and with `--fix` (A in RULES.md). */
  readonly fixAll?: boolean;
}

/** A rule that sees one item at a time: its findings are kept with the item. */
export interface ItemRule<State> extends RuleBase<State> {
  readonly scope: "item";
  readonly detect: (context: ItemContext) => Iterable<ItemDetection<State>>;
}

/**
 * A rule about words, wherever they stand: it sees the head or an item at a time, and its findings are kept with it. The
 * contents repeat their headings, whose defects are reported once.
 */
export interface ChunkRule<State> extends RuleBase<State> {
  readonly scope: "chunk";
  readonly detect: (chunk: Chunk) => Iterable<ItemDetection<State>>;
}

/** A rule that must see the whole: numbers, times, dates, style. */
export interface DocumentRule<State> extends RuleBase<State> {
  readonly scope: "document";
  /**
   * All that the rule reads of a chunk, with its places, in one string (see reads.ts). While it is the same for every
   * chunk, the rule need not run again. A rule without it runs after each edit.
   */
  readonly reads?: (chunk: Chunk) => string;
  /** The same without the places: while it is the same for every chunk, a rule that found nothing finds nothing. */
  readonly words?: (chunk: Chunk) => string;
  /** It sees nothing where the files beside the document are not known. */
  readonly needsFiles?: true;
  /** It looks at the other meetings: without them it sees nothing (`needed`), or less (`used`). */
  readonly archive?: "needed" | "used";
  readonly detect: (context: DocumentContext) => Iterable<DocumentDetection<State>>;
}

/** A rule about the comments that silence the others: it runs last, and sees which of them did nothing. */
export interface SilencingRule<State> extends RuleBase<State> {
  readonly scope: "silencing";
  readonly detect: (
    useless: readonly UselessName[],
    context: DocumentContext,
  ) => Iterable<DocumentDetection<State>>;
}

/** A rule whose state nobody outside of its file knows. */
export type Rule = ItemRule<unknown> | ChunkRule<unknown> | DocumentRule<unknown> | SilencingRule<unknown>;

// The state is created and read by the same rule, so that it may be forgotten in between.
export function itemRule<State>(rule: Omit<ItemRule<State>, "scope">): Rule {
  return { scope: "item", ...rule } as unknown as Rule;
}

export function chunkRule<State>(rule: Omit<ChunkRule<State>, "scope">): Rule {
  return { scope: "chunk", ...rule } as unknown as Rule;
}

export function documentRule<State>(rule: Omit<DocumentRule<State>, "scope">): Rule {
  return { scope: "document", ...rule } as unknown as Rule;
}

export function silencingRule<State>(rule: Omit<SilencingRule<State>, "scope">): Rule {
  return { scope: "silencing", ...rule } as unknown as Rule;
}
