import { Parser } from "htmlparser2";
import type { Block } from "./blocks.ts";
import { decoded } from "./entities.ts";
import { inlineText, isAllBold, type Run } from "./inlineText.ts";

/** What the signs inside an element are, as far as its tags and styles say. */
interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | null;
  /** Not shown: scripts, the page's head, what Word hides. */
  readonly silent: boolean;
  /** Word writes a list's mark as text of this kind. */
  readonly isMark: boolean;
  /** The list that it is. */
  readonly list: List | null;
}

interface List {
  readonly ordered: boolean;
  readonly letters: boolean;
  next: number;
}

/** The paragraph that is being read. */
interface Paragraph {
  runs: Run[];
  mark: string;
  /** How deep in a list Word says that it stands; 0 for not. */
  level: number;
  kind: "paragraph" | "line";
  heading: number;
}

interface Table {
  readonly rows: string[][];
  /** Whether all words of the first row are bold, or set as a header's. */
  hasHeader: boolean;
  /** Tables within it are read as text. */
  depth: number;
}

const plainStyle: Style = {
  bold: false,
  italic: false,
  href: null,
  silent: false,
  isMark: false,
  list: null,
};
const silent = new Set(
  "head style script title template svg noscript iframe select object del xml".split(" "),
);
const breaking = new Set(
  `p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td th blockquote section article aside
  header footer main nav hr address form fieldset figure figcaption center body html`.split(/\s+/),
);

/** Deeper than any page: a parser that must find its way out of more takes more than linear time. */
const deepest = 1000;

/**
 * Reads what a page holds: of Word, LibreOffice, Outlook, or of the web. Its words are all there, but for what it does not
 * show. Null where it is no text of paragraphs: an editor's lines, which are to stay as they are.
 */
export function readHtml(html: string): Block[] | null {
  if (/<pre[\s>]|white-space:\s*pre\b/i.test(html)) return null;
  const reader = new HtmlReader();
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth <= deepest) reader.open(name, attributes);
        else parser.pause();
      },
      ontext: (text) => reader.text(text),
      onclosetag: (name) => {
        depth--;
        reader.close(name);
      },
    },
    // Names for two thousand signs would weigh more than all the rest.
    { lowerCaseTags: true, decodeEntities: false },
  );
  parser.write(html);
  if (depth > deepest) return null;
  parser.end();
  return reader.isKnown ? reader.blocks() : null;
}

class HtmlReader {
  /** Whether all signs so far are known. */
  isKnown = true;
  private readonly found: Block[] = [];
  private readonly styles: Style[] = [plainStyle];
  private readonly lists: List[] = [];
  private table: Table | null = null;
  private paragraph = emptyParagraph();
  /** The mark of the list entry that has begun and has no words yet. */
  private entry: { readonly mark: string; readonly level: number } | null = null;

  blocks(): Block[] {
    this.flush();
    return this.found;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const css = attributes["style"] ?? "";
    if (breaking.has(name)) this.flush();
    const isTab = /mso-tab-count/i.test(css);
    if (isTab && !this.style.silent) this.add("\t");
    const style = this.styleOf(name, attributes, css);
    // What Word shows of a tab are blanks or dots to look at.
    this.styles.push(isTab ? { ...style, silent: true } : style);
    if (style.silent || isTab) return;
    if (style.list) this.lists.push(style.list);
    if (name === "br") this.addBreak();
    if (name === "li") this.beginEntry(attributes);
    if (name === "table") {
      if (this.table) this.table.depth++;
      else this.table = { rows: [], hasHeader: true, depth: 1 };
    }
    const outermost = this.table?.depth === 1 ? this.table : null;
    if (name === "tr") outermost?.rows.push([]);
    if (name === "td" || name === "th") outermost?.rows.at(-1)?.push("");
    this.readParagraphStyle(name, attributes["class"] ?? "", css);
  }

  text(text: string): void {
    const style = this.style;
    if (style.silent) return;
    const signs = decoded(text.replace(/[ \t\r\n\f]+/g, " "));
    if (signs === null) this.isKnown = false;
    else if (style.isMark) this.paragraph.mark += signs;
    else this.add(signs);
  }

  close(name: string): void {
    if (breaking.has(name)) this.flush();
    const style = this.styles.length > 1 ? this.styles.pop() : undefined;
    if (style?.silent) return;
    if (style?.list) this.lists.pop();
    if (name === "li") this.entry = null;
    if (name === "table" && this.table && --this.table.depth === 0) this.endTable(this.table);
  }

  private get style(): Style {
    return this.styles.at(-1) ?? plainStyle;
  }

  private styleOf(name: string, attributes: Readonly<Record<string, string>>, css: string): Style {
    const around = this.style;
    const weight = /font-weight:\s*([a-z0-9]+)/i.exec(css)?.[1]?.toLowerCase();
    const slant = /font-style:\s*([a-z]+)/i.exec(css)?.[1]?.toLowerCase();
    const bold = name === "b" || name === "strong" || name === "th" || around.bold;
    const href =
      name === "a" && /^(?:https?:|mailto:)/i.test(attributes["href"] ?? "")
        ? decoded(attributes["href"] ?? "")
        : null;
    const unseen = /mso-hide:\s*all|display:\s*none/i.test(css);
    return {
      bold: weight === undefined ? bold : weight.startsWith("bold") || Number(weight) >= 600,
      italic: slant === undefined ? name === "i" || name === "em" || around.italic : slant !== "normal",
      href: href ?? around.href,
      silent: around.silent || silent.has(name) || unseen,
      isMark: around.isMark || /mso-list:\s*ignore/i.test(css),
      list:
        name === "ul" || name === "ol"
          ? {
              ordered: name === "ol",
              letters: /^a$/i.test(attributes["type"] ?? ""),
              next: Number.parseInt(attributes["start"] ?? "1", 10) || 1,
            }
          : null,
    };
  }

  private readParagraphStyle(name: string, className: string, css: string): void {
    const level = /mso-list:\s*l\d+ level(\d)/i.exec(css)?.[1];
    if (level !== undefined) this.paragraph.level = Number(level);
    if (/^h[1-6]$/.test(name)) this.paragraph.heading = Number(name[1]);
    if (/^MsoToc\d/i.test(className)) this.paragraph.kind = "line";
  }

  private beginEntry(attributes: Readonly<Record<string, string>>): void {
    const list = this.lists.at(-1);
    const said = Number.parseInt(attributes["aria-level"] ?? attributes["data-aria-level"] ?? "", 10) || 0;
    const value = Number.parseInt(attributes["value"] ?? "", 10);
    if (list && Number.isFinite(value)) list.next = value;
    const number = list?.ordered ? list.next++ : null;
    const letter = list?.letters ? "abcdefghijklmnopqrstuvwxyz"[(number ?? 0) - 1] : undefined;
    const mark = number === null ? "-" : letter === undefined ? `${number}.` : `${letter})`;
    this.entry = { mark, level: Math.max(this.lists.length, said, 1) };
  }

  private add(text: string): void {
    const { bold, italic, href } = this.style;
    this.paragraph.runs.push({ text, bold, italic, href });
  }

  /** One line break is one in the paragraph, two of them end it. */
  private addBreak(): void {
    const last = this.paragraph.runs.at(-1);
    if (last?.text === "\n") this.flush();
    else this.add("\n");
  }

  private flush(): void {
    const { runs, mark, level, kind, heading } = this.paragraph;
    this.paragraph = emptyParagraph();
    const text = inlineText(runs, { plain: heading > 0 });
    if (text === "") {
      if (mark.trim() !== "") this.paragraph.mark = mark;
      return;
    }
    if (this.table)
      this.addToCell(this.table, [markOf(mark), text].filter(Boolean).join(" "), isAllBold(runs));
    else if (heading > 0)
      this.found.push({ kind: "heading", text: onOneLine(text), level: heading, number: numberOf(mark) });
    else if (level > 0 && mark.trim() !== "")
      this.found.push({ kind: "entry", text: onOneLine(text), level, mark: markOf(mark) });
    else if (this.entry) {
      this.found.push({ kind: "entry", text: onOneLine(text), ...this.entry });
      this.entry = null;
    } else if (kind === "line") this.found.push({ kind, text });
    else this.found.push({ kind, text, isBold: isAllBold(runs) });
  }

  /** All that stands in a cell is one line; in a cell within a cell it is text of the outer one. */
  private addToCell(table: Table, text: string, isBold: boolean): void {
    const { rows } = table;
    const row = rows.at(-1);
    if (rows.length === 1 && !isBold) table.hasHeader = false;
    const cell = onOneLine(text.replaceAll("\t", " "));
    if (row && row.length > 0) row[row.length - 1] = [row.at(-1), cell].filter(Boolean).join(" ");
    // A caption stands before its table.
    else this.found.push({ kind: "paragraph", text: cell, isBold: false });
  }

  private endTable({ rows, hasHeader }: Table): void {
    this.table = null;
    const full = rows.filter((row) => row.some((cell) => cell !== ""));
    // A frame around text is no table, and a column alone is lines.
    if (full.every((row) => row.length < 2)) {
      const kind = full.length > 1 ? "line" : "paragraph";
      for (const text of full.flat()) this.found.push({ kind, text, isBold: false });
    } else this.found.push({ kind: "table", rows: full, hasHeader: hasHeader && full[0] === rows[0] });
  }
}

function emptyParagraph(): Paragraph {
  return { runs: [], mark: "", level: 0, kind: "paragraph", heading: 0 };
}

function onOneLine(text: string): string {
  return text.replace(/\n/g, " ");
}

/** The mark as we write it: a number or a letter stays, any bullet is a hyphen. */
function markOf(mark: string): string {
  const bare = mark.replace(/[\s\u00a0]+/g, "");
  if (bare === "") return "";
  return /^(?:\(?[\p{Alpha}\p{N}]{1,4}[.)])+$|^\d[\d.]*$/u.test(bare) ? bare : "-";
}

function numberOf(mark: string): string | null {
  const bare = mark.replace(/[\s\u00a0]+/g, "");
  return /^\d[\d.]*[.)]?$/.test(bare) ? bare : null;
}
