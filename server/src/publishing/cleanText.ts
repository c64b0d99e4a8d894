/**
 * A text that every format can hold: sound Unicode, no control signs. What HTML and XML refuse is shown as U+FFFD, so that
 * nothing goes unseen; signs that only move the carriage are blanks. Runs of blanks are one, no-break spaces stay.
 */
export function cleanText(text: string): string {
  return text.replace(carriage, " ").replace(refused, "\ufffd").replace(/ {2,}/g, " ");
}

const carriage = /[\t\n\v\f\r\u0085\u2028\u2029\ufeff]/g;
// With the flag u a half of a surrogate pair is matched only where the other half lacks.
const refused = /[\p{Surrogate}\u0000-\u001f\u007f-\u009f\ufdd0-\ufdef]|[\ufffe\uffff]/gu;
