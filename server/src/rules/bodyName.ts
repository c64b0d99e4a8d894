import { type BodyFinder, bodyFinder, bodyForm, otherBodyForms } from "../model/bodyForms.ts";
import { headOf } from "../model/meeting.ts";
import { memo } from "../model/memo.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { TitleLine } from "../syntax/nodes.ts";
import { slice } from "../text/span.ts";
import { documentRule, type Place } from "./rule.ts";
import { inAllPlaces, placesInContents, writeAll } from "./writeAll.ts";

interface State {
  readonly written: string;
  readonly right: string;
  readonly places: readonly Place[];
}

const finderOf: (title: TitleLine) => BodyFinder | null = memo(({ body }) =>
  body ? bodyFinder(body) : null,
);

function finderIn(document: ReferatDocument): BodyFinder | null {
  const title = headOf(document)?.titleLine;
  return title ? finderOf(title) : null;
}

export const bodyName = documentRule<State>({
  id: "body-name",
  severity: "info",
  yieldsTo: ["decision-heading"],
  heeds({ words }, { document }) {
    const finder = finderIn(document);
    return finder !== null && words.search(finder.pattern) !== -1;
  },
  *detect({ document, profile }) {
    const title = headOf(document)?.titleLine;
    const finder = finderIn(document);
    if (!title?.body || !title.bodySpan || !finder) return;
    const aliases = new Set(profile.aliases.map(bodyForm));
    const forms = new Map<string, Place[]>();
    for (const {
      chunk,
      found: { form, start, end },
    } of otherBodyForms(document, finder)) {
      if (aliases.has(form)) continue;
      if (chunk === 0 && start < title.span.end && title.span.start < end) continue;
      const places = forms.get(form);
      const place = { chunk, span: { start, end } };
      if (places) places.push(place);
      else forms.set(form, [place]);
    }
    for (const places of forms.values()) {
      const [first] = places;
      const chunk = document.chunks[first?.chunk ?? -1];
      if (!first || !chunk) continue;
      const written = slice(chunk.masked, first.span);
      const state = { written, right: title.body, places };
      yield { ...first, state, related: { chunk: 0, span: title.bodySpan } };
    }
  },
  message: {
    da: ({ written, right, places }) =>
      `Organet hedder »${right}« i titellinjen, men »${written}« her${more(places.length)}. Brug den samme form, så læsere og søgning kender organet igen.`,
    en: ({ written, right }) =>
      `The body is “${right}” in the title line, but “${written}” here. Use one form throughout.`,
  },
  relatedMessage: { da: () => "Navnet i titellinjen", en: () => "The name of the title line" },
  fixes: [
    {
      title: {
        da: (state) => `Skriv »${state.right}«${inAllPlaces.da(state)}`,
        en: (state) => `Write “${state.right}”${inAllPlaces.en(state)}`,
      },
      edits: ({ state: { written, right, places } }, { document }) =>
        writeAll(document, [...places, ...placesInContents(document, written)], right),
    },
  ],
});

function more(count: number): string {
  if (count === 1) return "";
  return count === 2 ? " og ét sted til" : ` og ${count - 1} steder til`;
}
