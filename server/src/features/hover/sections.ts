import { type KnownSectionKind, type SectionKind, sectionKinds } from "../../syntax/vocabulary.ts";
import type { InBoth } from "../language.ts";

/** What belongs under each heading. */
const purposes: Readonly<Record<KnownSectionKind, InBoth>> = {
  resume: {
    da: "Sagen i få linjer: hvad den drejer sig om, og hvad der skal tages stilling til.",
    en: "The case in a few lines: what it is about, and what is to be decided.",
  },
  sagsfremstilling: {
    da: "Hvad sagen drejer sig om, og hvad man skal vide for at tage stilling: baggrund, muligheder, følger, tidsplan.",
    en: "What the case is about, and what must be known to decide it: background, options, consequences, timetable.",
  },
  klimavurdering: {
    da: "Hvad sagen betyder for klimaet, eller at den ikke betyder noget.",
    en: "What the case means for the climate, or that it means nothing.",
  },
  økonomi: {
    da: "Hvad det koster, hvad det sparer, og hvor pengene kommer fra.",
    en: "What it costs, what it saves, and where the money comes from.",
  },
  høring: {
    da: "Hvem der er blevet hørt, hvad de svarede, og hvad der er gjort ved det.",
    en: "Who was consulted, what they answered, and what was made of it.",
  },
  indstilling: {
    da: "Hvem der indstiller hvad: »… indstiller, at udvalget:« og en liste, hvor hver linje begynder med sit verbum: Godkender, Drøfter, Tager … til efterretning.",
    en: "Who recommends what: a lead-in, and a list whose lines begin with their verbs (Godkender, Drøfter, Tager … til efterretning).",
  },
  beslutning: {
    da: "Hvad mødet besluttede: fri tekst, eller et svar på hver indstilling i samme rækkefølge.",
    en: "What the meeting decided: free text, or an answer to each recommendation in their order.",
  },
  afstemning: {
    da: "Hvem der stemte hvordan: »For stemte: …«, »Imod stemte: …«, »Undlod at stemme: …«.",
    en: "Who voted how: “For stemte: …”, “Imod stemte: …”, “Undlod at stemme: …”.",
  },
  protokoltilførsel: {
    da: "Hvad et medlem har forlangt ført til protokols, med navn.",
    en: "What a member has asked to have recorded, by name.",
  },
  opfølgning: {
    da: "Hvem der gør hvad hvornår, én linje for hver: »- Sekretariatet: udsender oversigten (senest 1. april 2026)«.",
    en: "Who does what by when, one line for each: “- Sekretariatet: udsender oversigten (senest 1. april 2026)”.",
  },
  bilag: {
    da: "Sagens bilag, ét på hver linje, gerne med nummer: »Bilag 3.1: Kort over havnen.pdf«.",
    en: "The attachments of the case, one a line, perhaps with a number: “Bilag 3.1: Kort over havnen.pdf”.",
  },
  fravær: {
    da: "Hvem der var fraværende under punktet: navnene på samme linje eller linjerne under.",
    en: "Who was absent from the item: the names on the same line, or on the lines below.",
  },
};

const added: InBoth = {
  da: "Et afsnit fra profilen i referat.json.",
  en: "A section of the profile in referat.json.",
};

export function purposeOf(kind: SectionKind): InBoth {
  const known = sectionKinds.find((each) => each === kind);
  return known ? purposes[known] : added;
}
