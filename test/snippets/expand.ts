/**
 * Reads the syntax of VS Code's snippets and gives the text that is left when a person accepts every default: mirrored
 * tab stops and transforms included, as VS Code applies them on leaving a tab stop. Stricter than VS Code, which takes
 * what it cannot read for plain text.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Snippet {
  /** The key in the file: what VS Code lists it as. */
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly description: string;
  readonly body: string;
}

export type Marker =
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "tabStop";
      readonly index: number;
      readonly content: readonly Marker[] | null;
      readonly choices: readonly string[] | null;
      readonly transform: Transform | null;
    }
  | {
      readonly type: "variable";
      readonly name: string;
      readonly content: readonly Marker[] | null;
      readonly transform: Transform | null;
    };

export interface Transform {
  readonly regExp: RegExp;
  readonly format: readonly (string | FormatGroup)[];
}

interface FormatGroup {
  readonly group: number;
  readonly ifSet: string | null;
  readonly otherwise: string | null;
  readonly change: "upcase" | "downcase" | "capitalize" | null;
}

/** A Monday, so that the first weekday of every choice is the right one. */
export const defaultVariables: Readonly<Record<string, string>> = {
  CURRENT_YEAR: "2026",
  CURRENT_MONTH: "03",
  CURRENT_DATE: "02",
  CURRENT_HOUR: "12",
  CURRENT_MINUTE: "00",
};

/** The project's snippets, in the order of the file. */
export function loadSnippets(path = join(process.cwd(), "snippets", "referat.json")): Snippet[] {
  const file = JSON.parse(readFileSync(path, "utf8")) as Record<
    string,
    { prefix: string | string[]; description: string; body: string | string[] }
  >;
  return Object.entries(file).map(([name, { prefix, description, body }]) => ({
    name,
    prefixes: [prefix].flat(),
    description,
    body: [body].flat().join("\n"),
  }));
}

/** The text of the snippet with all its defaults. */
export function expandSnippet(
  body: string,
  variables: Readonly<Record<string, string>> = defaultVariables,
): string {
  const markers = parseSnippet(body);
  const defaults = new Map<number, Marker & { type: "tabStop" }>();
  for (const stop of tabStopsOf(markers)) {
    if (!defaults.has(stop.index) && (stop.content ?? stop.choices)) defaults.set(stop.index, stop);
  }
  return markers.map(textOf).join("");

  function textOf(marker: Marker): string {
    switch (marker.type) {
      case "text":
        return marker.text;
      case "variable": {
        const value = variables[marker.name] ?? marker.content?.map(textOf).join("");
        if (value === undefined) throw new Error(`No value for ${marker.name}`);
        return transformed(value, marker.transform);
      }
      case "tabStop": {
        const source = (marker.content ?? marker.choices) ? marker : defaults.get(marker.index);
        const value = source?.choices?.[0] ?? source?.content?.map(textOf).join("") ?? "";
        return transformed(value, marker.transform);
      }
    }
  }
}

/**
 * The expansion as a document of its own: a fragment gets what must stand around it (a head, an item, the items beside a
 * pause), so that parser and rules can be run over every snippet and find nothing.
 */
export function expandAsDocument(body: string, variables = defaultVariables): string {
  const text = expandSnippet(body, variables).trimEnd();
  const first = text.split("\n")[0] ?? "";
  if (/^(?:REFERAT|DAGSORDEN) /.test(text)) return joined(text);
  if (/^(?:PAUSE|Frokost|Kaffepause)\b/.test(text)) {
    const slot = /\d\d\.\d\d-\d\d\.\d\d/;
    const time = first.replace(/^\p{L}+/u, "");
    const [from = "", to = ""] = slot.exec(time)?.[0].split("-") ?? [];
    return joined(
      ...head("REFERAT", "13:00"),
      `Punkt 1: Velkomst${time.replace(slot, `13.00-${from}`)}`,
      "Formanden bød velkommen.",
      text,
      `Punkt 2: Eventuelt${time.replace(slot, `${to}-15.00`)}`,
      "Der var ikke noget til eventuelt.",
    );
  }
  if (/^Punkt \d+:/.test(text)) {
    const agenda = /^Indstilling$/m.test(text) && !/^Beslutning$/m.test(text);
    const start = /(\d\d)\.(\d\d)-/.exec(first);
    return joined(
      ...head(agenda ? "DAGSORDEN" : "REFERAT", start ? `${start[1]}:${start[2]}` : "13:00"),
      text,
    );
  }
  const fields = head("REFERAT", "13:00");
  const items = [
    "Punkt 1: Godkendelse af dagsorden",
    "Dagsordenen blev godkendt.",
    "Punkt 2: Eventuelt",
    "Ikke noget.",
  ];
  const field = fields.findIndex((line) => line.split(" ")[0] === first.split(" ")[0]);
  if (field > 0) return joined(...fields.slice(0, field), text, ...fields.slice(field + 1), ...items);
  if (first === "Indholdsfortegnelse") return joined(...fields, text, ...items);
  const stands = /^\p{Lu}[\p{L} ]+:?$|^(?:Fraværende|Beslutning) /u.test(first);
  return joined(...fields, "Punkt 1: Velkomst", text, ...(stands ? [] : ["Formanden bød velkommen."]));
}

function head(kind: string, start: string): string[] {
  return [
    `${kind} Kulturudvalget d. 02-03-2026`,
    `Mødedato Mandag d. 2. marts 2026 kl. ${start}-15:00`,
    "Mødested Mødelokale 1, Rådhuset",
    "Mødedeltagere Anna Holm, A, Bent Krogh, V, Citha Lund, F, Dan Friis, PLO",
  ];
}

function joined(...blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}

/** All tab stops, those inside others included, in the order of the text. */
export function tabStopsOf(markers: readonly Marker[]): (Marker & { type: "tabStop" })[] {
  return markers.flatMap((marker) => {
    if (marker.type === "text") return [];
    const inside = tabStopsOf(marker.content ?? []);
    return marker.type === "tabStop" ? [marker, ...inside] : inside;
  });
}

/** All variables, in the order of the text. */
export function variablesOf(markers: readonly Marker[]): string[] {
  return markers.flatMap((marker) =>
    marker.type === "text"
      ? []
      : [...(marker.type === "variable" ? [marker.name] : []), ...variablesOf(marker.content ?? [])],
  );
}

export function parseSnippet(body: string): Marker[] {
  let at = 0;
  return markers(false);

  function fail(what: string): never {
    throw new Error(`${what} at ${at}: ${body.slice(Math.max(0, at - 20), at)}<|>${body.slice(at, at + 20)}`);
  }

  function take(pattern: RegExp): string | null {
    const match = new RegExp(pattern.source, "y");
    match.lastIndex = at;
    const found = match.exec(body)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  }

  function expect(sign: string): void {
    if (!body.startsWith(sign, at)) fail(`Expected ${sign}`);
    at += sign.length;
  }

  /** Up to the end, or inside braces up to the one that closes them. */
  function markers(inside: boolean): Marker[] {
    const found: Marker[] = [];
    let text = "";
    const flush = (): void => {
      if (text !== "") found.push({ type: "text", text });
      text = "";
    };
    while (at < body.length && !(inside && body[at] === "}")) {
      const escaped = take(/\\[$}\\]/);
      if (escaped !== null) {
        text += escaped.slice(1);
      } else if (body[at] === "$") {
        flush();
        at++;
        found.push(marker());
      } else {
        text += body[at++] ?? "";
      }
    }
    flush();
    return found;
  }

  /** What follows a dollar sign. */
  function marker(): Marker {
    const braces = take(/\{/) !== null;
    const digits = take(/\d+/);
    const name = digits === null ? take(/[A-Za-z_][A-Za-z0-9_]*/) : null;
    if (digits === null && name === null) fail("A dollar sign without a number or a name must be escaped");
    let content: Marker[] | null = null;
    let choices: string[] | null = null;
    let transform: Transform | null = null;
    if (braces) {
      if (take(/:/) !== null) content = markers(true);
      else if (digits !== null && take(/\|/) !== null) choices = choiceList();
      else if (take(/\//) !== null) transform = readTransform();
      expect("}");
    }
    return name !== null
      ? { type: "variable", name, content, transform }
      : { type: "tabStop", index: Number(digits), content, choices, transform };
  }

  function choiceList(): string[] {
    const choices: string[] = [];
    do {
      const choice = take(/(?:\\[,|\\]|[^,|\\])+/);
      if (choice === null) fail("An empty choice");
      choices.push(choice.replace(/\\([,|\\])/g, "$1"));
    } while (take(/,/) !== null);
    expect("|");
    return choices;
  }

  function readTransform(): Transform {
    const source = take(/(?:\\.|[^/\\])*/) ?? "";
    expect("/");
    const format: (string | FormatGroup)[] = [];
    while (body[at] !== "/") {
      if (at >= body.length) fail("A transform without its end");
      const group = take(/\$(?:\d+|\{\d+(?::[^}]*)?\})/);
      format.push(
        group === null
          ? (take(/\\.|[^/$\\]/) ?? fail("Expected a format")).replace(/^\\/, "")
          : formatGroup(group),
      );
    }
    expect("/");
    const flags = take(/[a-z]*/) ?? "";
    return { regExp: new RegExp(source.replaceAll("\\/", "/"), flags), format };
  }

  function formatGroup(source: string): FormatGroup {
    const match =
      /^\$\{?(\d+)(?::(?:\/(upcase|downcase|capitalize)|\+(.*)|\?([^:]*):(.*)|-?(.*)))?\}?$/s.exec(source);
    if (!match) fail("A format that is not known");
    const [, digits, change, plus, question, colon, minus] = match;
    return {
      group: Number(digits),
      ifSet: plus?.replace(/\}$/, "") ?? question ?? null,
      otherwise: (colon ?? minus)?.replace(/\}$/, "") ?? null,
      change: (change as FormatGroup["change"] | undefined) ?? null,
    };
  }
}

function transformed(value: string, transform: Transform | null): string {
  if (!transform) return value;
  return value.replace(transform.regExp, (...found: unknown[]) =>
    transform.format
      .map((part) => {
        if (typeof part === "string") return part;
        const group = found[part.group];
        const text = typeof group === "string" ? group : "";
        if (text === "") return part.otherwise ?? "";
        if (part.change === "upcase") return text.toUpperCase();
        if (part.change === "downcase") return text.toLowerCase();
        if (part.change === "capitalize") return text.slice(0, 1).toUpperCase() + text.slice(1);
        return part.ifSet ?? text;
      })
      .join(""),
  );
}
