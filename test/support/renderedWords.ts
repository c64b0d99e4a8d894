import type {
  Block,
  ContentsEntry,
  HeadBlock,
  Inline,
  List,
  RenderDocument,
} from "../../server/src/publishing/renderModel.ts";

/** Everything of a rendered document that says something, in order, a blank between the parts. */
export function renderedText(document: RenderDocument): string {
  return [
    ...document.head.map(headText),
    ...document.items.map((item) =>
      item.type === "closed"
        ? [item.label, item.title ?? ""].join(" ")
        : [
            item.label,
            item.title,
            item.time?.text ?? "",
            item.journalNumber?.text ?? "",
            ...item.intro.map(blockText),
            ...item.sections.flatMap(({ heading, blocks }) => [heading, ...blocks.map(blockText)]),
          ].join(" "),
    ),
  ].join(" ");
}

function headText(block: HeadBlock): string {
  switch (block.type) {
    case "title":
      return `${block.kind} ${block.body} ${block.rest}`;
    case "field":
      return `${block.label} ${inlineText(block.value)}`;
    case "contents":
      return `${block.heading} ${block.entries.map(entryText).join(" ")}`;
    case "paragraph":
      return inlineText(block.content);
  }
}

function entryText({ text, page }: ContentsEntry): string {
  return `${text} ${page ?? ""}`;
}

function blockText(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "subheading":
      return inlineText(block.content);
    case "footnote":
      return `${block.number} ${inlineText(block.content)}`;
    case "list":
      return listText(block);
    case "table":
      return [...(block.header ? [block.header] : []), ...block.rows]
        .flatMap(({ cells }) => cells.map(inlineText))
        .join(" ");
    case "attachments":
      return block.entries.map(({ label, content }) => `${label} ${inlineText(content)}`).join(" ");
  }
}

function listText({ entries }: List): string {
  return entries
    .map(({ mark, content, lists }) => `${mark} ${inlineText(content)} ${lists.map(listText).join(" ")}`)
    .join(" ");
}

/** The words, and behind a link's its address. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((each): string => {
      switch (each.type) {
        case "text":
          return each.text;
        case "break":
          return "\n";
        case "footnoteMark":
          return `[${each.number}]`;
        case "link":
          return `${inlineText(each.content)} ${decoded(each.address)} `;
        case "emphasis":
        case "strong":
        case "reference":
        case "inserted":
        case "deleted":
          return inlineText(each.content);
      }
    })
    .join("");
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Letters and figures alone: what a reader takes for words. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The first word of `wanted` that is not in `words` behind those before it; null where all of them are there in order. */
export function missingWord(wanted: readonly string[], words: readonly string[]): string | null {
  let at = 0;
  for (const word of wanted) {
    while (at < words.length && words[at] !== word) at++;
    if (at >= words.length) return word;
    at++;
  }
  return null;
}
