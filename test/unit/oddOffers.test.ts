import { completionsAt } from "../../server/src/features/completion/completion.ts";
import { previewOf } from "../../server/src/features/completion/entries.ts";
import { selectionAt } from "../../server/src/features/selection.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import type { ReferatDocument } from "../../server/src/syntax/document.ts";
import { picturesOfOddDocuments } from "../support/oddDocuments.ts";

/** So many offers of each place are shown: the likeliest. */
const shown = 5;

function offersAt(document: ReferatDocument, offset: number, fileKind: "referat" | "dagsorden"): string[] {
  return completionsAt(document, offset, {
    fileKind,
    filesBeside: ["Kort.pdf", "Teknisk Udvalg 2026-02-04.referat"],
    around: null,
    profile: defaultProfile,
    today: { year: 2026, month: 12, day: 31 },
    found: () => [{ rule: "slot-gap", offset }],
  })
    .slice(0, shown)
    .map(({ label, text }) => `  ${label} ${JSON.stringify(previewOf(text))}`);
}

/** What is offered at the start, behind the first word, and at the end of each line; and what is selected step by step there. */
function picture(document: ReferatDocument, name: string): string[] {
  const kind = name.endsWith(".dagsorden") ? "dagsorden" : "referat";
  let before = "";
  return Array.from({ length: document.lineCount }, (_, line) => line).flatMap((line) => {
    const start = document.offsetAt({ line, character: 0 });
    const end = document.offsetAt({ line, character: Infinity });
    const text = document.getText({ start, end });
    const places = [...new Set([start, start + Math.max(0, text.search(/\s|$/)), end])];
    return places.flatMap((at) => {
      const offers = offersAt(document, at, kind);
      const selected = selectionAt(document, at).map((span) => document.getText(span).length);
      const same = offers.join() === before;
      before = offers.join();
      return [
        `${line + 1}: ${text.slice(0, at - start)}¦${text.slice(at - start)} ${selected.join("<")}`,
        ...(same && offers.length > 0 ? ["  the same"] : offers),
      ];
    });
  });
}

describe("what is offered in odd documents", () => {
  picturesOfOddDocuments("offers", picture);
});
