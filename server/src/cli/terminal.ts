import { parseArgs, type ParseArgsConfig, styleText } from "node:util";
import { visible } from "../text/visible.ts";
import { writeProblem } from "./writeProblem.ts";

/** The exit status of every command: CONTRACT.md, "The command line". */
export const exitCodes = { clean: 0, findings: 1, failure: 2 } as const;

/** The words of the call are wrong. */
export class UsageError extends Error {}

/** Standard output takes no more: the disk that it leads to is full, say. The message says so, in Danish. */
export class OutputError extends Error {
  constructor(error: unknown) {
    super(`standardoutput: kan ikke skrives (${writeProblem(error)})`);
  }
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The options and the other words of a call; a UsageError says what is wrong with them. */
export function readOptions<Known extends Options>(
  command: string,
  args: readonly string[],
  options: Known,
): ReturnType<typeof parseArgs<{ allowPositionals: true; options: Known }>> {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw wrongOptions(command, error);
  }
}

/** The value of an option that takes one of these; a UsageError names them. */
export function oneOf<Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option}: »${value}« er ikke en af ${allowed.join(", ")}`);
  return found;
}

/** What is wrong with the options of a command, by the error of Node's `parseArgs`: its own words are English. */
function wrongOptions(command: string, error: unknown): UsageError {
  const words = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? error.code : null;
  const option = /'(--?[^\s',]*)/.exec(words)?.[1] ?? "";
  switch (code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return new UsageError(`${command}: ukendt valg ${option}`);
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return new UsageError(
        words.includes("does not take")
          ? `${command}: ${option} tager ingen værdi`
          : `${command}: ${option} mangler sin værdi`,
      );
    default:
      return new UsageError(`${command}: ${words}`);
  }
}

/** Messages go to standard error, results to standard output. What stands in documents, and what files are called, commands no terminal. */
export function complain(message: string): void {
  process.stderr.write(`${visible(message)}\n`);
}

/** Results go to standard output. Throws an OutputError where that is a file that cannot be written; a pipe fails later. */
export function print(content: string | Uint8Array): void {
  try {
    process.stdout.write(content);
  } catch (error) {
    throw new OutputError(error);
  }
}

/** Prints words of documents, or names of files, for another program: as they are. In a terminal they command nothing. Throws as `print`. */
export function pass(content: string | Uint8Array): void {
  print(typeof content === "string" && process.stdout.isTTY ? visible(content) : content);
}

type Style = Parameters<typeof styleText>[0];

/** Colours for a terminal; plain text for a pipe, a file, or where NO_COLOR is set (no-color.org). */
export function painter(stream: NodeJS.WriteStream): (style: Style, text: string) => string {
  const colours = stream.isTTY && !process.env["NO_COLOR"];
  return (style, text) => (colours ? styleText(style, text) : text);
}
