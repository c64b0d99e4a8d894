import { danishDate, readIsoDate } from "../calendar/date.ts";
import { type Archive, type ArchivedDocument, newestFirst } from "../archive/archive.ts";
import { archiveFact } from "../archive/fact.ts";
import type { DocumentRecord, ItemRecord } from "../archive/record.ts";
import { hasAll, searchWords } from "../archive/search.ts";
import { WordSearch } from "../archive/wordIndex.ts";
import { memo } from "../model/memo.ts";
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
  const words = searchWords(query);
  // Numbers of items are no part of what is searched in a document.
  const inTexts = new WordSearch(
    archive,
    words.filter((word) => /\p{Alpha}/u.test(word)),
  );
  const found: WorkspaceSymbol[] = [];
  for (const document of documentsIn(archive)) {
    const { container, folded: shared } = containerOf(document.record);
    if (!inTexts.mayFit(document.record, shared)) continue;
    const own = words.filter((word) => !shared.includes(word));
    for (const item of document.record.items) {
      if (item.kind === "pause") continue;
      for (const symbol of symbolsOf(document, item, container)) {
        const text = symbol.kind === "item" ? `${item.journalNumber ?? ""} ${symbol.name}` : symbol.name;
        if (own.length === 0 || hasAll(own, folded(text))) found.push(symbol);
        if (found.length === most) return found;
      }
    }
  }
  return found;
}

const documentsIn: (archive: Archive) => readonly ArchivedDocument[] = archiveFact((archive) =>
  newestFirst([...archive.all()]),
);

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

const containerOf: (record: DocumentRecord) => { readonly container: string; readonly folded: string } = memo(
  ({ body, date, kind }) => {
    const when = date === null ? null : readIsoDate(date);
    const name = body ?? (kind === "referat" ? "Referat" : "Dagsorden");
    const container = [name, ...(when ? [danishDate(when)] : [])].join(", ");
    return { container, folded: folded(container) };
  },
);
