import { leadsDown } from "../text/downward.ts";

/** Where a link leads, as far as anybody may follow it. */
export type LinkTarget = AddressTarget | FileTarget;

/** A web or mail address, as it is written. */
export interface AddressTarget {
  readonly type: "address";
  readonly value: string;
}

export interface FileTarget {
  readonly type: "file";
  /** The path from the document's folder, decoded, with forward slashes. */
  readonly value: string;
  /** The place within the file, as it is written behind a `#`. */
  readonly fragment: string | null;
}

/** What an address leads to; null where it is not to be followed. */
export function linkTarget(address: string): LinkTarget | null {
  if (/^(?:https?:\/\/|mailto:)\S/i.test(address)) return { type: "address", value: address };
  const hash = address.indexOf("#");
  const steps = (hash === -1 ? address : address.slice(0, hash)).split(/[/\\]/).map(decoded);
  const value = steps.join("/");
  // No other scheme, no absolute path and no way up, however they are written: a document of somebody else must not lead
  // astray.
  if (/^(?:[a-z][a-z\d+.-]*:|\/|\?|$)/i.test(value) || !steps.every(leadsDown)) return null;
  return { type: "file", value, fragment: hash === -1 ? null : address.slice(hash + 1) };
}

/** A sign of percent that begins no code stands for itself. */
function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
