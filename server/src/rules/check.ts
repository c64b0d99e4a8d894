import type { Around } from "../archive/around.ts";
import { type Meeting, meetingOf } from "../model/meeting.ts";
import { defaultProfile, type Profile } from "../model/profile.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Chunk, Item } from "../syntax/nodes.ts";
import { type Rewording, rewordingOf } from "../syntax/rewording.ts";
import type { Stretch } from "../syntax/stretches.ts";
import { Spans } from "../text/spans.ts";
import { ruleIds, rules as allRules } from "./registry.ts";
import type {
  ChunkRule,
  DocumentContext,
  DocumentDetection,
  DocumentRule,
  ItemDetection,
  ItemRule,
  Language,
  Place,
  Rule,
  Severity,
} from "./rule.ts";
import { Silencing } from "./silencing.ts";

/** Something that a reader should correct, where it stands. Offsets count from the start of its chunk. */
export interface Finding extends Place {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly state: unknown;
  readonly related: Place | null;
}

export interface CheckOptions {
  /** What the file's ending says, for a document without a title line. */
  readonly fileKind?: "referat" | "dagsorden";
  readonly profile?: Profile;
  /** The weight of a rule where it is not its own; a rule that is off does not run. */
  readonly severities?: ReadonlyMap<string, Severity | "off">;
  /** The names of the files in the document's folder; null or left out where they are not known. */
  readonly filesBeside?: readonly string[] | null;
  /** The other meetings; null or left out where they are not known. */
  readonly around?: Around | null;
}

/**
 * So many findings of one rule are kept in a chunk, and in a document: a single line of 5 MB can hold millions of brackets that
 * nothing closes, and the server must outlive it.
 */
const most = { inChunk: 100_000, inDocument: 500_000 };

/** How much work a check did: what is kept is not done again. */
export interface CheckCount {
  /** Chunks for which the rules of one chunk or item ran. */
  chunkRuns: number;
  /** Runs of rules of one chunk or item. */
  ruleRuns: number;
  /** Runs of rules that see the whole document. */
  documentRuns: number;
}

/** What the rules of one chunk found in it, in the order of the rules. */
interface KeptFindings {
  readonly kind: Meeting["kind"];
  readonly profile: Profile;
  readonly found: readonly (ItemDetection<unknown> & { readonly rule: Rule })[];
}

/** The same of a stretch, each finding with the place of its chunk in it. */
interface KeptInStretch {
  readonly kind: Meeting["kind"];
  readonly profile: Profile;
  readonly found: readonly (KeptFindings["found"][number] & { readonly at: number })[];
}

/** What the rules of the whole document found in its last version. */
interface LastCheck {
  readonly document: ReferatDocument;
  readonly options: CheckOptions;
  readonly archiveVersion: number;
  readonly byRule: ReadonlyMap<Rule, readonly DocumentDetection<unknown>[]>;
}

/** What is other than in the version that was checked before. */
interface Change {
  readonly last: LastCheck;
  /** The chunks that are others at their place; null where there are more or fewer of them. */
  readonly chunks: readonly ChangedChunk[] | null;
  /** Where no more has changed than the words of one paragraph. */
  readonly reworded: Reworded | null;
}

interface ChangedChunk {
  readonly was: Chunk;
  readonly is: Chunk;
}

interface Reworded {
  readonly was: Item;
  readonly is: Item;
  readonly rewording: Rewording;
}

/**
 * Checks the versions of one document. What the rules found in a chunk is kept with the chunk; a rule of the whole document
 * runs again only when something that it reads has changed.
 */
export class Checker {
  readonly count: CheckCount = { chunkRuns: 0, ruleRuns: 0, documentRuns: 0 };
  private readonly kept = new WeakMap<Chunk, KeptFindings>();
  private readonly keptInStretch = new WeakMap<Stretch, KeptInStretch>();
  private last: LastCheck | null = null;
  /** The rules that see a chunk at a time, and those that see the document. */
  private readonly ofChunks: readonly (ItemRule<unknown> | ChunkRule<unknown>)[];
  private readonly ofDocuments: readonly DocumentRule<unknown>[];

  constructor(private readonly rules: readonly Rule[] = allRules) {
    this.ofChunks = rules.filter((rule) => rule.scope === "item" || rule.scope === "chunk");
    this.ofDocuments = rules.filter((rule) => rule.scope === "document");
  }

  /** All findings of the document that no comment silences, in the order of their places. */
  check(document: ReferatDocument, options: CheckOptions = {}): Finding[] {
    const context = documentContext(document, options);
    const findings: Finding[] = [];
    const counts = new Map<Rule, number>();
    const isOff = (rule: Rule): boolean => isSilent(rule, options);
    const add = (rule: Rule, place: Place, state: unknown, related: Place | null): void => {
      const own = typeof rule.severity === "function" ? rule.severity(state) : rule.severity;
      const severity = options.severities?.get(rule.id) ?? own;
      const count = (counts.get(rule) ?? 0) + 1;
      if (severity === "off" || count > most.inDocument) return;
      counts.set(rule, count);
      findings.push({ rule, severity, chunk: place.chunk, span: place.span, state, related });
    };
    const change = this.changeTo(document, options);
    let first = 0;
    for (const stretch of document.stretches) {
      for (const { at, rule, span, state, related } of this.stretchFindings(stretch, context, change)) {
        const chunk = first + at;
        add(rule, { chunk, span }, state, related ? { chunk, span: related } : null);
      }
      first += stretch.chunks.length;
    }
    for (const [rule, found] of this.documentFindings(context, options, change)) {
      for (const each of found) add(rule, each, each.state, each.related ?? null);
    }
    const silencing = new Silencing(document);
    if (silencing.isEmpty) return inOrder(withoutYielding(findings));
    const heard = ({ rule, chunk, span }: Finding): boolean =>
      !silencing.silences(rule.id, document.offsetOf(chunk) + span.start);
    // What gives way is asked about too: it comes back when the other is mended, and its comment is of use.
    const loud = new Set(findings.filter(heard));
    const others = withoutYielding(findings.splice(0)).filter((finding) => loud.has(finding));
    for (const rule of this.rules)
      for (const { chunk, span } of silencing.names(rule.id) ? (rule.alsoAt?.(context) ?? []) : [])
        silencing.silences(rule.id, document.offsetOf(chunk) + span.start);
    // Which silencings were of use is known when all others have been asked.
    const ran = new Set(
      this.rules.filter((rule) => !isOff(rule) && !isBlind(rule, context)).map((rule) => rule.id),
    );
    for (const rule of this.rules) {
      if (rule.scope !== "silencing" || isOff(rule)) continue;
      const useless = silencing.uselessNames(ruleIds, (id) => ran.has(id));
      for (const found of rule.detect(useless, context)) add(rule, found, found.state, found.related ?? null);
    }
    return inOrder([...others, ...findings.filter(heard)]);
  }

  /** Null where there is no version before that was checked in the same way. */
  private changeTo(document: ReferatDocument, options: CheckOptions): Change | null {
    const last = this.last && sameOptions(this.last.options, options) ? this.last : null;
    if (!last) return null;
    const chunks = changedChunks(last.document, document);
    const [only, ...others] = chunks ?? [];
    return { last, chunks, reworded: only && others.length === 0 ? rewordedIn(only) : null };
  }

  private stretchFindings(
    stretch: Stretch,
    context: DocumentContext,
    change: Change | null,
  ): KeptInStretch["found"] {
    const { meeting, profile } = context;
    const kept = this.keptInStretch.get(stretch);
    if (kept?.kind === meeting.kind && kept.profile === profile) return kept.found;
    const found: KeptInStretch["found"][number][] = [];
    for (const [at, chunk] of stretch.chunks.entries()) {
      for (const each of this.chunkFindings(chunk, context, change)) found.push({ at, ...each });
    }
    this.keptInStretch.set(stretch, { kind: meeting.kind, profile, found });
    return found;
  }

  private chunkFindings(
    chunk: Chunk,
    document: DocumentContext,
    change: Change | null,
  ): KeptFindings["found"] {
    const {
      meeting: { kind },
      profile,
      document: { vocabulary },
    } = document;
    const isKnown = (kept: KeptFindings | undefined): kept is KeptFindings =>
      kept?.kind === kind && kept.profile === profile;
    const kept = this.kept.get(chunk);
    if (isKnown(kept)) return kept.found;
    this.count.chunkRuns++;
    const reworded = change?.reworded?.is === chunk ? change.reworded : null;
    const before = reworded ? this.kept.get(reworded.was) : undefined;
    const foundBefore = isKnown(before) ? before.found : null;
    const found: KeptFindings["found"][number][] = [];
    const context = chunk.kind === "item" ? { item: chunk, kind, profile, vocabulary } : null;
    for (const rule of this.ofChunks) {
      const nothingBefore = foundBefore?.every((each) => each.rule !== rule) === true;
      if (nothingBefore && reworded && isUnmoved(rule, reworded, document)) continue;
      this.count.ruleRuns++;
      if (rule.scope === "item") {
        if (context)
          for (const detection of upTo(most.inChunk, rule.detect(context)))
            found.push({ rule, ...detection });
      } else if (chunk.kind !== "contents") {
        for (const detection of upTo(most.inChunk, rule.detect(chunk))) found.push({ rule, ...detection });
      }
    }
    this.kept.set(chunk, { kind, profile, found });
    return found;
  }

  private documentFindings(
    context: DocumentContext,
    options: CheckOptions,
    change: Change | null,
  ): LastCheck["byRule"] {
    const archiveVersion = context.around?.archive.version ?? 0;
    const byRule = new Map<Rule, readonly DocumentDetection<unknown>[]>();
    for (const rule of this.ofDocuments) {
      if (isSilent(rule, options)) continue;
      if (isBlind(rule, context)) {
        byRule.set(rule, []);
        continue;
      }
      const isKnown = rule.archive === undefined || change?.last.archiveVersion === archiveVersion;
      const before = isKnown ? change?.last.byRule.get(rule) : undefined;
      if (before && change && findsTheSame(rule, before, change, context)) {
        byRule.set(rule, before);
      } else {
        this.count.documentRuns++;
        byRule.set(rule, [...upTo(most.inDocument, rule.detect(context))]);
      }
    }
    this.last = { document: context.document, options, archiveVersion, byRule };
    return byRule;
  }
}

/** Whether what the rule reads is the same as before; where it found nothing, the places are of no matter. */
function findsTheSame(
  rule: DocumentRule<unknown>,
  before: readonly DocumentDetection<unknown>[],
  { chunks, reworded }: Change,
  context: DocumentContext,
): boolean {
  if (before.length === 0 && reworded && isUnmoved(rule, reworded, context)) return true;
  const reads = before.length === 0 ? (rule.words ?? rule.reads) : rule.reads;
  if (!reads || !chunks) return false;
  return chunks.every(({ was, is }) => was.kind === is.kind && reads(was) === reads(is));
}

/** Whether the paragraph whose words are others can be of no matter to the rule, if it found nothing before. */
function isUnmoved({ heeds }: Rule, { rewording: { was, is } }: Reworded, context: DocumentContext): boolean {
  return heeds !== undefined && !heeds(was, context) && !heeds(is, context);
}

function rewordedIn({ was, is }: ChangedChunk): Reworded | null {
  if (was.kind !== "item" || is.kind !== "item") return null;
  const rewording = rewordingOf(was, is);
  return rewording && { was, is, rewording };
}

/** Whether the rule is switched off, or was not switched on. */
function isSilent(rule: Rule, { severities }: CheckOptions): boolean {
  const severity = severities?.get(rule.id);
  return severity === "off" || (rule.onRequest === true && severity === undefined);
}

/** Whether the rule could see nothing of what it looks for. */
function isBlind(rule: Rule, { filesBeside, around }: DocumentContext): boolean {
  if (rule.scope !== "document") return false;
  return (
    (rule.needsFiles === true && (filesBeside?.length ?? 0) === 0) ||
    (rule.archive === "needed" && around === null)
  );
}

function sameOptions(a: CheckOptions, b: CheckOptions): boolean {
  return (
    a.fileKind === b.fileKind &&
    a.profile === b.profile &&
    a.severities === b.severities &&
    a.filesBeside === b.filesBeside &&
    a.around?.archive === b.around?.archive &&
    a.around?.uri === b.around?.uri
  );
}

function changedChunks(before: ReferatDocument, now: ReferatDocument): ChangedChunk[] | null {
  if (before.chunks.length !== now.chunks.length) return null;
  const changed: ChangedChunk[] = [];
  const { from, to } = changedRange(before.stretches, now.stretches);
  for (let index = from; index < now.chunks.length - to; index++) {
    const [was, is] = [before.chunks[index], now.chunks[index]];
    if (was && is && was !== is) changed.push({ was, is });
  }
  return changed;
}

/** How many chunks lie in stretches that are the same as before: from the start on, and up to the end. */
function changedRange(before: readonly Stretch[], now: readonly Stretch[]): { from: number; to: number } {
  const shorter = Math.min(before.length, now.length);
  let [first, last] = [0, 0];
  let [from, to] = [0, 0];
  for (; first < shorter && before[first] === now[first]; first++) from += now[first]?.chunks.length ?? 0;
  for (; last < shorter - first && before.at(-1 - last) === now.at(-1 - last); last++) {
    to += now.at(-1 - last)?.chunks.length ?? 0;
  }
  return { from, to };
}

/**
 * What rules are told of a document besides its chunks; what the options do not say is the default profile, and no
 * files and no other meetings.
 */
export function documentContext(document: ReferatDocument, options: CheckOptions = {}): DocumentContext {
  const first = document.firstItemIndex;
  return {
    document,
    meeting: meetingOf(document, options.fileKind),
    items: document.items,
    profile: options.profile ?? defaultProfile,
    filesBeside: options.filesBeside ?? null,
    around: options.around ?? null,
    chunkOf: (itemIndex) => first + itemIndex,
  };
}

function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.chunk - b.chunk || a.span.start - b.span.start || a.span.end - b.span.end);
}

function* upTo<T>(limit: number, found: Iterable<T>): Generator<T> {
  let left = limit;
  for (const each of found) {
    if (left-- === 0) return;
    yield each;
  }
}

/** Of two findings with one cause only the one that names it is left. */
function withoutYielding(findings: readonly Finding[]): Finding[] {
  const namesOf = new Set(findings.flatMap((finding) => finding.rule.yieldsTo ?? []));
  const stronger = new Map<string, Map<number, Spans>>();
  for (const finding of findings) {
    const { id } = finding.rule;
    if (!namesOf.has(id)) continue;
    const ofRule = stronger.get(id) ?? new Map<number, Spans>();
    stronger.set(id, ofRule);
    const inChunk = ofRule.get(finding.chunk) ?? new Spans();
    ofRule.set(finding.chunk, inChunk);
    inChunk.add(finding.span);
  }
  return findings.filter(
    ({ rule, chunk, span }) =>
      !rule.yieldsTo?.some((id) => stronger.get(id)?.get(chunk)?.overlap(span) === true),
  );
}

/** What a finding says. */
export function messageOf(finding: Finding, language: Language): string {
  return finding.rule.message[language](finding.state);
}
