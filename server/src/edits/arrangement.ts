import type { TimeWriting } from "../model/timeStyle.ts";
import type { TextChange } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";
import type { NewTime, TitleChange } from "./headingChanges.ts";
import type { Left } from "./left.ts";
import type { Renumbering } from "./renumber.ts";

/** An item that is not there yet. */
export interface NewItem {
  /** Null for a pause. */
  readonly number: number | null;
  readonly title: string;
  /** With its lead; empty for none. */
  readonly time: string;
}

/** Text that moves: `from` is taken out and put in at `to`, between `before` and `behind`. */
export interface Carried {
  readonly from: Span;
  readonly to: number;
  readonly before: string;
  readonly behind: string;
}

/** What is to become of the items, told by their index; all that names them follows. */
export interface Arrangement {
  /** The items afterwards. */
  readonly order: readonly (number | NewItem)[];
  readonly renumbering: Renumbering;
  readonly times: ReadonlyMap<number, NewTime>;
  readonly titles: ReadonlyMap<number, TitleChange>;
  /** The item whose time was changed by hand: its entry in the contents takes the time that the heading has. */
  readonly timedByHand?: number;
  readonly writing: TimeWriting;
  /** What happens to the text, by offsets of the document, besides what happens in the headings. */
  readonly changes: readonly TextChange[];
  readonly carried?: Carried;
  readonly left?: readonly Left[];
  /** Where the writer goes on: behind the heading of this new item. */
  readonly caretAt?: NewItem;
}
