import { type SymbolInformation, SymbolKind } from "vscode-languageserver";
import { workspaceSymbolsIn } from "../features/workspaceSymbols.ts";
import { lineIn } from "./archive/places.ts";
import type { Session } from "./session.ts";

/** The items and decisions of all documents that a query finds. */
export async function workspaceSymbolsOf(query: string, session: Session): Promise<SymbolInformation[]> {
  const archive = await session.archive.current();
  const decision = session.support.eventsOfWorkspace ? SymbolKind.Event : SymbolKind.Property;
  return workspaceSymbolsIn(archive, query).map(({ kind, uri, line, name, container }) => ({
    name,
    kind: kind === "item" ? SymbolKind.Class : decision,
    location: lineIn(uri, line),
    containerName: container,
  }));
}
