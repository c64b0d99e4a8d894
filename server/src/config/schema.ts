import { describe } from "zod/v4/core";
import * as z from "zod/mini";
import { itemKinds } from "../model/itemKind.ts";
import { ruleIds } from "../rules/registry.ts";
import { pageFormats } from "../model/pageLayout.ts";
import { slotStyleForm } from "../model/slotStyle.ts";
import { isDownwardPath } from "../text/downward.ts";
import { sectionKinds } from "../syntax/vocabulary.ts";

/**
 * What may stand in referat.json: FORMAT.md section 7. The JSON schema that VS Code completes and explains the file with
 * is made from this; hence the descriptions are Danish.
 */

// Nothing is made into code and run, not even what checks a file.
z.config({ jitless: true });

/** A schema, and the words that explain it to whoever writes the file. */
function described<Schema extends z.ZodMiniType>(schema: Schema, words: string): Schema {
  return schema.check(describe(words));
}

function optional<Schema extends z.ZodMiniType>(schema: Schema, words: string): z.ZodMiniOptional<Schema> {
  return described(z.optional(schema), words);
}

const words = z.string().check(z.minLength(1));

const section = z.strictObject({
  id: described(words, "Afsnittets navn i denne fil, fx »sundhed«."),
  headings: described(
    z.array(words).check(z.minLength(1)),
    "De overskrifter, som afsnittet kan have, skrevet med stort begyndelsesbogstav.",
  ),
});

const sections = z.strictObject({
  required: optional(
    z.partialRecord(z.enum(itemKinds), z.array(words)),
    "De afsnit, som hver slags punkt skal have. Slags, der ikke nævnes, følger standarden.",
  ),
  order: optional(z.array(words), "Afsnittenes rækkefølge i et punkt."),
  extra: optional(z.array(section), "Afsnit, som kun dette organ bruger."),
  headingStyle: optional(
    z.enum(["UPPERCASE", "Capitalised", "any"]),
    "Hvordan overskrifter skrives: UPPERCASE (SAGSFREMSTILLING), Capitalised (Sagsfremstilling) eller any (lige meget).",
  ),
});

const slots = z.strictObject({
  use: optional(
    z.enum(["required", "optional", "none"]),
    "Om punkter skal have tider: required (altid), optional (hvis man vil) eller none (aldrig).",
  ),
  style: optional(
    z.string().check(
      z.refine((style) => slotStyleForm(style) !== null, {
        params: { problem: "slotStyle" } satisfies CustomProblem,
      }),
    ),
    "Hvordan tider skrives, med t for timer og m for minutter, fx »(tt.mm-tt.mm)« eller », kl. tt.mm-tt.mm«.",
  ),
});

/** A path to a file in the folder of referat.json or below it. What the pattern cannot say to other readers of the schema is asked. */
const path = z.string().check(
  z.regex(/^(?![/\\])(?!.*(?:^|[/\\])\.\.(?:[/\\]|$))[^:\u0000-\u001f\u007f\u2028\u2029]+$/, {
    abort: true,
  }),
  z.refine(isDownwardPath, { params: { problem: "path" } satisfies CustomProblem }),
);
const margin = z.number().check(z.gte(10), z.lte(60));

const publish = z.strictObject({
  closedItems: optional(
    z.enum(["title", "hidden"]),
    "Hvad der står om et lukket punkt i det, der offentliggøres: title (kun titlen) eller hidden (kun at der er et lukket punkt).",
  ),
  address: optional(
    z.string().check(z.regex(/^https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?$/)),
    "Adressen, som dokumenterne offentliggøres under, fx »https://www.havneby.example/moeder«. OParl-filens id'er begynder med den.",
  ),
  logo: optional(
    path,
    "Logoet på forsiden: stien til et billede (PNG, JPEG eller SVG) ved siden af referat.json.",
  ),
  logoText: optional(words, "Hvad logoet viser, for læsere, der ikke kan se det, fx »Havneby Kommune«."),
  accent: optional(
    z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/)),
    "Farven på streger og små overskrifter, fx »#0b4f6c«.",
  ),
  font: optional(
    words,
    "Brødtekstens skrifttype: Source Sans 3, Source Serif 4 eller en af dem i fontFiles.",
  ),
  headingFont: optional(words, "Overskrifternes skrifttype; ellers den samme som font."),
  fontFiles: optional(
    z.array(path),
    "Egne skrifttyper: stierne til filerne (TTF eller OTF) ved siden af referat.json.",
  ),
  format: optional(z.enum(pageFormats), "Sidernes format: A4, A3 eller letter."),
  margins: optional(
    z.strictObject({
      top: optional(margin, "Øverst, i mm."),
      bottom: optional(margin, "Nederst, i mm."),
      left: optional(margin, "Til venstre, i mm."),
      right: optional(margin, "Til højre, i mm."),
    }),
    "Margenerne, i mm (10-60).",
  ),
  itemPerPage: optional(z.boolean(), "Om hvert punkt begynder på en ny side."),
  head: optional(words, "Teksten øverst på siderne efter forsiden; ellers dokumentets titel."),
  foot: optional(words, "Teksten nederst på siderne, ved siden af sidetallet."),
});

const person = z.strictObject({
  name: described(words, "Personens fulde navn, som det skal skrives."),
  affiliation: optional(words, "Partibogstav eller organisation."),
});

/** What a check of our own found wrong; the words are made where the problem is told. */
export type CustomProblem =
  | { readonly problem: "slotStyle" }
  | { readonly problem: "path" }
  | { readonly problem: "section"; readonly name: string; readonly known: readonly string[] }
  | { readonly problem: "gap"; readonly name: string };

const profile = z
  .strictObject({
    name: optional(words, "Profilens navn, til dig selv."),
    match: optional(
      z.array(words).check(z.minLength(1)),
      "De organer i titellinjen, som profilen gælder for. * står for hvad som helst, ? for ét tegn. Uden match gælder den for alle.",
    ),
    aliases: optional(z.array(words), "Andre navne for organet i brødtekst, fx forkortelser."),
    fields: optional(
      z.strictObject({
        required: optional(z.array(words), "De felter, som hovedet skal have, fx »mødedato«."),
        extra: optional(z.array(words), "Felter ud over de sædvanlige, fx »tilforordnede«."),
      }),
      "Felterne i dokumentets hoved.",
    ),
    sections: optional(sections, "Afsnittene i et punkt."),
    decisionHeading: optional(
      words.check(
        z.superRefine((heading, context) => {
          const gap = [...heading.matchAll(/\{([^{}]*)\}/g)].find(
            ([, name]) => name !== "organ" && name !== "dato",
          );
          if (!gap) return;
          const params: CustomProblem = { problem: "gap", name: gap[0] };
          context.addIssue({ code: "custom", params: { ...params } });
        }),
      ),
      "Beslutningens overskrift; {organ} og {dato} sættes ind, fx »Beslutning i {organ} den {dato}«.",
    ),
    slots: optional(slots, "Punkternes tider."),
    journalNumber: optional(
      z.enum(["required", "optional", "none"]),
      "Om hvert punkt skal have et journalnummer.",
    ),
    publish: optional(publish, "Hvordan dokumenter offentliggøres."),
    people: optional(z.array(person), "De personer, som hører til organet."),
  })
  .check(
    z.superRefine(({ sections: own }, context) => {
      const known = [...sectionKinds, ...(own?.extra ?? []).map(({ id }) => id.toLowerCase())];
      const lists = [
        { path: ["sections", "order"], names: own?.order ?? [] },
        ...Object.entries(own?.required ?? {}).map(([kind, names]) => ({
          path: ["sections", "required", kind],
          names,
        })),
      ];
      for (const { path, names } of lists) {
        for (const [index, name] of names.entries()) {
          if (known.includes(name.toLowerCase())) continue;
          context.addIssue({
            code: "custom",
            path: [...path, index],
            params: { problem: "section", name, known } satisfies CustomProblem,
          });
        }
      }
    }),
  );

const severity = z.enum(["error", "warning", "info", "hint", "off"]);

export const configSchema = z.strictObject({
  $schema: optional(z.string(), "Skemaet, som filen følger; VS Code kender det selv."),
  profiles: optional(
    z.array(profile),
    "Hvordan organerne i denne mappe skriver. Den første, der passer, gælder.",
  ),
  rules: optional(
    z.strictObject(Object.fromEntries([...ruleIds, "config"].map((id) => [id, z.optional(severity)]))),
    "Hvor alvorligt hver regel tages: error, warning, info, hint, eller off for slet ikke.",
  ),
});

export type ConfigFile = z.infer<typeof configSchema>;
export type ProfileFile = z.infer<typeof profile>;

/** The JSON schema of referat.json (draft-07, which VS Code reads). */
export function configJsonSchema(): object {
  return {
    ...z.toJSONSchema(configSchema, { target: "draft-07", io: "input" }),
    title: "Referat",
    description: "Hvordan organerne i denne mappe skriver deres referater, og hvor alvorligt reglerne tages.",
    allowComments: true,
    allowTrailingCommas: true,
  };
}
