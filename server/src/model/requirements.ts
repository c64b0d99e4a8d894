import type { SectionKind } from "../syntax/vocabulary.ts";
import type { ItemKind } from "./itemKind.ts";

/** A section that a kind of item needs, or one of several that serve alike. */
export interface RequiredSection {
  readonly section: SectionKind;
  /** Sections that stand in for it. */
  readonly or: readonly SectionKind[];
  /** Text under the item's heading stands in for it too. */
  readonly orIntro: boolean;
}

const caseSections: readonly RequiredSection[] = [
  { section: "sagsfremstilling", or: ["resume"], orIntro: true },
  { section: "indstilling", or: [], orIntro: false },
];

/** What RULES.md asks of an item where no profile says otherwise. */
export const defaultRequirements: Readonly<Partial<Record<ItemKind, readonly RequiredSection[]>>> = {
  case: caseSections,
  decision: caseSections,
  discussion: caseSections,
  orientation: caseSections,
};
