import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The part of JSON Schema that OParl's object schemas use, with their own `schema` for objects within objects. */
interface Schema {
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly schema?: string;
}

/** What is wrong with an OParl object and with all those within it, be they in a property of ours. */
export function oparlProblems(value: unknown, folder: string): string[] {
  const read = (file: string): Schema =>
    JSON.parse(readFileSync(join(folder, file.endsWith(".json") ? file : `${file}.json`), "utf8")) as Schema;
  const problems: string[] = [];
  const object = (each: Readonly<Record<string, unknown>>, at: string, schema: Schema): void => {
    for (const name of schema.required ?? []) if (!(name in each)) problems.push(`${at}: ${name} is missing`);
    for (const [name, inner] of Object.entries(each)) {
      const known = schema.properties?.[name];
      if (known) check(inner, `${at}.${name}`, known);
      else if (!name.startsWith("referat:")) problems.push(`${at}: OParl has no ${name}`);
      else ours(inner, `${at}.${name}`);
    }
  };
  const ours = (inner: unknown, at: string): void => {
    for (const [index, each] of (Array.isArray(inner) ? inner : [inner]).entries()) {
      if (isObject(each) && typeof each["type"] === "string") {
        object(each, `${at}[${index}]`, read(each["type"].slice(each["type"].lastIndexOf("/") + 1)));
      }
    }
  };
  const check = (inner: unknown, at: string, schema: Schema): void => {
    const type = Array.isArray(inner) ? "array" : Number.isInteger(inner) ? "integer" : typeof inner;
    if (schema.type !== undefined && schema.type !== type) {
      problems.push(`${at}: ${type} instead of ${schema.type}`);
    } else if (typeof inner === "string") {
      if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(inner))
        problems.push(`${at}: ${inner}`);
      if (!hasFormat(inner, schema.format)) problems.push(`${at}: ${inner} is no ${schema.format ?? ""}`);
    } else if (Array.isArray(inner)) {
      for (const [index, each] of inner.entries()) check(each, `${at}[${index}]`, schema.items ?? {});
    } else if (isObject(inner)) object(inner, at, schema.schema === undefined ? schema : read(schema.schema));
  };
  ours(value, "root");
  return problems;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasFormat(text: string, format: string | undefined): boolean {
  switch (format) {
    case "url":
      return URL.canParse(text) && /^https?:\/\/[^\s]+$/.test(text);
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
    case "date-time":
      return (
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/.test(text) &&
        !Number.isNaN(Date.parse(text))
      );
    default:
      return true;
  }
}
