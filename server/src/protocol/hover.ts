import { type Hover, MarkupKind, type Position } from "vscode-languageserver";
import { hoverAt } from "../features/hover.ts";
import type { OpenDocument } from "./documents.ts";
import type { Session } from "./session.ts";

/** What is said of the thing at a position: in Markdown, or plainly where the client takes none. */
export function hoverOf(document: OpenDocument, position: Position, session: Session): Hover | null {
  const { positions, support, language } = session;
  const { syntax } = document;
  const { aliases } = session.profileOf(document);
  const hover = hoverAt(syntax, positions.offset(syntax, position), language, aliases);
  if (!hover) return null;
  const { span, heading, lines, quote } = hover;
  const quoted = quote === null ? [] : quote.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  const value = support.markdownHover
    ? [
        `**${escaped(heading)}**`,
        ...lines.map(escapedLine),
        ...(quoted.length > 0 ? [quoted.map((line) => `> ${escapedLine(line)}`).join("  \n")] : []),
      ].join("\n\n")
    : [heading, ...lines, ...quoted.map((line) => `  ${line}`)].join("\n");
  const kind = support.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value }, range: positions.range(syntax, span) };
}

/** Words of the document are words: nothing in them is markup. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>()#|~&!]/g, "\\$&");
}

/** At the start of a line a number or a dash would begin a list. */
function escapedLine(text: string): string {
  return escaped(text)
    .replace(/^(\d{1,9})\.(?=\s|$)/, "$1\\.")
    .replace(/^[-+=]/, "\\$&");
}
