import type { ActionChain } from "./actionChains.ts";
import { type ActionWords, stemsIn, wordsOfAction } from "./actionWords.ts";
import { itemsMeantIn } from "./actionOrder.ts";
import type { Archive, ArchivedDocument } from "./archive.ts";
import { memo } from "../model/memo.ts";
import type { DocumentRecord } from "./record.ts";
import { itemText } from "./search.ts";

/** So many minutes are looked through; nobody asks for more. */
const mostPassedOver = 25;

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
  const words = wordsOfAction(chain.last.action);
  let count = 0;
  for (let at = documents.length - 1; at >= 0 && count < mostPassedOver; at--) {
    const document = documents[at];
    if (document?.record.kind !== "referat" || document.record.date === null) continue;
    if (document.record.date <= date) break;
    if (names(archive, document, chain, words)) break;
    count++;
  }
  return count;
}

function names(
  archive: Archive,
  document: ArchivedDocument,
  { first }: ActionChain,
  words: ActionWords,
): boolean {
  const { journalNumber } = first.item;
  const texts = itemTexts(document.record);
  return document.record.items.some(
    (item, index) =>
      (journalNumber !== null &&
        (item.journalNumber === journalNumber || item.cites.includes(journalNumber))) ||
      (words.anchor !== "" && hasWords(texts[index] ?? "", words)) ||
      itemsMeantIn(archive)(document, item).some(
        ({ uri, number }) => uri === first.uri && number === first.item.number,
      ),
  );
}

/** Of the newest minutes of a body, which are looked through for each of its actions; the others' are not kept. */
const itemTexts: (record: DocumentRecord) => readonly string[] = memo(({ items }) => items.map(itemText));

/** All of the action's words but its verb, which a later meeting puts in another form or into another word. */
function hasWords(text: string, { stems, verb, anchor }: ActionWords): boolean {
  if (!text.includes(anchor)) return false;
  const said = new Set(stemsIn(text));
  for (const each of stems) if (each !== verb && !said.has(each)) return false;
  return true;
}
