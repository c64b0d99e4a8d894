import type { DocumentLink } from "vscode-languageserver";
import { linksOf } from "../features/links.ts";
import type { FileTarget } from "../model/linkTarget.ts";
import { meetingLinks } from "./archive/mentions.ts";
import type { OpenDocument } from "./documents.ts";
import type { Positions } from "./positions.ts";
import type { Session } from "./session.ts";
import { folderOf } from "./uris.ts";

/** The links of a document: what it writes as such, and the meetings that it mentions. */
export async function documentLinks(document: OpenDocument, session: Session): Promise<DocumentLink[]> {
  return [...writtenLinks(document, session.positions), ...(await meetingLinks(document, session))];
}

/** None to files beside a document that lies nowhere yet. */
function writtenLinks({ uri, syntax }: OpenDocument, positions: Positions): DocumentLink[] {
  const folder = folderOf(uri);
  return linksOf(syntax).flatMap(({ span, target }) => {
    const address = target.type === "address" ? target.value : folder && folder + pathOf(target);
    return address === null ? [] : [{ range: positions.range(syntax, span), target: address }];
  });
}

/** Encoded step by step, so that blanks and æøå are no matter. */
function pathOf({ value, fragment }: FileTarget): string {
  const path = value.split("/").map(encoded).join("/");
  return fragment === null ? path : `${path}#${fragment.replace(/[^\w!$&'()*+,;=:@/?.~%-]+/g, encoded)}`;
}

function encoded(text: string): string {
  // Half of a pair of surrogates has no code.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}
