import type { PageLayout } from "../../model/pageLayout.ts";
import type { DocumentState } from "../../model/documentState.ts";
import type { RenderDocument } from "../renderModel.ts";
import { titleText } from "../title.ts";
import { isoDate } from "../../calendar/date.ts";
import { words } from "../words.ts";
import { array, literal } from "./code.ts";

/** What the template is told of the document and of how its pages are to look, as a dictionary. */
export function lookCode(
  document: RenderDocument,
  layout: PageLayout,
  { logo, modified }: { readonly logo: string | null; readonly modified: string | null },
): string {
  const { state, kind, meeting } = document;
  const { margins } = layout;
  const title = titleText(document);
  const keywords = [kind, meeting.body, meeting.date && isoDate(meeting.date)].filter((word) => word);
  const entries: readonly (readonly [string, string])[] = [
    ["title", literal(title)],
    ["author", array(meeting.body === null ? [] : [literal(meeting.body)])],
    ["keywords", array(keywords.map((word) => literal(word ?? "")))],
    ["date", modified === null ? "none" : dateCode(modified)],
    ["state", state === null ? "none" : literal(words.state[state].toUpperCase())],
    ["state-colours", state === null ? "none" : stateColours[state]],
    ["accent", `rgb(${literal(layout.accent)})`],
    ["accent-text", isDark(layout.accent) ? `rgb(${literal(layout.accent)})` : 'rgb("#1d2329")'],
    ["font", literal(layout.font)],
    ["heading-font", literal(layout.headingFont)],
    ["paper", literal(papers[layout.format])],
    [
      "margins",
      `(top: ${margins.top}mm, bottom: ${margins.bottom}mm, left: ${margins.left}mm, right: ${margins.right}mm)`,
    ],
    ["head", literal(shortened(layout.head ?? title, 105))],
    ["foot", literal(shortened(layout.foot ?? "", 90))],
    ["page-word", literal(words.page)],
    ["page-of", literal(words.pageOf)],
    ["logo", logo === null ? "none" : literal(logo)],
    ["logo-text", literal(layout.logoText ?? words.logo)],
  ];
  return `(${entries.map(([name, value]) => `${name}: ${value}`).join(", ")})`;
}

const papers = { A4: "a4", A3: "a3", letter: "us-letter" } as const;

/** Paper and ink of the mark. */
const stateColours: Readonly<Record<DocumentState, string>> = {
  "kladde": '(rgb("#fdf3df"), rgb("#7a4a00"))',
  "til godkendelse": '(rgb("#fdf3df"), rgb("#7a4a00"))',
  "godkendt": '(rgb("#e8f1ea"), rgb("#2c6b3f"))',
};

/** A running head is a line. */
function shortened(text: string, longest: number): string {
  const signs = Array.from(text);
  return signs.length > longest
    ? `${signs
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`
    : text;
}

function dateCode(rfc3339: string): string {
  const numbers = Array.from(rfc3339.matchAll(/\d+/g), ([figures]) => Number(figures));
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = numbers;
  return `datetime(year: ${year}, month: ${month}, day: ${day}, hour: ${hour}, minute: ${minute}, second: ${second})`;
}

/** Whether type in a colour (`#rrggbb`) can be read on white: WCAG's 4.5:1. */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5;
}
