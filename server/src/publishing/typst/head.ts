import { append, greatest } from "../../text/many.ts";
import type { ContentsBlock, FieldBlock, HeadBlock, ListedPerson, RenderDocument } from "../renderModel.ts";
import { kindNames } from "../title.ts";
import { words } from "../words.ts";
import { array, call, dictionary, joined, literal } from "./code.ts";
import type { InlineWriter } from "./inline.ts";
import { titleWords, wordPieces } from "./wordPieces.ts";

/** What stands before the items: the title, the fields, the contents, and whatever else was written there. */
export function headCode(document: RenderDocument, writer: InlineWriter): string[] {
  const { head } = document;
  const parts: string[] = [];
  if (!head.some(({ type }) => type === "title"))
    parts.push(call("cover", "0", literal(kindNames[document.kind]), '""', '""'));
  let hasTitle = false;
  let hasContents = false;
  const changes = changesNote(document);
  for (const block of head) {
    if (block.type === "contents" && !hasContents) append(parts, changes.splice(0));
    switch (block.type) {
      case "title":
        parts.push(hasTitle ? laterTitle(block) : title(block));
        hasTitle = true;
        break;
      case "field":
        parts.push(field(block, writer));
        break;
      case "paragraph":
        parts.push(call("p", String(block.line), writer.content(block.content)));
        break;
      case "contents":
        append(parts, hasContents ? unlisted(block) : contents(block, document));
        hasContents = true;
    }
  }
  append(parts, changes);
  // What nobody wrote contents for has them all the same, where they list something.
  if (!hasContents && document.items.filter(({ anchor }) => anchor !== null).length > 1)
    parts.push(contentsCall(0, words.contents, [], document));
  return parts;
}

/** What the marks of changes stand for. */
function changesNote({ changes, public: isPublic }: RenderDocument): string[] {
  if (changes === null) return [];
  const marks = [call("inserted", literal(words.inserted))];
  // Everybody gets no word of the earlier version.
  if (!isPublic) marks.push(literal(", "), call("deleted", literal(words.deleted)));
  return [call("change-note", joined([...wordPieces(`${words.changes(changes.since)}: `), ...marks]))];
}

type Title = Extract<HeadBlock, { type: "title" }>;

function title({ line, kind, body, rest }: Title): string {
  return call("cover", String(line), literal(kind), body === "" ? '""' : titleWords(body), literal(rest));
}

/** A document has one title; another line that looks like one is text. */
function laterTitle({ line, kind, body, rest }: Title): string {
  const text = [kind, body, rest].filter((part) => part !== "").join(" ");
  return call("p", String(line), joined(wordPieces(text)));
}

function field({ line, label, value, persons }: FieldBlock, writer: InlineWriter): string {
  const body = persons
    ? call("persons", array(persons.map(person)))
    : call("p", String(line), writer.content(value));
  return call("field", String(line), joined(wordPieces(label)), body);
}

function person({ name, affiliation, absence }: ListedPerson): string {
  const optional = (text: string | null): string => (text === null ? "none" : literal(text));
  return `(${joined(wordPieces(name))}, ${optional(affiliation)}, ${optional(absence)})`;
}

function contents(block: ContentsBlock, document: RenderDocument): string[] {
  const texts = block.entries.flatMap(({ anchor, text, full }): [string, string][] =>
    anchor === null ? [] : [[anchor, joined(wordPieces(full ?? text))]],
  );
  return [contentsCall(block.line, block.heading, texts, document), ...unlisted(block)];
}

function contentsCall(
  line: number,
  heading: string,
  texts: readonly (readonly [string, string])[],
  { items }: RenderDocument,
): string {
  const longest = greatest([0, ...items.map(({ label }) => Math.min(label.length, longestLabel))]);
  const width = longest === 0 ? "0" : (longest * 0.5 + 0.5).toFixed(1);
  // An item that has no entry is listed by its title; of two entries that lead to one item the first is that of the item.
  const own = items.flatMap(({ anchor, title }): [string, string][] =>
    anchor === null || title === null ? [] : [[anchor, joined(wordPieces(title))]],
  );
  const all = new Map([...own, ...texts.toReversed()]);
  return call("contents", String(line), literal(heading), dictionary([...all]), width);
}

const longestLabel = 14;

/** Entries that lead nowhere: nothing that was written is left out. */
function unlisted({ entries }: ContentsBlock): string[] {
  return entries.flatMap(({ line, anchor, text, page }) =>
    anchor === null
      ? [call("unlisted", String(line), joined(wordPieces(page === null ? text : `${text} ${page}`)))]
      : [],
  );
}
