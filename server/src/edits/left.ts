import type { Place } from "./chunkEdit.ts";
import type { Words } from "../text/language.ts";
import { clock } from "./slots.ts";

/** What an edit did not touch, though it has to do with it. Its words are made when somebody reads them. */
export type Left =
  | {
      readonly what: "reference";
      readonly written: string;
      readonly why: "twoBear" | "gone" | "range" | "elsewhere";
      readonly place: Place;
    }
  | { readonly what: "number"; readonly label: string; readonly why: "pause" | "row" }
  | {
      readonly what: "time";
      readonly label: string;
      readonly why: "impossible" | "overlap" | "unknown" | "none";
    }
  | { readonly what: "gap"; readonly label: string; readonly minutes: number }
  | { readonly what: "end"; readonly over: number }
  | {
      readonly what: "entry";
      readonly words: string;
      readonly why: "order" | "comment" | "other" | "reading";
    }
  | { readonly what: "title" }
  | { readonly what: "section"; readonly label: string }
  | { readonly what: "decision"; readonly label: string };

export type LeftReference = Extract<Left, { readonly what: "reference" }>;

/** Why nothing is changed. */
export type Refusal =
  | { readonly why: "noItem" }
  | { readonly why: "reads"; readonly label: string }
  | { readonly why: "pause"; readonly label: string }
  | { readonly why: "place" }
  | { readonly why: "kind"; readonly title: string }
  | { readonly why: "standing"; readonly label: string }
  | { readonly why: "comment" }
  | { readonly why: "noMeetingTime"; readonly part: "start" | "end" }
  | { readonly why: "pastEnd"; readonly end: number; readonly over: number }
  | { readonly why: "midnight" }
  | { readonly why: "tooShort"; readonly minutes: number; readonly items: number }
  | { readonly why: "noTimes" }
  | { readonly why: "unknownTime"; readonly label: string }
  | { readonly why: "weights" }
  | { readonly why: "noContents" }
  | { readonly why: "noItems" }
  | { readonly why: "already"; readonly kind: "referat" | "dagsorden" }
  | { readonly why: "noTitleLine" }
  | { readonly why: "noAction" }
  | { readonly why: "severalActions"; readonly actions: number }
  | { readonly why: "saidDone" }
  | { readonly why: "noHistory" };

export const leftWords: Words<Left> = {
  da: (left) => {
    switch (left.what) {
      case "reference":
        return `»${left.written}« er ladt stå: ${referenceReasons[left.why].da}`;
      case "number":
        return left.why === "pause"
          ? `${left.label} er en pause og har beholdt sit nummer.`
          : `Numrene fra ${left.label} står uden for rækken og er ladt stå.`;
      case "time":
        return `${left.label}: ${timeReasons[left.why].da}`;
      case "gap":
        return `Foran ${left.label} lå ${left.minutes} min, som intet punkt dækkede.`;
      case "end":
        return `Mødet slutter nu ${left.over} min efter det angivne sluttidspunkt. Kort punkterne af, eller ret sluttiden.`;
      case "entry":
        return `Indholdsfortegnelsens »${left.words}« er ladt stå: ${entryReasons[left.why].da}`;
      case "title":
        return "Titellinjen mangler eller har ingen dato og er ladt stå.";
      case "section":
        return `${left.label} har ikke fået afsnittet »Beslutning«: en kommentar står i vejen.`;
      case "decision":
        return `${left.label} har tekst uden afsnit, som lød som en beslutning. Den er ikke taget med.`;
    }
  },
  en: (left) => {
    switch (left.what) {
      case "reference":
        return `“${left.written}” was left: ${referenceReasons[left.why].en}`;
      case "number":
        return left.why === "pause"
          ? `${left.label} is a pause, and kept its number.`
          : `The numbers from ${left.label} on are out of order, and were left.`;
      case "time":
        return `${left.label}: ${timeReasons[left.why].en}`;
      case "gap":
        return `In front of ${left.label} lay ${left.minutes} min that no item accounted for.`;
      case "end":
        return `The meeting now ends ${left.over} min after its stated end. Shorten the items, or change the end.`;
      case "entry":
        return `“${left.words}” in the contents was left: ${entryReasons[left.why].en}`;
      case "title":
        return "The title line is missing or has no date, and was left.";
      case "section":
        return `${left.label} did not get the section “Beslutning”: a comment stands in the way.`;
      case "decision":
        return `${left.label} has text outside of its sections that read like a decision. It was left out.`;
    }
  },
};

const referenceReasons = {
  twoBear: {
    da: "to punkter bærer nummeret, og det kan være begge.",
    en: "two items bear the number, and it could mean either.",
  },
  gone: { da: "punktet er der ikke mere.", en: "the item is gone." },
  range: { da: "punkterne står ikke længere i træk.", en: "its items no longer follow each other." },
  elsewhere: {
    da: "det kan være et punkt i noget andet end denne dagsorden.",
    en: "it may be an item of something else than this agenda.",
  },
} as const;

const timeReasons = {
  impossible: {
    da: "tiden findes ikke, så tiderne er ladt stå.",
    en: "there is no such time, so the times were left.",
  },
  overlap: {
    da: "tiden overlapper en anden, så tiderne er ladt stå.",
    en: "its time overlaps another one, so the times were left.",
  },
  unknown: {
    da: "det er ukendt, hvor længe punktet varer.",
    en: "it is not known how long the item takes.",
  },
  none: { da: "punktet har ingen tid.", en: "the item has no time." },
} as const;

const entryReasons = {
  order: {
    da: "linjerne står i en anden orden end punkterne.",
    en: "the entries stand in another order than the items.",
  },
  comment: { da: "der står en kommentar i linjen.", en: "there is a comment in the line." },
  other: { da: "linjen siger noget andet end overskriften.", en: "it says something else than its heading." },
  reading: {
    da: "linjen ville blive læst som noget andet.",
    en: "the line would be read as something else.",
  },
} as const;

const documents = {
  referat: { da: "et referat", en: "minutes" },
  dagsorden: { da: "en dagsorden", en: "an agenda" },
} as const;

export const refusalWords: Words<Refusal> = {
  da: (refusal) => {
    switch (refusal.why) {
      case "noItem":
        return "Her er intet punkt.";
      case "reads":
        return `${refusal.label} ville blive læst som noget andet på den plads, så intet er ændret.`;
      case "pause":
        return `${refusal.label} er en pause; det kan kun gøres med et punkt.`;
      case "place":
        return "Sæt markøren i teksten under en overskrift: det, der følger, bliver det nye punkt.";
      case "kind":
        return `»${refusal.title}« siger selv, hvad punktet er. Ret titlen først.`;
      case "standing":
        return `${refusal.label} er et fast punkt: dets titel er dets art.`;
      case "comment":
        return "En kommentar står i vejen, så intet er ændret.";
      case "noMeetingTime":
        return refusal.part === "start"
          ? "Mødedato siger ikke, hvornår mødet begynder. Tilføj tiden, fx »kl. 13:00-15:00«."
          : "Mødedato siger ikke, hvornår mødet slutter. Tilføj tiden, fx »kl. 13:00-15:00«.";
      case "pastEnd":
        return `Det ville slutte ${refusal.over} min efter mødet, som slutter kl. ${clock(refusal.end)}. Intet er ændret.`;
      case "midnight":
        return "Det ville gå over midnat. Intet er ændret.";
      case "tooShort":
        return `Der er ${refusal.minutes} min til ${refusal.items} ${refusal.items === 1 ? "punkt" : "punkter"}: det er under 5 min til hvert. Intet er ændret.`;
      case "noTimes":
        return "Dokumentet har ingen tider.";
      case "unknownTime":
        return `Det er ukendt, hvornår ${refusal.label} slutter, så det næste kan ikke regnes derfra.`;
      case "weights":
        return "Vægtene skal være tal, der ikke er negative, og ikke alle nul.";
      case "noContents":
        return "Dokumentet har ingen indholdsfortegnelse. Den kan laves, når der er en titellinje.";
      case "noItems":
        return "Dokumentet har ingen punkter, så der er intet at skrive i en indholdsfortegnelse.";
      case "already":
        return `Dokumentet er allerede ${documents[refusal.kind].da}.`;
      case "noTitleLine":
        return "Dokumentet har ingen titellinje, så det er uvist, hvad det er. Skriv den først.";
      case "noAction":
        return "Her står ingen opfølgning. Intet er ændret.";
      case "severalActions":
        return `Her står ${refusal.actions} opfølgninger på samme linje, så det er uvist, hvilken der menes. Intet er ændret.`;
      case "saidDone":
        return "Teksten siger selv, at det er udført. Ret den dér.";
      case "noHistory":
        return "Ingen andre møder har behandlet sagen.";
    }
  },
  en: (refusal) => {
    switch (refusal.why) {
      case "noItem":
        return "There is no item here.";
      case "reads":
        return `${refusal.label} would be read as something else in that place. Nothing was changed.`;
      case "pause":
        return `${refusal.label} is a pause; this can be done with an item only.`;
      case "place":
        return "Place the caret in the text under a heading: what follows becomes the new item.";
      case "kind":
        return `“${refusal.title}” says itself what the item is. Change the title first.`;
      case "standing":
        return `${refusal.label} is a standing item: its title is its kind.`;
      case "comment":
        return "A comment stands in the way. Nothing was changed.";
      case "noMeetingTime":
        return `The field Mødedato does not say when the meeting ${refusal.part === "start" ? "starts" : "ends"}. Add the time, as in “kl. 13:00-15:00”.`;
      case "pastEnd":
        return `It would end ${refusal.over} min after the meeting, which ends at ${clock(refusal.end)}. Nothing was changed.`;
      case "midnight":
        return "It would pass midnight. Nothing was changed.";
      case "tooShort":
        return `There are ${refusal.minutes} min for ${refusal.items} ${refusal.items === 1 ? "item" : "items"}: less than 5 min each. Nothing was changed.`;
      case "noTimes":
        return "The document has no times.";
      case "unknownTime":
        return `It is not known when ${refusal.label} ends, so nothing can be counted from there.`;
      case "weights":
        return "The weights must be numbers that are not negative, and not all zero.";
      case "noContents":
        return "The document has no contents. They can be made once there is a title line.";
      case "noItems":
        return "The document has no items, so there is nothing to list in its contents.";
      case "already":
        return `The document is ${documents[refusal.kind].en} already.`;
      case "noTitleLine":
        return "The document has no title line, so it is not known what it is. Write it first.";
      case "noAction":
        return "There is no action here. Nothing was changed.";
      case "severalActions":
        return `There are ${refusal.actions} actions on this line, so it is not known which is meant. Nothing was changed.`;
      case "saidDone":
        return "The text itself says that it is done. Change it there.";
      case "noHistory":
        return "No other meeting has dealt with this case.";
    }
  },
};
