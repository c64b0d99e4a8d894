import { BlockWriter } from "./html/blocks.ts";
import { escaped, scriptJson } from "./html/escape.ts";
import { eventData } from "./html/event.ts";
import { headParts } from "./html/head.ts";
import { changesStyle, styleSheet } from "./html/style.ts";
import { shortTitle } from "./title.ts";
import { words } from "./words.ts";
import type { ClosedItem, RenderDocument, RenderItem, RenderSection } from "./renderModel.ts";

export interface HtmlOptions {
  /** When the document was published, as RFC 3339 has it; nothing is said of it where that is not given. */
  readonly modified?: string | null;
}

/**
 * A document as one web page that needs nothing else: no scripts, nothing from elsewhere, and a policy that refuses both. It
 * is made for WCAG 2.1 AA, in light and dark and on paper. The same document gives the same page, to the byte.
 */
export function html(document: RenderDocument, options: HtmlOptions = {}): string {
  const title = shortTitle(document);
  const { header, contents, rest } = headParts(document);
  const writer = new BlockWriter();
  const items = document.items.map((item) =>
    item.type === "closed" ? closedHtml(item, document.kind) : itemHtml(item, writer),
  );
  const main = [rest, ...items].filter((part) => part !== "").join("\n");
  const state = document.state ? words.state[document.state] : "";
  const { modified = null } = options;
  const dated = modified === null ? "" : `<meta name="dcterms.modified" content="${escaped(modified)}">\n`;
  return `<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${dated}<title>${escaped(title)}</title>
<style>
${styleSheet(title, state)}${document.changes ? changesStyle : ""}
</style>
<script type="application/ld+json">
${scriptJson(eventData(document))}
</script>
</head>
<body>
<a class="skip" href="#indhold">${escaped(words.skip)}</a>
<header>
${header}
</header>
${contents === "" ? "" : `<nav aria-label="${escaped(words.contents)}">\n${contents}\n</nav>\n`}<main id="indhold" tabindex="-1">
${main}
</main>
</body>
</html>
`;
}

function itemHtml(item: RenderItem, writer: BlockWriter): string {
  const meta = [item.time?.text, item.journalNumber?.text].filter((part) => part !== undefined);
  const parts = [
    changed(item.change?.type, heading(item.label, item.title)),
    item.change ? `<p class="change">${escaped(words.itemChange(item.change))}</p>` : "",
    meta.length === 0
      ? ""
      : `<p class="meta">${meta.map((part) => `<span>${escaped(part)}</span>`).join(" ")}</p>`,
    writer.blocks(item.intro, 3),
    ...item.sections.map((section) => sectionHtml(section, writer)),
  ].filter((part) => part !== "");
  const form = item.kind === "pause" ? "item pause" : "item";
  return `<section id="${item.anchor}" class="${form}">\n${parts.join("\n")}\n</section>`;
}

/** What is not for everybody: one line that says so, below the title where titles are shown. */
function closedHtml({ anchor, label, title }: ClosedItem, kind: RenderDocument["kind"]): string {
  const name = anchor === null ? "" : ` id="${anchor}"`;
  const line = `<p class="neutral">${escaped(words.closed(kind))}</p>`;
  return `<section${name} class="item closed">\n${title === null ? line : `${heading(label, title)}\n${line}`}\n</section>`;
}

function heading(label: string, title: string): string {
  if (label === "") return `<h2>${escaped(title)}</h2>`;
  return `<h2><span class="label">${escaped(label)}</span> ${escaped(title)}</h2>`;
}

/** A heading whose thing has come or gone. */
function changed(change: string | null | undefined, html: string): string {
  const mark = change === "inserted" ? "ins" : change === "deleted" ? "del" : null;
  return mark === null ? html : html.replace(/^(<h\d>)(.*)(<\/h\d>)$/s, `$1<${mark}>$2</${mark}>$3`);
}

function sectionHtml(section: RenderSection, writer: BlockWriter): string {
  const { kind, role } = section;
  const form = role ?? (kind === "fravær" ? "absent" : "part");
  const body = writer.blocks(section.blocks, 4);
  return `<div class="${form}">\n${changed(section.change, `<h3>${escaped(section.heading)}</h3>`)}${body === "" ? "" : `\n${body}`}\n</div>`;
}
