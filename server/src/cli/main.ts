import { check } from "./check.ts";
import { decisions } from "./decisions.ts";
import { exportDocuments } from "./export.ts";
import { format } from "./format.ts";
import { parse } from "./parse.ts";
import { toc } from "./toc.ts";
import { complain, exitCodes, UsageError } from "./terminal.ts";

const usage = `Brug: referat <kommando> [...]

  referat check STI…  [--format text|json|sarif|junit] [--fail-on error|warning|info|never] [--fix]
                      [--config FIL] [--language da|en]
                      kontrollér referater og dagsordener; med --fix rettes det, der kan rettes sikkert
  referat format STI… [--check]
                      mellemrum og blanke linjer sættes ens, på stedet; med --check meldes det kun, hvor det mangler
  referat toc FIL     [--write]
                      indholdsfortegnelsen, som den skal være; med --write skrives den ind i dokumentet
  referat decisions STI…  [--format text|json|csv] [--only decisions|actions] [--text ORD] [--body ORGAN]
                      [--from DATO] [--to DATO] [--outcome UDFALD] [--person NAVN] [--journal NR]
                      [--access open|closed] [--open] [--today DATO]
                      registret over beslutninger og opfølgning; --open udelader det, der er udført; csv til Excel
  referat export FIL… --to html|pdf|docx|oparl [--out FIL] [--public] [--state kladde|til-godkendelse|godkendt]
                      [--since FIL|VERSION] [--config FIL]
                      dokumentet til dets læsere; --public udelader lukkede punkter, og nægter, hvis noget er
                      i vejen for at offentliggøre det; --since markerer ændringerne siden dagsordenen, en anden
                      fil eller en version i git (HEAD~1, et mærke, en dato som main@{2026-03-04}); flere filer
                      lægges i mappen --out
  referat parse FIL   dokumentet som JSON
  referat lsp --stdio sprogserveren, til enhver editor
  referat --version   versionen
  referat --help      denne hjælp

En STI er en fil, en mappe, et mønster (**/*.referat) eller - for standardinput.
Slutkode: 0 intet at melde · 1 fund fra --fail-on og op (error, hvis intet er sagt), eller --check fandt
noget at formatere · 2 forkert brug, ulæselig fil eller fejl i referat.json
`;

async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (rest.includes("--help")) return run(["--help"]);
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
      process.stdout.write(`${version}\n`);
      return exitCodes.clean;
    }
    case "--help":
    case "-h":
    case "help":
      process.stdout.write(usage);
      return exitCodes.clean;
    case undefined:
      throw new UsageError("Der mangler en kommando");
    default:
      throw new UsageError(`Ukendt kommando: ${command}`);
  }
}

// Whoever reads the result can stop before its end: `referat decisions . | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) complain(`${error.message}\n\n${usage.trimEnd()}`);
    else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = exitCodes.failure;
  },
);
