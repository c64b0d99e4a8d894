import assert from "node:assert/strict";
import { strFromU8, unzipSync } from "fflate";

/** The parts of a Word document, by their paths, as text. */
export function partsOf(file: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** A part that must be there. */
export function part(parts: ReadonlyMap<string, string>, path: string): string {
  const text = parts.get(path);
  if (text === undefined) throw new Error(`${path} is not there`);
  return text;
}

export interface WordParagraph {
  readonly style: string | null;
  readonly text: string;
  /** Word's list, and how far in. */
  readonly list: { readonly id: string; readonly level: number } | null;
  readonly xml: string;
}

/** The paragraphs of a part, those in tables as well, in order. */
export function paragraphs(xml: string): WordParagraph[] {
  return [...xml.matchAll(/<w:p>([^]*?)<\/w:p>/g)].map(([, body = ""]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(body)?.[1] ?? null,
    text: textOf(body),
    list: listOf(body),
    xml: body,
  }));
}

/** What is read of a piece of a part: a tab, a line, and words. */
export function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g)]
    .map(([, words, sign]) => (sign === "tab" ? "\t" : sign === "br" ? "\n" : unescaped(words ?? "")))
    .join("");
}

function listOf(body: string): WordParagraph["list"] {
  const found = /<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="([^"]*)"\/>/.exec(body);
  return found ? { id: found[2] ?? "", level: Number(found[1]) } : null;
}

export function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

/** The marks of Word's lists, as they stand before each paragraph; empty before what is in none. */
export function marks(parts: ReadonlyMap<string, string>): string[] {
  const numbering = part(parts, "word/numbering.xml");
  const counts = new Map<string, number>();
  return paragraphs(part(parts, "word/document.xml")).map(({ list }) => {
    if (!list) return "";
    const { format, text, start } = levelOf(numbering, list.id, list.level);
    const key = `${list.id} ${list.level}`;
    const count = (counts.get(key) ?? start - 1) + 1;
    counts.set(key, count);
    const number = format === "lowerLetter" ? String.fromCharCode(96 + count) : String(count);
    return text.trim().replace(/%\d/, format === "upperLetter" ? String.fromCharCode(64 + count) : number);
  });
}

function levelOf(
  numbering: string,
  id: string,
  level: number,
): { format: string; text: string; start: number } {
  const instance = new RegExp(`<w:num w:numId="${id}"[^>]*>([^]*?)</w:num>`).exec(numbering)?.[1] ?? "";
  const abstract = /<w:abstractNumId w:val="(\d+)"/.exec(instance)?.[1] ?? "";
  const definition =
    new RegExp(`<w:abstractNum w:abstractNumId="${abstract}"[^>]*>([^]*?)</w:abstractNum>`).exec(
      numbering,
    )?.[1] ?? "";
  const body = new RegExp(`<w:lvl w:ilvl="${level}"[^>]*>([^]*?)</w:lvl>`).exec(definition)?.[1] ?? "";
  const override = new RegExp(`<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="(\\d+)"`).exec(
    instance,
  )?.[1];
  const value = (name: string): string =>
    unescaped(new RegExp(`<w:${name} w:val="([^"]*)"`).exec(body)?.[1] ?? "");
  return { format: value("numFmt"), text: value("lvlText"), start: Number(override ?? value("start")) };
}

/** Every element that opens closes, in order. */
export function assertNested(xml: string, path: string): void {
  const open: string[] = [];
  for (const [, close, name = "", , single] of xml.matchAll(/<(\/?)([\w:]+)((?:\s[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (single) continue;
    if (close) assert.equal(open.pop(), name, path);
    else open.push(name);
  }
  assert.deepEqual(open, [], path);
  assert.equal(xml.match(/</g)?.length, xml.match(/<\/?[\w:]+(?:\s[\w:]+="[^"<]*")*\s*\/?>|<\?xml[^>]*>/g)?.length, path);
} // prettier-ignore
