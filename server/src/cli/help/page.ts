import type { Language } from "../../rules/rule.ts";

/** What is said to a reader, in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** An option, without its dashes, as it is parsed. */
export interface OptionHelp {
  readonly name: string;
  /** What comes behind it: the choices (`text|json`), or a name for what it is; null where nothing does. */
  readonly value: string | Words | null;
  readonly words: Words;
  /** Without it the command does nothing. */
  readonly isRequired?: true;
}

export interface ExampleHelp {
  readonly call: string;
  readonly words: Words;
}

/** What the help, the page for `man` and the README say of a command. */
export interface CommandHelp {
  readonly name: string;
  /** What it is given besides options: `FIL`. */
  readonly operands: Words;
  readonly summary: Words;
  /** Paragraphs. */
  readonly description: readonly Words[];
  readonly options: readonly OptionHelp[];
  /** By the exit status. */
  readonly statuses: Readonly<Record<number, Words>>;
  readonly examples: readonly ExampleHelp[];
  /** Files and variables of the environment that have a say, by their names. */
  readonly files?: Readonly<Record<string, Words>>;
}

/** How a command is called, on one line: `referat toc [--write] FIL`. */
export function synopsisOf({ name, options, operands }: CommandHelp, language: Language): string {
  const given = options.map((option) =>
    option.isRequired ? optionForm(option, language) : `[${optionForm(option, language)}]`,
  );
  return ["referat", name, ...given, operands[language]].filter((part) => part !== "").join(" ");
}

/** `--config FIL` */
export function optionForm({ name, value }: OptionHelp, language: Language): string {
  if (value === null) return `--${name}`;
  return `--${name} ${typeof value === "string" ? value : value[language]}`;
}
