import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensLegend,
  SemanticTokenTypes,
} from "vscode-languageserver";
import { type Token, tokenTypes, type TokenType } from "../features/semanticTokens.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Positions } from "./positions.ts";

/** LSP's own types, which every theme colours. */
const standardTypes: Readonly<Record<TokenType, string>> = {
  itemNumber: SemanticTokenTypes.number,
  time: SemanticTokenTypes.event,
  body: SemanticTokenTypes.namespace,
  person: SemanticTokenTypes.variable,
  outcome: SemanticTokenTypes.keyword,
  recommendation: SemanticTokenTypes.function,
};

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: tokenTypes.map((type) => standardTypes[type]),
  tokenModifiers: [],
};

export function encodeTokens(
  tokens: readonly Token[],
  document: ReferatDocument,
  positions: Positions,
): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const token of tokens) {
    const start = positions.position(document, token.start);
    const end = positions.position(document, token.end);
    builder.push(
      start.line,
      start.character,
      end.character - start.character,
      tokenTypes.indexOf(token.type),
      0,
    );
  }
  return builder.build();
}
