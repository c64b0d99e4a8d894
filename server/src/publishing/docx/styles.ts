import {
  BorderStyle,
  LineRuleType,
  type IParagraphStyleOptions,
  type IPropertiesOptions,
  ShadingType,
} from "docx";
import { accentOf, type DocxLayout, textWidth } from "./layout.ts";

/** Where the values of the fields of the head begin, in twips. */
const fieldIndent = 2100;
/** How far the text of a recommendation or a decision is taken in, in twips. */
export const boxIndent = 227;

const auto = LineRuleType.AUTO;
const soft = "525C66";
/**
 * The styles of a document. Word's own bear Word's names, which each language shows as its own; ours are Danish. Who changes
 * one changes the whole document.
 */
export function styles(layout: DocxLayout): NonNullable<IPropertiesOptions["styles"]> {
  const { font, headingFont, itemPerPage } = layout;
  const accent = accentOf(layout);
  const width = textWidth(layout);
  return {
    default: {
      document: {
        run: { font, size: 22, language: { value: "da-DK", eastAsia: "da-DK" } },
        paragraph: { spacing: { after: 120, line: 271, lineRule: auto } },
      },
      title: {
        basedOn: "Normal",
        next: "Subtitle",
        run: { font: headingFont, size: 52, bold: true, color: accent },
        paragraph: { spacing: { after: 80, line: 240, lineRule: auto }, keepNext: true },
      },
      heading1: {
        basedOn: "Normal",
        next: "Normal",
        run: { font: headingFont, size: 34, bold: true, color: accent },
        paragraph: {
          spacing: { before: itemPerPage ? 0 : 480, after: 100, line: 252, lineRule: auto },
          keepNext: true,
          keepLines: true,
          outlineLevel: 0,
        },
      },
      heading2: {
        basedOn: "Normal",
        next: "Normal",
        run: { font: headingFont, size: 26, bold: true, color: accent },
        paragraph: {
          spacing: { before: 280, after: 80, line: 252, lineRule: auto },
          keepNext: true,
          keepLines: true,
          outlineLevel: 1,
        },
      },
      heading3: {
        basedOn: "Normal",
        next: "Normal",
        run: { size: 22, bold: true },
        paragraph: { spacing: { before: 180, after: 40 }, keepNext: true, keepLines: true, outlineLevel: 2 },
      },
      hyperlink: { run: { color: accent, underline: { type: "single" } } },
      footnoteText: {
        basedOn: "Normal",
        run: { size: 18 },
        paragraph: { spacing: { after: 40, line: 240, lineRule: auto }, indent: { left: 227, hanging: 227 } },
      },
      footnoteReference: { run: { superScript: true } },
    },
    paragraphStyles: [
      { id: "Normal", name: "Normal", quickFormat: true },
      ...headStyles(accent, headingFont),
      ...itemStyles(layout),
      ...boxStyles("Indstilling", { edge: accent, paper: "EDF3F6" }),
      ...boxStyles("Beslutning", { edge: "2C6B3F", paper: "E8F1EA" }),
      ...listStyles,
      ...frameStyles(width),
    ],
    characterStyles: [
      { id: "Henvisning", name: "Henvisning", basedOn: "DefaultParagraphFont", run: { color: accent } },
      { id: "Feltnavn", name: "Feltnavn", basedOn: "DefaultParagraphFont", run: { bold: true, color: soft } },
      {
        id: "Udkastmaerke",
        name: "Udkastmærke",
        basedOn: "DefaultParagraphFont",
        run: { bold: true, color: "7A4A00" },
      },
    ],
  };
}

function headStyles(accent: string, headingFont: string): IParagraphStyleOptions[] {
  return [
    {
      id: "Dokumentart",
      name: "Dokumentart",
      basedOn: "Normal",
      next: "Title",
      quickFormat: true,
      run: { size: 24, bold: true, color: accent, allCaps: true, characterSpacing: 40 },
      paragraph: { spacing: { before: 480, after: 60 }, keepNext: true },
    },
    {
      id: "Subtitle",
      name: "Subtitle",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { size: 26, color: soft },
      paragraph: { spacing: { after: 360 } },
    },
    {
      id: "Moedeoplysning",
      name: "Mødeoplysning",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: {
        spacing: { before: 60, after: 60 },
        indent: { left: fieldIndent, hanging: fieldIndent },
        leftTabStop: fieldIndent,
      },
    },
    {
      id: "Deltager",
      name: "Deltager",
      basedOn: "Moedeoplysning",
      quickFormat: true,
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    {
      id: "TOCHeading",
      name: "TOC Heading",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { font: headingFont, size: 28, bold: true, color: accent },
      paragraph: { spacing: { before: 480, after: 120 }, keepNext: true },
    },
  ];
}

function itemStyles({ itemPerPage }: DocxLayout): IParagraphStyleOptions[] {
  return [
    {
      id: "Pause",
      name: "Pause",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { bold: true, color: soft },
      paragraph: { spacing: { before: 360, after: 60 }, keepNext: true, outlineLevel: 0 },
    },
    {
      id: "Punktoplysning",
      name: "Punktoplysning",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { color: soft },
      paragraph: { spacing: { after: 200 } },
    },
    {
      id: "Aendring",
      name: "Ændring",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { color: "7A4A00" },
      paragraph: { spacing: { before: 60, after: 120 } },
    },
    {
      id: "Fravaer",
      name: "Fravær",
      basedOn: "Normal",
      quickFormat: true,
      run: { color: soft },
    },
    {
      id: "Lukketpunkt",
      name: "Lukket punkt",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { italics: true, color: soft },
      paragraph: { spacing: { before: itemPerPage ? 120 : 360, after: 120 } },
    },
    {
      id: "Bilag",
      name: "Bilag",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { spacing: { after: 60 }, indent: { left: 340, hanging: 340 } },
    },
    {
      id: "Tabeltekst",
      name: "Tabeltekst",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: 20 },
      paragraph: { spacing: { before: 30, after: 30, line: 245, lineRule: auto } },
    },
    {
      id: "Tabeltekstlille",
      name: "Tabeltekst, lille",
      basedOn: "Tabeltekst",
      quickFormat: true,
      run: { size: 16 },
      paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: auto } },
    },
    {
      id: "Tabelafstand",
      name: "Tabelafstand",
      basedOn: "Normal",
      run: { size: 12 },
      paragraph: { spacing: { after: 0, line: 240, lineRule: auto } },
    },
  ];
}

/** The styles of a part that is set apart: its heading, its text, its lists. */
function boxStyles(
  name: "Indstilling" | "Beslutning",
  { edge, paper }: { readonly edge: string; readonly paper: string },
): IParagraphStyleOptions[] {
  const side = { style: BorderStyle.SINGLE, color: paper, size: 4, space: 4 };
  const box = {
    shading: { type: ShadingType.CLEAR, color: "auto", fill: paper },
    border: {
      top: side,
      bottom: side,
      right: side,
      left: { style: BorderStyle.SINGLE, color: edge, size: 24, space: 8 },
    },
    indent: { left: boxIndent, right: 120 },
  };
  return [
    {
      id: name,
      name,
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { ...box, spacing: { after: 100 } },
    },
    {
      id: `${name}soverskrift`,
      name: `${name}soverskrift`,
      basedOn: "Heading2",
      next: name,
      quickFormat: true,
      run: { color: edge },
      paragraph: { ...box, spacing: { before: 280, after: 60 } },
    },
    {
      id: `${name}sunderoverskrift`,
      name: `${name}sunderoverskrift`,
      basedOn: "Heading3",
      next: name,
      paragraph: { ...box, spacing: { before: 100, after: 40 } },
    },
    {
      id: `${name}sliste`,
      name: `${name}sliste`,
      basedOn: name,
      quickFormat: true,
      paragraph: { spacing: { after: 100 }, contextualSpacing: true },
    },
  ];
}

const listStyles: IParagraphStyleOptions[] = [
  ["ListBullet", "List Bullet"],
  ["ListNumber", "List Number"],
].map(([id = "", name = ""]) => ({
  id,
  name,
  basedOn: "Normal",
  quickFormat: true,
  paragraph: { spacing: { after: 120 }, contextualSpacing: true },
}));

function frameStyles(width: number): IParagraphStyleOptions[] {
  const tabs = { rightTabStop: width };
  return [
    {
      id: "Header",
      name: "header",
      basedOn: "Normal",
      run: { size: 17, color: soft },
      paragraph: { ...tabs, spacing: { after: 0, line: 240, lineRule: auto } },
    },
    {
      id: "Footer",
      name: "footer",
      basedOn: "Normal",
      run: { size: 17, color: soft },
      paragraph: { ...tabs, spacing: { after: 0, line: 240, lineRule: auto } },
    },
  ];
}
