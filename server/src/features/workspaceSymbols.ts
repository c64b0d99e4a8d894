import { readIsoDate, danishDate } from "../calendar/date.ts";
import type { Archive, ArchivedDocument } from "../archive/archive.ts";
import type { ItemRecord } from "../archive/record.ts";
import { folded } from "../text/spelling.ts";

/** An item or a decision of the archive, to be found by name from anywhere. */
export interface WorkspaceSymbol {
  readonly kind: "item" | "decision";
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
  readonly name: string;
  /** The meeting: `Kulturudvalget i Havneby, 4. marts 2026`. */
  readonly container: string;
}

/** More than anybody reads through; whoever wants another one types on. */
const most = 400;
const longestDecision = 120;

/** The items and decisions that all words of the query are found in, the newest meetings first. */
export function workspaceSymbolsIn(archive: Archive, query: string): WorkspaceSymbol[] {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  const found: WorkspaceSymbol[] = [];
  for (const document of newestFirst(archive)) {
    const container = containerOf(document);
    const shared = folded(container);
    for (const item of document.record.items) {
      if (item.kind === "pause") continue;
      for (const symbol of symbolsOf(document, item, container)) {
        const text = symbol.kind === "item" ? `${item.journalNumber ?? ""} ${symbol.name}` : symbol.name;
        const own = words.length === 0 ? "" : folded(text);
        if (words.every((word) => own.includes(word) || shared.includes(word))) found.push(symbol);
        if (found.length === most) return found;
      }
    }
  }
  return found;
}

function symbolsOf({ uri }: ArchivedDocument, item: ItemRecord, container: string): WorkspaceSymbol[] {
  const { number, title, line, decision } = item;
  const name = `${number === null ? "" : `${number}. `}${title === "" ? "(uden titel)" : title}`;
  const decided = decision?.text.replace(/\s+/g, " ") ?? "";
  const symbols: WorkspaceSymbol[] = [{ kind: "item", uri, line, name, container }];
  if (decision && decided !== "") {
    const short = decided.length > longestDecision ? `${decided.slice(0, longestDecision)} …` : decided;
    symbols.push({
      kind: "decision",
      uri,
      line: decision.line,
      name: `${short} (${name})`,
      container,
    });
  }
  return symbols;
}

function containerOf({ record: { body, date, kind } }: ArchivedDocument): string {
  const when = date === null ? null : readIsoDate(date);
  return [body ?? (kind === "referat" ? "Referat" : "Dagsorden"), ...(when ? [danishDate(when)] : [])].join(
    ", ",
  );
}

function newestFirst(archive: Archive): ArchivedDocument[] {
  const date = ({ record }: ArchivedDocument): string => record.date ?? "";
  return [...archive.all()].sort((a, b) =>
    date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : a.uri < b.uri ? -1 : 1,
  );
}
