/** LSP's metaModel, in the form that its own schema (`metaModel.schema.json` of vscode-languageserver-protocol) describes. */

export type BaseName =
  "URI" | "DocumentUri" | "integer" | "uinteger" | "decimal" | "RegExp" | "string" | "boolean" | "null";

export type Type =
  | { readonly kind: "base"; readonly name: BaseName }
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "array"; readonly element: Type }
  | { readonly kind: "map"; readonly key: Type; readonly value: Type }
  | { readonly kind: "and" | "or" | "tuple"; readonly items: readonly Type[] }
  | { readonly kind: "literal"; readonly value: { readonly properties: readonly Property[] } }
  | { readonly kind: "stringLiteral"; readonly value: string }
  | { readonly kind: "integerLiteral"; readonly value: number }
  | { readonly kind: "booleanLiteral"; readonly value: boolean };

export interface Property {
  readonly name: string;
  readonly type: Type;
  readonly optional?: boolean;
}

export interface Structure {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly extends?: readonly Type[];
}

export interface Enumeration {
  readonly name: string;
  readonly type: { readonly kind: "base"; readonly name: "string" | "integer" | "uinteger" };
  readonly values: readonly { readonly name: string; readonly value: string | number }[];
  readonly supportsCustomValues?: boolean;
}

export interface TypeAlias {
  readonly name: string;
  readonly type: Type;
}

interface Message {
  readonly method: string;
  readonly messageDirection: "clientToServer" | "serverToClient" | "both";
  readonly params?: Type;
  /** The path of what the client must announce, as `workspace.diagnostics.refreshSupport`. */
  readonly clientCapability?: string;
  readonly registrationOptions?: Type;
}

export interface Request extends Message {
  readonly result: Type;
  readonly partialResult?: Type;
}

export type Notification = Message;

export interface MetaModel {
  readonly metaData: { readonly version: string };
  readonly requests: readonly Request[];
  readonly notifications: readonly Notification[];
  readonly structures: readonly Structure[];
  readonly enumerations: readonly Enumeration[];
  readonly typeAliases: readonly TypeAlias[];
}

export const base = (name: BaseName): Type => ({ kind: "base", name });
export const reference = (name: string): Type => ({ kind: "reference", name });
