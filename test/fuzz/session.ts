import fc from "fast-check";
import { documentText, type EditPlan, editPlan } from "../property/generators.ts";

/** What an editor does, step by step. Numbers choose among what there is when the step is taken. */
export type Step =
  | { readonly do: "edit"; readonly document: number; readonly plans: readonly EditPlan[] }
  | { readonly do: "paste"; readonly document: number; readonly anchor: number; readonly text: string }
  | {
      readonly do: "undo" | "redo";
      readonly document: number;
      readonly count: number;
      readonly together: boolean;
    }
  | { readonly do: "reopen"; readonly document: number }
  | { readonly do: "configure"; readonly text: string }
  /** A request whose edit is made: the chosen one of the code actions, the formatting, a command, a new name. */
  | {
      readonly do: "mend" | "format" | "command" | "rename";
      readonly document: number;
      readonly choice: number;
    }
  /** Requests that nobody waits for before the next step, some of them cancelled. */
  | { readonly do: "ask"; readonly document: number; readonly choice: number; readonly cancel: boolean }
  | { readonly do: "compare"; readonly anchor: number };

/** A client, its documents, and what it does. */
export interface Session {
  readonly client: "full" | "bare" | "bytes";
  readonly texts: readonly string[];
  readonly steps: readonly Step[];
}

const which = fc.nat({ max: 2 });
const choice = fc.nat({ max: 1000 });

/** Texts of a referat.json: sound ones, broken ones, and none. */
const configText = fc.constantFrom(
  "",
  "{}",
  "{",
  '{ "rules": { "slot-gap": "off", "missing-section": "error", "ukendt": "off" } }',
  '{ "rules": { "item-number": "hint", "weekday": "info" }, }',
  '{ "profiles": [{ "name": "A", "match": ["Kultur*"], "aliases": ["KU"], "slots": { "use": "required", "style": "(tt.mm-tt.mm)" } }] }',
  '{ "profiles": [{ "name": "B", "match": ["*"], "sections": { "required": { "case": ["sagsfremstilling", "indstilling", "beslutning"] }, "extra": [{ "id": "sundhed", "headings": ["Proces", "Baggrund"] }], "headingStyle": "UPPERCASE" }, "journalNumber": "required" }] }',
  '{ "profiles": [{ "name": "C", "match": ["*"], "fields": { "required": ["mødedato", "mødested"], "extra": ["Journal"] }, "decisionHeading": "Beslutning i {organ} den {dato}", "people": [{ "name": "Anna Holm", "affiliation": "A" }] }] }',
  '{ "profiles": 5, "rules": [] }',
  '// note\r\n{ "profiles": [{ "name": "D", "match": ["Brug?rrådet"], "sections": { "order": ["bilag", "indstilling"] } }] }',
  "\ufeff{ \"profiles\": [] }",
  "\ud83d",
); // prettier-ignore

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant("edit" as const), document: which, plans: fc.array(editPlan, { minLength: 1, maxLength: 1 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("edit" as const), document: which, plans: fc.array(editPlan, { minLength: 2, maxLength: 6 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("paste" as const), document: which, anchor: choice, text: documentText }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("undo" as const, "undo" as const, "redo" as const),
      document: which,
      count: fc.nat({ max: 12 }),
      together: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen" as const), document: which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("configure" as const), text: configText }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom("mend" as const, "mend" as const, "format" as const, "command" as const, "rename" as const), document: which, choice }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("ask" as const), document: which, choice, cancel: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("compare" as const), anchor: choice }) },
); // prettier-ignore

export const session: fc.Arbitrary<Session> = fc.record({
  client: fc.constantFrom("full" as const, "full" as const, "bare" as const, "bytes" as const),
  texts: fc.array(documentText, { minLength: 1, maxLength: 3 }),
  steps: fc.array(step, { minLength: 1, maxLength: 14 }),
});
