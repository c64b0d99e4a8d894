import { type ContentsLine, contentsOf, headingTitles } from "../../model/contents.ts";
import { majorityOf } from "../../model/majority.ts";
import { kindOf } from "../../model/itemKind.ts";
import { greatest } from "../../text/many.ts";
import { slice } from "../../text/span.ts";
import type { Caret } from "./caret.ts";
import type { Completion, Offer } from "./entries.ts";

/** What stands between title and page where nothing is learnt from the document. */
const usualLeader = ".....\t";

/** The headings that the contents lack, each with a leader and the page that follows. */
export function contentsEntries(caret: Caret): Completion[] {
  const { chunk, document } = caret;
  if (chunk.kind !== "contents" || !chunk.contentsHeading || caret.line <= chunk.contentsHeading.line)
    return [];
  if (caret.after.trim() !== "") return [];
  const lines = contentsOf(document).filter((line) => line.chunk !== chunk || line.entry.line !== caret.line);
  const there = new Set(lines.map(({ item }) => item));
  const titles = headingTitles(document);
  const missing = document.items.flatMap((item, index) =>
    there.has(index) || (titles[index]?.full ?? "") === ""
      ? []
      : [{ index, pause: kindOf(item).kind === "pause" }],
  );
  if (missing.length === 0) return [];
  const above = lines.filter((line) => line.chunk === chunk && line.entry.line < caret.line);
  const below = lines.filter((line) => line.chunk === chunk && line.entry.line > caret.line);
  const from = greatest([-1, ...above.map(({ item }) => item ?? -1)]);
  const until = below.find(({ item }) => item !== null)?.item ?? Infinity;
  const style = styleOf(lines);
  const firstPage = (above.findLast(({ entry }) => entry.page !== null)?.entry.page ?? 0) + 1;
  const entryText = (index: number, page: number): string => {
    const heading = titles[index];
    const number = document.items[index]?.heading.number ?? null;
    const prefix =
      style.prefix === null || number === null ? "" : style.prefix.replace(/\d+/, String(number));
    const words = (style.timed ? heading?.full : heading?.title) ?? "";
    return `${prefix}${words}${style.leader === null ? "" : `${style.leader}${page}`}`;
  };
  const fits = ({ index }: { index: number }): boolean => index > from && index < until;
  const sorted = [...missing].sort(
    (a, b) =>
      Number(fits(b)) - Number(fits(a)) ||
      (style.pauses ? 0 : Number(a.pause) - Number(b.pause)) ||
      a.index - b.index,
  );
  const offers = sorted.map(({ index }): Offer => ({
    kind: "contents",
    label: entryText(index, firstPage),
    text: [entryText(index, firstPage)],
    words: {
      da: "Et punkt, som indholdsfortegnelsen mangler. Siden er den næste: ret den, når dokumentet er sat op.",
      en: "An item that the contents lack. The page is the next one: correct it once the document is laid out.",
    },
  }));
  const rest = missing.filter(fits).filter(({ pause }) => !pause || style.pauses);
  if (rest.length > 1) {
    const text = rest
      .map(({ index }, position) => entryText(index, firstPage + position))
      .join(caret.lineBreak);
    offers.unshift({
      kind: "contents",
      label: `${titles[rest[0]?.index ?? 0]?.title ?? ""} … (${rest.length} linjer)`,
      text: [text],
      words: {
        da: "De punkter, der mangler her, hvert på sin linje.",
        en: "The items that are missing here, each on its line.",
      },
    });
  }
  return caret.completed(offers.slice(0, 200), caret.before.trimStart());
}

interface ContentsStyle {
  /** Null for contents without pages. */
  readonly leader: string | null;
  /** `Punkt 3: `, where the entries repeat their numbers. */
  readonly prefix: string | null;
  readonly timed: boolean;
  readonly pauses: boolean;
}

function styleOf(lines: readonly ContentsLine[]): ContentsStyle {
  const paged = majorityOf(lines.map(({ entry }) => entry.page !== null)) ?? true;
  const leaders = lines
    .filter(({ entry }) => entry.page !== null)
    .map(({ chunk, entry }) => slice(chunk.masked, entry.leader));
  const prefixes = lines.map(({ chunk, entry, wordsSpan }) =>
    chunk.masked.slice(entry.textSpan.start, wordsSpan.start),
  );
  const numbered = majorityOf(prefixes.map((prefix) => /\d/.test(prefix))) ?? false;
  return {
    leader: paged ? (majorityOf(leaders) ?? leaders.at(-1) ?? usualLeader) : null,
    prefix: numbered ? (prefixes.findLast((prefix) => /\d/.test(prefix)) ?? null) : null,
    timed: majorityOf(lines.map(({ words }) => /\d[.:]\d\d\)?$|\bmin\w*\.?\)$/.test(words))) ?? true,
    pauses: lines.some(({ words }) => /pause|frokost/i.test(words)) || lines.length === 0,
  };
}
