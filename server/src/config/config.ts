import {
  type Node,
  type ParseError,
  parseTree,
  findNodeAtLocation,
  getNodeValue,
  printParseErrorCode,
} from "jsonc-parser";
import { defaultProfile, type Profile } from "../model/profile.ts";
import { defaultRequirements, type RequiredSection } from "../model/requirements.ts";
import type { ItemKind } from "../model/itemKind.ts";
import { slotStyleForm } from "../model/slotStyle.ts";
import type { Language, Severity } from "../rules/rule.ts";
import { defaultVocabulary, type Vocabulary, vocabularyWith } from "../syntax/vocabulary.ts";
import { folded } from "../text/spelling.ts";
import { withoutEnd } from "../text/ends.ts";
import type { Span } from "../text/span.ts";
import { layoutOf } from "./layoutOf.ts";
import {
  type Issue,
  isMissing,
  issueMessage,
  syntaxMessage,
  tooDeepMessage,
  tooLongMessage,
} from "./messages.ts";
import { type ConfigFile, configSchema, type ProfileFile } from "./schema.ts";

/** What a document is checked with: its body's profile, the words that its parser knows, the weight of the rules. */
export interface Settings {
  readonly profile: Profile;
  readonly vocabulary: Vocabulary;
  readonly severities: ReadonlyMap<string, Severity | "off">;
}

export const defaultSettings: Settings = {
  profile: defaultProfile,
  vocabulary: defaultVocabulary,
  severities: new Map(),
};

/** Something wrong in referat.json, at its place in the file (UTF-16 offsets). */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: Readonly<Record<Language, string>>;
}

/** UTF-16 units above which a text is no referat.json. */
const longest = 1_000_000;
/** Brackets within brackets above which it is none. */
const deepest = 100;
/** More problems than these nobody reads. */
const mostProblems = 100;

/** What is open at the end of a text that breaks off. */
const unfinished = ["CloseBraceExpected", "CloseBracketExpected", "UnexpectedEndOfComment"];

/** A referat.json as it was read: what is wrong in it is left out, and the rest holds. */
export class Config {
  private readonly profiles: readonly {
    readonly match: readonly string[] | null;
    readonly settings: Settings;
  }[];
  private readonly fallback: Settings;
  /** How gravely its own problems are taken. */
  readonly problemSeverity: Severity | "off";

  private constructor(
    file: ConfigFile,
    readonly problems: readonly ConfigProblem[],
    /** It is settings from the beginning to the end: what is no JSON at all, or breaks off, says nothing of what is meant. */
    readonly isWhole = true,
  ) {
    const severities = new Map(Object.entries(file.rules ?? {}) as [string, Severity | "off"][]);
    this.fallback = { ...defaultSettings, severities };
    this.problemSeverity = severities.get("config") ?? "error";
    this.profiles = (file.profiles ?? []).map((profile) => ({
      match: profile.match ?? null,
      settings: { profile: profileOf(profile), vocabulary: vocabularyOf(profile), severities },
    }));
  }

  /** Reads the text of a referat.json. Comments and trailing commas are allowed. */
  static read(text: string): Config {
    if (text.trim() === "") return new Config({}, []);
    const problem = unreadable(text);
    if (problem) return new Config({}, [problem], false);
    const errors: ParseError[] = [];
    const tree = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
    const problems: ConfigProblem[] = errors.slice(0, mostProblems).map(({ error, offset, length }) => ({
      span: { start: offset, end: offset + Math.max(length, 1) },
      message: syntaxMessage(printParseErrorCode(error)),
    }));
    if (tree?.type !== "object") {
      if (errors.length === 0) problems.push(wholeFileProblem(text));
      return new Config({}, problems, false);
    }
    const isWhole = !errors.some(({ error }) => unfinished.includes(printParseErrorCode(error)));
    const value: unknown = getNodeValue(tree);
    // What is wrong is taken out and the rest is read again, until it holds.
    for (let round = 0; round < 100; round++) {
      const result = configSchema.safeParse(value, { reportInput: true });
      if (result.success) return new Config(result.data, problems, isWhole);
      for (const issue of result.error.issues) {
        for (const path of placesOf(issue)) {
          // The first round names everything; taking things out only shifts what is left.
          if (round === 0 && problems.length < mostProblems) problems.push(problemAt(tree, path, issue));
          remove(value, isMissing(issue) ? path.slice(0, -1) : path);
        }
      }
    }
    return new Config({}, problems, isWhole);
  }

  /** The settings of a document, by the body of its title line. The first profile that fits holds. */
  settingsFor(body: string | null): Settings {
    const found = this.profiles.find(
      ({ match }) => match === null || (body !== null && match.some((pattern) => fits(pattern, body))),
    );
    return found?.settings ?? this.fallback;
  }
}

type Path = readonly PropertyKey[];

function placesOf(issue: Issue): Path[] {
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

function problemAt(tree: Node, path: Path, issue: Issue): ConfigProblem {
  const segments = path.filter((part) => typeof part !== "symbol");
  const node = findNodeAtLocation(tree, segments) ?? findNodeAtLocation(tree, segments.slice(0, -1)) ?? tree;
  // An unknown name is shown at the name, anything else at the value.
  const shown = issue.code === "unrecognized_keys" ? (node.parent?.children?.[0] ?? node) : node;
  const end =
    shown.type === "object" || shown.type === "array" ? shown.offset + 1 : shown.offset + shown.length;
  return { span: { start: shown.offset, end }, message: issueMessage(issue, segments) };
}

/** Whether there are brackets within brackets without end, as no settings have them: who reads such a text goes as deep. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
    if (sign === "[" || sign === "{") depth++;
    else if (sign === "]" || sign === "}") depth--;
    if (depth > deepest) return true;
  }
  return false;
}

/** What is wrong with a file that cannot be read at all; null where it can. */
function unreadable(text: string): ConfigProblem | null {
  const message = text.length > longest ? tooLongMessage : isTooDeep(text) ? tooDeepMessage : null;
  return message && { span: { start: 0, end: 1 }, message };
}

function wholeFileProblem(text: string): ConfigProblem {
  const start = text.search(/\S/);
  return {
    span: { start, end: start + 1 },
    message: { da: "Filen skal være indstillinger i { }.", en: "The file must be settings in { }." },
  };
}

function remove(value: unknown, path: Path): void {
  let parent = value;
  for (const part of path.slice(0, -1)) {
    if (typeof parent !== "object" || parent === null) return;
    parent = (parent as Record<PropertyKey, unknown>)[part];
  }
  const last = path.at(-1);
  if (typeof parent !== "object" || parent === null || last === undefined) return;
  if (Array.isArray(parent) && typeof last === "number") parent.splice(last, 1);
  else Reflect.deleteProperty(parent, last);
}

/**
 * Whether a name fits a pattern such as `Kulturudvalget i Havneby*`: * is anything, ? one sign; case is no matter. Written
 * out, for a regular expression of many stars can take for ever.
 */
export function fits(pattern: string, name: string): boolean {
  const wanted = pattern.toLowerCase();
  const text = name.toLowerCase();
  let at = 0;
  let star = -1;
  let resume = 0;
  let i = 0;
  while (i < text.length) {
    if (wanted[at] === "*") {
      star = at++;
      resume = i;
    } else if (at < wanted.length && (wanted[at] === "?" || wanted[at] === text[i])) {
      at++;
      i++;
    } else if (star !== -1) {
      at = star + 1;
      i = ++resume;
    } else {
      return false;
    }
  }
  while (wanted[at] === "*") at++;
  return at === wanted.length;
}

function profileOf(file: ProfileFile): Profile {
  const required = Object.entries(file.sections?.required ?? {}) as [ItemKind, readonly string[]][];
  return {
    name: file.name ?? null,
    aliases: file.aliases ?? [],
    requiredFields: file.fields?.required?.map((field) => field.toLowerCase()) ?? null,
    requirements: {
      ...defaultRequirements,
      ...Object.fromEntries(
        required.map(([kind, kinds]): [ItemKind, RequiredSection[]] => [
          kind,
          // What a profile asks for by name is that section and no other.
          kinds.map((section) => ({ section: section.toLowerCase(), or: [], orIntro: false })),
        ]),
      ),
    },
    order: file.sections?.order?.map((section) => section.toLowerCase()) ?? null,
    headingStyle: file.sections?.headingStyle ?? null,
    decisionHeading: file.decisionHeading ?? null,
    slots: {
      use: file.slots?.use ?? null,
      style: file.slots?.style === undefined ? null : slotStyleForm(file.slots.style),
    },
    journalNumber: file.journalNumber ?? null,
    publish: {
      closedItems: file.publish?.closedItems ?? defaultProfile.publish.closedItems,
      address: file.publish?.address === undefined ? null : withoutEnd(file.publish.address, "/"),
      layout: layoutOf(file.publish ?? {}),
    },
    people: (file.people ?? []).map(({ name, affiliation }) => ({ name, affiliation: affiliation ?? null })),
  };
}

function vocabularyOf(file: ProfileFile): Vocabulary {
  const sections = file.sections?.extra ?? [];
  const fields = file.fields?.extra ?? [];
  // A field that is required is a field, be it known or not.
  const all = [...fields, ...(file.fields?.required ?? [])];
  return sections.length === 0 && all.every((field) => defaultVocabulary.fields.has(folded(field)))
    ? defaultVocabulary
    : vocabularyWith({ sections, fields: all });
}
