import { positionAt } from "../protocol/text.ts";
import { inProcess } from "../support/inProcess.ts";
import { LspClient, ResponseFailure } from "../support/lspClient.ts";
import { type Growing, hostileTexts } from "./hostile.ts";
import { wholeTexts } from "./wholeTexts.ts";

/** Errors that are ours: the server's, and that of a request here that is not as it must be, and so would measure nothing. */
const internalError = -32603;
const invalidParams = -32602;

/** Less than this many ms is not measured: a moment's noise. */
const noise = 60;
/** Twice as long a text may take so many times as long: two, and what noise there is. */
const limit = 3;

const uri = "file:///intet/sted/a.referat";

/** Meetings that a document can mention, so that it is looked up which of them is meant. */
const others = ["Kulturudvalget i Havneby", "Udvalget", "Skoleudvalget"].map((body) => ({
  uri: `file:///intet/sted/${body}.referat`,
  text: `REFERAT ${body} d. 04-06-2025\n\nPunkt 3: Sag 3\n\nSagen blev drøftet.\n`,
}));

/** What is asked about, besides what stands in the middle and at the end: the last of each kind. */
const askedAbout = [
  /Anna|Bo/g, /punkt \d/gi, /bilag \d/gi, /\[\d/g, /Udvalget|Kulturudvalget/g, /\d\d\/\d{3}/g, /\.pdf/g, /\d{4} /g, /\.\t\d/g, /[(»"]/g, /- /g,
]; // prettier-ignore

/** The commands that are called at a place, with what they need besides. */
const commands: readonly (readonly [name: string, ...needs: unknown[]])[] = [
  ["moveItem", 0], ["moveItemUp"], ["moveItemDown"], ["insertItem"], ["insertPause"], ["joinItems"], ["deleteItem"], ["splitItem"], ["turnInto", "decision"],
  ["toggleClosed"], ["shiftTimes"], ["spreadTime"], ["switchTimeForm"], ["setState", "godkendt"], ["updateContents"],
]; // prettier-ignore

/** What is tried. */
export interface Trial {
  /** The kinds whose name holds this. */
  readonly only: string;
  /** Of so many kinds one. */
  readonly every: number;
  /** No more than opening and a key, of which each editor wants the findings: so little that texts can be of full size. */
  readonly opening: boolean;
  /** Says what each request took. */
  readonly shows: boolean;
}

/** The processor's time of one request after the other, in ms. Another program's work is not in it. */
export async function costs(text: string, opening = false): Promise<Map<string, number>> {
  const client = LspClient.over(inProcess(["Kort.pdf", "Plan 1 for havnen.pdf"]));
  await client.initialize(
    { textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [""] } } } }, workspace: { workspaceEdit: { documentChanges: true } } },
    { initializationOptions: { archive: {} } },
  ); // prettier-ignore
  const textDocument = { uri };
  const middle = positionAt(text, Math.floor(text.length / 2));
  const end = positionAt(text, text.length);
  const asked = askedAbout.flatMap((what) => {
    const last = [...text.slice(-4000).matchAll(what)].at(-1);
    return last ? [positionAt(text, Math.max(0, text.length - 4000) + last.index + 1)] : [];
  });
  const range = { start: { line: 0, character: 0 }, end };
  const options = { tabSize: 2, insertSpaces: true };
  const context = { diagnostics: [], includeDeclaration: true };
  const found = new Map<string, number>();
  const measure = async (name: string, method: string, params: object): Promise<void> => {
    const before = process.cpuUsage();
    await client.send(method, params).catch((error: unknown) => {
      if (!(error instanceof ResponseFailure) || [internalError, invalidParams].includes(error.code))
        throw error;
    });
    const { user, system } = process.cpuUsage(before);
    found.set(name, Math.max(found.get(name) ?? 0, (user + system) / 1000));
  };
  const execute = (name: string, ...args: readonly unknown[]): Promise<void> =>
    measure(name, "workspace/executeCommand", { command: `referat.${name}`, arguments: args });
  // The edits are worked out, and not made.
  client.onRequest("workspace/applyEdit", () => ({ applied: false }));
  for (const other of others) client.open(other.uri, other.text);
  await client.send("textDocument/diagnostic", { textDocument: { uri: others[0]?.uri } });
  client.open(uri, text);
  await measure("open, and diagnostics", "textDocument/diagnostic", { textDocument });
  if (!opening) await measureAll();
  for (const [version, position] of [[2, middle], [3, end]] as const) {
    client.change(uri, version, { range: { start: position, end: position }, text: "x" });
    await measure("a keystroke, and diagnostics", "textDocument/diagnostic", { textDocument });
  } // prettier-ignore
  client.kill();
  return found;

  async function measureAll(): Promise<void> {
    for (const method of [
      "documentSymbol",
      "foldingRange",
      "semanticTokens/full",
      "documentLink",
      "codeLens",
    ])
      await measure(method, `textDocument/${method}`, { textDocument });
    await measure("inlayHint", "textDocument/inlayHint", { textDocument, range });
    await measure("formatting", "textDocument/formatting", { textDocument, options });
    await measure("rangeFormatting", "textDocument/rangeFormatting", {
      textDocument,
      options,
      range: { start: middle, end },
    });
    await measure("codeAction", "textDocument/codeAction", { textDocument, range, context });
    await measure("codeAction, source", "textDocument/codeAction", {
      textDocument,
      range,
      context: { ...context, only: ["source"] },
    });
    for (const position of [middle, end, ...asked]) {
      for (const method of ["completion", "hover", "definition", "references", "documentHighlight", "linkedEditingRange", "prepareRename"])
        await measure(method, `textDocument/${method}`, { textDocument, position, context });
      await measure("codeAction at a place", "textDocument/codeAction", { textDocument, range: { start: position, end: position }, context });
      await measure("selectionRange", "textDocument/selectionRange", { textDocument, positions: [position] });
      await measure("rename", "textDocument/rename", { textDocument, position, newName: "Ny" });
      await measure("onTypeFormatting", "textDocument/onTypeFormatting", { textDocument, position, ch: "\n", options });
      await measure("caseHistory", "referat/caseHistory", { textDocument, position });
      await measure("attachments", "referat/attachments", { textDocument, position, names: ["Ny.pdf"] });
    } // prettier-ignore
    await measure("workspace/symbol", "workspace/symbol", { query: "a" });
    await measure("workspace/diagnostic", "workspace/diagnostic", { previousResultIds: [] });
    await measure("willRenameFiles", "workspace/willRenameFiles", { files: [{ oldUri: "file:///intet/sted/Kort.pdf", newUri: "file:///intet/sted/Kort 2.pdf" }] }); // prettier-ignore
    const rows = { offset: 0, limit: 10 };
    await measure("decisions", "referat/decisions", { query: { text: "a" }, ...rows });
    await measure("decisionGroups", "referat/decisionGroups", { query: {}, groupBy: "body", ...rows });
    await measure("actions", "referat/actions", { query: {}, today: "2026-03-04", ...rows });
    await measure("actionGroups", "referat/actionGroups", { query: {}, today: "2026-03-04", groupBy: "owner", ...rows }); // prettier-ignore
    await measure("archiveFacets", "referat/archiveFacets", {});
    await measure("meeting", "referat/meeting", { textDocument });
    await measure("readiness", "referat/readiness", { textDocument, public: true });
    await measure("preview", "referat/preview", { textDocument });
    await measure("preview for everybody", "referat/preview", { textDocument, public: true });
    const page = `<p>${text.replaceAll("\n", "</p>\n<p>")}</p>`;
    await measure("pastedText", "referat/pastedText", { textDocument, position: end, html: page, text });
    await measure("exportName", "referat/exportName", { textDocument });
    await measure("export", "referat/export", { textDocument, format: "html" });
    await measure("export for everybody", "referat/export", { textDocument, format: "html", public: true });
    await measure("export to OParl", "referat/export", { textDocument, format: "oparl" });
    for (const place of [middle, 1])
      for (const [command, ...needs] of commands) await execute(command, uri, 1, place, ...needs);
    for (const command of ["writeMinutes", "writeAgenda", "writeNextAgenda"])
      await execute(command, uri, 1, "2026-04-01");
    for (const { line } of [middle, end]) await execute("markActionDone", uri, line, true);
    for (const position of [middle, end]) await execute("insertCaseHistory", uri, position);
    await execute("newDocument", "referat", { body: "Udvalget", date: "2026-03-04", participants: text });
  }
}

/** The requests that cost more for twice the text than they may; what is slow is measured again, as a fair chance. */
async function superLinear(
  { name, text }: Growing,
  length: number,
  { opening, shows }: Trial,
): Promise<string[]> {
  const [once, twice] = [await costs(text(length), opening), await costs(text(2 * length), opening)];
  if (shows) {
    console.log(name);
    for (const [request, ms] of twice)
      if (ms > noise)
        console.log(`    ${request}: ${(once.get(request) ?? 0).toFixed(0)} → ${ms.toFixed(0)} ms`);
  }
  const isSuspect = (name: string, of: Map<string, number>, before: Map<string, number>): boolean =>
    (of.get(name) ?? 0) > noise && (of.get(name) ?? 0) > limit * Math.max(noise / 4, before.get(name) ?? 0);
  const suspects = [...twice.keys()].filter((name) => isSuspect(name, twice, once));
  if (suspects.length === 0) return [];
  const more = await costs(text(4 * length), opening);
  return suspects
    .filter((name) => isSuspect(name, more, twice))
    .map(
      (name) =>
        `${name}: ${[once, twice, more].map((each) => (each.get(name) ?? 0).toFixed(0)).join(" → ")} ms`,
    );
}

/** Tries hostile texts; gives how many requests cost more than they may. */
export async function linear(length: number, trial: Trial): Promise<number> {
  let failed = 0;
  const texts = [...wholeTexts, ...hostileTexts]
    .filter(({ name }) => name.includes(trial.only))
    .filter((_, index) => index % trial.every === 0);
  for (const each of texts) {
    const found = await superLinear(each, length, trial).catch((error: unknown) => [
      String(error).slice(0, 500),
    ]);
    failed += found.length;
    for (const line of found) console.log(`not [linear] ${each.name}\n    ${line}`);
  }
  console.log(`[linear] ${texts.length} kinds of texts: ${failed} requests cost more`);
  return failed;
}
