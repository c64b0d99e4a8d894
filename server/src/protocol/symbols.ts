import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import { itemNode, meetingNode, type OutlineNode, outlineOf } from "../features/outline.ts";
import { memo } from "../model/memo.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { Item } from "../syntax/nodes.ts";
import type { ClientSupport } from "./clientSupport.ts";
import { fileKindOf, type OpenDocument } from "./documents.ts";
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

function kindOf({ kind }: Pick<OutlineNode, "kind">, { eventSymbols }: ClientSupport): SymbolKind {
  const known = symbolKinds[kind];
  return known === SymbolKind.Event && !eventSymbols ? SymbolKind.Property : known;
}

/** The outline, as a tree. */
export function hierarchicalSymbols({ uri, syntax }: OpenDocument, view: SymbolView): DocumentSymbol[] {
  const meeting = meetingNode(syntax, fileKindOf(uri));
  if (!meeting) return [];
  const children = syntax.items.map((_, index) => itemSymbol(index, syntax, view));
  return [{ ...symbolOf(meeting, syntax, view), children }];
}

/** The symbols of an item, as they were told where it stood at the same line. */
interface Told extends SymbolView {
  readonly line: number;
  readonly symbol: DocumentSymbol;
}

const toldOf = memo<Item, { last: Told | null }>(() => ({ last: null }));

/** Whoever types in a line moves no other item to another one: of all those the same is told again. */
function itemSymbol(index: number, syntax: ReferatDocument, view: SymbolView): DocumentSymbol {
  const line = syntax.lineOf(syntax.firstItemIndex + index);
  const item = syntax.items[index];
  const cell = item ? toldOf(item) : { last: null };
  const { last } = cell;
  if (last?.line === line && last.positions === view.positions && last.support === view.support)
    return last.symbol;
  const convert = (node: OutlineNode): DocumentSymbol => ({
    ...symbolOf(node, syntax, view),
    children: node.children.map(convert),
  });
  const symbol = convert(itemNode(syntax, index));
  cell.last = { line, symbol, positions: view.positions, support: view.support };
  return symbol;
}

function symbolOf(
  node: Omit<OutlineNode, "children">,
  syntax: ReferatDocument,
  { positions, support }: SymbolView,
): DocumentSymbol {
  return {
    name: node.name,
    ...(node.detail === "" ? {} : { detail: node.detail }),
    kind: kindOf(node, support),
    range: positions.range(syntax, node.span),
    selectionRange: positions.range(syntax, node.selection),
  };
}

/** For clients that know no hierarchy: the same nodes one after another, each with the name of its parent. */
export function flatSymbols(
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
  return outlineOf(syntax, fileKindOf(uri)).flatMap((node) => convert(node, null));
}
