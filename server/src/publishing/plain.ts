import type { Inline } from "./renderModel.ts";

/** Running text without its marks. */
export function inlineText(content: readonly Inline[]): string {
  return content
    .map((inline): string => {
      switch (inline.type) {
        case "text":
          return inline.text;
        case "break":
          return "\n";
        case "footnoteMark":
          return `[${inline.number}]`;
        default:
          return inlineText(inline.content);
      }
    })
    .join("");
}
