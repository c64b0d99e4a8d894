const longestQuote = 400;

/** Words of a document, up to some lines: a hover is no page. */
export function shortened(text: string): string {
  if (text.length <= longestQuote) return text;
  const cut = text.slice(0, longestQuote);
  const word = cut.lastIndexOf(" ");
  return `${cut.slice(0, word > longestQuote / 2 ? word : longestQuote).trimEnd()} …`;
}
