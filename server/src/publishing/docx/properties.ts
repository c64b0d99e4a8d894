export interface Properties {
  readonly language: string;
  /** How far the document has come; null where nobody said. */
  readonly status: string | null;
  /** When it was made, as RFC 3339 has it; null where that is not to be said. */
  readonly modified: string | null;
}

/** The properties of a document with those that the library has no words for, and without the time of day. */
export function withProperties(xml: string, { language, status, modified }: Properties): string {
  const time = (name: string): string =>
    modified === null ? "" : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${modified}</dcterms:${name}>`;
  const own = `<dc:language>${language}</dc:language>${status === null ? "" : `<cp:contentStatus>${status}</cp:contentStatus>`}`;
  return xml
    .replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, (_, name: string) => time(name))
    .replace("</cp:coreProperties>", () => `${own}</cp:coreProperties>`);
}
