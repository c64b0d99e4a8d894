/** A fact that is computed once for each (immutable) node and goes with it when the node goes. */
export function memo<Node extends object, Fact>(compute: (node: Node) => Fact): (node: Node) => Fact {
  const facts = new WeakMap<Node, { readonly fact: Fact }>();
  return (node) => {
    let known = facts.get(node);
    if (!known) {
      known = { fact: compute(node) };
      facts.set(node, known);
    }
    return known.fact;
  };
}
