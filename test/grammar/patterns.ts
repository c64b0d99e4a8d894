/**
 * Reads the regular expressions of the grammar and refuses what can make a search slower than the line is long:
 *
 * - a repetition inside a repetition (`(a+)+`);
 * - two repetitions side by side that can take the same sign (`\s*\s*`), unless the first gives nothing back;
 * - a pattern that the search may enter anywhere and that begins with a repetition (`\s+x`): on a run of blanks, each
 *   blank starts a walk to the run's end. An anchor or a lookbehind in front keeps the search out.
 */

export type Node =
  | { readonly type: "alternatives"; readonly branches: readonly Node[] }
  | { readonly type: "sequence"; readonly items: readonly Node[] }
  | { readonly type: "lookahead"; readonly body: Node }
  | { readonly type: "lookbehind" }
  | { readonly type: "anchor"; readonly source: string }
  /** One sign out of a set. */
  | { readonly type: "sign"; readonly source: string }
  | {
      readonly type: "repeat";
      readonly body: Node;
      readonly min: number;
      readonly max: number;
      readonly possessive: boolean;
    };

const anchors = new Set(["^", "$", "\\G", "\\A", "\\z", "\\b", "\\B"]);

/** Parses the part of Oniguruma's syntax that the grammar uses, and throws on anything else. */
export function parsePattern(source: string): Node {
  let at = 0;
  const parsed = alternatives();
  if (at < source.length) throw new Error(`Unexpected ${source.slice(at)} in ${source}`);
  return parsed;

  function alternatives(): Node {
    const branches = [sequence()];
    while (source[at] === "|") {
      at++;
      branches.push(sequence());
    }
    return branches.length === 1 && branches[0] ? branches[0] : { type: "alternatives", branches };
  }

  function sequence(): Node {
    const items: Node[] = [];
    while (at < source.length && source[at] !== "|" && source[at] !== ")") items.push(repeated(atom()));
    return { type: "sequence", items };
  }

  function repeated(body: Node): Node {
    const match = /^(?:\*|\+|\?|\{(\d*)(,?)(\d*)\})/.exec(source.slice(at));
    if (!match) return body;
    const [text, low = "", comma = "", high = ""] = match;
    at += text.length;
    const braces = text.startsWith("{");
    const min = braces ? Number(low) : text === "+" ? 1 : 0;
    const max = braces ? (high !== "" ? Number(high) : comma ? Infinity : min) : text === "?" ? 1 : Infinity;
    // Behind braces Oniguruma reads a `+` as another quantifier, not as a possessive one.
    const possessive = !braces && source[at] === "+";
    if (possessive || source[at] === "?") at++;
    if (/^[*+?]/.test(source.slice(at)) || (braces && source[at - 1] === "+"))
      throw new Error(`Quantifier on a quantifier: ${source}`);
    return { type: "repeat", body, min, max, possessive };
  }

  function atom(): Node {
    const rest = source.slice(at);
    const group = /^\((\?:|\?=|\?!|\?<=|\?<!|\?i:)?/.exec(rest);
    if (group) {
      at += group[0].length;
      const body = alternatives();
      if (source[at] !== ")") throw new Error(`Unclosed group in ${source}`);
      at++;
      if (group[1] === "?<=" || group[1] === "?<!") return { type: "lookbehind" };
      return group[1] === "?=" || group[1] === "?!" ? { type: "lookahead", body } : body;
    }
    const sign = /^(?:\\x\{[0-9A-Fa-f]+\}|\\p\{\w+\}|\\.|\[(?:\\.|[^\]\\])+\]|[^\\[\]()|*+?{}]|\{)/u.exec(
      rest,
    )?.[0];
    if (sign === undefined) throw new Error(`Cannot read ${rest} in ${source}`);
    at += sign.length;
    return anchors.has(sign) ? { type: "anchor", source: sign } : { type: "sign", source: sign };
  }
}

/** What is wrong with the pattern, in words; an empty list for a good one. */
export function weaknesses(source: string): string[] {
  const tree = parsePattern(source);
  const found: string[] = [];
  visit(tree, (node) => {
    if (node.type === "repeat" && unbounded(node) && contains(node.body))
      found.push("a repetition inside a repetition");
    if (node.type === "sequence") found.push(...overlaps(node.items));
  });
  if (canBeginWithRepetition(tree)) found.push("begins with a repetition, and the search may enter anywhere");
  return found;
}

type Repeat = Extract<Node, { type: "repeat" }>;

function unbounded(node: Node): boolean {
  return node.type === "repeat" && node.max > 100;
}

function children(node: Node): readonly Node[] {
  switch (node.type) {
    case "alternatives":
      return node.branches;
    case "sequence":
      return node.items;
    case "repeat":
    case "lookahead":
      return [node.body];
    default:
      return [];
  }
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const child of children(node)) visit(child, see);
}

function contains(node: Node): boolean {
  return unbounded(node) || children(node).some(contains);
}

/** Whether the node can match nothing at all, so that its neighbours meet. */
function nullable(node: Node): boolean {
  switch (node.type) {
    case "alternatives":
      return node.branches.some(nullable);
    case "sequence":
      return node.items.every(nullable);
    case "repeat":
      return node.min === 0 || nullable(node.body);
    case "sign":
      return false;
    default:
      return true;
  }
}

/** The repetitions of a sign that can stand at the node's beginning, or at its end. */
function edge(node: Node, side: "start" | "end"): Repeat[] {
  if (node.type === "repeat") return unbounded(node) ? [node] : edge(node.body, side);
  if (node.type === "alternatives") return node.branches.flatMap((branch) => edge(branch, side));
  if (node.type !== "sequence") return [];
  const found: Repeat[] = [];
  for (const item of side === "start" ? node.items : [...node.items].reverse()) {
    if (item.type === "lookbehind" || item.type === "anchor") break;
    found.push(...edge(item, side));
    if (!nullable(item)) break;
  }
  return found;
}

function overlaps(items: readonly Node[]): string[] {
  const found: string[] = [];
  items.forEach((item, index) => {
    for (const next of items.slice(index + 1)) {
      if (next.type === "lookbehind" || next.type === "anchor") break;
      for (const first of edge(item, "end")) {
        for (const second of edge(next, "start")) {
          if (!first.possessive && shareASign(first.body, second.body)) {
            found.push("two repetitions side by side that can take the same sign");
          }
        }
      }
      if (!nullable(next)) break;
    }
  });
  return found;
}

const alphabet = [..." \t\n\u00a0!\"#%&'()*+,-./0159:;<=>?@AZ[\\]^_az{|}~æøåÆØÅéÉ½–—…·•“”„»«’"];

function shareASign(a: Node, b: Node): boolean {
  return alphabet.some((sign) => takes(a, sign) && takes(b, sign));
}

function takes(node: Node, sign: string): boolean {
  if (node.type !== "sign")
    return node.type === "repeat" || children(node).some((child) => takes(child, sign));
  return new RegExp(`^${node.source.replace(/\\x\{/g, "\\u{")}$`, "u").test(sign);
}

function canBeginWithRepetition(node: Node): boolean {
  if (unbounded(node)) return true;
  switch (node.type) {
    case "alternatives":
      return node.branches.some(canBeginWithRepetition);
    case "repeat":
    case "lookahead":
      return canBeginWithRepetition(node.body);
    case "sequence":
      for (const item of node.items) {
        if (item.type === "lookbehind" || (item.type === "anchor" && item.source !== "$")) return false;
        if (canBeginWithRepetition(item)) return true;
        if (!nullable(item)) return false;
      }
      return false;
    default:
      return false;
  }
}
