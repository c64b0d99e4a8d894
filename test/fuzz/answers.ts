import { type LspClient, ResponseFailure } from "../support/lspClient.ts";
import { positionAt, type Encoding } from "../protocol/text.ts";

/** A document as its client has it. */
export interface Shown {
  readonly uri: string;
  readonly text: string;
  readonly version: number;
}

/** What the server is asked, and what it answered. */
export type Answers = Readonly<Record<string, unknown>>;

/** Items of a document that commands are tried on; each edit is told, and none is made. */
const triedItems = 2;

/** Commands that change the items of a document, with what they need besides. */
const commands: readonly (readonly [string, readonly unknown[]])[] = [
  ["referat.moveItem", [1]],
  ["referat.moveItemUp", []],
  ["referat.moveItemDown", []],
  ["referat.insertItem", []],
  ["referat.insertPause", []],
  ["referat.joinItems", []],
  ["referat.deleteItem", []],
  ["referat.turnInto", ["discussion"]],
  ["referat.toggleClosed", []],
  ["referat.shiftTimes", []],
  ["referat.spreadTime", []],
  ["referat.switchTimeForm", []],
  ["referat.setState", ["godkendt"]],
  ["referat.updateContents", []],
];

/** The requests of one document, by a name: of the whole of it, and at offsets in its text. */
function requestsFor(
  { uri, text }: Shown,
  offsets: readonly number[],
  encoding: Encoding,
): [string, string, object][] {
  const textDocument = { uri };
  const start = { line: 0, character: 0 };
  const range = { start, end: positionAt(text, text.length, encoding) };
  const options = { tabSize: 2, insertSpaces: true };
  const context = { diagnostics: [] };
  const whole: [string, object][] = [
    ["textDocument/documentSymbol", {}],
    ["textDocument/foldingRange", {}],
    ["textDocument/documentLink", {}],
    ["textDocument/semanticTokens/full", {}],
    ["textDocument/codeLens", {}],
    ["textDocument/inlayHint", { range }],
    ["textDocument/formatting", { options }],
    ["textDocument/codeAction", { range, context }],
    ["textDocument/codeAction", { range, context: { ...context, only: ["source", "refactor"] } }],
    ["referat/meeting", {}],
    ["referat/readiness", {}],
    ["referat/exportName", {}],
    ["referat/export", { format: "html" }],
    ["referat/export", { format: "html", public: true }],
    ["referat/export", { format: "oparl" }],
  ];
  const there = offsets.flatMap((offset): [string, object][] => {
    const position = positionAt(text, offset, encoding);
    const here = { start: position, end: position };
    return [
      ["textDocument/completion", { position }],
      ["textDocument/hover", { position }],
      ["textDocument/definition", { position }],
      ["textDocument/references", { position, context: { includeDeclaration: true } }],
      ["textDocument/documentHighlight", { position }],
      ["textDocument/linkedEditingRange", { position }],
      ["textDocument/selectionRange", { positions: [position] }],
      ["textDocument/prepareRename", { position }],
      ["textDocument/rename", { position, newName: "Nyt navn" }],
      ["textDocument/codeAction", { range: here, context }],
      ["textDocument/onTypeFormatting", { position, ch: "\n", options }],
      ["textDocument/rangeFormatting", { range: { start, end: position }, options }],
      ["referat/caseHistory", { position }],
    ];
  });
  return [...whole, ...there].map(([method, params], index) => [
    `${index} ${method} ${JSON.stringify(params)}`,
    method,
    { textDocument, ...params },
  ]);
}

function commandsOn({ uri, version }: Shown): [string, object][] {
  return commands.flatMap(([command, args]) =>
    Array.from({ length: triedItems }, (_, item): [string, object] => [
      `${command} ${item}`,
      { command, arguments: [uri, version, item, ...args] },
    ]),
  );
}

/** What a request came to: its result, or the code of its error. An error of the server's own is none that it may have. */
export async function outcome(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ResponseFailure && allowed.has(error.code)) return { error: error.code };
    throw error;
  }
}

/** InvalidParams, RequestCancelled, ContentModified, RequestFailed. */
const allowed: ReadonlySet<number> = new Set([-32602, -32800, -32801, -32803]);

/** All that the server says of the open documents; the edits that commands would make are told and refused. */
export async function answersOf(
  client: LspClient,
  documents: readonly Shown[],
  offsetsIn: (text: string) => readonly number[],
  { encoding, pulls }: { readonly encoding: Encoding; readonly pulls: boolean },
): Promise<Answers> {
  const edits: unknown[] = [];
  client.onRequest("workspace/applyEdit", (params) => {
    edits.push(params);
    return { applied: false };
  });
  // It waits for the archive, and so must what is found in it.
  const answers: Record<string, unknown> = {
    symbols: await outcome(client.send("workspace/symbol", { query: "" })),
    decisions: await outcome(client.send("referat/decisions", { query: {}, offset: 0, limit: 100 })),
    actions: await outcome(
      client.send("referat/actions", { query: {}, today: "2026-03-04", offset: 0, limit: 100 }),
    ),
  };
  for (const document of documents) {
    const { uri, text } = document;
    const textDocument = { uri };
    if (pulls)
      answers[`${uri} diagnostics`] = await outcome(
        client.request("textDocument/diagnostic", { textDocument }),
      );
    if (uri.endsWith("referat.json")) continue;
    const requests = requestsFor(document, offsetsIn(text), encoding);
    await Promise.all(
      requests.map(async ([name, method, params]) => {
        answers[`${uri} ${name}`] = plain(await outcome(client.send(method, params)));
      }),
    );
    for (const [name, params] of commandsOn(document)) {
      edits.length = 0;
      const answer = await outcome(client.send("workspace/executeCommand", params));
      answers[`${uri} ${name}`] = { answer, edits: [...edits] };
    }
  }
  return answers;
}

/** Without what only says which answer it is: the id of a list of tokens, and the list that an entry is of. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const isEntry = "label" in value;
  const kept = Object.entries(value).filter(([key]) => key !== "resultId" && !(key === "data" && isEntry));
  return Object.fromEntries(kept.map(([key, each]) => [key, plain(each)]));
}
