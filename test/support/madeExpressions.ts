/**
 * Prints the regular expressions that the server's sources put together with `new RegExp`, as JSON: while they are loaded, and
 * while the documents of the examples are asked everything. In a process of its own, since it must be there before they are.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const made = new Map<string, { readonly source: string; readonly flags: string }>();
const Real = globalThis.RegExp;

/** Who makes it, as a line of the stack. */
function maker(): string {
  return new Error().stack?.split("\n")[4] ?? "";
}

function record(expression: RegExp): RegExp {
  const { source, flags } = expression;
  if (maker().includes("/server/src/")) made.set(`${source}/${flags}`, { source, flags });
  return expression;
}

globalThis.RegExp = new Proxy(Real, {
  construct: (target, [pattern, flags]: [string, string?]) => record(new target(pattern, flags)),
  apply: (target, _, [pattern, flags]: [string, string?]) => record(target(pattern, flags)),
});

async function main(): Promise<void> {
  const sources = readdirSync("server/src", { recursive: true, encoding: "utf8" });
  // What stands in main/ starts a server, and cli/main.ts the command line.
  for (const source of sources)
    if (source.endsWith(".ts") && !source.endsWith(".d.ts") && !/^(?:main\/|cli\/main\.ts$)/.test(source))
      await import(join(process.cwd(), "server", "src", source));
  const { costs } = await import("../fuzz/linear.ts");
  for (const name of readdirSync("examples"))
    if (/\.(?:referat|dagsorden)$/.test(name)) await costs(readFileSync(join("examples", name), "utf8"));
  process.stdout.write(JSON.stringify([...made.values()]), () => process.exit(0));
}

void main();
