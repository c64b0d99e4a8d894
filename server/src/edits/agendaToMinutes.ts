import { kindOf } from "../model/itemKind.ts";
import { headOf } from "../model/meeting.ts";
import { defaultProfile, type Profile } from "../model/profile.ts";
import { recommendationsOf } from "../model/recommendations.ts";
import { sectionsOf } from "../model/sections.ts";
import type { ReferatDocument, TextChange } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import { append } from "../text/many.ts";
import { newSection } from "./insertSection.ts";
import type { Left } from "./left.ts";
import { type NewText, refused } from "./result.ts";
import { changedText, textChange } from "./textChanges.ts";
import { labelOf } from "./label.ts";

/**
 * "Skriv referat af denne dagsorden": the minutes' text, with a section Beslutning in every item that is decided on: a line to write
 * on, or one number for each of its recommendations. All else is as it was, to the byte.
 */
export function agendaToMinutes(document: ReferatDocument, profile: Profile = defaultProfile): NewText {
  const title = headOf(document)?.titleLine;
  if (!title) return refused({ why: "noTitleLine" });
  if (title.kind === "referat") return refused({ why: "already", kind: "referat" });
  const changes: TextChange[] = [
    textChange(document, {
      chunk: 0,
      span: title.kindSpan,
      newText: title.kindMiswritten ? "Referat" : "REFERAT",
    }),
  ];
  const left: Left[] = [];
  for (const [index, item] of document.items.entries()) {
    const { kind } = kindOf(item);
    if (kind === "pause" || kind === "written" || sectionsOf(item, "beslutning").length > 0) continue;
    const chunk = document.firstItemIndex + index;
    const edits = newSection("beslutning", chunk, document, entriesFor(item), profile);
    if (edits)
      append(
        changes,
        edits.map((edit) => textChange(document, edit)),
      );
    else left.push({ what: "section", label: labelOf(item.heading) });
  }
  return { text: changedText(document, changes), left };
}

/** A number for each of several recommendations, or an empty line; what was decided is for the meeting to say. */
function entriesFor(item: Item): string[] {
  const recommendations = recommendationsOf(item);
  return recommendations.length > 1 ? recommendations.map((_, place) => `${place + 1}. `) : [""];
}
