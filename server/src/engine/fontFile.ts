/**
 * The code points that a font has signs for, from its table `cmap`; null for bytes that are no TrueType or OpenType font, or are
 * cut short. Spans of code points, in no order. https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function fontCoverage(bytes: Uint8Array): readonly CodeSpan[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (!versions.has(view.getUint32(0))) return null;
    const table = tableAt(view, cmap);
    if (table === null) return null;
    const count = view.getUint16(table + 2);
    const spans: CodeSpan[] = [];
    for (let index = 0; index < count; index++)
      for (const each of subtable(view, table + view.getUint32(table + 4 + index * 8 + 4))) spans.push(each);
    return spans;
  } catch {
    // Outside of the bytes.
    return null;
  }
}

/** From the first code point to the last, both within. */
export type CodeSpan = readonly [first: number, last: number];

/** TrueType, OpenType with outlines of PostScript's, and what Apple writes. */
const versions: ReadonlySet<number> = new Set([0x00010000, 0x4f54544f, 0x74727565]);
const cmap = 0x636d6170;

function tableAt(view: DataView, tag: number): number | null {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16;
    if (view.getUint32(record) === tag) return view.getUint32(record + 8);
  }
  return null;
}

/** The spans of a subtable in one of the two forms that fonts for all languages have. */
function subtable(view: DataView, at: number): CodeSpan[] {
  const format = view.getUint16(at);
  if (format === 4) {
    const segments = view.getUint16(at + 6) / 2;
    return Array.from({ length: segments }, (_, index): CodeSpan => {
      const last = view.getUint16(at + 14 + index * 2);
      return [view.getUint16(at + 16 + segments * 2 + index * 2), last];
    }).filter(([first, last]) => first <= last && first !== 0xffff);
  }
  if (format === 12) {
    const groups = Math.min(view.getUint32(at + 12), view.byteLength / 12);
    return Array.from({ length: groups }, (_, index): CodeSpan => {
      const group = at + 16 + index * 12;
      return [view.getUint32(group), view.getUint32(group + 4)];
    });
  }
  return [];
}

/** The signs of a text that none of these fonts has, each once. Signs that are not seen are in no one's way. */
export function missingSigns(text: string, fonts: readonly (readonly CodeSpan[])[]): string[] {
  const found = new Set<string>();
  for (const [sign] of text.normalize("NFC").matchAll(/[^\x00-\x7f\p{Default_Ignorable_Code_Point}]/gu)) {
    if (found.has(sign)) continue;
    const code = sign.codePointAt(0) ?? 0;
    if (!fonts.some((spans) => spans.some(([first, last]) => first <= code && code <= last))) found.add(sign);
  }
  return [...found];
}
