import type { ActionChain } from "./actionChains.ts";
import { type ActionWords, stemsIn, wordsOfAction } from "./actionWords.ts";
import type { Archive, ArchivedDocument } from "./archive.ts";
import { itemsMeantIn } from "./actionOrder.ts";
import { documentText, itemText } from "./search.ts";

/** So many minutes are looked through; nobody asks for more. */
export const mostPassedOver = 25;

/**
 * How many of the newest minutes of its body neither name nor close an action, `mostPassedOver` at most. It is named by its words, by an
 * item of the same journal number, and by a reference to its item. `documents` are those of the body, in order.
 */
export function passedOver(
  archive: Archive,
  chain: ActionChain,
  documents: readonly ArchivedDocument[],
): number {
  const { date, kind } = chain.last.record;
  if (chain.doneBy !== null || date === null || kind !== "referat") return 0;
  let count = 0;
  for (let at = documents.length - 1; at >= 0 && count < mostPassedOver; at--) {
    const document = documents[at];
    if (document?.record.kind !== "referat" || document.record.date === null) continue;
    if (document.record.date <= date) break;
    if (names(archive, document, chain)) break;
    count++;
  }
  return count;
}

function names(archive: Archive, document: ArchivedDocument, { first, last }: ActionChain): boolean {
  const { journalNumber } = first.item;
  const words = wordsOfAction(last.action);
  const mayName = words.anchor !== "" && documentText(document.record).includes(words.anchor);
  return document.record.items.some(
    (item, index) =>
      (journalNumber !== null &&
        (item.journalNumber === journalNumber || item.cites.includes(journalNumber))) ||
      (mayName && hasWords(itemText(document.record, index), words)) ||
      itemsMeantIn(archive)(document, item).some(
        ({ uri, number }) => uri === first.uri && number === first.item.number,
      ),
  );
}

/** All of the action's words but its verb, which a later meeting puts in another form or into another word. */
function hasWords(text: string, { stems, verb, anchor }: ActionWords): boolean {
  if (!text.includes(anchor)) return false;
  const said = new Set(stemsIn(text));
  for (const each of stems) if (each !== verb && !said.has(each)) return false;
  return true;
}
