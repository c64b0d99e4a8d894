import { check } from "./check.ts";
import { decisions } from "./decisions.ts";
import { exportDocuments } from "./export.ts";
import { format } from "./format.ts";
import { parse } from "./parse.ts";
import { toc } from "./toc.ts";
import { complain, exitCodes, OutputError, print, UsageError } from "./terminal.ts";

async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (asksForHelp(rest)) return help(command === "help" || command === undefined ? [] : [command, ...rest]);
  switch (command) {
    case "check":
      return check(rest);
    case "format":
      return format(rest);
    case "toc":
      return toc(rest);
    case "decisions":
      return decisions(rest);
    case "export":
      return exportDocuments(rest);
    case "parse":
      return parse(rest);
    case "lsp": {
      // Clients built with Microsoft's library add their process; the server's end is that of its input all the same.
      if (rest.some((option) => !/^--(?:stdio|clientProcessId=\d+)$/.test(option)))
        throw new UsageError(`Ukendt valg til lsp: ${rest.join(" ")}`);
      // Loaded only when it is asked for: the other commands need none of it.
      const { serveStdio } = await import("../main/stdio.ts");
      serveStdio();
      return new Promise(() => {
        // The connection ends the process.
      });
    }
    case "--version":
    case "-v": {
      const { version } = await import("../version.ts");
      print(`${version}\n`);
      return exitCodes.clean;
    }
    case "--help":
    case "-h":
    case "help":
      return help(rest);
    case undefined:
      throw new UsageError("Der mangler en kommando");
    default:
      throw new UsageError(`Ukendt kommando: ${command}`);
  }
}

/** Behind `--` nothing is an option. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end === -1 ? args : args.slice(0, end)).some((each) => each === "--help" || each === "-h");
}

/** `referat help check --language en`: prints the help of the first command that is named; other words count for nothing. */
async function help(args: readonly string[]): Promise<number> {
  const at = args.indexOf("--language");
  const language = at === -1 ? "da" : args[at + 1];
  if (language !== "da" && language !== "en")
    throw new UsageError(`--language: »${language ?? ""}« er ikke en af da, en`);
  const [named] = args.filter((each, index) => !each.startsWith("-") && (at === -1 || index !== at + 1));
  const { printHelp } = await import("./help/help.ts");
  if (!printHelp(named ?? null, language)) throw new UsageError(`Ukendt kommando: ${named ?? ""}`);
  return exitCodes.clean;
}

// Whoever reads the result can stop before its end: `referat decisions . | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  complain(new OutputError(error).message);
  process.exit(exitCodes.failure);
});

const args = process.argv.slice(2);

run(args).then(
  (code) => {
    process.exitCode = code;
  },
  async (error: unknown) => {
    if (error instanceof UsageError) {
      const { usageOf } = await import("./help/help.ts");
      complain(`${error.message}\n\n${usageOf(args[0] ?? null)}`);
    } else if (error instanceof OutputError) complain(error.message);
    else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = exitCodes.failure;
  },
);
