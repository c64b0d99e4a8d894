import { classifyTitle, type ItemKind, kindOf } from "../model/itemKind.ts";
import { majorityOf } from "../model/majority.ts";
import type { Item } from "../syntax/nodes.ts";

/** The words in front of a title that say what kind of item it is: `Orienteringssag: `. */

const prefix =
  /^(?:(?:til\s)?skriftlig\sorientering|til\sorientering|orienterings(?:sag|punkt)|drøftelses(?:sag|punkt)|beslutnings(?:sag|punkt))\s?:\s*/iu;

const usual: Readonly<Partial<Record<ItemKind, string>>> = {
  written: "Skriftlig orientering: ",
  orientation: "Orienteringssag: ",
  discussion: "Drøftelsessag: ",
  decision: "Beslutningssag: ",
};

/** The prefix of a title, from index `from` on; empty where it has none. */
export function typePrefixIn(title: string, from = 0): string {
  return prefix.exec(title.slice(from))?.[0] ?? "";
}

/** The prefix of a kind as most items have it, or else the customary one; empty for a kind without. */
export function prefixOf(items: readonly Item[], kind: ItemKind): string {
  const own = items.flatMap((item) => {
    const { title } = item.heading;
    const written = typePrefixIn(title, closedMarkIn(title).length);
    return written !== "" && kindOf(item).kind === kind ? [written] : [];
  });
  return majorityOf(own) ?? own[0] ?? likeOthers(items, kind) ?? usual[kind] ?? "";
}

/** `Drøftelsespunkt: ` where the others are called *punkt*. */
function likeOthers(items: readonly Item[], kind: ItemKind): string | null {
  const points = items.flatMap((item) => {
    const written = typePrefixIn(item.heading.title, closedMarkIn(item.heading.title).length);
    return written === "" ? [] : [/punkt/i.test(written)];
  });
  return majorityOf(points) === true && kind !== "written"
    ? (usual[kind]?.replace("sag:", "punkt:") ?? null)
    : null;
}

const closedMark = /^(?:lukket\s+(?:punkt|sag)\s*:\s*|LUKKET\s*[:–-]\s*)/iu;

/** `Lukket punkt: ` in front of a title; empty where there is none. */
export function closedMarkIn(title: string): string {
  const mark = closedMark.exec(title)?.[0] ?? "";
  return mark !== "" && classifyTitle(title).closed ? mark : "";
}

/** What marks an item as closed in front of its title, `Lukket punkt: `: as most of these write it, else as the first does. */
export function closedMarkOf(items: readonly Item[]): string {
  const own = items.map((item) => closedMarkIn(item.heading.title)).filter((mark) => mark !== "");
  return majorityOf(own) ?? own[0] ?? "Lukket punkt: ";
}
