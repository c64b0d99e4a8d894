import { withoutEnd } from "../text/ends.ts";
import { editDistance, folded } from "../text/spelling.ts";
import type { Item } from "../syntax/nodes.ts";
import { memo } from "./memo.ts";

export const itemKinds = [
  "standing",
  "pause",
  "written",
  "orientation",
  "discussion",
  "decision",
  "case",
] as const;

export type ItemKind = (typeof itemKinds)[number];

export interface TitleKind {
  readonly kind: ItemKind;
  readonly closed: boolean;
}

/** What kind of item this is, by its title. */
export const kindOf: (item: Item) => TitleKind = memo((item) => classifyTitle(item.heading.title));

const closedMarks = [
  /^\s*lukket\s+(?:punkt|sag)\s*(?::|[–-]\s)\s*/iu,
  /^\s*LUKKET(?!\p{Alpha})\s*(?:[:–-]\s*)?/u,
  /\((?:lukket|lukket punkt|lukket sag)\)/iu,
  /[,–-]?\s{0,3}(?<!\p{Alpha})LUKKET(?!\p{Alpha})/u,
  /(?<!\p{Alpha})lukket\s+(?:punkt|sag)\s*:\s*/iu,
];

/** FORMAT.md section 2: the first row that fits holds, once a mark of a closed item is taken off. */
export function classifyTitle(title: string): TitleKind {
  const open = withoutClosedMark(title);
  return { kind: kindOfOpenTitle(folded(open)), closed: open !== title };
}

/** The title as it would stand if the item were open. */
export function withoutClosedMark(title: string): string {
  let open = title;
  for (const mark of closedMarks) open = open.replace(mark, " ");
  return open === title ? title : open.replace(/\s+/g, " ").trim();
}

const prefixes: readonly (readonly [ItemKind, RegExp])[] = [
  ["written", /^(?:til )?skriftlig orientering ?:/],
  ["orientation", /^(?:orientering(?![\p{Alpha}-])|orienterings(?:sag|punkt) ?:|til orientering ?:)/u],
  ["discussion", /^(?:drøftelse(?![\p{Alpha}-])|drøftelses(?:sag|punkt) ?:|temadrøftelse(?![\p{Alpha}-]))/u],
  ["decision", /^(?:beslutnings(?:sag|punkt) ?:|beslutning om(?![\p{Alpha}-]))/u],
];

function kindOfOpenTitle(title: string): ItemKind {
  if (isStanding(title)) return "standing";
  if (/^(?:pause|frokost|kaffepause|frokostpause)$/.test(withoutEnd(title, ".:!–-"))) return "pause";
  for (const [kind, prefix] of prefixes) if (prefix.test(title)) return kind;
  return "case";
}

/** The openings of standing titles; whatever follows them is no matter. */
const standingOpenings = [
  "velkomst",
  "godkendelse af dagsorden",
  "godkendelse af dagsordenen",
  "godkendelse af referat",
  "godkendelse af referatet",
  "godkendelse af referater",
  "eventuelt",
  "meddelelser",
  "næste møde",
  "underskriftsark",
];

/** None of them is as long, be it misspelt. */
const longestOpening = 40;

function isStanding(title: string): boolean {
  if (/^evt(?:\.|(?![\p{Alpha}]))/u.test(title)) return true;
  const words = title.slice(0, longestOpening).split(/(?<=\p{Alpha})(?!\p{Alpha})/u);
  for (const opening of standingOpenings) {
    const length = opening.split(" ").length;
    const start = words.slice(0, length).join("").trim();
    if (start === opening) return true;
    // Misspelt by a letter, or broken off.
    if (opening.length >= 8 && start.length >= 6 && editDistance(start, opening, 1) <= 1) return true;
    if (title.length >= 5 && opening.startsWith(title)) return true;
  }
  return false;
}
