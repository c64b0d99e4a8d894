/** Where a node keeps its facts. */
const factsOf = Symbol("facts");

interface Keeping {
  [factsOf]?: Map<object, unknown>;
}

/**
 * A fact that is computed once for each (immutable) node and goes with it when the node goes. It is kept in the node itself: a
 * table of all nodes would keep those of a text that is gone until everything is looked through for garbage.
 */
export function memo<Node extends object, Fact>(compute: (node: Node) => Fact): (node: Node) => Fact {
  return (node) => {
    let facts = (node as Keeping)[factsOf];
    if (!facts) {
      facts = new Map();
      // Not seen by whoever compares or lists what a node holds.
      Object.defineProperty(node, factsOf, { value: facts });
    }
    if (facts.has(compute)) return facts.get(compute) as Fact;
    const fact = compute(node);
    facts.set(compute, fact);
    return fact;
  };
}

/** So many facts of one sort are kept with a node: who asks with yet another key asks for something new. */
const most = 8;

/** The same for a fact that depends on words besides: `key` tells them all. The first that was asked for goes first. */
export function memoFor<Fact>(): (node: object, key: string, compute: () => Fact) => Fact {
  const facts = new WeakMap<object, Map<string, { readonly fact: Fact }>>();
  return (node, key, compute) => {
    const kept = facts.get(node) ?? new Map<string, { readonly fact: Fact }>();
    if (kept.size === 0) facts.set(node, kept);
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
