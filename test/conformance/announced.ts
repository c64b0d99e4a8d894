import { isObject } from "./validator.ts";

/** What a client has announced: values by their path, as `textDocument.rename.prepareSupport`. What is odd counts as nothing. */
export class Announced {
  constructor(private readonly capabilities: unknown) {}

  at(path: string): unknown {
    return path
      .split(".")
      .reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), this.capabilities);
  }

  is(path: string): boolean {
    return this.at(path) === true;
  }

  /** Something is there, be it `true` or what it holds. */
  has(path: string): boolean {
    const value = this.at(path);
    return value === true || isObject(value);
  }

  list(path: string): readonly unknown[] | null {
    const value = this.at(path);
    return Array.isArray(value) ? (value as readonly unknown[]) : null;
  }
}

type Found = string[];
type Item = Readonly<Record<string, unknown>>;

/** Something that is sent though the client has not said that it takes it. */
function unlessAnnounced(present: boolean, isAnnounced: boolean, what: string): Found {
  return present && !isAnnounced ? [`${what}, which the client did not announce`] : [];
}

function items(value: unknown): Item[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isObject) : isObject(value) ? [value] : [];
}

/** The values that a client knows where it says nothing else: those of the protocol's first version. */
const firstSymbolKinds = 18;
const firstCompletionKinds = 18;

function inValueSet(announced: Announced, path: string, first: number, value: unknown, what: string): Found {
  const set = announced.list(path);
  const known = set ? set.includes(value) : typeof value === "number" && value <= first;
  return value === undefined || known
    ? []
    : [`${what} ${JSON.stringify(value)}, which the client did not announce`];
}

function ofMarkup(announced: Announced, path: string, value: unknown, what: string): Found {
  if (!isObject(value) || !("kind" in value)) return [];
  // Plain text is every client's.
  const kind = value["kind"];
  const isTaken = kind === "plaintext" || (announced.list(path)?.includes(kind) ?? false);
  return unlessAnnounced(true, isTaken, `${what} in ${JSON.stringify(kind)}`);
}

export function ofWorkspaceEdit(announced: Announced, edit: unknown): Found {
  if (!isObject(edit)) return [];
  const operations = announced.list("workspace.workspaceEdit.resourceOperations") ?? [];
  const changes = items(edit["documentChanges"]);
  const isVersioned = announced.is("workspace.workspaceEdit.documentChanges");
  const edits = changes.flatMap((change) => items(change["edits"]));
  return [
    ...unlessAnnounced("documentChanges" in edit, isVersioned, "documentChanges"),
    ...("documentChanges" in edit && "changes" in edit ? ["changes beside documentChanges"] : []),
    ...changes.flatMap(({ kind }) =>
      unlessAnnounced(kind !== undefined, operations.includes(kind), `the operation ${String(kind)}`),
    ),
    ...unlessAnnounced(
      "changeAnnotations" in edit || [...changes, ...edits].some((each) => "annotationId" in each),
      announced.has("workspace.workspaceEdit.changeAnnotationSupport"),
      "an annotation of a change",
    ),
    ...unlessAnnounced(
      edits.some((each) => "snippet" in each),
      announced.is("workspace.workspaceEdit.snippetEditSupport"),
      "a snippet in an edit",
    ),
  ];
}

/** Before LSP 3.18 only the pushed diagnostics had a place where a client says what it takes: it holds for those that are pulled too. */
function ofDiagnostics(announced: Announced, value: unknown): Found {
  const paths = ["textDocument.publishDiagnostics", "textDocument.diagnostic"];
  const has = (name: string): boolean => paths.some((path) => announced.has(`${path}.${name}`));
  return items(value).flatMap((diagnostic) => [
    ...unlessAnnounced("relatedInformation" in diagnostic, has("relatedInformation"), "related information"),
    ...unlessAnnounced("codeDescription" in diagnostic, has("codeDescriptionSupport"), "the page of a code"),
    ...unlessAnnounced("data" in diagnostic, has("dataSupport"), "data of a diagnostic"),
    ...unlessAnnounced("tags" in diagnostic, has("tagSupport"), "tags of a diagnostic"),
    ...unlessAnnounced(
      isObject(diagnostic["message"]),
      has("markupMessageSupport"),
      "a diagnostic in markup",
    ),
  ]);
}

function ofSymbols(announced: Announced, path: string, value: unknown): Found {
  return items(value).flatMap((symbol) => [
    ...inValueSet(
      announced,
      `${path}.symbolKind.valueSet`,
      firstSymbolKinds,
      symbol["kind"],
      "the kind of symbol",
    ),
    ...unlessAnnounced("tags" in symbol, announced.has(`${path}.tagSupport`), "tags of a symbol"),
    ...ofSymbols(announced, path, symbol["children"]),
  ]);
}

function ofCompletionItem(announced: Announced, item: Item): Found {
  const path = "textDocument.completion.completionItem";
  const modes = announced.list(`${path}.insertTextModeSupport.valueSet`);
  const edit = item["textEdit"];
  return [
    ...unlessAnnounced(item["insertTextFormat"] === 2, announced.is(`${path}.snippetSupport`), "a snippet"),
    ...unlessAnnounced(
      "labelDetails" in item,
      announced.is(`${path}.labelDetailsSupport`),
      "details of a label",
    ),
    ...unlessAnnounced("preselect" in item, announced.is(`${path}.preselectSupport`), "a preselected entry"),
    ...unlessAnnounced("tags" in item, announced.has(`${path}.tagSupport`), "tags of an entry"),
    ...unlessAnnounced(
      "commitCharacters" in item,
      announced.is(`${path}.commitCharactersSupport`),
      "characters that commit",
    ),
    ...unlessAnnounced(
      "insertTextMode" in item,
      modes?.includes(item["insertTextMode"]) ?? false,
      `the mode ${String(item["insertTextMode"])} of inserting`,
    ),
    ...unlessAnnounced(
      isObject(edit) && "insert" in edit,
      announced.is(`${path}.insertReplaceSupport`),
      "an edit that inserts or replaces",
    ),
    ...ofMarkup(announced, `${path}.documentationFormat`, item["documentation"], "documentation"),
    ...inValueSet(
      announced,
      "textDocument.completion.completionItemKind.valueSet",
      firstCompletionKinds,
      item["kind"],
      "the kind of entry",
    ),
  ];
}

function ofCompletion(announced: Announced, result: unknown): Found {
  const list = isObject(result) ? result["items"] : result;
  const defaults = announced.list("textDocument.completion.completionList.itemDefaults") ?? [];
  const given =
    isObject(result) && isObject(result["itemDefaults"]) ? Object.keys(result["itemDefaults"]) : [];
  return [
    ...given.flatMap((name) =>
      unlessAnnounced(true, defaults.includes(name), `the default ${name} of entries`),
    ),
    ...items(list).flatMap((item) => ofCompletionItem(announced, item)),
  ];
}

function ofCodeActions(announced: Announced, result: unknown, params: unknown): Found {
  const path = "textDocument.codeAction";
  const context = isObject(params) && isObject(params["context"]) ? params["context"] : {};
  const only = Array.isArray(context["only"]) ? (context["only"] as unknown[]).filter(isText) : null;
  return items(result).flatMap((action) => {
    // A command has its name where an action has what it does.
    if (typeof action["command"] === "string") return [];
    const kind = action["kind"];
    return [
      ...unlessAnnounced(true, announced.has(`${path}.codeActionLiteralSupport`), "a literal action"),
      ...unlessAnnounced(
        "isPreferred" in action,
        announced.is(`${path}.isPreferredSupport`),
        "a preferred action",
      ),
      ...unlessAnnounced("disabled" in action, announced.is(`${path}.disabledSupport`), "a disabled action"),
      ...unlessAnnounced("data" in action, announced.is(`${path}.dataSupport`), "data of an action"),
      ...(only && isText(kind) && !only.some((each) => within(kind, each))
        ? [`${kind} was not asked for`]
        : []),
      ...ofWorkspaceEdit(announced, action["edit"]),
    ];
  });
}

function within(kind: string, asked: string): boolean {
  return asked === "" || kind === asked || kind.startsWith(`${asked}.`);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function ofLinks(announced: Announced, path: string, result: unknown): Found {
  const areLinks = items(result).some((each) => "targetUri" in each);
  return unlessAnnounced(areLinks, announced.is(path), "a link to a definition");
}

function ofPrepareRename(announced: Announced, result: unknown): Found {
  if (!isObject(result)) return [];
  const path = "textDocument.rename";
  return unlessAnnounced(
    "defaultBehavior" in result,
    announced.at(`${path}.prepareSupportDefaultBehavior`) !== undefined,
    "the editor's own notion of a name",
  );
}

/** Five numbers a token, no type beyond the legend's, none of no length. */
function ofTokens(result: unknown, legend: readonly unknown[]): Found {
  const data = isObject(result) && Array.isArray(result["data"]) ? (result["data"] as number[]) : [];
  const found: Found = data.length % 5 === 0 ? [] : [`${data.length} numbers are no tokens`];
  for (let at = 0; at + 4 < data.length; at += 5) {
    if ((data[at + 3] ?? 0) >= legend.length) found.push(`token ${at / 5} is of no type in the legend`);
    if (data[at + 2] === 0) found.push(`token ${at / 5} has no length`);
  }
  return found;
}

function ofInitialize(announced: Announced, result: unknown): Found {
  const served = new Announced(isObject(result) ? result["capabilities"] : {});
  const encodings = announced.list("general.positionEncodings") ?? ["utf-16"];
  const encoding = served.at("positionEncoding");
  return [
    // UTF-16 is every client's.
    ...unlessAnnounced(
      encoding !== undefined && encoding !== "utf-16",
      encodings.includes(encoding),
      `positions in ${String(encoding)}`,
    ),
    ...unlessAnnounced(
      isObject(served.at("renameProvider")),
      announced.is("textDocument.rename.prepareSupport"),
      "what prepares a new name",
    ),
    ...unlessAnnounced(
      isObject(served.at("codeActionProvider")),
      announced.has("textDocument.codeAction.codeActionLiteralSupport"),
      "the kinds of actions",
    ),
    ...unlessAnnounced(
      served.has("diagnosticProvider"),
      announced.has("textDocument.diagnostic"),
      "diagnostics to pull",
    ),
  ];
}

/** What of an answer the client did not announce that it takes. `legend` are the token types that the server has named. */
export function unannouncedInAnswer(
  announced: Announced,
  method: string,
  params: unknown,
  result: unknown,
  legend: readonly unknown[],
): Found {
  switch (method) {
    case "initialize":
      return ofInitialize(new Announced(isObject(params) ? params["capabilities"] : {}), result);
    case "textDocument/completion":
      return ofCompletion(announced, result);
    case "completionItem/resolve":
      return items(result).flatMap((item) => ofCompletionItem(announced, item));
    case "textDocument/hover": {
      const contents = isObject(result) ? result["contents"] : undefined;
      return ofMarkup(announced, "textDocument.hover.contentFormat", contents, "a hover");
    }
    case "textDocument/definition":
      return ofLinks(announced, "textDocument.definition.linkSupport", result);
    case "textDocument/documentSymbol":
      return [
        ...ofSymbols(announced, "textDocument.documentSymbol", result),
        ...unlessAnnounced(
          items(result).some((each) => "selectionRange" in each),
          announced.is("textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"),
          "symbols within symbols",
        ),
      ];
    case "workspace/symbol":
      return [
        ...ofSymbols(announced, "workspace.symbol", result),
        ...unlessAnnounced(
          items(result).some(({ location }) => isObject(location) && !("range" in location)),
          announced.has("workspace.symbol.resolveSupport"),
          "a symbol without its range",
        ),
      ];
    case "textDocument/codeAction":
      return ofCodeActions(announced, result, params);
    case "textDocument/documentLink":
      return unlessAnnounced(
        items(result).some((each) => "tooltip" in each),
        announced.is("textDocument.documentLink.tooltipSupport"),
        "the tooltip of a link",
      );
    case "textDocument/diagnostic": {
      const reported = isObject(result) ? result["items"] : [];
      return ofDiagnostics(announced, reported);
    }
    case "workspace/diagnostic":
      return items(isObject(result) ? result["items"] : []).flatMap((report) =>
        ofDiagnostics(announced, report["items"]),
      );
    case "textDocument/rename":
    case "workspace/willRenameFiles":
      return ofWorkspaceEdit(announced, result);
    case "textDocument/prepareRename":
      return ofPrepareRename(announced, result);
    case "textDocument/semanticTokens/full":
      return ofTokens(result, legend);
    default:
      return [];
  }
}

/** What of a request or a notification of the server the client did not announce. */
export function unannouncedInMessage(announced: Announced, method: string, params: unknown): Found {
  const all = isObject(params) ? params : {};
  switch (method) {
    case "textDocument/publishDiagnostics":
      return [
        ...(announced.has("textDocument.diagnostic") ? ["a push to a client that pulls"] : []),
        ...ofDiagnostics(announced, all["diagnostics"]),
      ];
    case "workspace/applyEdit":
      return ofWorkspaceEdit(announced, all["edit"]);
    default:
      return [];
  }
}
