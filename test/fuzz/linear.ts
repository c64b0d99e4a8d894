import { positionAt } from "../protocol/text.ts";
import { inProcess } from "../support/inProcess.ts";
import { LspClient, ResponseFailure } from "../support/lspClient.ts";
import { type Growing, hostileTexts } from "./hostile.ts";

/** Less than this many ms is not measured: a moment's noise. */
const noise = 60;
/** Twice as long a text may take so many times as long: two, and what noise there is. */
const limit = 3;

const uri = "file:///intet/sted/a.referat";

/** The processor's time of one request after the other, in ms. Another program's work is not in it. */
export async function costs(text: string): Promise<Map<string, number>> {
  const client = LspClient.over(inProcess());
  await client.initialize(
    { textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [""] } } } }, workspace: { workspaceEdit: { documentChanges: true } } },
    { initializationOptions: { archive: {} } },
  ); // prettier-ignore
  const textDocument = { uri };
  const middle = positionAt(text, Math.floor(text.length / 2));
  const end = positionAt(text, text.length);
  const range = { start: { line: 0, character: 0 }, end };
  const options = { tabSize: 2, insertSpaces: true };
  const context = { diagnostics: [], includeDeclaration: true };
  const found = new Map<string, number>();
  const measure = async (name: string, method: string, params: object): Promise<void> => {
    const before = process.cpuUsage();
    await client.send(method, params).catch((error: unknown) => {
      if (!(error instanceof ResponseFailure) || error.code === -32603) throw error;
    });
    const { user, system } = process.cpuUsage(before);
    found.set(name, Math.max(found.get(name) ?? 0, (user + system) / 1000));
  };
  // The edits are worked out, and not made.
  client.onRequest("workspace/applyEdit", () => ({ applied: false }));
  client.open(uri, text);
  await measure("open, and diagnostics", "textDocument/diagnostic", { textDocument });
  for (const method of ["documentSymbol", "foldingRange", "semanticTokens/full", "documentLink", "codeLens"])
    await measure(method, `textDocument/${method}`, { textDocument });
  await measure("inlayHint", "textDocument/inlayHint", { textDocument, range });
  await measure("formatting", "textDocument/formatting", { textDocument, options });
  await measure("codeAction", "textDocument/codeAction", { textDocument, range, context });
  for (const position of [middle, end]) {
    for (const method of ["completion", "hover", "definition", "references", "documentHighlight", "linkedEditingRange", "prepareRename"])
      await measure(method, `textDocument/${method}`, { textDocument, position, context });
    await measure("selectionRange", "textDocument/selectionRange", { textDocument, positions: [position] });
    await measure("rename", "textDocument/rename", { textDocument, position, newName: "Ny" });
    await measure("onTypeFormatting", "textDocument/onTypeFormatting", { textDocument, position, ch: "\n", options });
    await measure("caseHistory", "referat/caseHistory", { textDocument, position });
  } // prettier-ignore
  await measure("workspace/symbol", "workspace/symbol", { query: "a" });
  await measure("decisions", "referat/decisions", { query: { text: "a" }, offset: 0, limit: 10 });
  await measure("actions", "referat/actions", { query: {}, today: "2026-03-04", offset: 0, limit: 10 });
  await measure("meeting", "referat/meeting", { textDocument });
  await measure("readiness", "referat/readiness", { textDocument, public: true });
  await measure("export", "referat/export", { textDocument, format: "html" });
  await measure("export to OParl", "referat/export", { textDocument, format: "oparl" });
  for (const command of ["moveItemDown", "insertItem", "joinItems", "deleteItem", "shiftTimes", "spreadTime", "switchTimeForm", "updateContents", "splitItem"])
    await measure(command, "workspace/executeCommand", { command: `referat.${command}`, arguments: [uri, 1, middle] }); // prettier-ignore
  for (const [version, position] of [[2, middle], [3, end]] as const) {
    client.change(uri, version, { range: { start: position, end: position }, text: "x" });
    await measure("a keystroke, and diagnostics", "textDocument/diagnostic", { textDocument });
  } // prettier-ignore
  client.kill();
  return found;
}

/** The requests that cost more for twice the text than they may; what is slow is measured again, as a fair chance. */
export async function superLinear({ text }: Growing, length: number): Promise<string[]> {
  const [once, twice] = [await costs(text(length)), await costs(text(2 * length))];
  const isSuspect = (name: string, of: Map<string, number>, before: Map<string, number>): boolean =>
    (of.get(name) ?? 0) > noise && (of.get(name) ?? 0) > limit * Math.max(noise / 4, before.get(name) ?? 0);
  const suspects = [...twice.keys()].filter((name) => isSuspect(name, twice, once));
  if (suspects.length === 0) return [];
  const more = await costs(text(4 * length));
  return suspects
    .filter((name) => isSuspect(name, more, twice))
    .map(
      (name) =>
        `${name}: ${[once, twice, more].map((each) => (each.get(name) ?? 0).toFixed(0)).join(" → ")} ms`,
    );
}

/** Tries the texts whose name holds `only`; gives how many requests cost more than they may. */
export async function linear(length: number, only: string): Promise<number> {
  let failed = 0;
  for (const each of hostileTexts.filter(({ name }) => name.includes(only))) {
    const found = await superLinear(each, length).catch((error: unknown) => [String(error)]);
    failed += found.length;
    for (const line of found) console.log(`not [linear] ${each.name}\n    ${line}`);
  }
  console.log(`[linear] ${hostileTexts.length} kinds of texts: ${failed} requests cost more`);
  return failed;
}
