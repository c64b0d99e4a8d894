import { privateContactsIn } from "../model/contacts.ts";
import { headOf } from "../model/meeting.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { documentRule, type DocumentDetection } from "./rule.ts";

interface State {
  readonly what: "telephone" | "mail";
}

interface Kept {
  readonly body: string | null;
  readonly found: ReturnType<typeof privateContactsIn>;
}

const kept = new WeakMap<Chunk, Kept>();

function contactsIn(chunk: Chunk, body: string | null): Kept["found"] {
  const before = kept.get(chunk);
  if (before?.body === body) return before.found;
  const found = privateContactsIn(chunk, body);
  kept.set(chunk, { body, found });
  return found;
}

export const contactDetails = documentRule<State>({
  id: "contact-details",
  severity: "info",
  *detect({ document }): Iterable<DocumentDetection<State>> {
    const body = headOf(document)?.titleLine?.body ?? null;
    for (const [index, chunk] of document.chunks.entries()) {
      if (chunk.kind === "contents") continue;
      for (const { start, end, what } of contactsIn(chunk, body)) {
        yield { chunk: index, span: { start, end }, state: { what } };
      }
    }
  },
  message: {
    da: ({ what }) =>
      `${what === "telephone" ? "Telefonnummeret" : "Mailadressen"} ser ud til at være en persons egen. Et referat bliver offentligt og kan findes i mange år: ${what === "telephone" ? "slet det, eller skriv sekretariatets nummer" : "slet den, eller skriv sekretariatets adresse"} i stedet.`,
    en: ({ what }) =>
      `This looks like a person's own ${what === "telephone" ? "telephone number" : "mail address"}. Minutes are public and stay findable for years: delete it, or give the office's instead.`,
  },
});
