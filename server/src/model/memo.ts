/** Where a node keeps its facts. */
const factsOf = Symbol("facts");

/** A fact, and those that were found out before it. */
interface Known {
  readonly compute: object;
  readonly fact: unknown;
  readonly before: Known | undefined;
}

interface Keeping {
  [factsOf]?: Known;
}

/**
 * A fact that is computed once for each (immutable) node and goes with it when the node goes. It is kept in the node itself: a
 * table of all nodes would keep those of a text that is gone until everything is looked through for garbage. A node has few
 * facts, and many have but one: they are a list.
 */
export function memo<Node extends object, Fact>(compute: (node: Node) => Fact): (node: Node) => Fact {
  return (node) => {
    const facts = (node as Keeping)[factsOf];
    for (let known = facts; known; known = known.before) {
      if (known.compute === compute) return known.fact as Fact;
    }
    const fact = compute(node);
    // What was computed for it may have brought facts too.
    const before = (node as Keeping)[factsOf];
    if (before) (node as Keeping)[factsOf] = { compute, fact, before };
    // Not seen by whoever compares or lists what a node holds.
    else Object.defineProperty(node, factsOf, { value: { compute, fact, before }, writable: true });
    return fact;
  };
}

/** The same for a fact that hangs on one thing besides: it is kept for as long as that says the same. */
export function memoWith<Node extends object, Key, Fact>(
  compute: (node: Node, key: Key) => Fact,
  isSame: (one: Key, other: Key) => boolean = Object.is,
): (node: Node, key: Key) => Fact {
  const cellOf = memo<Node, { kept: { readonly key: Key; readonly fact: Fact } | null }>(() => ({
    kept: null,
  }));
  return (node, key) => {
    const cell = cellOf(node);
    if (!cell.kept || !isSame(cell.kept.key, key)) cell.kept = { key, fact: compute(node, key) };
    return cell.kept.fact;
  };
}

/** So many facts of one sort are kept with a node: who asks with yet another key asks for something new. */
const most = 8;

/** The same for a fact that depends on words besides: `key` tells them all. The first that was asked for goes first. */
export function memoFor<Fact>(): (node: object, key: string, compute: () => Fact) => Fact {
  const keptIn = memo(() => new Map<string, { readonly fact: Fact }>());
  return (node, key, compute) => {
    const kept = keptIn(node);
    let known = kept.get(key);
    if (!known) {
      known = { fact: compute() };
      const [oldest] = kept.keys();
      if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
      kept.set(key, known);
    }
    return known.fact;
  };
}
