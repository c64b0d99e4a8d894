/** Words of documents in Markdown: they are words, and nothing in them is markup, a link or a picture. */
export function escapedWords(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#|~&!]/g, "\\$&");
}

/** Lines as they are, in a fence that is longer than any that stands among them. */
export function fenced(lines: string): string {
  const longest = (lines.match(/`+/g) ?? []).reduce((most, ticks) => Math.max(most, ticks.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}referat\n${lines}\n${fence}`;
}
