import { defaultLayout, type PageLayout } from "../../model/pageLayout.ts";

/** What a body decides of its documents' pages, as far as Word can follow it. */
export type DocxLayout = Omit<PageLayout, "logo" | "logoText" | "fontFiles">;

/** Every Word has it. */
const usualFont = "Calibri";

/** The layout for Word, which is not given the fonts that come with the printed pages: it names those that a body chose itself. */
export function layoutForWord(given: Partial<PageLayout> = {}): DocxLayout {
  const layout = { ...defaultLayout, ...given };
  const own = (font: string): string =>
    font === defaultLayout.font || font === defaultLayout.headingFont ? usualFont : font;
  return { ...layout, font: own(layout.font), headingFont: own(layout.headingFont) };
}

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
