/** The signs that can open a completion list by themselves: only where nothing but what is listed can follow. */
export const completionTriggers = [" ", "-"] as const;

/** The one stroke that is answered with an edit: whatever is done at another one is in the way of who types. */
export const typedTrigger = "\n";
