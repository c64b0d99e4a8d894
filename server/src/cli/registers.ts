import type { ActionRow } from "../archive/actionRegister.ts";
import type { DecisionRow } from "../archive/decisionRegister.ts";

/** The registers as a format prints them; null for one that is not asked for. Paths stand in `uri`. */
export interface Registers {
  readonly decisions: readonly DecisionRow[] | null;
  readonly actions: readonly ActionRow[] | null;
}
