import { linksIn } from "../model/links.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import { shifted, type Span } from "../text/span.ts";

/** A link that can be followed. */
export interface DocumentLinkTarget {
  readonly span: Span;
  readonly target: LinkTarget;
}

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

/** The links of a document. Only web and mail addresses and files beside or below the document are followed. */
export function linksOf(document: ReferatDocument): DocumentLinkTarget[] {
  return document.chunks.flatMap((chunk, index) => {
    const base = document.offsets[index] ?? 0;
    return linksIn(chunk).flatMap((link) => {
      const target = targetOf(link.address);
      return target ? [{ span: shifted(link.words ?? link.span, base), target }] : [];
    });
  });
}

function targetOf(address: string): LinkTarget | null {
  if (/^(?:https?:\/\/|mailto:)\S/i.test(address)) return { type: "address", value: address };
  const hash = address.indexOf("#");
  const steps = (hash === -1 ? address : address.slice(0, hash)).split(/[/\\]/).map(decoded);
  const value = steps.join("/");
  // No other scheme, no absolute path and no way up, however they are written: a document of somebody else must not lead
  // astray.
  if (/^(?:[a-z][a-z\d+.-]*:|\/|\?|$)/i.test(value) || !steps.every(leadsDown)) return null;
  return { type: "file", value, fragment: hash === -1 ? null : address.slice(hash + 1) };
}

/** Windows overlooks dots and blanks at the end of a name. */
function leadsDown(step: string): boolean {
  return !/[/\\\0]|^\.\.[. ]*$/.test(step);
}

/** A sign of percent that begins no code stands for itself. */
function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
