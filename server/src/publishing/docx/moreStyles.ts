/** Of the lines between rows. */
const line = "C9D1D8";

/**
 * The styles of a document with those that the library has no words for: that of tables, with lines between the rows and the
 * header in bold; that of the contents, with dots before a page; and the one that those of characters are based on. `width`
 * is that of the text, in twips.
 */
export function withMoreStyles(xml: string, accent: string, width: number): string {
  const edge = (side: string, size: number, color: string): string =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${color}"/>`;
  const more =
    `<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
    `<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/>` +
    `<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${width}"/></w:tabs><w:spacing w:after="80"/><w:ind w:right="567"/></w:pPr></w:style>` +
    `<w:style w:type="table" w:customStyle="1" w:styleId="Referattabel">` +
    `<w:name w:val="Referattabel"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>` +
    `<w:tblPr><w:tblBorders>${edge("top", 8, accent)}${edge("bottom", 4, line)}${edge("insideH", 4, line)}</w:tblBorders>` +
    `<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>${edge("bottom", 8, accent)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>` +
    `</w:style>`;
  return xml
    .replace(/<w:style [^>]*w:styleId="TOC1">.*?<\/w:style>/s, "")
    .replace("</w:styles>", () => `${more}</w:styles>`);
}
