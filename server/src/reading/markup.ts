/** What ends a word, by its name without a prefix: paragraphs, cells, lines. All other tags can stand in the midst of one. */
const breaks = new Set(
  `p h br cr tab tr tc td th table row c si is v f li dt dd div h1 h2 h3 h4 h5 h6 section article aside nav main header
  footer body head title option textarea label legend caption figcaption blockquote pre hr img input meta table-cell
  covered-table-cell table-row list-item line-break annotation comment footnote endnote note note-body note-citation
  txbxcontent txbody sp text-box frame page instrtext drawing pict tspan text`.split(/\s+/),
);
const deleted = new Set(["del", "movefrom"]);
const inserted = new Set(["ins", "moveto"]);
/** Their content is no words. */
const silent = new Set(["script", "style"]);
const shownAttributes =
  /(?:[\s:](?:alt|title|descr|tooltip|string-value)|\s(?:content|value|placeholder))=(?:"([^"]{1,2000})"|'([^']{1,2000})')/gi;

/**
 * The words of HTML or XML. What stands together in a paragraph or a cell is together, however many pieces it is written in.
 * Changes that are tracked give two texts: as it is, and as it was. What is no markup is words.
 */
export function markupText(markup: string, { breakAtAll = false } = {}): string {
  const now: string[] = [];
  const was: string[] = [];
  let deletions = 0;
  let insertions = 0;
  let tracked = false;
  let lower: string | null = null;
  const say = (text: string): void => {
    if (deletions === 0) now.push(text);
    if (insertions === 0) was.push(text);
  };
  for (let at = 0; at < markup.length;) {
    const open = markup.indexOf("<", at);
    const end = open === -1 ? -1 : endOfTag(markup, open);
    if (open === -1 || end === -1) {
      say(unescaped(markup.slice(at)));
      break;
    }
    if (open > at) say(unescaped(markup.slice(at, open)));
    at = end;
    if (markup.startsWith("<!", open)) {
      // What a comment says is in the file all the same.
      const [before, behind] = markup.startsWith("<![CDATA[", open) ? [9, 3] : [2, 1];
      say(
        before === 9
          ? markup.slice(open + before, end - behind)
          : `\n${markup.slice(open + before, end - behind)}\n`,
      );
      continue;
    }
    const closes = markup[open + 1] === "/";
    const nameStart = open + (closes ? 2 : 1);
    const name = localName(markup, nameStart, end);
    const isEmpty = markup[end - 2] === "/";
    if (!isEmpty && (deleted.has(name) || inserted.has(name))) {
      tracked = true;
      const step = closes ? -1 : 1;
      if (deleted.has(name)) deletions = Math.max(0, deletions + step);
      else insertions = Math.max(0, insertions + step);
    }
    if (name === "nobreakhyphen") say("-");
    else if (name === "s" && markup.startsWith("text:", nameStart)) say(" ");
    else if (breakAtAll || breaks.has(name)) say("\n");
    if (closes) continue;
    for (const [, one, other] of markup
      .slice(nameStart, Math.min(end, nameStart + 20_000))
      .matchAll(shownAttributes))
      say(`\n${unescaped(one ?? other ?? "")}\n`);
    if (silent.has(name) && !isEmpty) {
      const close = (lower ??= markup.toLowerCase()).indexOf(`</${name}`, end);
      at = close === -1 ? markup.length : close;
    }
  }
  return tracked ? `${now.join("")}\n${was.join("")}` : now.join("");
}

function endOfTag(markup: string, open: number): number {
  const behind = markup.startsWith("<!--", open) ? "-->" : markup.startsWith("<![CDATA[", open) ? "]]>" : ">";
  const end = markup.indexOf(behind, open + 1);
  return end === -1 ? -1 : end + behind.length;
}

function localName(markup: string, start: number, end: number): string {
  const name = /^[^\s/>]*/.exec(markup.slice(start, Math.min(end, start + 60)))?.[0] ?? "";
  return name.slice(name.indexOf(":") + 1).toLowerCase();
}

const names: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
  ["shy", "\u00ad"],
  ["ndash", "–"],
  ["hyphen", "-"],
]);

/** A text with the signs that its entities stand for. */
export function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi,
    (whole, hex?: string, code?: string, name?: string) => {
      const point = hex === undefined ? Number(code) : parseInt(hex, 16);
      if (name !== undefined) return names.get(name) ?? whole;
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
