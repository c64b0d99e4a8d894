/** How a body's printed documents look. Null where the document itself, or the format, decides. */
export interface PageLayout {
  /** A picture's path, beside the referat.json: PNG, JPEG or SVG. */
  readonly logo: string | null;
  /** What the logo shows, for whoever cannot see it. */
  readonly logoText: string | null;
  /** `#0b4f6c` */
  readonly accent: string;
  /** The families of running text and of headings. */
  readonly font: string;
  readonly headingFont: string;
  /** Paths of font files, beside the referat.json. */
  readonly fontFiles: readonly string[];
  readonly format: PageFormat;
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

export const pageFormats = ["A4", "A3", "letter"] as const;

export type PageFormat = (typeof pageFormats)[number];

export const defaultLayout: PageLayout = {
  logo: null,
  logoText: null,
  accent: "#0b4f6c",
  font: "Source Sans 3",
  headingFont: "Source Serif 4",
  fontFiles: [],
  format: "A4",
  margins: { top: 28, bottom: 26, left: 28, right: 26 },
  itemPerPage: true,
  head: null,
  foot: null,
};
