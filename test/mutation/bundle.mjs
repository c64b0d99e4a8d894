// Run in the sandbox, where the code is mutated: the area's tests in one file, which the runner can read again and again. It lies as
// deep as the tests do, since they find their fixtures from where they are.

import { existsSync } from "node:fs";
import { build } from "esbuild";
import { areas } from "./areas.mjs";

const files = areas[process.env["MUTATION_AREA"]].tests
  .map((name) => `./test/unit/${name}.test.ts`)
  .filter((file) => existsSync(file));
await build({
  stdin: { contents: files.map((file) => `import ${JSON.stringify(file)};`).join("\n"), resolveDir: "." },
  outfile: "test/mutated/tests.cjs",
  bundle: true,
  packages: "external",
  define: { "import.meta.dirname": "__dirname", "import.meta.url": "__filename" },
  platform: "node",
  format: "cjs",
  target: "node20",
  logLevel: "warning",
});
