/** What the extension and its preview tell each other. */

/** Something that is sent once: what has the same id has the same content. */
export interface Piece {
  readonly id: string;
  readonly content?: string;
}

/** A page, in points; its content is that of an SVG picture. */
export interface Page extends Piece {
  readonly width: number;
  readonly height: number;
}

/** Where a line of the document begins on the pages: the page from 1, and points from its upper edge. */
export interface Place {
  readonly line: number;
  readonly page: number;
  readonly y: number;
}

export type ToPreview =
  | {
      readonly type: "pages";
      readonly pages: readonly Page[];
      readonly shapes: Piece;
      readonly places: readonly Place[];
    }
  /** The editor shows this line (from 0, with the share of it that is above the edge) on top. */
  | { readonly type: "scroll"; readonly line: number }
  | { readonly type: "caret"; readonly line: number }
  | { readonly type: "zoom"; readonly by: "in" | "out" | "fit" }
  /** Which document is shown: it comes back after a reload. */
  | { readonly type: "document"; readonly uri: string };

export type FromPreview =
  /** The preview is there, with nothing in it. */
  | { readonly type: "ready" }
  /** She clicked on what begins at this line. */
  | { readonly type: "open"; readonly line: number }
  | { readonly type: "scrolled"; readonly line: number }
  | { readonly type: "seen"; readonly page: number; readonly pages: number };
