import eslint from "@eslint/js";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "**/node_modules/",
      "test/artifacts/",
      "test/vscode/hosts/",
      "bench/node_modules/",
      "**/*.mjs",
      "**/*.cjs",
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      // Index signatures are read by name on purpose: tsconfig forbids the dot.
      "@typescript-eslint/dot-notation": "off",
      "eqeqeq": ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-control-regex": "off",
    },
  },
  {
    // What people write, or what others wrote for them, costs no regular expression the square of its length. What is excused
    // has its reason beside it; the expressions that are put together at run time are checked by test/unit/patterns.test.ts.
    files: ["server/**", "client/**"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential", ignoreSticky: false }],
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
  },
  {
    // A document, or an archive, can have more of anything than a call takes arguments.
    files: ["server/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "CallExpression > SpreadElement", message: "See text/many.ts." },
        ...["TemplateElement[value.raw=%s]", "Literal[raw=%s]"].map((code) => ({
          selector: code.replace("%s", String.raw`/\\[pP]\{L[ult]?\}/`),
          message:
            "Alpha, Upper, Lower: V8 takes four times as long to compile a general category (docs/performance.md).",
        })),
      ],
    },
  },
  {
    files: ["test/**", "scripts/**", "bench/**"],
    rules: { "no-console": "off", "@typescript-eslint/no-misused-spread": "off" },
  },
);
