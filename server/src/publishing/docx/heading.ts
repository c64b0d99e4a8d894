/** The heading of an item as it stands in Word, which makes the contents of it. */
export function headingText(label: string, title: string): string {
  return [label, title].filter((part) => part !== "").join(": ");
}
