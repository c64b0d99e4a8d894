/** What a document of Word says besides the document itself. */
export const words = {
  table: (number: number, part: number, parts: number): string =>
    parts === 1 ? `Tabel ${number}` : `Tabel ${number}, del ${part} af ${parts}`,
} as const;
