// npm run new-rule -- <id>: writes the rule, its page, a fixture and the registry line, ready to be filled in.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, runMain, Unavailable } from "./setup.mjs";

await runMain(() => {
  const id = process.argv[2] ?? "";
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(id))
    throw new Unavailable("npm run new-rule -- <id>: the id is lower case with hyphens, as in slot-form.");
  const name = id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  const registry = join(root, "server", "src", "rules", "registry.ts");
  const files = {
    [join(root, "server", "src", "rules", `${name}.ts`)]: `import { itemRule } from "./rule.ts";

interface State {
  readonly written: string;
}

export const ${name} = itemRule<State>({
  id: "${id}",
  severity: "warning",
  *detect({ item }) {
    // Yield { span, state } for the smallest stretch that a person would correct; nothing where it cannot be known.
    for (const section of item.sections.filter(() => false)) {
      yield { span: section.heading.wordsSpan, state: { written: "" } };
    }
  },
  message: {
    da: ({ written }) => \`»\${written}« … Hvad er galt, hvorfor betyder det noget, hvad gør man?\`,
    en: ({ written }) => \`“\${written}” … What is wrong, why it matters, what to do.\`,
  },
});
`,
    [join(root, "docs", "regler", `${id}.md`)]: `# Hvad reglen finder

Reglen finder …

## Hvorfor

## Forkert

\`\`\`referat
REFERAT Kulturudvalget i Havneby d. 04-03-2026
\`\`\`

## Rigtigt

\`\`\`referat
REFERAT Kulturudvalget i Havneby d. 04-03-2026
\`\`\`

## Sådan rettes det

## Slå reglen fra

\`<!-- referat-disable-next-line ${id}: begrundelse -->\` over linjen, eller i \`referat.json\`: \`"rules": { "${id}": "off" }\`.
`,
    [join(root, "test", "fixtures", "rules", `${id}.fixture`)]: `=== near miss
REFERAT Kulturudvalget i Havneby d. 04-03-2026
=== hit
REFERAT Kulturudvalget i Havneby d. 04-03-2026
^^^^^^^ ${id}
`,
  };

  for (const file of Object.keys(files)) {
    if (existsSync(file)) throw new Unavailable(`${file} is there already.`);
  }
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(file, text);
    console.log(`written: ${file}`);
  }
  const before = readFileSync(registry, "utf8");
  const after = before
    .replace(/import type \{ Rule \}/, `import { ${name} } from "./${name}.ts";\nimport type { Rule }`)
    .replace(/\n\];/, `\n  ${name},\n];`);
  writeFileSync(registry, after);
  console.log(`written: ${registry} (move the line to its place)`);
  return 0;
});
