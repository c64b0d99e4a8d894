import type { Inline } from "../renderModel.ts";
import { escaped } from "./escape.ts";
import { words } from "../words.ts";

/** Running text as HTML. */
export function inlineHtml(content: readonly Inline[]): string {
  return content.map(one).join("");
}

function one(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return escaped(inline.text);
    case "break":
      return "<br>\n";
    case "emphasis":
      return `<em>${inlineHtml(inline.content)}</em>`;
    case "strong":
      return `<strong>${inlineHtml(inline.content)}</strong>`;
    case "inserted":
      return `<ins>${inlineHtml(inline.content)}</ins>`;
    case "deleted":
      return `<del>${inlineHtml(inline.content)}</del>`;
    case "link":
      return `<a href="${escaped(inline.address)}">${inlineHtml(inline.content)}</a>`;
    case "reference":
      return `<a class="ref" href="#${inline.anchor}">${inlineHtml(inline.content)}</a>`;
    case "footnoteMark": {
      const { number, anchor, note } = inline;
      if (anchor === null || note === null) return escaped(`[${number}]`);
      const label = escaped(words.note(number));
      return `<sup><a id="${anchor}" href="#${note}" role="doc-noteref" aria-label="${label}">${escaped(number)}</a></sup>`;
    }
  }
}
