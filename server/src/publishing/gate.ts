import { attachmentsOf } from "../model/attachments.ts";
import type { ListedFile } from "../model/listedFiles.ts";
import { decisionSection, hasWords } from "../model/sections.ts";
import type { FoundNumber } from "../reading/foundNumbers.ts";
import type { FileReading } from "../reading/readFile.ts";
import type { Unread } from "../reading/reading.ts";
import { contentsOf } from "../model/contents.ts";
import { classifyTitle, kindOf } from "../model/itemKind.ts";
import { linksIn } from "../model/links.ts";
import { linkTarget } from "../model/linkTarget.ts";
import { commentOpen } from "../syntax/comments.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import { AnyOf } from "../text/anyOf.ts";
import { type Span, span } from "../text/span.ts";
import { cleanText } from "./cleanText.ts";
import { closedAnnouncements, hiddenAnnouncement } from "./closedLines.ts";

/** How much it stands in the way: an error keeps a document from the public. */
export type Gravity = "error" | "warning" | "info";

/** What the gate needs to know of a finding of a rule. */
export interface GateFinding {
  readonly rule: { readonly id: string };
  readonly severity: "error" | "warning" | "info" | "hint";
  readonly chunk: number;
  /** In the chunk. */
  readonly span: Span;
}

/** Something that stands in the way of publishing, where it stands. */
export type Obstacle<Finding extends GateFinding> = {
  readonly gravity: Gravity;
  readonly chunk: number;
  readonly span: Span;
} & (
  | { readonly type: "finding"; readonly finding: Finding }
  /** A line of an open item that announces a closed one: what stands below it would be published. */
  | { readonly type: "closedHeading" }
  /** An entry of the contents that calls an open item closed. */
  | { readonly type: "closedEntry" }
  /** An open item that its number makes look like a line of the closed one before it. */
  | { readonly type: "doubtfulItem" }
  /** A comment that takes the heading of a closed item away from its words. */
  | { readonly type: "hiddenHeading" }
  /** A comment that nothing ends. */
  | { readonly type: "openComment" }
  /** The file of a closed item, named in an open one. */
  | { readonly type: "closedAttachment"; readonly name: string }
  /** Civil registration numbers in a file that is listed here. */
  | { readonly type: "attachmentNumber"; readonly file: string; readonly numbers: readonly FoundNumber[] }
  /** A file that is listed here, and that nobody has looked into. */
  | { readonly type: "attachmentUnread"; readonly file: string; readonly why: Unread }
);

/** What is known of a file that is listed. */
export type ReadAttachment = ListedFile & { readonly reading: FileReading };

export interface GateOptions {
  /** Closed items are left out: what is found in them stands in nobody's way. */
  readonly public: boolean;
  /** The weights that the configuration gives to rules, which hold here too. */
  readonly severities?: ReadonlyMap<string, GateFinding["severity"] | "off">;
  /** The files beside the document that were looked into. */
  readonly attachments?: readonly ReadAttachment[];
}

/** What of the rules' findings matters to those who receive the document, and how much; the others matter as little as they can. */
const gravities: ReadonlyMap<string, Gravity> = new Map([
  ["cpr-number", "error"],
  ["closed-leak", "error"],
  ["missing-decision", "error"],
  ["placeholder", "error"],
  ["recommendation-answered", "warning"],
  ["dead-link", "warning"],
  ["reference", "warning"],
  ["attachment-cited", "warning"],
  ["attachment-file", "warning"],
  ["toc-title", "warning"],
  ["toc-truncated", "warning"],
  ["toc-item", "warning"],
  ["toc-order", "warning"],
  ["contact-details", "info"],
  ["link-text", "info"],
]);

/** What stands in the way of publishing a document with these findings: the gravest first, then by place. */
export function obstacles<Finding extends GateFinding>(
  document: ReferatDocument,
  findings: readonly Finding[],
  options: GateOptions,
): Obstacle<Finding>[] {
  const isLeftOut = (chunk: number): boolean => options.public && isClosed(document, chunk);
  const found = findings.flatMap((finding): Obstacle<Finding>[] => {
    const gravity = gravityOf(document, finding, options);
    const { chunk, span } = finding;
    return gravity === null ? [] : [{ type: "finding", gravity, chunk, span, finding }];
  });
  return [
    ...found,
    ...closedHeadings<Finding>(document),
    ...closedAttachments<Finding>(document),
    ...readAttachments<Finding>(options),
    ...closedEntries<Finding>(document),
    ...doubtfulItems<Finding>(document),
    ...openComments<Finding>(document),
    ...hiddenHeadings<Finding>(document),
  ]
    .filter(({ chunk }) => !isLeftOut(chunk))
    .sort((a, b) => ranks[a.gravity] - ranks[b.gravity] || a.chunk - b.chunk || a.span.start - b.span.start);
}

const ranks: Readonly<Record<Gravity, number>> = { error: 0, warning: 1, info: 2 };

function gravityOf(
  document: ReferatDocument,
  finding: GateFinding,
  { severities }: GateOptions,
): Gravity | null {
  const { id } = finding.rule;
  const own = ownGravity(document, finding);
  // What the writer is told of as wrong is worth a look before others see it.
  if (own === undefined)
    return finding.severity === "error" || finding.severity === "warning" ? "warning" : null;
  const configured = severities?.has(id) ? finding.severity : own;
  return configured === "hint" ? "info" : configured;
}

function ownGravity(document: ReferatDocument, finding: GateFinding): Gravity | undefined {
  const { id } = finding.rule;
  if (id === "empty-section" && isEmptyDecision(document, finding)) return "error";
  if (id === "placeholder" && canBeElision(document, finding)) return "warning";
  return gravities.get(id);
}

/** `[...]` can be a place that was to be filled in, and words that were left out on purpose. */
function canBeElision(document: ReferatDocument, { chunk, span: { start, end } }: GateFinding): boolean {
  return /^\[\s?[.…]+\s?\]$/u.test(document.chunks[chunk]?.text.slice(start, end) ?? "");
}

/** A heading with no decision below it is a decision that is missing. */
function isEmptyDecision(document: ReferatDocument, { chunk, span: at }: GateFinding): boolean {
  const item = document.chunks[chunk];
  const section = item?.kind === "item" ? decisionSection(item) : null;
  return section !== null && !hasWords(section.blocks) && at.start >= section.start && at.end <= section.end;
}

function isClosed(document: ReferatDocument, chunk: number): boolean {
  const item = document.items[chunk - document.firstItemIndex];
  return item !== undefined && kindOf(item).closed;
}

/** `Punkt 8 Lukket punkt: …` without its colon is text of the item before it. The contents name closed items by right. */
function closedHeadings<Finding extends GateFinding>(document: ReferatDocument): Obstacle<Finding>[] {
  return document.chunks.flatMap((chunk, index) => {
    if (chunk.kind === "contents" || isClosed(document, index)) return [];
    const next = document.items[index + 1 - document.firstItemIndex];
    return closedAnnouncements(chunk, next).map((at): Obstacle<Finding> => ({
      type: "closedHeading",
      gravity: "error",
      chunk: index,
      span: at,
    }));
  });
}

/** The contents call an item closed whose heading does not. */
function closedEntries<Finding extends GateFinding>(document: ReferatDocument): Obstacle<Finding>[] {
  return contentsOf(document).flatMap(({ index, entry, item, words }): Obstacle<Finding>[] => {
    const heading = item === null ? undefined : document.items[item];
    if (!heading || kindOf(heading).closed || !classifyTitle(words).closed) return [];
    return [{ type: "closedEntry", gravity: "error", chunk: index, span: entry.textSpan }];
  });
}

/**
 * `Punkt 1: Køber betaler …` within the text of item 7, which is closed, begins an open item: the number tells that it may not
 * be meant as one.
 */
function doubtfulItems<Finding extends GateFinding>(document: ReferatDocument): Obstacle<Finding>[] {
  let before: Item | null = null;
  return document.items.flatMap((item, index): Obstacle<Finding>[] => {
    const { number, labelSpan } = item.heading;
    if (number === null) return [];
    const last = before;
    before = item;
    if (!last || !kindOf(last).closed || kindOf(item).closed || number > (last.heading.number ?? 0))
      return [];
    const chunk = document.firstItemIndex + index;
    return [{ type: "doubtfulItem", gravity: "error", chunk, span: labelSpan }];
  });
}

/** A comment without its end is text, and published. */
function openComments<Finding extends GateFinding>(document: ReferatDocument): Obstacle<Finding>[] {
  return document.chunks.flatMap((chunk, index): Obstacle<Finding>[] => {
    const at = chunk.masked.indexOf(commentOpen);
    if (at === -1 || isClosed(document, index)) return [];
    const end = at + commentOpen.length;
    return [{ type: "openComment", gravity: "error", chunk: index, span: span(at, end) }];
  });
}

function hiddenHeadings<Finding extends GateFinding>(document: ReferatDocument): Obstacle<Finding>[] {
  return document.chunks.flatMap((chunk, index): Obstacle<Finding>[] => {
    const at = isClosed(document, index) ? null : hiddenAnnouncement(chunk);
    return at ? [{ type: "hiddenHeading", gravity: "error", chunk: index, span: at }] : [];
  });
}

/** A name of fewer signs is too common to tell a file. */
const shortestName = 8;

function closedAttachments<Finding extends GateFinding>(document: ReferatDocument): Obstacle<Finding>[] {
  const open = new Set(filesOf(document, false).map((name) => name.toLowerCase()));
  const closed = new Set(filesOf(document, true));
  const names = [...closed].filter((name) => name.length >= shortestName && !open.has(name.toLowerCase()));
  if (names.length === 0) return [];
  // In the address of a link a blank can be %20.
  const written = names.map((name) => [name.toLowerCase(), encodeURI(cleanText(name)).toLowerCase()]);
  const finder = new AnyOf(written.flat(), shortestName);
  return document.chunks.flatMap((chunk, index) => {
    if (chunk.kind === "contents" || isClosed(document, index)) return [];
    const found = finder.firstPlaces(chunk.masked.toLowerCase());
    if (found.size === 0) return [];
    return names.flatMap((name, of): Obstacle<Finding>[] => {
      const form = written[of]?.find((each) => found.has(each)) ?? "";
      const at = found.get(form);
      if (at === undefined) return [];
      const place = span(at, at + form.length);
      return [{ type: "closedAttachment", gravity: "error", name, chunk: index, span: place }];
    });
  });
}

/** The rule's weight is that of its numbers in attachments too. */
function readAttachments<Finding extends GateFinding>({
  attachments = [],
  severities,
}: GateOptions): Obstacle<Finding>[] {
  const configured = severities?.get("cpr-number") ?? "error";
  if (configured === "off") return [];
  return attachments.flatMap(({ file, chunk, span, reading }): Obstacle<Finding>[] => {
    const place = { file, chunk, span };
    if ("unread" in reading)
      return [{ type: "attachmentUnread", gravity: "info", why: reading.unread, ...place }];
    if (reading.numbers.length === 0) return [];
    const gravity = configured === "hint" ? "info" : configured;
    return [{ type: "attachmentNumber", gravity, numbers: reading.numbers, ...place }];
  });
}

/** The names of the attachments of the closed items, or of the others, and of the files that the closed ones link to. */
function filesOf(document: ReferatDocument, closed: boolean): string[] {
  return document.items
    .filter((item) => kindOf(item).closed === closed)
    .flatMap((item) => [
      ...attachmentsOf(item).map(({ name }) => name),
      ...(closed ? linksIn(item).flatMap(({ address }) => fileIn(address)) : []),
    ]);
}

function fileIn(address: string): string[] {
  const target = linkTarget(address);
  return target?.type === "file" ? [target.value.slice(target.value.lastIndexOf("/") + 1)] : [];
}
