/** Tokenises with the committed grammar as VS Code does: vscode-textmate over Oniguruma. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as oniguruma from "vscode-oniguruma";
import * as textmate from "vscode-textmate";

export const root = process.cwd();
export const grammarPath = join(root, "syntaxes", "referat.tmLanguage.json");
export const scopeName = "text.referat";

/** What the search engine was asked to do: a measure of work that no machine's speed changes. */
export interface Work {
  searches: number;
  /** UTF-16 units handed over to the engine: it converts every string it is given. */
  unitsHandedOver: number;
}

export interface Tokenizer {
  readonly grammar: textmate.IGrammar;
  readonly registry: textmate.Registry;
  readonly work: Work;
}

let wasm: Promise<void> | undefined;

export async function createTokenizer(theme?: textmate.IRawTheme): Promise<Tokenizer> {
  wasm ??= oniguruma.loadWASM(
    readFileSync(join(root, "node_modules", "vscode-oniguruma", "release", "onig.wasm")),
  );
  await wasm;
  const work: Work = { searches: 0, unitsHandedOver: 0 };
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => counted(new oniguruma.OnigScanner(patterns), work),
      createOnigString: (text) => {
        work.unitsHandedOver += text.length;
        return new oniguruma.OnigString(text);
      },
    }),
    loadGrammar: (name) =>
      Promise.resolve(
        name === scopeName ? textmate.parseRawGrammar(readFileSync(grammarPath, "utf8"), grammarPath) : null,
      ),
    ...(theme ? { theme } : {}),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error("The grammar was not loaded");
  return { grammar, registry, work };
}

function counted(scanner: textmate.OnigScanner, work: Work): textmate.OnigScanner {
  return {
    findNextMatchSync: (text, start, options) => {
      work.searches++;
      return scanner.findNextMatchSync(text, start, options);
    },
    dispose: () => scanner.dispose?.(),
  };
}

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Without the root scope. */
  readonly scopes: readonly string[];
}

export interface TokenizedLine {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly stoppedEarly: boolean;
}

export function tokenizeLines(
  grammar: textmate.IGrammar,
  lines: readonly string[],
  timeLimit = 0,
): TokenizedLine[] {
  let state = textmate.INITIAL;
  return lines.map((text) => {
    const result = grammar.tokenizeLine(text, state, timeLimit);
    state = result.ruleStack;
    const tokens = result.tokens.map(({ startIndex, endIndex, scopes }) => {
      const end = Math.min(endIndex, text.length);
      return { text: text.slice(startIndex, end), start: startIndex, end, scopes: scopes.slice(1) };
    });
    return { text, tokens, stoppedEarly: result.stoppedEarly };
  });
}

export function tokenize(grammar: textmate.IGrammar, text: string): TokenizedLine[] {
  return tokenizeLines(grammar, text.split(/\r\n|\r|\n/));
}
