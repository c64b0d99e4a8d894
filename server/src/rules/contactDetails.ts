import { privateContactsIn } from "../model/contacts.ts";
import { finderInChunks } from "../model/inChunks.ts";
import { headOf } from "../model/meeting.ts";
import { paragraphsWith } from "./heeds.ts";
import { documentRule, type DocumentDetection } from "./rule.ts";

interface State {
  readonly what: "telephone" | "mail";
}

const contactsIn = finderInChunks((chunk, body: string | null) =>
  chunk.kind === "contents" ? [] : privateContactsIn(chunk, body),
);

export const contactDetails = documentRule<State>({
  id: "contact-details",
  severity: "info",
  heeds: paragraphsWith(/@|(?:\d[ \u00a0.-]?){8}/),
  *detect({ document }): Iterable<DocumentDetection<State>> {
    const body = headOf(document)?.titleLine?.body ?? null;
    for (const {
      chunk,
      found: { start, end, what },
    } of contactsIn(document, body)) {
      yield { chunk, span: { start, end }, state: { what } };
    }
  },
  message: {
    da: ({ what }) =>
      `${what === "telephone" ? "Telefonnummeret" : "Mailadressen"} ser ud til at være en persons egen. Et referat bliver offentligt og kan findes i mange år: ${what === "telephone" ? "slet det, eller skriv sekretariatets nummer" : "slet den, eller skriv sekretariatets adresse"} i stedet.`,
    en: ({ what }) =>
      `This looks like a person's own ${what === "telephone" ? "telephone number" : "mail address"}. Minutes are public and stay findable for years: delete it, or give the office's instead.`,
  },
});
