import type { Field, Preamble } from "../syntax/nodes.ts";
import { memo } from "./memo.ts";
import { type Participant, personsOf } from "./participants.ts";

/** A field of the head that lists persons. */
export interface PersonField {
  readonly field: Field;
  readonly persons: readonly Participant[];
}

const names: ReadonlySet<string> = new Set(["mødedeltagere", "afbud", "fraværende"]);

/** The persons that a head lists, field by field: several rules ask after each edit. */
export const personFieldsIn: (head: Preamble) => readonly PersonField[] = memo((head) =>
  head.fields
    .filter(({ name }) => names.has(name))
    .map((field) => ({ field, persons: personsOf(head, field) })),
);
