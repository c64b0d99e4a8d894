import { aroundContents } from "../aroundContents.ts";
import type { ContentsBlock, FieldBlock, HeadBlock, ListedPerson, RenderDocument } from "../renderModel.ts";
import { kindNames } from "../title.ts";
import { escaped } from "./escape.ts";
import { inlineHtml } from "./inline.ts";
import { words } from "../words.ts";

/** The parts of the page that stand before the items. */
export interface HeadParts {
  /** The title, the fields, and whatever stands among them. */
  readonly header: string;
  /** The contents: those of the document, else made of its items; empty where there is nothing to list. */
  readonly contents: string;
  /** What stands behind the contents. */
  readonly rest: string;
}

export function headParts(document: RenderDocument): HeadParts {
  const { head } = document;
  const { before, contents, behind } = aroundContents(head);
  const title = head.some(({ type }) => type === "title")
    ? ""
    : `<h1><span class="kind">${escaped(kindNames[document.kind])}</span></h1>\n`;
  const state = document.state
    ? `<p class="state state-${document.state.replace(" ", "-")}">${words.state[document.state]}</p>\n`
    : "";
  return {
    header: state + title + headBlocks(before) + changesLine(document),
    contents: contents ? contentsHtml(contents, document) : madeContents(words.contents, document),
    rest: headBlocks(behind),
  };
}

/** What the marks stand for. */
function changesLine({ changes, public: isPublic }: RenderDocument): string {
  if (changes === null) return "";
  const marks = [`<ins>${words.inserted}</ins>`, ...(isPublic ? [] : [`<del>${words.deleted}</del>`])];
  return `\n<p class="changes">${escaped(words.changes(changes.since))}: ${marks.join(", ")}</p>`;
}

function headBlocks(blocks: readonly HeadBlock[]): string {
  const parts: string[] = [];
  let fields: string[] = [];
  const close = (): void => {
    if (fields.length > 0) parts.push(`<dl class="fields">\n${fields.join("\n")}\n</dl>`);
    fields = [];
  };
  for (const block of blocks) {
    if (block.type === "field") {
      fields.push(fieldHtml(block));
      continue;
    }
    close();
    if (block.type === "title") {
      const body = block.body === "" ? "" : ` <span class="body">${escaped(block.body)}</span>`;
      parts.push(`<h1><span class="kind">${escaped(block.kind)}</span>${body}</h1>`);
      if (block.rest !== "") parts.push(`<p class="date">${escaped(block.rest)}</p>`);
    } else if (block.type === "contents") {
      if (block.heading !== "") parts.push(headingHtml(block.heading));
      if (block.entries.length > 0) parts.push(entryList(block));
    } else parts.push(`<p>${inlineHtml(block.content)}</p>`);
  }
  close();
  return parts.join("\n");
}

function fieldHtml({ label, value, persons }: FieldBlock): string {
  const content = persons
    ? `\n<ul class="persons">\n${persons.map(personHtml).join("\n")}\n</ul>\n`
    : inlineHtml(value);
  return `<div><dt>${escaped(label)}</dt><dd>${content}</dd></div>`;
}

function personHtml({ name, affiliation, absence }: ListedPerson): string {
  const from = affiliation === null ? "" : `, ${escaped(affiliation)}`;
  const away = absence === null ? "" : ` <span class="absence">(${escaped(absence)})</span>`;
  return `<li>${escaped(name)}${from}${away}</li>`;
}

function contentsHtml(block: ContentsBlock, document: RenderDocument): string {
  const { heading, entries } = block;
  // Contents that nobody filled in.
  if (entries.length === 0) return madeContents(heading, document) || headingHtml(heading);
  return `${headingHtml(heading)}\n${entryList(block)}`;
}

function entryList({ entries }: ContentsBlock): string {
  const items = entries.map(({ text, full, anchor, page }) =>
    anchor === null
      ? // What leads nowhere may be no entry at all: then what looks like a page is a part of it.
        `<li>${escaped(page === null ? text : `${text} ${page}`)}</li>`
      : `<li><a href="#${anchor}">${escaped(full ?? text)}</a></li>`,
  );
  return `<ul>\n${items.join("\n")}\n</ul>`;
}

function headingHtml(heading: string): string {
  return `<h2>${escaped(heading)}</h2>`;
}

function madeContents(heading: string, { items }: RenderDocument): string {
  const entries = items.flatMap(({ anchor, label, title }) =>
    anchor === null || title === null
      ? []
      : [`<li><a href="#${anchor}">${escaped(title === "" ? label : title)}</a></li>`],
  );
  return entries.length === 0 ? "" : `${headingHtml(heading)}\n<ul>\n${entries.join("\n")}\n</ul>`;
}
