/**
 * A readable picture of what was coloured: each line, and below it one line of carets for every token with a scope.
 * The root scope and the `.referat` at the end of every scope say nothing, and neither do blanks between tokens.
 */
import type { Token, TokenizedLine } from "./tokenizer.ts";

export function snapshotOf(lines: readonly TokenizedLine[]): string {
  return lines
    .flatMap(({ text, tokens }) => [`> ${text}`.trimEnd(), ...tokens.flatMap((token) => carets(text, token))])
    .join("\n");
}

function carets(line: string, token: Token): string[] {
  const blank = token.text.trim() === "";
  if (token.scopes.length === 0 || (blank && !isPunctuation(token))) return [];
  const padding = line.slice(0, token.start).replace(/[^\t]/g, " ");
  const scopes = token.scopes.map((scope) => scope.replace(/\.referat$/, "")).join(" ");
  return [`  ${padding}${"^".repeat(token.end - token.start)} ${scopes}`];
}

function isPunctuation({ scopes }: Token): boolean {
  return scopes.at(-1)?.startsWith("punctuation.") ?? false;
}
