import type { Language } from "../text/language.ts";
import { type EngineEnded, EngineSilent } from "./job.ts";

/** Why there are no pages: words for her who asked for them, without a full stop. */
export function endedText(error: EngineEnded, language: Language): string {
  const words = language === "da" ? danish : english;
  if (error instanceof EngineSilent) return words.silent;
  return error.message ? `${words.ended} (${error.message})` : words.ended;
}

const danish = {
  silent: "PDF-motoren svarede ikke mere og er stoppet; prøv igen, så startes en ny",
  ended: "PDF-motoren kunne ikke startes eller gik ned",
};
const english = {
  silent: "The PDF engine no longer answered and was stopped; try again, and another is started",
  ended: "The PDF engine could not be started, or broke down",
};
