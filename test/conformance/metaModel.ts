import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as protocol from "vscode-languageserver";
import { type Direction, modelOf } from "./declarations.ts";
import type { MetaModel } from "./model.ts";

const packages = new URL("../../node_modules/", import.meta.url);

function inPackages(path: string): string {
  return fileURLToPath(new URL(path, packages));
}

/** LSP's own schema of a metaModel. */
export const schemaPath = inPackages("vscode-languageserver-protocol/metaModel.schema.json");

/** The declarations of LSP, in the version that the server is built with. */
export function protocolFiles(): string[] {
  const common = inPackages("vscode-languageserver-protocol/lib/common/");
  const files = readdirSync(common).filter((name) => /^protocol(?:\.\w+)?\.d\.ts$/.test(name));
  return [
    inPackages("vscode-languageserver-types/lib/esm/main.d.ts"),
    // Progress and tracing are JSON-RPC's.
    inPackages("vscode-jsonrpc/lib/common/connection.d.ts"),
    ...files.map((name) => common + name),
  ];
}

export function protocolVersion(): string {
  const { version } = JSON.parse(
    readFileSync(inPackages("vscode-languageserver-protocol/package.json"), "utf8"),
  ) as { version: string };
  return version;
}

/** By method, as the protocol's program has it. */
function directions(): Map<string, Direction> {
  const messages = Object.values(protocol as Record<string, unknown>) as (
    { readonly method?: string; readonly messageDirection?: Direction } | undefined
  )[];
  return new Map(
    messages.flatMap((message) =>
      message?.method && message.messageDirection ? [[message.method, message.messageDirection]] : [],
    ),
  );
}

/** What a progress is made of, which no message names. */
const roots = ["ProgressToken", "WorkDoneProgressBegin", "WorkDoneProgressReport", "WorkDoneProgressEnd"];

let read: MetaModel | undefined;

/** LSP's metaModel; read when it is first asked for. */
export function metaModel(): MetaModel {
  return (read ??= modelOf(protocolFiles(), protocolVersion(), roots, directions()));
}

let ownRead: MetaModel | undefined;

/** The same of our own messages: what the client declares that it is told. */
export function ownModel(): MetaModel {
  const own = ["test/conformance/ownMessages.d.ts"];
  const client = ["archive/protocol.ts", "publishing/protocol.ts", "meeting/protocol.ts"];
  const files = [...own, ...client.map((name) => `client/src/${name}`)];
  const paths = files.map((name) => fileURLToPath(new URL(`../../${name}`, import.meta.url)));
  return (ownRead ??= modelOf([...protocolFiles().slice(0, 1), ...paths], protocolVersion()));
}
