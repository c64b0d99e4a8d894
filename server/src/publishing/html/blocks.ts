import { numericColumns } from "../numericColumns.ts";
import type { AttachmentList, Block, Footnote, List, ListEntry, Table, TableRow } from "../renderModel.ts";
import { escaped } from "./escape.ts";
import { inlineHtml } from "./inline.ts";
import { words } from "../words.ts";

/** Writes the blocks of a document, which counts its tables. */
export class BlockWriter {
  private tables = 0;

  /** `level` is that of the subheadings, 3 to 6. */
  blocks(blocks: readonly Block[], level: number): string {
    const parts: string[] = [];
    let index = 0;
    while (index < blocks.length) {
      const block = blocks[index];
      if (!block) break;
      if (block.type !== "footnote") {
        parts.push(this.block(block, level));
        index++;
        continue;
      }
      const notes: string[] = [];
      for (let next: Block | undefined = block; next?.type === "footnote"; next = blocks[++index])
        notes.push(footnote(next));
      parts.push(`<div class="notes">\n${notes.join("\n")}\n</div>`);
    }
    return parts.join("\n");
  }

  private block(block: Exclude<Block, Footnote>, level: number): string {
    switch (block.type) {
      case "paragraph":
        return `<p${block.recommendation ? ' class="recommendation"' : ""}>${inlineHtml(block.content)}</p>`;
      case "subheading":
        return `<h${level}>${inlineHtml(block.content)}</h${level}>`;
      case "list":
        return list(block);
      case "table":
        return this.table(block);
      case "attachments":
        return attachments(block);
    }
  }

  private table({ header, rows, rowHeaders, width }: Table): string {
    this.tables++;
    const numeric = numericColumns(rows, width);
    const head = header ? `<thead>\n${headerRow(header, numeric)}\n</thead>\n` : "";
    const body = rows.map((row) => bodyRow(row, rowHeaders, numeric)).join("\n");
    const table = `<table>\n${head}<tbody>\n${body}\n</tbody>\n</table>`;
    // A wide table scrolls by itself, with the keyboard too.
    return width > mostColumns
      ? `<div class="scroll" role="group" aria-label="${escaped(words.table(this.tables))}" tabindex="0">\n${table}\n</div>`
      : table;
  }
}

/** So many columns find room on a narrow screen. */
const mostColumns = 4;

function headerRow({ cells }: TableRow, numeric: readonly boolean[]): string {
  // A header of no words heads nothing: readers would announce it.
  return `<tr>${cells
    .map((cell, column) =>
      cell.length === 0 ? "<td></td>" : `<th scope="col"${aligned(numeric[column])}>${inlineHtml(cell)}</th>`,
    )
    .join("")}</tr>`;
}

function bodyRow({ cells }: TableRow, rowHeaders: boolean, numeric: readonly boolean[]): string {
  return `<tr>${cells
    .map((cell, column) =>
      rowHeaders && column === 0
        ? `<th scope="row">${inlineHtml(cell)}</th>`
        : `<td${aligned(numeric[column])}>${inlineHtml(cell)}</td>`,
    )
    .join("")}</tr>`;
}

function aligned(numeric: boolean | undefined): string {
  return numeric ? ' class="number"' : "";
}

function list({ style, entries }: List): string {
  const [first] = entries;
  const items: string[] = [];
  let next = first?.ordinal ?? null;
  const start = next;
  for (const entry of entries) {
    const value = entry.ordinal !== null && entry.ordinal !== next ? ` value="${entry.ordinal}"` : "";
    next = entry.ordinal === null ? null : entry.ordinal + 1;
    items.push(listEntry(entry, value));
  }
  if (style === "bullet") return `<ul>\n${items.join("\n")}\n</ul>`;
  const form = style === "letter" ? ' class="letters"' : first?.mark.endsWith(")") ? ' class="brackets"' : "";
  const from = start === null || start === 1 ? "" : ` start="${start}"`;
  return `<ol${form}${from}>\n${items.join("\n")}\n</ol>`;
}

function listEntry({ content, lists, recommendation }: ListEntry, value: string): string {
  const form = recommendation ? ' class="recommendation"' : "";
  const within = lists.length > 0 ? `\n${lists.map(list).join("\n")}\n` : "";
  return `<li${form}${value}>${inlineHtml(content)}${within}</li>`;
}

function footnote({ anchor, number, content, marks }: Footnote): string {
  const back = marks
    .map(
      (mark) =>
        ` <a href="#${mark}" role="doc-backlink" aria-label="${escaped(words.backFromNote(number))}">↩</a>`,
    )
    .join("");
  return `<div id="${anchor}" class="note" role="doc-footnote"><span class="note-number">${escaped(number)}</span> ${inlineHtml(content)}${back}</div>`;
}

function attachments({ entries }: AttachmentList): string {
  const items = entries.map(({ anchor, label, content, address }) => {
    const name = inlineHtml(content);
    const linked =
      address !== null && !content.some(({ type }) => type === "link" || type === "reference")
        ? `<a href="${escaped(address)}">${name}</a>`
        : name;
    return `<li id="${anchor}">${label === "" ? "" : `<span class="attachment-label">${escaped(label)}</span> `}${linked}</li>`;
  });
  return `<ul class="attachments">\n${items.join("\n")}\n</ul>`;
}
