/** The lines of a text as one, with a blank where a line ended. */
export function joinedLines(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}
