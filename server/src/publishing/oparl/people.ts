import { folded } from "../../text/spelling.ts";
import type { RenderDocument } from "../renderModel.ts";
import { type Ids, slug } from "./ids.ts";
import { type OparlObject, oparlType } from "./object.ts";

/** The persons and organisations that a document names. */
export class People {
  private readonly persons = new Map<string, OparlObject>();
  private readonly organizations = new Map<string, OparlObject>();
  /** The organisation that met; null where the document does not name it. */
  readonly body: string | null;

  constructor(
    document: RenderDocument,
    private readonly ids: Ids,
  ) {
    const { body } = document.meeting;
    this.body = body === null ? null : this.organization(body);
    for (const { name, affiliation } of document.participants) this.add(name, affiliation);
  }

  /** The id of a person, whom nobody need have listed before. */
  person(name: string): string {
    const known = this.persons.get(folded(name)) ?? this.add(name, null);
    return known.id;
  }

  /** All of them, in the order in which they were met. */
  get all(): OparlObject[] {
    return [...this.organizations.values(), ...this.persons.values()];
  }

  private add(name: string, affiliation: string | null): OparlObject {
    const id = this.ids.named("person", name);
    const from = affiliation === null ? null : this.organization(affiliation);
    const membership = from && {
      id: `${id}/membership/${slug(affiliation ?? "")}`,
      type: oparlType("Membership"),
      person: id,
      organization: from,
    };
    const person = {
      id,
      type: oparlType("Person"),
      name,
      ...(membership ? { membership: [membership] } : {}),
    };
    this.persons.set(folded(name), person);
    return person;
  }

  private organization(name: string): string {
    const id = this.ids.named("organization", name);
    this.organizations.set(id, { id, type: oparlType("Organization"), name });
    return id;
  }
}
