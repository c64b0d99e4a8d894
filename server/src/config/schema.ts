import * as z from "zod";
import { type itemKinds } from "../model/itemKind.ts";
import { ruleIds } from "../rules/registry.ts";
import { pageFormats } from "../model/pageLayout.ts";
import { slotStyleForm } from "../model/slotStyle.ts";
import { sectionKinds } from "../syntax/vocabulary.ts";

/**
 * What may stand in referat.json: FORMAT.md section 7. The JSON schema that VS Code completes and explains the file with
 * is made from this; hence the descriptions are Danish.
 */

const words = z.string().min(1);

const section = z.strictObject({
  id: words.describe("Afsnittets navn i denne fil, fx »sundhed«."),
  headings: z
    .array(words)
    .min(1)
    .describe("De overskrifter, som afsnittet kan have, skrevet med stort begyndelsesbogstav."),
});

const kindsOfItem = [
  "standing",
  "pause",
  "written",
  "orientation",
  "discussion",
  "decision",
  "case",
] as const satisfies typeof itemKinds;

const sections = z.strictObject({
  required: z
    .partialRecord(z.enum(kindsOfItem), z.array(words))
    .optional()
    .describe("De afsnit, som hver slags punkt skal have. Slags, der ikke nævnes, følger standarden."),
  order: z.array(words).optional().describe("Afsnittenes rækkefølge i et punkt."),
  extra: z.array(section).optional().describe("Afsnit, som kun dette organ bruger."),
  headingStyle: z
    .enum(["UPPERCASE", "Capitalised", "any"])
    .optional()
    .describe(
      "Hvordan overskrifter skrives: UPPERCASE (SAGSFREMSTILLING), Capitalised (Sagsfremstilling) eller any (lige meget).",
    ),
});

const slots = z.strictObject({
  use: z
    .enum(["required", "optional", "none"])
    .optional()
    .describe("Om punkter skal have tider: required (altid), optional (hvis man vil) eller none (aldrig)."),
  style: z
    .string()
    .refine((style) => slotStyleForm(style) !== null, {
      params: { problem: "slotStyle" } satisfies CustomProblem,
    })
    .optional()
    .describe(
      "Hvordan tider skrives, med t for timer og m for minutter, fx »(tt.mm-tt.mm)« eller », kl. tt.mm-tt.mm«.",
    ),
});

/** A path to a file in the folder of referat.json or below it. */
const path = z.string().regex(/^(?![/\\])(?!.*(?:^|[/\\])\.\.(?:[/\\]|$))[^:]+$/);
const margin = z.number().min(10).max(60);

const publish = z.strictObject({
  closedItems: z
    .enum(["title", "hidden"])
    .optional()
    .describe(
      "Hvad der står om et lukket punkt i det, der offentliggøres: title (kun titlen) eller hidden (kun at der er et lukket punkt).",
    ),
  address: z
    .string()
    .regex(/^https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?$/)
    .optional()
    .describe(
      "Adressen, som dokumenterne offentliggøres under, fx »https://www.havneby.example/moeder«. OParl-filens id'er begynder med den.",
    ),
  logo: path
    .optional()
    .describe("Logoet på forsiden: stien til et billede (PNG, JPEG eller SVG) ved siden af referat.json."),
  logoText: words
    .optional()
    .describe("Hvad logoet viser, for læsere, der ikke kan se det, fx »Havneby Kommune«."),
  accent: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .optional()
    .describe("Farven på streger og små overskrifter, fx »#0b4f6c«."),
  font: words
    .optional()
    .describe("Brødtekstens skrifttype: Source Sans 3, Source Serif 4 eller en af dem i fontFiles."),
  headingFont: words.optional().describe("Overskrifternes skrifttype; ellers den samme som font."),
  fontFiles: z
    .array(path)
    .optional()
    .describe("Egne skrifttyper: stierne til filerne (TTF eller OTF) ved siden af referat.json."),
  format: z.enum(pageFormats).optional().describe("Sidernes format: A4, A3 eller letter."),
  margins: z
    .strictObject({
      top: margin.optional().describe("Øverst, i mm."),
      bottom: margin.optional().describe("Nederst, i mm."),
      left: margin.optional().describe("Til venstre, i mm."),
      right: margin.optional().describe("Til højre, i mm."),
    })
    .optional()
    .describe("Margenerne, i mm (10-60)."),
  itemPerPage: z.boolean().optional().describe("Om hvert punkt begynder på en ny side."),
  head: words.optional().describe("Teksten øverst på siderne efter forsiden; ellers dokumentets titel."),
  foot: words.optional().describe("Teksten nederst på siderne, ved siden af sidetallet."),
});

const person = z.strictObject({
  name: words.describe("Personens fulde navn, som det skal skrives."),
  affiliation: words.optional().describe("Partibogstav eller organisation."),
});

/** What a check of our own found wrong; the words are made where the problem is told. */
export type CustomProblem =
  | { readonly problem: "slotStyle" }
  | { readonly problem: "section"; readonly name: string; readonly known: readonly string[] }
  | { readonly problem: "gap"; readonly name: string };

const profile = z
  .strictObject({
    name: words.optional().describe("Profilens navn, til dig selv."),
    match: z
      .array(words)
      .min(1)
      .optional()
      .describe(
        "De organer i titellinjen, som profilen gælder for. * står for hvad som helst, ? for ét tegn. Uden match gælder den for alle.",
      ),
    aliases: z.array(words).optional().describe("Andre navne for organet i brødtekst, fx forkortelser."),
    fields: z
      .strictObject({
        required: z.array(words).optional().describe("De felter, som hovedet skal have, fx »mødedato«."),
        extra: z.array(words).optional().describe("Felter ud over de sædvanlige, fx »tilforordnede«."),
      })
      .optional()
      .describe("Felterne i dokumentets hoved."),
    sections: sections.optional().describe("Afsnittene i et punkt."),
    decisionHeading: words
      .superRefine((heading, context) => {
        const gap = [...heading.matchAll(/\{([^{}]*)\}/g)].find(
          ([, name]) => name !== "organ" && name !== "dato",
        );
        if (!gap) return;
        const params: CustomProblem = { problem: "gap", name: gap[0] };
        context.addIssue({ code: "custom", params: { ...params } });
      })
      .optional()
      .describe(
        "Beslutningens overskrift; {organ} og {dato} sættes ind, fx »Beslutning i {organ} den {dato}«.",
      ),
    slots: slots.optional().describe("Punkternes tider."),
    journalNumber: z
      .enum(["required", "optional", "none"])
      .optional()
      .describe("Om hvert punkt skal have et journalnummer."),
    publish: publish.optional().describe("Hvordan dokumenter offentliggøres."),
    people: z.array(person).optional().describe("De personer, som hører til organet."),
  })
  .superRefine(({ sections: own }, context) => {
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
  });

const severity = z.enum(["error", "warning", "info", "hint", "off"]);

export const configSchema = z.strictObject({
  $schema: z.string().optional().describe("Skemaet, som filen følger; VS Code kender det selv."),
  profiles: z
    .array(profile)
    .optional()
    .describe("Hvordan organerne i denne mappe skriver. Den første, der passer, gælder."),
  rules: z
    .strictObject(Object.fromEntries([...ruleIds, "config"].map((id) => [id, severity.optional()])))
    .optional()
    .describe("Hvor alvorligt hver regel tages: error, warning, info, hint, eller off for slet ikke."),
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
