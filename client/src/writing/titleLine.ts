const titleLine = /^\uFEFF?(?:REFERAT|DAGSORDEN)[ \t]+(\S.*) d\.[ \t]*(\d{1,2})-(\d{1,2})-(\d{4})/;

/** The body and the date (as `2026-03-04`) of a document that begins with its title line; null of another text. */
export function titleIn(text: string): { readonly body: string; readonly date: string } | null {
  const [, body, day, month, year] = titleLine.exec(text) ?? [];
  if (body === undefined || !day || !month || !year) return null;
  return { body: body.trim(), date: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}
