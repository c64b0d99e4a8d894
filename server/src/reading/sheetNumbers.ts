import { unescaped } from "./markup.ts";

/** Excel offers it under its special formats: the cell holds a number without its first zero, and shows six figures and four. */
const format = /^0{6}(?:\\|")?-"?0{4}(?:;|$)/;

/**
 * The cells of a workbook whose numbers are shown as civil registration numbers, as they are shown. `parts` are the parts of the
 * workbook by their paths.
 */
export function formattedNumbers(parts: ReadonlyMap<string, string>): string[] {
  const styles = parts.get("xl/styles.xml");
  if (styles === undefined) return [];
  const shaped = new Set<string>();
  for (const [tag] of styles.matchAll(/<numFmt\s[^<>]*>/g))
    if (format.test(unescaped(attribute(tag, "formatCode")))) shaped.add(attribute(tag, "numFmtId"));
  if (shaped.size === 0) return [];
  const start = styles.indexOf("<cellXfs");
  const cellStyles = styles.slice(start, Math.max(start, styles.indexOf("</cellXfs>", start)));
  const wanted = new Set<string>();
  let index = 0;
  for (const [tag] of cellStyles.matchAll(/<xf\s[^<>]*>/g)) {
    if (shaped.has(attribute(tag, "numFmtId"))) wanted.add(String(index));
    index++;
  }
  return [...parts].flatMap(([path, xml]) => (path.startsWith("xl/worksheets/") ? cellsOf(xml, wanted) : []));
}

function cellsOf(sheet: string, styles: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const [, tag = "", value = ""] of sheet.matchAll(
    /(<c\s[^<>]*>)(?:<f>[^<>]*<\/f>)?<v>(\d{1,10})<\/v>/g,
  )) {
    if (!styles.has(attribute(tag, "s"))) continue;
    const figures = value.padStart(10, "0");
    found.push(`${figures.slice(0, 6)}-${figures.slice(6)}`);
  }
  return found;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}
