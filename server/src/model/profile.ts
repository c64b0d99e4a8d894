import type { SectionKind } from "../syntax/vocabulary.ts";
import type { SlotStyle } from "./slotStyle.ts";
import { defaultRequirements, type RequiredSection } from "./requirements.ts";
import type { ItemKind } from "./itemKind.ts";
import { defaultLayout, type PageLayout } from "./pageLayout.ts";

/** How one body writes its minutes: FORMAT.md section 7. Null where the document's own style decides. */
export interface Profile {
  readonly name: string | null;
  /** Other names of the body in running text. */
  readonly aliases: readonly string[];
  /** The fields that the head must have, by name; null for the defaults. */
  readonly requiredFields: readonly string[] | null;
  readonly requirements: Readonly<Partial<Record<ItemKind, readonly RequiredSection[]>>>;
  /** The order of the sections; null for that of FORMAT.md's table. */
  readonly order: readonly SectionKind[] | null;
  readonly headingStyle: "UPPERCASE" | "Capitalised" | "any" | null;
  /** `Beslutning i {organ} den {dato}` */
  readonly decisionHeading: string | null;
  readonly slots: { readonly use: "required" | "optional" | "none" | null; readonly style: SlotStyle | null };
  readonly journalNumber: "required" | "optional" | "none" | null;
  readonly publish: {
    /** What readers without access see of a closed item: its title, or only that there is one. */
    readonly closedItems: "title" | "hidden";
    /** The address below which the documents are published, without a slash at its end; null where nobody said. */
    readonly address: string | null;
    /** How printed documents look. */
    readonly layout: PageLayout;
  };
  readonly people: readonly { readonly name: string; readonly affiliation: string | null }[];
}

export const defaultProfile: Profile = {
  name: null,
  aliases: [],
  requiredFields: null,
  requirements: defaultRequirements,
  order: null,
  headingStyle: null,
  decisionHeading: null,
  slots: { use: null, style: null },
  journalNumber: null,
  publish: { closedItems: "hidden", address: null, layout: defaultLayout },
  people: [],
};
