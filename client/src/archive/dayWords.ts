const months = [
  "januar",
  "februar",
  "marts",
  "april",
  "maj",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "december",
];

/** `4. marts 2026` for `2026-03-04`. */
export function inWords(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day}. ${months[(month ?? 1) - 1]} ${year}`;
}
