import type { Language } from "../text/language.ts";
import type { Outcome } from "./outcomePhrases.ts";

/** What an outcome is called. */
export const outcomeNames: Readonly<Record<Outcome, Readonly<Record<Language, string>>>> = {
  approved: { da: "Godkendt", en: "Approved" },
  recommended: { da: "Anbefalet", en: "Recommended" },
  noted: { da: "Taget til efterretning", en: "Noted" },
  discussed: { da: "Drøftet", en: "Discussed" },
  agreed: { da: "Aftalt", en: "Agreed" },
  postponed: { da: "Udsat", en: "Postponed" },
  referred: { da: "Sendt videre", en: "Referred" },
  rejected: { da: "Forkastet", en: "Rejected" },
  dropped: { da: "Udgået", en: "Dropped" },
  nothing: { da: "Intet", en: "Nothing" },
};
