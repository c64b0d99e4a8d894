/** What a body decides of its documents' pages, as far as Word can follow it. */
export interface DocxLayout {
  /** Of headings, lines and links: `#0b4f6c`. */
  readonly accent: string;
  /** The fonts of running text and of headings. Word takes others where the reader's machine has none of these names. */
  readonly font: string;
  readonly headingFont: string;
  readonly format: "A4" | "A3" | "letter";
  /** In mm. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  /** Each item begins on a page of its own. */
  readonly itemPerPage: boolean;
  /** What stands on top of each page but the first: the document's title where nothing is said. */
  readonly head: string | null;
  /** What stands at the foot of each page, beside its number. */
  readonly foot: string | null;
}

/** The fonts are those that every Word has. */
export const defaultLayout: DocxLayout = {
  accent: "#0b4f6c",
  font: "Calibri",
  headingFont: "Calibri",
  format: "A4",
  margins: { top: 28, bottom: 26, left: 24, right: 24 },
  itemPerPage: true,
  head: null,
  foot: null,
};

/** In mm. */
const sizes = {
  A4: { width: 210, height: 297 },
  A3: { width: 297, height: 420 },
  letter: { width: 215.9, height: 279.4 },
} as const;

/** The paper and its margins, in twentieths of a point, in which Word measures. */
export function pageOf({ format, margins }: DocxLayout): {
  readonly size: { readonly width: number; readonly height: number };
  readonly margin: DocxLayout["margins"];
} {
  const { width, height } = sizes[format];
  return {
    size: { width: twips(width), height: twips(height) },
    margin: {
      top: twips(margins.top),
      bottom: twips(margins.bottom),
      left: twips(margins.left),
      right: twips(margins.right),
    },
  };
}

/** How wide the text is, in twips. Margins that leave next to nothing leave that. */
export function textWidth(layout: DocxLayout): number {
  const { size, margin } = pageOf(layout);
  return Math.max(size.width - margin.left - margin.right, 1440);
}

/** The accent as Word writes a colour. */
export function accentOf({ accent }: DocxLayout): string {
  return accent.replace("#", "").toUpperCase();
}

function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}
