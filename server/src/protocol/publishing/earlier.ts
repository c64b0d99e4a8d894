import { readIsoDate } from "../../calendar/date.ts";
import type { Profile } from "../../model/profile.ts";
import { withChangesSince } from "../../publishing/changes/since.ts";
import type { RenderDocument } from "../../publishing/renderModel.ts";
import { ReferatDocument } from "../../syntax/document.ts";
import { fileKindOf, type OpenDocument } from "../documents.ts";
import type { SinceParams } from "./requests.ts";

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
