/** What tests ask of a page that the project wrote: its tags are regular. */

/** The addresses within the page that nothing answers. */
export function deadAnchors(page: string): string[] {
  const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  return [...page.matchAll(/ href="#([^"]*)"/g)].flatMap(([, to = ""]) => (ids.has(to) ? [] : [to]));
}

/** The ids that stand more than once. */
export function doubleIds(page: string): string[] {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** The levels of the headings, in order. */
export function headingLevels(page: string): number[] {
  return [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
}

/** The tags that are opened and not closed, or the other way round; empty for a sound page. */
export function unbalancedTags(page: string): string[] {
  const void_ = new Set(["meta", "br", "!doctype"]);
  const open: string[] = [];
  for (const [, close, name = ""] of page.matchAll(/<(\/?)([a-z!][a-z\d]*)(?:\s[^>]*)?>/gi)) {
    const tag = name.toLowerCase();
    if (void_.has(tag)) continue;
    if (close === "") open.push(tag);
    else if (open.pop() !== tag) return [...open, `/${tag}`];
  }
  return open;
}

const entities: Readonly<Record<string, string>> = {
  "amp": "&",
  "lt": "<",
  "gt": ">",
  "quot": '"',
  "#39": "'",
};

/** The text of the page's body, and behind each link its address. */
export function pageText(page: string): string {
  const body = page.slice(page.indexOf("<body>"));
  return body
    .replace(
      /<a href="([^"#][^"]*)">([^]*?)<\/a>/g,
      (_, address: string, words: string) => `${words} ${safely(address)} `,
    )
    .replace(/<(?:em|strong|\/em|\/strong|a|\/a)(?:\s[^>]*)?>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? "");
}

function safely(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
