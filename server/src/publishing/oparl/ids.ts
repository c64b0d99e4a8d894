import { isoDate } from "../../calendar/date.ts";
import type { RenderDocument } from "../renderModel.ts";

/** Nobody can reach it, and nobody can own it (RFC 2606): the ids of a document whose publisher named no address. */
const nowhere = "https://referat.invalid";
const longestName = 80;

/**
 * The ids of a document's objects: URLs that are made of what the objects are, so that the same meeting, person or body has
 * the same id in every export.
 */
export class Ids {
  readonly meeting: string;
  private readonly taken = new Map<string, string>();

  /** `address` is where the documents are published; null where nobody said. */
  constructor(
    document: RenderDocument,
    private readonly address: string | null,
  ) {
    const { body, date } = document.meeting;
    const day = date ? isoDate(date) : "uden-dato";
    // Agenda and minutes are of one meeting.
    this.meeting = this.at("meeting", slug(body ?? "ukendt"), day);
  }

  /** `name` is what tells one object of this type from another. */
  named(type: "organization" | "person", name: string): string {
    const base = this.at(type, slug(name));
    let id = base;
    // Two names that differ only in signs that no address holds are two all the same.
    for (let count = 2; (this.taken.get(id) ?? name) !== name; count++) id = `${base}-${count}`;
    this.taken.set(id, name);
    return id;
  }

  /** Something of the meeting: `agendaitem/3`. */
  part(...steps: readonly string[]): string {
    return [this.meeting, ...steps].join("/");
  }

  private at(...steps: readonly string[]): string {
    return [this.address ?? nowhere, ...steps].join("/");
  }
}

/** A name as a step of an address: small ASCII letters, figures and hyphens. */
export function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[æäǽ]/g, "ae")
    .replace(/[øö]/g, "oe")
    .replace(/å/g, "aa")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z\d]+/g, "-")
    .slice(0, longestName)
    .replace(/^-|-$/g, "");
  return plain === "" ? "uden-navn" : plain;
}
