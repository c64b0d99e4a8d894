const longestQuote = 400;

/** Words of a document, up to some lines: a hover is no page. */
export function shortened(text: string, longest = longestQuote): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const word = cut.lastIndexOf(" ");
  return `${cut.slice(0, word > longest / 2 ? word : longest).trimEnd()} …`;
}
