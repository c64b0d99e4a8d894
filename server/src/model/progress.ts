import type { Item } from "../syntax/nodes.ts";
import { decisionOf, saysSomething } from "./decision.ts";
import { kindOf } from "./itemKind.ts";
import { memo } from "./memo.ts";
import { hasWords, sectionsOf } from "./sections.ts";

/** How far an item has come: nothing but its heading; words, but no decision where one is due; done. */
export type Progress = "empty" | "drafted" | "done";

/** Of what is closed the public's copy tells no more than that: nobody can know what its sections would be. */
export function isWithheld(item: Item): boolean {
  return kindOf(item).closed && item.sections.length === 0;
}

/** Whether the minutes must say how the item ended: standing, written and pause need not, nor what is withheld. */
export const needsDecision: (item: Item) => boolean = memo((item) => {
  const { kind } = kindOf(item);
  if (isWithheld(item)) return false;
  if (kind === "standing" || kind === "pause" || kind === "written") return false;
  return kind === "decision" || kind === "case" || sectionsOf(item, "indstilling").length > 0;
});

/** In an agenda an item is done when it is written; in minutes when its decision is, where it needs one. */
export function progressOf(item: Item, documentKind: "referat" | "dagsorden"): Progress {
  if (kindOf(item).kind === "pause") return "done";
  const decision = decisionOf(item);
  if (decision && saysSomething(decision)) return "done";
  if (!isWritten(item)) return "empty";
  return documentKind === "referat" && needsDecision(item) ? "drafted" : "done";
}

const isWritten: (item: Item) => boolean = memo(
  (item) => hasWords(item.intro) || item.sections.some((section) => hasWords(section.blocks)),
);
