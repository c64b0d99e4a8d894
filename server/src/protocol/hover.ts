import { type Hover, type MarkupContent, MarkupKind, type Position } from "vscode-languageserver";
import { isoDate } from "../calendar/date.ts";
import { sharedTargetAt } from "../features/elsewhere.ts";
import { hoverAt } from "../features/hover.ts";
import { mentionedInLines, mentionedMeetingText, sameCaseLines } from "../features/hover/meetings.ts";
import { meetingPartAt } from "../features/meetingPart.ts";
import { meetingOf } from "../model/meeting.ts";
import { mentionAt } from "./archive/mentions.ts";
import type { OpenDocument } from "./documents.ts";
import { escapedWords } from "./markdown.ts";
import type { Session } from "./session.ts";

/** What is said of the thing at a position: in Markdown, or plainly where the client takes none. */
export async function hoverOf(
  document: OpenDocument,
  position: Position,
  session: Session,
): Promise<Hover | null> {
  const { uri, syntax } = document;
  const { positions, language } = session;
  const mentioned = await mentionAt(document, position, session);
  if (mentioned) {
    const { date } = meetingOf(syntax);
    const text = mentionedMeetingText(mentioned.meeting, date && isoDate(date), language);
    return { contents: contentsOf(text, session), range: mentioned.range };
  }
  const { aliases } = session.profileOf(document);
  const offset = positions.offset(syntax, position);
  const hover = hoverAt(syntax, offset, language, aliases);
  if (!hover) return null;
  const more = await linesFromElsewhere();
  const text = { ...hover, lines: [...hover.lines, ...more] };
  return { contents: contentsOf(text, session), range: positions.range(syntax, hover.span) };

  /** What the other documents of the archive say of the thing. */
  async function linesFromElsewhere(): Promise<string[]> {
    const target = sharedTargetAt(syntax, offset, aliases);
    if (target?.kind === "journalNumber")
      return sameCaseLines(await session.archive.beside(uri), uri, target.number, language);
    const part = meetingPartAt(syntax, offset, aliases);
    return part ? mentionedInLines(await session.archive.current(), uri, part.item, language) : [];
  }
}

type Text = Pick<NonNullable<ReturnType<typeof hoverAt>>, "heading" | "lines" | "quote">;

function contentsOf({ heading, lines, quote }: Text, { support }: Session): MarkupContent {
  const quoted = quote === null ? [] : quote.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  const value = support.markdownHover
    ? [
        `**${escaped(heading)}**`,
        ...lines.map(escapedLine),
        ...(quoted.length > 0 ? [quoted.map((line) => `> ${escapedLine(line)}`).join("  \n")] : []),
      ].join("\n\n")
    : [heading, ...lines, ...quoted.map((line) => `  ${line}`)].join("\n");
  return { kind: support.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}

/** Words of the document are words: nothing in them is markup. */
function escaped(text: string): string {
  return escapedWords(text.replace(/\s+/g, " ").trim());
}

/** At the start of a line a number or a dash would begin a list. */
function escapedLine(text: string): string {
  return escaped(text)
    .replace(/^(\d{1,9})\.(?=\s|$)/, "$1\\.")
    .replace(/^[-+=]/, "\\$&");
}
