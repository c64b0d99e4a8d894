import { addAttachments } from "../../server/src/edits/addAttachments.ts";
import { agendaToMinutes } from "../../server/src/edits/agendaToMinutes.ts";
import { applyEdits } from "../../server/src/edits/applyEdits.ts";
import { deleteItem } from "../../server/src/edits/deleteItem.ts";
import { insertItem, insertPause } from "../../server/src/edits/insertItem.ts";
import { joinWithNext } from "../../server/src/edits/joinWithNext.ts";
import { leftWords, refusalWords } from "../../server/src/edits/left.ts";
import { minutesToAgenda } from "../../server/src/edits/minutesToAgenda.ts";
import { moveItem } from "../../server/src/edits/moveItem.ts";
import { nextAgenda } from "../../server/src/edits/nextAgenda.ts";
import { type EditResult, isRefused, type NewText } from "../../server/src/edits/result.ts";
import { setState } from "../../server/src/edits/setState.ts";
import { shiftFrom } from "../../server/src/edits/shiftFrom.ts";
import { splitItem } from "../../server/src/edits/splitItem.ts";
import { spreadTime } from "../../server/src/edits/spreadTime.ts";
import { switchTimeForm } from "../../server/src/edits/switchTimeForm.ts";
import { makeClosed, turnInto } from "../../server/src/edits/turnInto.ts";
import { updateContents } from "../../server/src/edits/updateContents.ts";
import type { ReferatDocument } from "../../server/src/syntax/document.ts";
import { changedLines, picturesOfOddDocuments } from "../support/oddDocuments.ts";

/** The lines that an edit takes and gives, and what it left or why it is refused, in both languages. */
function shown(document: ReferatDocument, result: EditResult | NewText): string[] {
  if (isRefused(result))
    return [`  refused: ${refusalWords.da(result.refused)} / ${refusalWords.en(result.refused)}`];
  const after = "text" in result ? result.text : applyEdits(document, result.edits).getText();
  const lines = changedLines(document.getText(), after);
  const left = result.left.map((each) => `  left: ${leftWords.da(each)} / ${leftWords.en(each)}`);
  return lines.length + left.length === 0 ? ["  nothing"] : [...lines, ...left];
}

function picture(document: ReferatDocument): string[] {
  const { items } = document;
  const places = [...items.keys()];
  const last = items.length - 1;
  const edits: (readonly [string, EditResult | NewText])[] = [
    ["the contents as they should be", updateContents(document, { create: true })],
    ["times in the other form", switchTimeForm(document)],
    ["time spread by what is usual", spreadTime(document)],
    ["time spread by weights", spreadTime(document, places.map((place) => place % 3))], // prettier-ignore
    ["time spread by no weights", spreadTime(document, places.map(() => 0))], // prettier-ignore
    ["into minutes", agendaToMinutes(document)],
    ["into an agenda", minutesToAgenda(document)],
    ["the next agenda", nextAgenda(document, { year: 2027, month: 2, day: 1 })],
    ["a draft", setState(document, "kladde")],
    ["the first to the end", moveItem(document, 0, last)],
    ["the last to the front", moveItem(document, last, 0)],
    ["an item in front of all", insertItem(document, 0, { kind: "orientation", title: "Nyt", minutes: 15 })],
    ["an item behind all", insertItem(document, items.length, { kind: "case", title: "Nyt" })],
    ...places.flatMap((place): (readonly [string, EditResult])[] => [
      [`${place}: down`, moveItem(document, place, place + 1)],
      [`${place}: gone`, deleteItem(document, place)],
      [`${place}: joined with the next`, joinWithNext(document, place)],
      [`${place}: what follows comes later`, shiftFrom(document, place)],
      [`${place}: a pause before`, insertPause(document, place, { minutes: 10 })],
      [`${place}: an attachment`, addAttachments(document, place, ["Nyt.pdf"])],
      [`${place}: an orientation`, turnInto(document, place, "orientation")],
      [`${place}: closed`, makeClosed(document, place, true)],
      [`${place}: split`, splitItem(document, document.offsetOf(document.firstItemIndex + place + 1) - 1, "Resten")],
    ]), // prettier-ignore
  ];
  return edits.flatMap(([name, result]) => [`=== ${name}`, ...shown(document, result)]);
}

describe("what edits make of odd documents", () => {
  picturesOfOddDocuments("edits", picture);
});
