import type { Field, Preamble } from "../syntax/nodes.ts";
import { listsPersons } from "../syntax/vocabulary.ts";
import { memo } from "./memo.ts";
import { type Participant, personsOf } from "./participants.ts";

/** A field of the head that lists persons. */
export interface PersonField {
  readonly field: Field;
  readonly persons: readonly Participant[];
}

/** The persons that a head lists, field by field: several rules ask after each edit. */
export const personFieldsIn: (head: Preamble) => readonly PersonField[] = memo((head) =>
  head.fields
    .filter(({ name }) => listsPersons(name))
    .map((field) => ({ field, persons: personsOf(head, field) })),
);
