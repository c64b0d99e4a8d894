import type { InlayHint, Range } from "vscode-languageserver";
import { inlayHintsIn } from "../features/inlayHints.ts";
import type { OpenDocument } from "./documents.ts";
import type { Session } from "./session.ts";

export function inlayHintsOf({ syntax }: OpenDocument, range: Range, session: Session): InlayHint[] {
  const { positions, language, inlayHints } = session;
  return inlayHintsIn(syntax, positions.span(syntax, range), inlayHints, language).map(
    ({ offset, label, tooltip }): InlayHint => ({
      position: positions.position(syntax, offset),
      label,
      tooltip,
      paddingLeft: true,
    }),
  );
}
