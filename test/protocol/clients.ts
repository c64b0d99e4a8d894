import type { ClientCapabilities, Diagnostic, InitializeParams, SymbolKind } from "vscode-languageserver";
import { LspClient, type StdioTransport } from "../support/lspClient.ts";
import { textIn } from "./text.ts";

/** What a modern editor announces: it pulls its diagnostics. */
export const fullCapabilities: ClientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceFolders: true,
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    documentSymbol: {
      hierarchicalDocumentSymbolSupport: true,
      labelSupport: true,
      symbolKind: { valueSet: [...Array(26).keys()].map((kind) => (kind + 1) as SymbolKind) },
    },
    foldingRange: { lineFoldingOnly: true },
    codeAction: {
      isPreferredSupport: true,
      codeActionLiteralSupport: {
        codeActionKind: { valueSet: ["", "quickfix", "refactor", "source", "source.fixAll"] },
      },
    },
  },
};

/** One that takes literal actions and unversioned edits, and is pushed its diagnostics. */
export const literalActions: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [""] } } } },
};

export type StdioClient = LspClient<StdioTransport>;

/** A running server over stdio that says at once what it finds, also on the line that is being written. */
export async function running(
  capabilities: ClientCapabilities = {},
  options: Readonly<Record<string, unknown>> = {},
  more: Partial<InitializeParams> = {},
  prepare: (client: StdioClient) => void = () => undefined,
): Promise<StdioClient> {
  const client = LspClient.stdio();
  prepare(client);
  await client.initialize(capabilities, {
    initializationOptions: { diagnostics: { currentLine: true }, ...options },
    ...more,
  });
  return client;
}

/** The words under the findings of one rule, as the client shows them. */
export function underlined(
  text: string,
  diagnostics: readonly Diagnostic[],
  rule: string,
  encoding: "utf-16" | "utf-8" = "utf-16",
): string[] {
  return diagnostics.filter(({ code }) => code === rule).map(({ range }) => textIn(text, range, encoding));
}

/** What a finding says. */
export function wordsOf({ message }: Diagnostic): string {
  return typeof message === "string" ? message : message.value;
}

/** A document of its own for each test, in a folder without a referat.json. */
export function documentUri(name = "møde.referat"): string {
  return `file:///intet/sted/${encodeURIComponent(name)}`;
}
