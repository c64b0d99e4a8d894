import { readFileSync } from "node:fs";
import ts from "typescript";
import {
  base,
  type BaseName,
  type Enumeration,
  type MetaModel,
  type Notification,
  type Property,
  reference,
  type Request,
  type Structure,
  type Type,
  type TypeAlias,
} from "./model.ts";

/**
 * Reads TypeScript declarations into a metaModel, as the makers of LSP do: their metaModel.json is made of the declarations that
 * `vscode-languageserver-protocol` ships, while of the model itself the package ships the schema alone. The model holds the
 * messages, the types that these reach, and those that are named as roots.
 */
export function modelOf(
  files: readonly string[],
  version: string,
  roots: readonly string[] = [],
  directions: ReadonlyMap<string, Direction> = new Map(),
): MetaModel {
  return new Reader(files, directions).model(version, roots);
}

/** Who sends a message. The declarations keep it to themselves, the program knows it. */
export type Direction = Request["messageDirection"];

const bases: Readonly<Record<string, BaseName>> = {
  integer: "integer",
  uinteger: "uinteger",
  decimal: "decimal",
  URI: "URI",
  DocumentUri: "DocumentUri",
};

/** What LSP calls anything: its declarations say `any`. */
const anything = reference("LSPAny");
const anyNames = new Set(["LSPAny", "LSPObject", "LSPArray"]);

const keywords: ReadonlyMap<ts.SyntaxKind, Type> = new Map([
  [ts.SyntaxKind.StringKeyword, base("string")],
  [ts.SyntaxKind.BooleanKeyword, base("boolean")],
  [ts.SyntaxKind.NumberKeyword, base("decimal")],
  [ts.SyntaxKind.AnyKeyword, anything],
  [ts.SyntaxKind.UnknownKeyword, anything],
  [ts.SyntaxKind.ObjectKeyword, anything],
  // What nobody answers with: JSON-RPC has null for it.
  [ts.SyntaxKind.VoidKeyword, base("null")],
  [ts.SyntaxKind.NeverKeyword, base("null")],
  [ts.SyntaxKind.UndefinedKeyword, base("null")],
]);

/** A type parameter's name → what stands for it here. */
type Bindings = ReadonlyMap<string, Type>;
const unbound: Bindings = new Map();

type Declared = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

class Reader {
  private readonly declared = new Map<string, Declared>();
  private readonly namespaces = new Map<string, ts.ModuleDeclaration>();
  private readonly enums = new Map<string, ts.EnumDeclaration>();
  private readonly constants = new Map<string, ts.Expression>();
  private readonly structures = new Map<string, Structure>();
  private readonly enumerations = new Map<string, Enumeration>();
  private readonly aliases = new Map<string, TypeAlias>();

  constructor(
    files: readonly string[],
    private readonly directions: ReadonlyMap<string, Direction>,
  ) {
    for (const file of files) {
      const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
      for (const statement of source.statements) {
        if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
          this.declared.set(statement.name.text, statement);
        else if (ts.isModuleDeclaration(statement)) this.namespaces.set(statement.name.text, statement);
        else if (ts.isEnumDeclaration(statement)) this.enums.set(statement.name.text, statement);
        else if (ts.isVariableStatement(statement))
          for (const { name, initializer } of statement.declarationList.declarations)
            if (ts.isIdentifier(name) && initializer) this.constants.set(name.text, initializer);
      }
    }
  }

  model(version: string, roots: readonly string[]): MetaModel {
    for (const name of roots) this.declare(name);
    const requests: Request[] = [];
    const notifications: Notification[] = [];
    for (const namespace of this.namespaces.values()) {
      const message = this.messageOf(namespace);
      if (message && "result" in message) requests.push(message);
      else if (message) notifications.push(message);
    }
    return {
      metaData: { version },
      requests,
      notifications,
      structures: [...this.structures.values()],
      enumerations: [...this.enumerations.values()],
      typeAliases: [...this.aliases.values()],
    };
  }

  /** Sees to it that what is named stands in the model, and gives the reference to it. */
  private declare(name: string, args: readonly Type[] = []): Type {
    if (Object.hasOwn(bases, name)) return base(bases[name] ?? "string");
    if (anyNames.has(name)) return anything;
    const whole = args.length === 0 ? name : `${name}<${args.map(nameOf).join()}>`;
    if (this.structures.has(whole) || this.enumerations.has(whole) || this.aliases.has(whole))
      return reference(whole);
    const enumeration = this.enums.get(name);
    if (enumeration) this.enumerations.set(name, enumOf(enumeration));
    else {
      const declaration = this.declared.get(name);
      if (!declaration) throw new Error(`Nowhere declared: ${name}`);
      this.read(whole, declaration, bindingsOf(declaration, args));
    }
    return reference(whole);
  }

  private read(name: string, declaration: Declared, bindings: Bindings): void {
    if (ts.isInterfaceDeclaration(declaration)) {
      // Held already while it is read: types name themselves.
      this.structures.set(name, { name, properties: [] });
      const bases = declaration.heritageClauses?.flatMap(({ types }) => [...types]) ?? [];
      const parents = bases.map(({ expression, typeArguments }) =>
        this.declare(
          expression.getText(),
          typeArguments?.map((argument) => this.typeOf(argument, bindings)),
        ),
      );
      this.structures.set(name, structure(name, this.propertiesOf(declaration.members, bindings), parents));
      return;
    }
    const { type } = declaration;
    const values = this.valuesOf(declaration);
    if (values) {
      this.enumerations.set(name, values);
      return;
    }
    const parts = ts.isIntersectionTypeNode(type) ? [...type.types] : [type];
    const own = parts.filter(isStructure);
    if (own.length > 0 && parts.every((part) => isStructure(part) || ts.isTypeReferenceNode(part))) {
      this.structures.set(name, { name, properties: [] });
      const parents = parts.filter((part) => !isStructure(part)).map((part) => this.typeOf(part, bindings));
      const properties = own.flatMap(({ members }) => this.propertiesOf(members, bindings));
      this.structures.set(name, structure(name, properties, parents));
      return;
    }
    this.aliases.set(name, { name, type: anything });
    this.aliases.set(name, { name, type: this.typeOf(type, bindings) });
  }

  /** The values that a namespace of the same name gives to a type; a type that is any string or number can have others too. */
  private valuesOf({ name, type }: ts.TypeAliasDeclaration): Enumeration | null {
    const namespace = this.namespaces.get(name.text);
    const values = namespace ? constantsOf(namespace) : [];
    if (values.length === 0) return null;
    const isOpen = type.kind === ts.SyntaxKind.StringKeyword || ts.isTypeReferenceNode(type);
    if (!isOpen && !ts.isUnionTypeNode(type) && !ts.isLiteralTypeNode(type)) return null;
    const isText = typeof values[0]?.value === "string";
    return {
      name: name.text,
      type: { kind: "base", name: isText ? "string" : "uinteger" },
      values,
      ...(isOpen ? { supportsCustomValues: true } : {}),
    };
  }

  private propertiesOf(members: ts.NodeArray<ts.TypeElement>, bindings: Bindings): Property[] {
    return members.filter(ts.isPropertySignature).map(({ name, type, questionToken }) => ({
      name: ts.isStringLiteral(name) || ts.isIdentifier(name) ? name.text : name.getText(),
      type: type ? this.typeOf(type, bindings) : anything,
      ...(questionToken ? { optional: true } : {}),
    }));
  }

  private typeOf(node: ts.TypeNode, bindings: Bindings = unbound): Type {
    const keyword = keywords.get(node.kind);
    if (keyword) return keyword;
    if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node))
      return this.typeOf(node.type, bindings);
    if (ts.isArrayTypeNode(node)) return { kind: "array", element: this.typeOf(node.elementType, bindings) };
    if (ts.isTupleTypeNode(node)) return { kind: "tuple", items: this.typesOf(node.elements, bindings) };
    if (ts.isUnionTypeNode(node)) return { kind: "or", items: this.typesOf(node.types, bindings) };
    if (ts.isIntersectionTypeNode(node)) return { kind: "and", items: this.typesOf(node.types, bindings) };
    if (ts.isLiteralTypeNode(node)) return literal(node.literal);
    if (ts.isTypeQueryNode(node)) return this.valueOf(node.exprName.getText());
    if (ts.isTypeLiteralNode(node)) {
      const index = node.members.find(ts.isIndexSignatureDeclaration);
      if (!index)
        return { kind: "literal", value: { properties: this.propertiesOf(node.members, bindings) } };
      const key = index.parameters[0]?.type;
      return {
        kind: "map",
        key: key ? this.typeOf(key, bindings) : base("string"),
        value: this.typeOf(index.type, bindings),
      };
    }
    // `(typeof outcomes)[number]`: one of the values of a list.
    if (ts.isIndexedAccessTypeNode(node) && ts.isParenthesizedTypeNode(node.objectType))
      return this.oneOf(node.objectType.type);
    if (ts.isTypeReferenceNode(node)) {
      const name = node.typeName.getText();
      const args = node.typeArguments?.map((argument) => this.typeOf(argument, bindings)) ?? [];
      const bound = bindings.get(name);
      if (bound) return bound;
      if (/^(?:Readonly)?Array$/.test(name) && args[0]) return { kind: "array", element: args[0] };
      if (name.includes(".")) return this.valueOf(name);
      const parameters = this.declared.get(name)?.typeParameters ?? [];
      return this.declare(name, parameters.length > 0 && args.length > 0 ? args : []);
    }
    throw new Error(`Cannot read the type ${node.getText()}`);
  }

  private typesOf(nodes: ts.NodeArray<ts.TypeNode>, bindings: Bindings): Type[] {
    // What may be left out is not said by `undefined` in JSON.
    return nodes
      .filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword)
      .map((node) => this.typeOf(node, bindings));
  }

  /** `DocumentDiagnosticReportKind.Full`: a constant of a namespace or of an enum. */
  private valueOf(name: string): Type {
    const [owner = "", member] = name.split(".");
    const namespace = this.namespaces.get(owner);
    const enumeration = this.enums.get(owner);
    const values = namespace ? constantsOf(namespace) : enumeration ? enumOf(enumeration).values : [];
    const value = values.find((each) => each.name === member)?.value;
    if (value === undefined) throw new Error(`No such constant: ${name}`);
    return typeof value === "string" ? { kind: "stringLiteral", value } : { kind: "integerLiteral", value };
  }

  private oneOf(query: ts.TypeNode): Type {
    const list = ts.isTypeQueryNode(query) ? this.constants.get(query.exprName.getText()) : undefined;
    const values = list && ts.isAsExpression(list) ? list.expression : list;
    if (!values || !ts.isArrayLiteralExpression(values)) throw new Error(`No list: ${query.getText()}`);
    return {
      kind: "or",
      items: values.elements
        .filter(ts.isStringLiteral)
        .map(({ text }) => ({ kind: "stringLiteral", value: text })),
    };
  }

  /** A namespace that describes a message has its method, its type and what it takes of both sides. */
  private messageOf(namespace: ts.ModuleDeclaration): Request | Notification | null {
    const variables = new Map(variablesOf(namespace).map((each) => [each.name.getText(), each.type]));
    const method = variables.get("method");
    const type = variables.get("type");
    if (!method || !type || !ts.isTypeReferenceNode(type)) return null;
    const args = (type.typeArguments ?? []).map((each) => (isNothing(each) ? null : this.typeOf(each)));
    const capabilities = variables.get("capabilities");
    const [client] =
      capabilities && ts.isTypeReferenceNode(capabilities) ? (capabilities.typeArguments ?? []) : [];
    const common = {
      method: textOf(method),
      messageDirection: this.directions.get(textOf(method)) ?? "both",
      ...(client && ts.isLiteralTypeNode(client) ? { clientCapability: textOf(client) } : {}),
    };
    const withParams = (params: Type | null | undefined): object => (params ? { params } : {});
    switch (type.typeName.getText()) {
      case "ProtocolRequestType0":
        return { ...common, result: args[0] ?? base("null") };
      case "ProtocolRequestType":
        return {
          ...common,
          ...withParams(args[0]),
          result: args[1] ?? base("null"),
          ...(args[2] ? { partialResult: args[2] } : {}),
          ...(args[4] ? { registrationOptions: args[4] } : {}),
        };
      case "ProtocolNotificationType":
        return { ...common, ...withParams(args[0]), ...(args[1] ? { registrationOptions: args[1] } : {}) };
      case "ProtocolNotificationType0":
        return common;
      default:
        return null;
    }
  }
}

function structure(name: string, properties: readonly Property[], parents: readonly Type[]): Structure {
  return { name, properties, ...(parents.length > 0 ? { extends: parents } : {}) };
}

function isStructure(node: ts.TypeNode): node is ts.TypeLiteralNode {
  return ts.isTypeLiteralNode(node) && !node.members.some(ts.isIndexSignatureDeclaration);
}

function isNothing({ kind }: ts.TypeNode): boolean {
  return kind === ts.SyntaxKind.VoidKeyword || kind === ts.SyntaxKind.NeverKeyword;
}

function bindingsOf({ typeParameters = [] as never }: Declared, args: readonly Type[]): Bindings {
  const parameters: readonly ts.TypeParameterDeclaration[] = typeParameters;
  return new Map(parameters.map(({ name }, index) => [name.text, args[index] ?? anything]));
}

function variablesOf({ body }: ts.ModuleDeclaration): ts.VariableDeclaration[] {
  if (!body || !ts.isModuleBlock(body)) return [];
  return body.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
}

/** `const Error: 1` or `const Full = "full"`, under the name that the namespace gives it. */
function constantsOf(namespace: ts.ModuleDeclaration): { name: string; value: string | number }[] {
  return variablesOf(namespace).flatMap(({ name, type, initializer }) => {
    const expression = type && ts.isLiteralTypeNode(type) ? type.literal : initializer;
    const value = expression ? constant(expression) : undefined;
    return value === undefined ? [] : [{ name: name.getText(), value }];
  });
}

function constant(node: ts.Node): string | number | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  return ts.isPrefixUnaryExpression(node) ? Number(node.getText()) : undefined;
}

function enumOf({ name, members }: ts.EnumDeclaration): Enumeration {
  const values = members.map((member) => ({
    name: member.name.getText(),
    value: (member.initializer && constant(member.initializer)) ?? 0,
  }));
  const isText = typeof values[0]?.value === "string";
  return { name: name.text, type: { kind: "base", name: isText ? "string" : "uinteger" }, values };
}

function literal(node: ts.LiteralTypeNode["literal"]): Type {
  if (node.kind === ts.SyntaxKind.NullKeyword) return base("null");
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { kind: "booleanLiteral", value: true };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { kind: "booleanLiteral", value: false };
  const value = constant(node);
  if (typeof value === "string") return { kind: "stringLiteral", value };
  if (typeof value === "number") return { kind: "integerLiteral", value };
  throw new Error(`Cannot read the literal ${node.getText()}`);
}

function textOf(node: ts.TypeNode): string {
  const value = ts.isLiteralTypeNode(node) ? constant(node.literal) : undefined;
  if (typeof value !== "string") throw new Error(`No text: ${node.getText()}`);
  return value;
}

function nameOf(type: Type): string {
  return "name" in type ? type.name : type.kind;
}
