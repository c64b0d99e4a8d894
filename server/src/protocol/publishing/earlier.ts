import { readIsoDate } from "../../calendar/date.ts";
import type { Profile } from "../../model/profile.ts";
import { withChangesSince } from "../../publishing/changes/since.ts";
import type { RenderDocument } from "../../publishing/renderModel.ts";
import { ReferatDocument } from "../../syntax/document.ts";
import { fileKindOf, type OpenDocument } from "../documents.ts";
import { isRecord, isText } from "../unknown.ts";

/** The earlier version of a document, changes since which are to be marked. */
export interface SinceParams {
  /** The whole text of it. */
  readonly text: string;
  /** The name of its file, with its ending. */
  readonly name: string;
  /** `2026-03-04`: the day of which it is, where it is a version that was kept of the file. */
  readonly date?: string;
}

/** Whether a parameter is an earlier version, or is left out. */
export function isSince(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isRecord(value)) return false;
  const { text, name, date } = value;
  return isText(text) && isText(name) && (date === undefined || (isText(date) && readIsoDate(date) !== null));
}

/**
 * Marks what has changed. The preview sends the same earlier text again and again: the last one is kept as it was read.
 */
export class EarlierVersions {
  private last: { readonly text: string; readonly document: ReferatDocument } | null = null;

  /** The rendered document with what has changed in it; as it is where no earlier version is given. */
  marked(
    rendered: RenderDocument,
    { syntax }: OpenDocument,
    profile: Profile,
    since: SinceParams | undefined,
  ): RenderDocument {
    if (!since) return rendered;
    const { text, name, date } = since;
    if (this.last?.text !== text || this.last.document.vocabulary !== syntax.vocabulary)
      this.last = { text, document: ReferatDocument.parse(text, syntax.vocabulary) };
    const { document } = this.last;
    return withChangesSince(
      rendered,
      {
        document,
        fileKind: fileKindOf(name),
        fileName: name,
        date: date === undefined ? null : readIsoDate(date),
      },
      profile,
    );
  }
}
