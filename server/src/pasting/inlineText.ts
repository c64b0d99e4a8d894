/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Where it leads; null where it is no link. */
  readonly href: string | null;
}

/**
 * Writes a paragraph with its marks: `**fed**`, `*kursiv*`, `[tekst](adresse)`. Blanks are drawn together, and lie outside the
 * marks. A mark in the midst of a word would be two signs, and is left out.
 */
export function inlineText(runs: readonly Run[], { plain = false } = {}): string {
  const joined = merged(runs);
  const text = joined
    .map((run, index) => {
      const before = joined[index - 1]?.text.at(-1) ?? "";
      const behind = joined[index + 1]?.text.at(0) ?? "";
      return plain ? run.text : marked(run, before, behind);
    })
    .join("");
  return tidied(text);
}

/** Whether all words of a paragraph are bold. */
export function isAllBold(runs: readonly Run[]): boolean {
  const words = runs.filter(({ text }) => wordSign.test(text));
  return words.length > 0 && words.every(({ bold }) => bold);
}

const wordSign = /[\p{Alpha}\p{N}]/u;

/** Neighbours in one style are one run; blanks between two of them take that style. */
function merged(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const isBlank = run.href === null && run.text.trim() === "";
    if (last && (isBlank || isAlike(last, run)))
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

function isAlike(one: Run, other: Run): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.href === other.href;
}

function marked({ text, bold, italic, href }: Run, before: string, behind: string): string {
  const start = text.length - text.trimStart().length;
  const words = text.trim();
  if (!wordSign.test(words)) return text;
  const end = start + words.length;
  const linked = href !== null && !words.includes("]") && !words.includes("\n") ? link(words, href) : words;
  const splits = (start === 0 && wordSign.test(before)) || (end === text.length && wordSign.test(behind));
  const star = splits || /[*\n\t]/.test(words) ? "" : "*".repeat((bold ? 2 : 0) + (italic ? 1 : 0));
  return text.slice(0, start) + star + linked + star + text.slice(end);
}

function link(words: string, href: string): string {
  const isItself =
    words === href || `mailto:${words}` === href || words.replace(/\/$/, "") === href.replace(/\/$/, "");
  return isItself ? words : `[${words}](${href.replace(/[\s()]/g, inAddress)})`;
}

/** Blanks drawn together, none around the line breaks. Tabs stay: they part what stands beside each other. */
function tidied(text: string): string {
  return text
    .replace(/[ \u00a0]{2,}/g, " ")
    .split("\n")
    .map((line) => line.replace(/^[ \u00a0]+|(?<![ \u00a0])[ \u00a0]+$/g, ""))
    .join("\n")
    .trim();
}

/** A blank or a parenthesis would end the address of a link. */
function inAddress(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
