const long = new Intl.DateTimeFormat("da-DK", { dateStyle: "long", timeZone: "UTC" });

/** `4. marts 2026` for `2026-03-04`. */
export function inWords(date: string): string {
  return long.format(new Date(`${date}T12:00:00Z`));
}
