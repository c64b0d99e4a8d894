import type { ReferatDocument } from "../syntax/document.ts";
import type { NewItem } from "./arrangement.ts";

/** The heading line of a new item, with its label written as the document's nearest one is: `Punkt 4: Ny svømmehal`. */
export function headingLine(document: ReferatDocument, at: number, { number, title, time }: NewItem): string {
  if (number === null) return title + time;
  const { items } = document;
  const numbered = (index: number): boolean => items[index]?.heading.numberSpan != null;
  let near = Math.min(at, items.length) - 1;
  while (near >= 0 && !numbered(near)) near--;
  if (near < 0) near = items.findIndex((_, index) => numbered(index));
  const model = items[near];
  const span = model?.heading.numberSpan;
  if (!model || !span) return `Punkt ${number}: ${title}${time}`;
  const label = model.masked.slice(0, span.start);
  const colon = model.masked.slice(span.end, model.masked.indexOf(":", span.end) + 1);
  return `${label}${number}${colon} ${title}${time}`;
}
