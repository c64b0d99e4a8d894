/** Where a node keeps its facts. */
const factsOf = Symbol("facts");

/**
 * A fact, and those that were found out before it. What is made for every node of a text is made by a constructor: of a literal
 * V8 learns, while the text is opened, that it lives long, and puts each later one among the old at once; from there it holds on to
 * a version that is long gone until everything is looked through for garbage.
 */
class Known {
  constructor(
    readonly compute: object,
    readonly fact: unknown,
    readonly before: Known | undefined,
    /** How many facts this makes. */
    readonly count: number,
  ) {}
}

/** Up to so many facts are a list; a chunk, of which nearly all rules know something, has a table of its own. */
const mostInList = 8;

interface Keeping {
  [factsOf]?: Known | Map<object, unknown>;
}

/**
 * A fact that is computed once for each (immutable) node and goes with it when the node goes. It is kept in the node itself: a
 * table of all nodes would keep those of a text that is gone until everything is looked through for garbage. Most nodes have
 * few facts, and many have but one.
 */
export function memo<Node extends object, Fact>(compute: (node: Node) => Fact): (node: Node) => Fact {
  return (node) => {
    const facts = (node as Keeping)[factsOf];
    if (facts instanceof Map) {
      const fact = facts.get(compute);
      if (fact !== undefined || facts.has(compute)) return fact as Fact;
    } else {
      for (let known = facts; known; known = known.before) {
        if (known.compute === compute) return known.fact as Fact;
      }
    }
    const fact = compute(node);
    keep(node, compute, fact);
    return fact;
  };
}

function keep(node: Keeping, compute: object, fact: unknown): void {
  // What was computed for it may have brought facts too.
  const facts = node[factsOf];
  if (facts instanceof Map) {
    facts.set(compute, fact);
  } else if (!facts) {
    // Not seen by whoever compares or lists what a node holds.
    const value = new Known(compute, fact, undefined, 1);
    Object.defineProperty(node, factsOf, { value, writable: true });
  } else if (facts.count < mostInList) {
    node[factsOf] = new Known(compute, fact, facts, facts.count + 1);
  } else {
    const table = new Map([[compute, fact]]);
    for (let known: Known | undefined = facts; known; known = known.before)
      table.set(known.compute, known.fact);
    node[factsOf] = table;
  }
}

/** The same for a fact that hangs on one thing besides: it is kept for as long as that says the same. */
export function memoWith<Node extends object, Key, Fact>(
  compute: (node: Node, key: Key) => Fact,
  isSame: (one: Key, other: Key) => boolean = Object.is,
): (node: Node, key: Key) => Fact {
  const cellOf = memo<Node, Cell<Key, Fact>>(() => new Cell());
  return (node, key) => {
    const cell = cellOf(node);
    if (!cell.kept || !isSame(cell.kept.key, key)) cell.kept = new Kept(key, compute(node, key));
    return cell.kept.fact;
  };
}

class Cell<Key, Fact> {
  kept: Kept<Key, Fact> | null = null;
}

class Kept<Key, Fact> {
  constructor(
    readonly key: Key,
    readonly fact: Fact,
  ) {}
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
