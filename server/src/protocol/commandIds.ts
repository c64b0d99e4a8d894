/** Commands that lenses carry. The server announces each of them: so they work in every editor. */

/** Arguments: URI, version, the index of the item. */
export const moveItemUpCommand = "referat.moveItemUp";
export const moveItemDownCommand = "referat.moveItemDown";
/** Arguments: URI, version. */
export const updateContentsCommand = "referat.updateContents";
/** Goes to a place, where the client can be asked to. Arguments: URI, range. */
export const showCommand = "referat.show";
