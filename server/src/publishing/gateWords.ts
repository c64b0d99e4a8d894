import type { FoundNumber } from "../reading/foundNumbers.ts";
import type { Unread } from "../reading/reading.ts";
import type { Language } from "../text/language.ts";
import type { GateFinding, Obstacle } from "./gate.ts";

/** What stands in the way without being a rule's finding. */
export type OwnObstacle = Exclude<Obstacle<GateFinding>, { readonly type: "finding" }>;

/** What is to be said of it, and done. */
export function obstacleWords(obstacle: OwnObstacle, language: Language): string {
  const da = language === "da";
  switch (obstacle.type) {
    case "closedHeading":
      return da
        ? "Linjen ligner overskriften på et lukket punkt, men bliver læst som tekst i det åbne punkt ovenfor og ville blive offentliggjort. Skriv den som »Punkt <nummer>: Lukket punkt: …«."
        : "The line looks like the heading of a closed item, but is read as text of the open item above and would be published. Write it as “Punkt <number>: Lukket punkt: …”.";
    case "closedEntry":
      return da
        ? "Indholdsfortegnelsen kalder punktet lukket, men dets overskrift gør ikke, og punktet ville blive offentliggjort. Skriv »Lukket punkt:« i overskriften, eller slet det her."
        : "The contents call the item closed, but its heading does not, and the item would be published. Write “Lukket punkt:” in the heading, or delete it here.";
    case "doubtfulItem":
      return da
        ? "Nummeret er ikke højere end det lukkede punkts ovenfor. Hører linjen til det lukkede punkts tekst, så skriv den, så den ikke begynder med »Punkt <nummer>:«; ellers ret nummeret. Som den står, bliver den og det, der følger, offentliggjort."
        : "The number is not higher than that of the closed item above. If the line belongs to the text of that item, write it so that it does not begin with “Punkt <number>:”; else mend the number. As it stands, it and what follows would be published.";
    case "hiddenHeading":
      return da
        ? "Kommentaren rummer overskriften på et lukket punkt, så teksten efter den bliver læst som en del af det åbne punkt ovenfor og offentliggjort. Tag overskriften ud af kommentaren, eller slet teksten."
        : "The comment holds the heading of a closed item, so that the text behind it is read as part of the open item above and published. Take the heading out of the comment, or delete the text.";
    case "openComment":
      return da
        ? "Kommentaren har ingen slutning, og bliver læst og offentliggjort som tekst. Slut den med »-->«."
        : "The comment has no end, and is read and published as text. End it with “-->”.";
    case "closedAttachment":
      return da
        ? `Her står »${obstacle.name}«, som er et bilag til et lukket punkt. Det åbne punkt bliver offentliggjort: slet navnet.`
        : `This names “${obstacle.name}”, an attachment of a closed item. The open item is published: delete the name.`;
    case "attachmentNumber":
      return da
        ? `I bilaget »${obstacle.file}« står noget, der ligner ${numberWords(obstacle.numbers, language)}. Fjern det i bilaget, eller læg et andet ved siden af dokumentet.`
        : `The attachment “${obstacle.file}” holds what looks like ${numberWords(obstacle.numbers, language)}. Remove it there, or put another file beside the document.`;
    case "attachmentUnread":
      return da
        ? `Bilaget »${obstacle.file}« er ikke gennemsøgt for CPR-numre: ${unread.da[obstacle.why]}. Se det selv igennem, før det sendes ud.`
        : `The attachment “${obstacle.file}” has not been searched for civil registration numbers: ${unread.en[obstacle.why]}. Look through it before it is sent out.`;
  }
}

/** So many are named; they are found by their first figures. */
const mostNamed = 3;

function numberWords(numbers: readonly FoundNumber[], language: Language): string {
  const da = language === "da";
  const page = da ? "side" : "page";
  const named = numbers
    .slice(0, mostNamed)
    .map((number) => (number.page === null ? number.shown : `${number.shown} (${page} ${number.page})`));
  const others = numbers.length - named.length;
  if (others > 0) named.push(da ? `${others} til` : `${others} more`);
  const last = named.pop() ?? "";
  const list = named.length === 0 ? last : `${named.join(", ")} ${da ? "og" : "and"} ${last}`;
  if (numbers.length === 1) return da ? `et CPR-nummer: ${list}` : `a civil registration number: ${list}`;
  return da
    ? `${numbers.length} CPR-numre: ${list}`
    : `${numbers.length} civil registration numbers: ${list}`;
}

const unread: Readonly<Record<Language, Readonly<Record<Unread, string>>>> = {
  da: {
    tooLarge: "det er for stort",
    damaged: "filen er beskadiget eller er noget andet, end dens navn siger",
    encrypted: "det er beskyttet med en adgangskode",
    noText: "siderne er billeder uden tekst",
    gaveUp: "det tog for lang tid at læse",
    unavailable: "det kunne ikke åbnes",
  },
  en: {
    tooLarge: "it is too large",
    damaged: "the file is damaged, or is not what its name says",
    encrypted: "it is protected by a password",
    noText: "its pages are pictures without text",
    gaveUp: "it took too long to read",
    unavailable: "it could not be opened",
  },
};
