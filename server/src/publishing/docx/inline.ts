import {
  Bookmark,
  BuilderElement,
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunPropertiesOptions,
  InternalHyperlink,
  TextRun,
} from "docx";
import type { FootnoteMark, Inline } from "../renderModel.ts";
import type { Bookmarks } from "./bookmarks.ts";
import { field } from "./field.ts";
import type { NoteId, Notes } from "./notes.ts";
import { runs } from "./runs.ts";

/** What stands in a paragraph. */
export type Child = TextRun | Bookmark | ExternalHyperlink | InternalHyperlink | FootnoteReferenceRun;

type Form = Pick<IRunPropertiesOptions, "bold" | "italics" | "style" | "underline" | "strike" | "color">;

/** How what has come and gone since an earlier version is marked, by more than colour; nothing where nothing has. */
export function changeForm(change: string | null | undefined): Form {
  if (change === "inserted") return { underline: { type: "double", color: "2C6B3F" }, color: "2C6B3F" };
  return change === "deleted" ? { strike: true, color: "8A2A1E" } : {};
}

/** Writes running text. */
export class InlineWriter {
  /** The notes whose mark is written. */
  private readonly borne = new Set<number>();

  constructor(
    private readonly bookmarks: Bookmarks,
    private readonly notes: Notes,
  ) {}

  /** The content of a paragraph. */
  children(content: readonly Inline[]): Child[] {
    return this.some(content, {}, { inLink: false, inNote: false });
  }

  /** The content of a footnote, which can have no marks of its own. */
  noteChildren(content: readonly Inline[]): Child[] {
    return this.some(content, {}, { inLink: false, inNote: true });
  }

  /** Words that an address stands behind. */
  linked(content: readonly Inline[], address: string): ExternalHyperlink {
    return new ExternalHyperlink({
      link: address,
      children: this.some(content, { style: "Hyperlink" }, { inLink: true, inNote: false }),
    });
  }

  /** What an anchor leads to. */
  marked(anchor: string, children: readonly Child[]): Bookmark {
    return new Bookmark({ id: this.bookmarks.name(anchor), children });
  }

  private some(content: readonly Inline[], form: Form, place: Place): Child[] {
    return content.flatMap((inline) => this.one(inline, form, place));
  }

  private one(inline: Inline, form: Form, place: Place): Child[] {
    switch (inline.type) {
      case "text":
        return runs(inline.text, form);
      case "break":
        return [new TextRun({ ...form, break: 1 })];
      case "emphasis":
        return this.some(inline.content, { ...form, italics: true }, place);
      case "strong":
        return this.some(inline.content, { ...form, bold: true }, place);
      case "inserted":
      case "deleted":
        return this.some(inline.content, { ...form, ...changeForm(inline.type) }, place);
      case "link":
      case "reference": {
        // Word has no link within a link.
        if (place.inLink) return this.some(inline.content, form, place);
        const children = this.some(
          inline.content,
          { ...form, style: inline.type === "link" ? "Hyperlink" : "Henvisning" },
          { ...place, inLink: true },
        );
        return inline.type === "link"
          ? [new ExternalHyperlink({ link: inline.address, children })]
          : [new InternalHyperlink({ anchor: this.bookmarks.name(inline.anchor), children })];
      }
      case "footnoteMark":
        return this.mark(inline, form, place);
    }
  }

  private mark({ number, anchor, note }: FootnoteMark, form: Form, place: Place): Child[] {
    const found = note === null ? null : this.notes.get(note);
    if (!found || anchor === null) return runs(`[${number}]`, form);
    const bookmark = this.bookmarks.name(found.first);
    if (anchor === found.first && !this.borne.has(found.id)) {
      this.borne.add(found.id);
      return [new Bookmark({ id: bookmark, children: [noteReference(found)] })];
    }
    const run = new TextRun({ text: number, style: "FootnoteReference" });
    // A field with the number of the mark that bears the note, which Word brings up to date.
    if (!place.inNote && !place.inLink)
      return field(` NOTEREF ${bookmark} \\f \\h `, [run], "FootnoteReference");
    return place.inLink ? [run] : [new InternalHyperlink({ anchor: bookmark, children: [run] })];
  }
}

interface Place {
  readonly inLink: boolean;
  readonly inNote: boolean;
}

/** The mark that bears a note. */
function noteReference({ id, note, counts }: NoteId): Child {
  if (counts) return new FootnoteReferenceRun(id);
  const reference = new BuilderElement<{ custom: string; id: number }>({
    name: "w:footnoteReference",
    attributes: {
      custom: { key: "w:customMarkFollows", value: "1" },
      id: { key: "w:id", value: id },
    },
  });
  return new TextRun({ style: "FootnoteReference", children: [reference, note.number] });
}
