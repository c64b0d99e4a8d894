import type { Connection, Position, ResponseError } from "vscode-languageserver";
import { applyEdits } from "../edits/applyEdits.ts";
import { deleteItem } from "../edits/deleteItem.ts";
import { insertItem, insertPause } from "../edits/insertItem.ts";
import { joinWithNext } from "../edits/joinWithNext.ts";
import type { Words } from "../text/language.ts";
import { moveItem } from "../edits/moveItem.ts";
import { type EditResult, isRefused } from "../edits/result.ts";
import { setState } from "../edits/setState.ts";
import { shiftFrom } from "../edits/shiftFrom.ts";
import { splitItem } from "../edits/splitItem.ts";
import { spreadTime } from "../edits/spreadTime.ts";
import { switchTimeForm } from "../edits/switchTimeForm.ts";
import { makeClosed, turnInto } from "../edits/turnInto.ts";
import { updateContents } from "../edits/updateContents.ts";
import { documentStates } from "../model/documentState.ts";
import { itemKinds, kindOf } from "../model/itemKind.ts";
import type { Profile } from "../model/profile.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { applied, invalid, outdated } from "./applied.ts";
import {
  type itemCommandIds,
  moveItemDownCommand,
  moveItemUpCommand,
  updateContentsCommand,
} from "./commandIds.ts";
import type { OpenDocument } from "./documents.ts";
import { isPosition } from "./params.ts";
import { pagesOf } from "./publishing/pages.ts";
import type { Session } from "./session.ts";
import { isText } from "./unknown.ts";

/** Where a command is called: an item by its index, and the offset of the caret in it. */
interface At {
  readonly item: number;
  readonly offset: number;
}

export type ItemCommandId = (typeof itemCommandIds)[number];

export function isItemCommand(name: string): name is ItemCommandId {
  return Object.hasOwn(itemCommands, name);
}

interface ItemCommand {
  readonly title: Words<void>;
  /** Null where the arguments are not what they must be. */
  readonly run: (
    document: ReferatDocument,
    at: At,
    args: readonly unknown[],
    profile: Profile,
    pages: ReadonlyMap<number, number> | undefined,
  ) => EditResult | null;
  /** It wants to know on which page each item begins, where pages can be laid out. */
  readonly readsPages?: true;
}

/**
 * The commands that change the items of a document. Their arguments: the document's URI, its version (or null), the item by
 * its index or by a position in it, and what the command needs besides. They answer where the caret belongs then.
 */
export const itemCommands: Readonly<Record<ItemCommandId, ItemCommand>> = {
  "referat.moveItem": {
    title: titled("Flyt punktet", "Move the item"),
    run: (document, at, [to], profile) => (typeof to === "number" ? moved(document, at, to, profile) : null),
  },
  [moveItemUpCommand]: {
    title: titled("Flyt punktet op", "Move the item up"),
    run: (document, at, _, profile) => (at.item > 0 ? moved(document, at, at.item - 1, profile) : nothing),
  },
  [moveItemDownCommand]: {
    title: titled("Flyt punktet ned", "Move the item down"),
    run: (document, at, _, profile) =>
      at.item + 1 < document.items.length ? moved(document, at, at.item + 1, profile) : nothing,
  },
  "referat.insertItem": {
    title: titled("Indsæt et punkt efter dette", "Insert an item behind this one"),
    run: (document, { item }, _, profile) =>
      insertItem(document, item + 1, { kind: "case", title: "" }, profile),
  },
  "referat.insertPause": {
    title: titled("Indsæt en pause efter dette punkt", "Insert a pause behind this item"),
    run: (document, { item }, _, profile) => insertPause(document, item + 1, { minutes: 10 }, profile),
  },
  "referat.splitItem": {
    title: titled("Del punktet her", "Split the item here"),
    run: (document, { offset }) => splitItem(document, offset),
  },
  "referat.joinItems": {
    title: titled("Saml punktet med det næste", "Join the item with the next one"),
    run: (document, { item }, _, profile) => joinWithNext(document, item, profile),
  },
  "referat.deleteItem": {
    title: titled("Slet punktet", "Delete the item"),
    run: (document, { item }, _, profile) => deleteItem(document, item, profile),
  },
  "referat.turnInto": {
    title: titled("Gør punktet til en anden type sag", "Turn the item into another kind"),
    run(document, { item }, [kind]) {
      const known = itemKinds.find((each) => each === kind);
      return known ? turnInto(document, item, known) : null;
    },
  },
  "referat.toggleClosed": {
    title: titled("Luk eller åbn punktet", "Close or open the item"),
    run(document, { item }) {
      const target = document.items[item];
      return makeClosed(document, item, target === undefined || !kindOf(target).closed);
    },
  },
  "referat.shiftTimes": {
    title: titled("Ret tiderne fra her", "Correct the times from here on"),
    run: (document, { item }, _, profile) => shiftFrom(document, item, profile),
  },
  "referat.spreadTime": {
    title: titled("Fordel tiden på punkterne", "Spread the time over the items"),
    run: (document, _, __, profile) => spreadTime(document, null, profile),
  },
  "referat.switchTimeForm": {
    title: titled("Skift mellem klokkeslæt og varighed", "Switch between clock times and durations"),
    run: (document, _, __, profile) => switchTimeForm(document, profile),
  },
  "referat.setState": {
    title: titled("Sæt dokumentets status", "Set the document's state"),
    run(document, _, [state]) {
      const known = documentStates.find((each) => each === state);
      return known || state === null ? setState(document, known ?? null) : null;
    },
  },
  [updateContentsCommand]: {
    title: titled("Opdatér indholdsfortegnelsen", "Update the contents"),
    readsPages: true,
    run: (document, _, __, ___, pages) =>
      updateContents(document, { create: true, ...(pages ? { pages } : {}) }),
  },
};

/** At the edge of the document there is nothing to do, and nothing to say. */
const nothing: EditResult = { edits: [], left: [], caret: null };

/** The move, and the caret at its place in the item that is moved. */
function moved(document: ReferatDocument, { item, offset }: At, to: number, profile: Profile): EditResult {
  const result = moveItem(document, item, to, profile);
  if (isRefused(result) || result.edits.length === 0) return result;
  const mended = applyEdits(document, result.edits);
  const headingEnd = (of: ReferatDocument, index: number): number =>
    of.offsetOf(of.firstItemIndex + index) + (of.items[index]?.heading.span.end ?? 0);
  // In the heading a sign more or less is no matter: the caret goes to its end.
  const behind = Math.max(0, offset - headingEnd(document, item));
  return { ...result, caret: headingEnd(mended, to) + behind };
}

/** Where the caret belongs in the document as it is then; null where it stays. */
export type CommandAnswer = { readonly position: Position } | null;

export async function executeItemCommand(
  name: ItemCommandId,
  [uri, version, place, ...args]: readonly unknown[],
  connection: Connection,
  session: Session,
): Promise<CommandAnswer | ResponseError<never>> {
  const before = isText(uri) ? await session.document(uri) : undefined;
  const command = itemCommands[name];
  const pages = before && command.readsPages ? await pagesOf(before, session) : undefined;
  // It can have changed while its pages were laid out.
  const document = pages && isText(uri) ? await session.document(uri) : before;
  if (before?.version !== document?.version) return outdated();
  const at = document && atPlace(document, place, session);
  const result = document && at && command.run(document.syntax, at, args, session.profileOf(document), pages);
  if (!result) return invalid(name);
  if (version != null && version !== document.version) return outdated();
  const { language, positions } = session;
  const made = await applied(result, command.title[language](), document, connection, session);
  if (made?.caret == null) return null;
  return { position: positions.position(applyEdits(document.syntax, made.edits), made.caret) };
}

function atPlace({ syntax }: OpenDocument, place: unknown, { positions }: Session): At | null {
  if (typeof place === "number") {
    const chunk = syntax.firstItemIndex + place;
    return { item: place, offset: syntax.offsets[chunk] ?? syntax.length };
  }
  // What is done with the whole document needs no place.
  if (place === undefined) return { item: 0, offset: 0 };
  if (!isPosition(place)) return null;
  const offset = positions.offset(syntax, place);
  return { item: syntax.chunkIndexAt(offset) - syntax.firstItemIndex, offset };
}

function titled(da: string, en: string): Words<void> {
  return { da: () => da, en: () => en };
}
