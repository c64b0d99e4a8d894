import type { BaseName, Enumeration, MetaModel, Property, Structure, Type } from "./model.ts";

/** A value of a message, with what is wrong with it in words; none for a good one. */
export type Problems = readonly string[];

/**
 * Holds values against the types of a metaModel, strictly: what the type does not name is reported, and what stands in no list of
 * values. A property that is `undefined` is none: JSON has no such thing.
 */
export class Validator {
  private readonly structures: ReadonlyMap<string, Structure>;
  private readonly enumerations: ReadonlyMap<string, Enumeration>;
  private readonly aliases: ReadonlyMap<string, Type>;
  private readonly flattened = new Map<string, readonly Property[]>();

  constructor(model: MetaModel) {
    this.structures = new Map(model.structures.map((each) => [each.name, each]));
    this.enumerations = new Map(model.enumerations.map((each) => [each.name, each]));
    this.aliases = new Map(model.typeAliases.map(({ name, type }) => [name, type]));
  }

  problems(type: Type, value: unknown, path: string): Problems {
    switch (type.kind) {
      case "base":
        return isBase(type.name, value) ? [] : [wrong(path, type.name, value)];
      case "stringLiteral":
      case "integerLiteral":
      case "booleanLiteral":
        return value === type.value ? [] : [wrong(path, JSON.stringify(type.value), value)];
      case "array":
        if (!Array.isArray(value)) return [wrong(path, "a list", value)];
        return value.flatMap((each, index) => this.problems(type.element, each, `${path}[${index}]`));
      case "tuple":
        if (!Array.isArray(value) || value.length !== type.items.length)
          return [wrong(path, `a list of ${type.items.length}`, value)];
        return type.items.flatMap((item, index) => this.problems(item, value[index], `${path}[${index}]`));
      case "map":
        if (!isObject(value)) return [wrong(path, "a map", value)];
        return Object.entries(value).flatMap(([key, each]) => [
          ...this.problems(type.key, key, `${path}: key ${key}`),
          ...this.problems(type.value, each, `${path}[${JSON.stringify(key)}]`),
        ]);
      case "literal":
      case "and":
        return this.ofProperties(this.propertiesOf(type), value, path);
      case "or":
        return this.oneOf(type.items, value, path);
      case "reference":
        return this.named(type.name, value, path);
    }
  }

  private named(name: string, value: unknown, path: string): Problems {
    if (name === "LSPAny") return value === undefined ? [wrong(path, "something", value)] : [];
    const enumeration = this.enumerations.get(name);
    if (enumeration) return ofEnumeration(enumeration, value, path);
    const alias = this.aliases.get(name);
    if (alias) return this.problems(alias, value, path);
    if (!this.structures.has(name)) throw new Error(`The model has no ${name}`);
    const found = this.ofProperties(this.propertiesOf({ kind: "reference", name }), value, path);
    // What no type says: a range ends where it begins, or later.
    if (name !== "Range" || found.length > 0 || endsLater(value as Range)) return found;
    return [`${path}: a range that ends before it begins: ${JSON.stringify(value)}`];
  }

  /** None of the alternatives fits: that is told which comes nearest. */
  private oneOf(types: readonly Type[], value: unknown, path: string): Problems {
    let nearest: Problems | null = null;
    for (const type of types) {
      const found = this.problems(type, value, path);
      if (found.length === 0) return found;
      const isNearer = depth(found, path) > depth(nearest ?? [], path);
      if (nearest === null || isNearer) nearest = found;
    }
    return nearest ?? [wrong(path, "nothing", value)];
  }

  private ofProperties(properties: readonly Property[], value: unknown, path: string): Problems {
    if (!isObject(value)) return [wrong(path, "an object", value)];
    const found = properties.flatMap(({ name, type, optional }) => {
      const each = value[name];
      if (each === undefined) return optional ? [] : [`${path}.${name} is missing`];
      return this.problems(type, each, `${path}.${name}`);
    });
    const known = new Set(properties.map(({ name }) => name));
    const unknown = Object.keys(value).filter((key) => value[key] !== undefined && !known.has(key));
    return [...found, ...unknown.map((key) => `${path}.${key} is nothing that LSP knows there`)];
  }

  /** All that an object of this type can have; what is nearer to it outrules what it is built upon. */
  private propertiesOf(type: Type): readonly Property[] {
    switch (type.kind) {
      case "literal":
        return type.value.properties;
      case "and":
        return merged(type.items.map((item) => this.propertiesOf(item)));
      case "reference": {
        const kept = this.flattened.get(type.name);
        if (kept) return kept;
        const structure = this.structures.get(type.name);
        const alias = this.aliases.get(type.name);
        if (!structure && alias) return this.propertiesOf(alias);
        if (!structure) throw new Error(`No structure: ${type.name}`);
        const { properties, extends: parents = [] } = structure;
        const all = merged([...parents.map((parent) => this.propertiesOf(parent)), properties]);
        this.flattened.set(type.name, all);
        return all;
      }
      default:
        throw new Error(`No structure: ${type.kind}`);
    }
  }
}

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function endsLater({ start, end }: Range): boolean {
  return start.line < end.line || (start.line === end.line && start.character <= end.character);
}

function merged(lists: readonly (readonly Property[])[]): readonly Property[] {
  return [...new Map(lists.flat().map((property) => [property.name, property])).values()];
}

function ofEnumeration(enumeration: Enumeration, value: unknown, path: string): Problems {
  const { name, type, values, supportsCustomValues } = enumeration;
  if (values.some((each) => each.value === value)) return [];
  if (supportsCustomValues && isBase(type.name, value)) return [];
  return [wrong(path, `a ${name}`, value)];
}

function isBase(name: BaseName, value: unknown): boolean {
  switch (name) {
    case "string":
    case "RegExp":
      return typeof value === "string";
    // Addresses have a scheme. Those of documents are the client's own, blanks and all.
    case "URI":
    case "DocumentUri":
      return typeof value === "string" && /^[a-z][a-z\d+.-]*:/i.test(value);
    case "boolean":
      return typeof value === "boolean";
    case "null":
      return value === null;
    case "decimal":
      return typeof value === "number" && Number.isFinite(value);
    case "integer":
      return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
    case "uinteger":
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How far into the value the problems lie: an alternative that fits further is the one that was meant. */
function depth(found: Problems, path: string): number {
  const depths = found.map((each) => each.slice(path.length).split(/[.[]/).length);
  return Math.max(0, ...depths) * 1000 - found.length;
}

function wrong(path: string, expected: string, value: unknown): string {
  const shown = JSON.stringify(value) as string | undefined;
  return `${path}: ${expected} is expected, not ${(shown ?? "undefined").slice(0, 200)}`;
}
