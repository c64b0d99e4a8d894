/** What a copied page holds, in order: its words, and what they are to each other. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string; readonly isBold: boolean }
  /** A line that stands together with its neighbours of the same kind: of contents. */
  | { readonly kind: "line"; readonly text: string }
  /** `level` counts from 1, the outermost. `number` is the mark that the page gave it: `3.` or `2.1`. */
  | {
      readonly kind: "heading";
      readonly text: string;
      readonly level: number;
      readonly number: string | null;
    }
  /** `mark` is what stands before the entry: `-`, `3.` or `b)`. `level` counts from 1, the outermost. */
  | { readonly kind: "entry"; readonly text: string; readonly level: number; readonly mark: string }
  /** `hasHeader` where the first row says what stands below it, in bold. */
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[]; readonly hasHeader: boolean };
