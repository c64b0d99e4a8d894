import { Footer, Header, PageNumber, Paragraph, Tab, TextRun } from "docx";
import { words } from "../words.ts";
import type { RenderDocument } from "../renderModel.ts";
import { shortTitle } from "../title.ts";
import type { DocxLayout } from "./layout.ts";
import { runs } from "./runs.ts";

/** What stands above and below the text of each page. The first one has its title already. */
export function frame(
  document: RenderDocument,
  { head, foot }: DocxLayout,
): {
  readonly headers: { readonly default: Header; readonly first: Header };
  readonly footers: { readonly default: Footer; readonly first: Footer };
} {
  const state = document.state
    ? [
        new TextRun({ children: [new Tab()] }),
        new TextRun({ text: words.state[document.state].toUpperCase(), style: "Udkastmaerke" }),
      ]
    : [];
  const header = (text: string): Header =>
    new Header({ children: [new Paragraph({ style: "Header", children: [...runs(text), ...state] })] });
  return {
    headers: { default: header(head ?? shortTitle(document)), first: header("") },
    footers: { default: footer(foot), first: footer(foot) },
  };
}

function footer(foot: string | null): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        children: [
          ...runs(foot ?? ""),
          new TextRun({
            children: [new Tab(), "Side ", PageNumber.CURRENT, ` ${words.pageOf} `, PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}
