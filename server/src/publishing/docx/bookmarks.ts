/** Word's names for the anchors of a document: letters, figures and underscores, forty at most. */
export class Bookmarks {
  private readonly names = new Map<string, string>();
  private readonly taken = new Set<string>();

  /** The same name each time, and no other anchor's. */
  name(anchor: string): string {
    const known = this.names.get(anchor);
    if (known !== undefined) return known;
    const wanted = `r_${anchor.replace(/[^A-Za-z0-9]/g, "_")}`;
    let name = wanted.slice(0, longest);
    for (let count = 2; this.taken.has(name.toLowerCase()); count++) {
      const suffix = `_${count}`;
      name = wanted.slice(0, longest - suffix.length) + suffix;
    }
    this.taken.add(name.toLowerCase());
    this.names.set(anchor, name);
    return name;
  }
}

const longest = 40;
