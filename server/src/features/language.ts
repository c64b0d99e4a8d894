import type { Language } from "../text/language.ts";

export type { Language } from "../text/language.ts";

export type InBoth = Readonly<Record<Language, string>>;

/** `1 dag`, `2 dage`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `A`, `A og B`, `A, B og C`. */
export function enumerated(words: readonly string[], language: Language): string {
  const last = words.at(-1) ?? "";
  if (words.length < 2) return last;
  return `${words.slice(0, -1).join(", ")} ${language === "da" ? "og" : "and"} ${last}`;
}

/** `1 t 30 min`, in English `1 h 30 min`. */
export function lengthText(minutes: number, language: Language): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    hours > 0 ? `${hours} ${language === "da" ? "t" : "h"}` : "",
    rest > 0 || hours === 0 ? `${rest} min` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}
