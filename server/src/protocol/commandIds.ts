/**
 * The commands that the server announces: so what lenses and actions carry works in every editor. What they do is loaded with the
 * first that is called.
 */

/** Arguments: URI, version, the index of the item. */
export const moveItemUpCommand = "referat.moveItemUp";
export const moveItemDownCommand = "referat.moveItemDown";
/** Arguments: URI, version. */
export const updateContentsCommand = "referat.updateContents";
/** Goes to a place, where the client can be asked to. Arguments: URI, range. */
export const showCommand = "referat.show";
/** Brings the edit of an action to a client that takes no edits in actions. */
export const applyEditCommand = "referat.applyEdit";
/** Makes a referat.json from the style of a document, which the argument names. */
export const createConfigCommand = "referat.createConfig";
/** Gives the text of a new document from the answers that the client asked for. */
export const newDocumentCommand = "referat.newDocument";

export const itemCommandIds = [
  "referat.moveItem",
  moveItemUpCommand,
  moveItemDownCommand,
  "referat.insertItem",
  "referat.insertPause",
  "referat.splitItem",
  "referat.joinItems",
  "referat.deleteItem",
  "referat.turnInto",
  "referat.toggleClosed",
  "referat.shiftTimes",
  "referat.spreadTime",
  "referat.switchTimeForm",
  "referat.setState",
  updateContentsCommand,
] as const;

export const documentCommandIds = [
  "referat.writeMinutes",
  "referat.writeAgenda",
  "referat.writeNextAgenda",
] as const;

/** Arguments: URI, line (from 0), whether it is done, and words of the action where several stand on the line (or null). */
export const markActionDoneCommand = "referat.markActionDone";
/** Arguments: URI, position. */
export const insertCaseHistoryCommand = "referat.insertCaseHistory";

export const archiveCommandIds = [markActionDoneCommand, insertCaseHistoryCommand] as const;

export const commands: readonly string[] = [
  applyEditCommand,
  createConfigCommand,
  showCommand,
  newDocumentCommand,
  ...itemCommandIds,
  ...documentCommandIds,
  ...archiveCommandIds,
];
