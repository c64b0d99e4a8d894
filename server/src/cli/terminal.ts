import { styleText } from "node:util";

/** The exit status of every command: CONTRACT.md, "The command line". */
export const exitCodes = { clean: 0, findings: 1, failure: 2 } as const;

/** The words of the call are wrong. */
export class UsageError extends Error {}

/** Messages go to standard error, results to standard output. */
export function complain(message: string): void {
  process.stderr.write(`${message}\n`);
}

type Style = Parameters<typeof styleText>[0];

/** Colours for a terminal; plain text for a pipe, a file, or where NO_COLOR is set (no-color.org). */
export function painter(stream: NodeJS.WriteStream): (style: Style, text: string) => string {
  const colours = stream.isTTY && !process.env["NO_COLOR"];
  return (style, text) => (colours ? styleText(style, text) : text);
}
