import type { ClockTime } from "../calendar/clock.ts";
import type { CalendarDate } from "../calendar/date.ts";
import type { Action } from "../model/actions.ts";
import type { DocumentState } from "../model/documentState.ts";
import type { ItemKind } from "../model/itemKind.ts";
import type { Outcome } from "../model/outcomePhrases.ts";
import type { Vote } from "../model/votes.ts";
import type { SectionKind } from "../syntax/vocabulary.ts";

/**
 * A document as its readers are to receive it: comments are gone, inline marks are read, references lead somewhere. Every
 * output is made of this and of nothing else. All text is sound Unicode without control signs. `line` is always the line of
 * the source, counted from 0, at which the thing begins.
 */
export interface RenderDocument {
  readonly kind: "referat" | "dagsorden";
  /** How far the document has come; null where nobody said. */
  readonly state: DocumentState | null;
  /** Closed items are left out. */
  readonly public: boolean;
  readonly meeting: RenderMeeting;
  /** Whoever takes part or is absent, by the fields of the head. */
  readonly participants: readonly RenderPerson[];
  /** What stands before the first item, in order. */
  readonly head: readonly HeadBlock[];
  readonly items: readonly (RenderItem | ClosedItem)[];
  /** What has changed since an earlier version is marked; null where nothing was compared. */
  readonly changes: { readonly since: string } | null;
}

/** What became of an item since the earlier version. */
export interface ItemChange {
  readonly type: "inserted" | "deleted" | "moved" | "renamed";
  /** The heading that it had, where that was another: `Punkt 4: Ny svømmehal (13.05-13.30)`. */
  readonly before: string | null;
}

/** What the document says of its meeting; null for what it does not say. */
export interface RenderMeeting {
  readonly body: string | null;
  readonly date: CalendarDate | null;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly place: string | null;
}

export interface RenderPerson {
  readonly name: string;
  readonly affiliation: string | null;
  readonly absent: boolean;
}

/** A name in a field of the head, with what the field says of its absence (*Afbud*), as it is written. */
export interface ListedPerson {
  readonly name: string;
  readonly affiliation: string | null;
  readonly absence: string | null;
}

interface Placed {
  readonly line: number;
}

export type HeadBlock = TitleBlock | FieldBlock | ContentsBlock | Paragraph;

export interface TitleBlock extends Placed {
  readonly type: "title";
  /** REFERAT or DAGSORDEN, as it is written. */
  readonly kind: string;
  readonly body: string;
  /** What follows the body: `d. 04-03-2026`. */
  readonly rest: string;
}

export interface FieldBlock extends Placed {
  readonly type: "field";
  /** `mødedato`, in small letters, or the name of a field of the profile. */
  readonly name: string;
  readonly label: string;
  readonly value: readonly Inline[];
  /** The value as a list of persons; null where it says more than their names, affiliations and absences, or other things. */
  readonly persons: readonly ListedPerson[] | null;
}

export interface ContentsBlock extends Placed {
  readonly type: "contents";
  /** Empty where something else stood between these entries and those before. */
  readonly heading: string;
  readonly entries: readonly ContentsEntry[];
}

export interface ContentsEntry extends Placed {
  /** The title of the item, with its time. */
  readonly text: string;
  /** The same as in the heading, where the entry was cut short; else null. */
  readonly full: string | null;
  /** The page that stands behind it, which counts for the pages of its origin only. */
  readonly page: number | null;
  /** The item that it leads to; null where there is none. */
  readonly anchor: string | null;
}

export interface RenderItem extends Placed {
  readonly type: "item";
  /** Unique in the document, made of ASCII letters, figures and hyphens; so are all anchors. */
  readonly anchor: string;
  /** `Punkt 4`, as it is written; empty for an unnumbered item. */
  readonly label: string;
  readonly number: number | null;
  /** With its type prefix, without its time. */
  readonly title: string;
  readonly time: RenderTime | null;
  readonly kind: ItemKind;
  readonly closed: boolean;
  readonly journalNumber: RenderJournalNumber | null;
  /** What stands between the heading and the first section. */
  readonly intro: readonly Block[];
  readonly sections: readonly RenderSection[];
  /** All of them, in the order in which they are listed. */
  readonly attachments: readonly RenderAttachment[];
  /** The names of those who were absent from this item. */
  readonly absent: readonly string[];
  /** Null where its heading and its place are the same as before, and where nothing was compared. */
  readonly change: ItemChange | null;
  readonly votes: readonly RenderVote[];
  readonly actions: readonly RenderAction[];
}

/** What stands in the place of an item that is not for everybody. `title` and `number` are null where nothing of it is shown. */
export interface ClosedItem extends Placed {
  readonly type: "closed";
  readonly anchor: string | null;
  readonly label: string;
  readonly number: number | null;
  readonly title: string | null;
}

export interface RenderTime {
  /** `(13.05-13.30)`, as it is written. */
  readonly text: string;
  /** Null for a duration, and for what is no time of day (25.00). */
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  /** A duration, where that is what is written. */
  readonly minutes: number | null;
}

export interface RenderJournalNumber extends Placed {
  /** The line as it is written: `Sagsnr. 26/0117`. */
  readonly text: string;
  readonly number: string;
}

export interface RenderSection extends Placed {
  readonly kind: SectionKind;
  /** As it stands in the document. */
  readonly heading: string;
  /** The section as a whole has come or gone since the earlier version. */
  readonly change: "inserted" | "deleted" | null;
  /** Null for a section that neither recommends nor decides. */
  readonly role: "recommendations" | "decision" | null;
  /** What was decided; empty for any other section than the decision. */
  readonly outcomes: readonly Outcome[];
  readonly blocks: readonly Block[];
}

export interface RenderVote {
  readonly vote: Vote;
  readonly voters: string;
}

export type RenderAction = Placed & Pick<Action, "text" | "owner" | "deadline">;

export type Block = Paragraph | Subheading | List | Table | Footnote | AttachmentList;

export interface Paragraph extends Placed {
  readonly type: "paragraph";
  readonly content: readonly Inline[];
  /** It is a recommendation, with what the decision answers it. */
  readonly recommendation: Answered | null;
}

export interface Answered {
  /** Empty where nothing answers it. */
  readonly outcomes: readonly Outcome[];
}

export interface Subheading extends Placed {
  readonly type: "subheading";
  readonly content: readonly Inline[];
}

export interface List extends Placed {
  readonly type: "list";
  readonly style: "bullet" | "number" | "letter";
  readonly entries: readonly ListEntry[];
}

export interface ListEntry extends Placed {
  /** `1.`, `a)` or a bullet, as it is written. */
  readonly mark: string;
  /** The number as it is written (a letter's place in the alphabet); null for a bullet. */
  readonly ordinal: number | null;
  readonly content: readonly Inline[];
  readonly recommendation: Answered | null;
  /** The lists within it. */
  readonly lists: readonly List[];
}

export interface Table extends Placed {
  readonly type: "table";
  /** How many cells each row has. */
  readonly width: number;
  /** Null where no row says that it is the header. */
  readonly header: TableRow | null;
  /** The first cell of each row names the row. */
  readonly rowHeaders: boolean;
  readonly rows: readonly TableRow[];
}

export interface TableRow extends Placed {
  readonly cells: readonly (readonly Inline[])[];
}

export interface Footnote extends Placed {
  readonly type: "footnote";
  readonly anchor: string;
  readonly number: string;
  readonly content: readonly Inline[];
  /** The anchors of the marks that lead to it. */
  readonly marks: readonly string[];
}

export interface AttachmentList extends Placed {
  readonly type: "attachments";
  readonly entries: readonly RenderAttachment[];
}

export interface RenderAttachment extends Placed {
  readonly anchor: string;
  readonly number: string | null;
  /** The words before the name, as they are written: `Bilag 3.1:`. */
  readonly label: string;
  readonly name: string;
  readonly content: readonly Inline[];
  /** Of its file, where that is there: a relative path, encoded as in a URL. */
  readonly address: string | null;
}

export type Inline =
  | Text
  | { readonly type: "break" }
  | { readonly type: "emphasis" | "strong"; readonly content: readonly Inline[] }
  | Link
  | Reference
  | FootnoteMark
  /** Since the earlier version. */
  | { readonly type: "inserted" | "deleted"; readonly content: readonly Inline[] };

export interface Text {
  readonly type: "text";
  readonly text: string;
}

/** `address` begins with http:, https: or mailto:, or is a relative path, encoded, that leads nowhere but beside or below. */
export interface Link {
  readonly type: "link";
  readonly address: string;
  readonly content: readonly Inline[];
}

/** `punkt 3`, `bilag 3.1`, a file's name: it leads to an anchor of the document. */
export interface Reference {
  readonly type: "reference";
  readonly to: "item" | "attachment";
  readonly anchor: string;
  readonly content: readonly Inline[];
}

export interface FootnoteMark {
  readonly type: "footnoteMark";
  readonly number: string;
  /** The mark's own anchor, and that of the footnote; null where no footnote answers it. */
  readonly anchor: string | null;
  readonly note: string | null;
}
