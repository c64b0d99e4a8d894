import { type Span, span } from "../text/span.ts";

/** What a text holds of comments, and the text without them. */
export interface Masked {
  /** The text with every sign of a comment but its line ends made a blank: all offsets stay. */
  readonly text: string;
  readonly comments: readonly Span[];
  /** A `<!--` that no `-->` closes. It is text, not a comment: a slip must not hide the rest of the minutes. */
  readonly unclosed: boolean;
}

export const commentOpen = "<!--";
export const commentClose = "-->";

/** Finds `<!-- … -->`, also over several lines. */
export function maskComments(text: string): Masked {
  const comments: Span[] = [];
  let unclosed = false;
  let start = text.indexOf(commentOpen);
  while (start !== -1) {
    const close = text.indexOf(commentClose, start + commentOpen.length);
    if (close === -1) {
      unclosed = true;
      break;
    }
    comments.push(span(start, close + commentClose.length));
    start = text.indexOf(commentOpen, close + commentClose.length);
  }
  if (comments.length === 0) return { text, comments, unclosed };
  let masked = "";
  let at = 0;
  for (const comment of comments) {
    masked += text.slice(at, comment.start);
    masked += text.slice(comment.start, comment.end).replace(/[^\r\n]/g, " ");
    at = comment.end;
  }
  return { text: masked + text.slice(at), comments, unclosed };
}
