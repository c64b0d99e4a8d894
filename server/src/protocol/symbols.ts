import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import type { OutlineNode } from "../features/outline.ts";
import type { ClientSupport } from "./clientSupport.ts";
import type { OpenDocument } from "./documents.ts";
import type { Positions } from "./positions.ts";

/** What symbols depend on besides their document. */
interface SymbolView {
  readonly positions: Positions;
  readonly support: ClientSupport;
}

/** LSP knows kinds of program symbols only: these give each kind of item an icon of its own. */
const symbolKinds: Readonly<Record<OutlineNode["kind"], SymbolKind>> = {
  meeting: SymbolKind.Module,
  standing: SymbolKind.Constant,
  pause: SymbolKind.Event,
  written: SymbolKind.File,
  orientation: SymbolKind.Interface,
  discussion: SymbolKind.Enum,
  decision: SymbolKind.Method,
  case: SymbolKind.Class,
  section: SymbolKind.Field,
  subheading: SymbolKind.String,
};

function kindOf({ kind }: OutlineNode, { eventSymbols }: ClientSupport): SymbolKind {
  const known = symbolKinds[kind];
  return known === SymbolKind.Event && !eventSymbols ? SymbolKind.Property : known;
}

export function hierarchicalSymbols(
  nodes: readonly OutlineNode[],
  { syntax }: OpenDocument,
  { positions, support }: SymbolView,
): DocumentSymbol[] {
  const convert = (node: OutlineNode): DocumentSymbol => ({
    name: node.name,
    ...(node.detail === "" ? {} : { detail: node.detail }),
    kind: kindOf(node, support),
    range: positions.range(syntax, node.span),
    selectionRange: positions.range(syntax, node.selection),
    children: node.children.map(convert),
  });
  return nodes.map(convert);
}

/** For clients that know no hierarchy: the same nodes one after another, each with the name of its parent. */
export function flatSymbols(
  nodes: readonly OutlineNode[],
  { uri, syntax }: OpenDocument,
  { positions, support }: SymbolView,
): SymbolInformation[] {
  const convert = (node: OutlineNode, container: string | null): SymbolInformation[] => [
    {
      name: node.name,
      kind: kindOf(node, support),
      location: { uri, range: positions.range(syntax, node.span) },
      ...(container === null ? {} : { containerName: container }),
    },
    ...node.children.flatMap((child) => convert(child, node.name)),
  ];
  return nodes.flatMap((node) => convert(node, null));
}
