// Imports run one way: text, calendar <- syntax <- model <- reading, archive <- edits, publishing <- rules, features <- config <- protocol, cli <- main;
// publishing <- engine <- protocol, cli, main; and syntax <- pasting <- protocol. (edits, rules and features know neither reading nor publishing.)
const layers = [
  ["text", []],
  ["calendar", ["text"]],
  ["syntax", ["text", "calendar"]],
  ["model", ["text", "calendar", "syntax"]],
  ["archive", ["text", "calendar", "syntax", "model"]],
  ["reading", ["text", "calendar", "syntax", "model"]],
  ["pasting", ["text", "calendar", "syntax"]],
  ["publishing", ["text", "calendar", "syntax", "model", "archive", "reading"]],
  ["engine", ["text", "model", "publishing"]],
  ["edits", ["text", "calendar", "syntax", "model", "archive"]],
  ["rules", ["text", "calendar", "syntax", "model", "archive", "edits"]],
  ["features", ["text", "calendar", "syntax", "model", "archive", "edits"]],
  ["config", ["text", "calendar", "syntax", "model", "archive", "edits", "rules"]],
  [
    "protocol",
    [
      "text",
      "calendar",
      "syntax",
      "model",
      "archive",
      "edits",
      "reading",
      "pasting",
      "publishing",
      "engine",
      "rules",
      "features",
      "config",
    ],
  ],
];
const core = "^server/src/(text|calendar|syntax|model|archive|publishing|edits|rules|features)/";
const wordWriter = "^server/src/publishing/docx(/|\\.ts$)";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["^server/src/(main|cli)/", "^client/src/(desktop|web)\\.ts$", "\\.d\\.ts$"],
      },
      to: {},
    },
    ...layers.map(([layer, below]) => ({
      name: `${layer}-imports-only-what-lies-below`,
      severity: "error",
      from: { path: `^server/src/${layer}/` },
      to: { path: "^(server|client)/src/", pathNot: `^server/src/(${[layer, ...below].join("|")})/` },
    })),
    {
      name: "core-is-pure",
      comment:
        "The core runs in Node, in a Web Worker and in tests alike: it knows no platform, no editor, no protocol.",
      severity: "error",
      from: { path: core, pathNot: wordWriter },
      to: {
        path: "^(node_modules|vscode|vscode-.*|node:.*)",
        // It compares two lists, and knows of nothing else.
        pathNot: "^node_modules/diff/",
        dependencyTypesNot: ["local"],
      },
    },
    {
      name: "word-writer-has-two-libraries",
      severity: "error",
      from: { path: wordWriter },
      to: {
        path: "(^|/)(node_modules/|vscode$|vscode-|node:)",
        pathNot: "node_modules/(docx|fflate)/",
        dependencyTypesNot: ["local"],
      },
    },
    {
      name: "word-writer-is-loaded-late",
      comment:
        "It and its libraries are a bundle of their own: nobody who does not write a Word document reads it.",
      severity: "error",
      from: { path: "^(client|server)/", pathNot: wordWriter },
      to: { path: wordWriter, dependencyTypesNot: ["dynamic-import", "type-only"] },
    },
    {
      name: "reading-has-two-libraries",
      comment:
        "It runs in Node and in a Web Worker, and opens files: one library unpacks, the other reads PDFs.",
      severity: "error",
      from: { path: "^server/src/reading/" },
      to: {
        path: "(^|/)(node_modules/|vscode$|vscode-|node:)",
        pathNot: "node_modules/(pdfjs-dist|fflate)/",
        dependencyTypesNot: ["local"],
      },
    },
    {
      name: "pasting-has-one-library",
      comment: "It reads pages, as browsers do.",
      severity: "error",
      from: { path: "^server/src/pasting/" },
      to: {
        path: "(^|/)(node_modules/|vscode$|vscode-|node:)",
        pathNot: "node_modules/htmlparser2/",
        dependencyTypesNot: ["local"],
      },
    },
    {
      name: "pasting-is-loaded-late",
      severity: "error",
      from: { path: "^server/", pathNot: "^server/src/pasting/" },
      to: { path: "^server/src/pasting/", dependencyTypesNot: ["dynamic-import", "type-only"] },
    },
    {
      name: "only-its-thread-reads-files",
      comment: "Nobody waits for it, and what it needs is loaded when it is first used.",
      severity: "error",
      from: { path: "^server/src/", pathNot: "^server/src/(reading/|main/reader(Web)?Worker)" },
      to: {
        path: "^server/src/reading/",
        pathNot: "^server/src/reading/(reader|reading)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "core-knows-no-node",
      severity: "error",
      from: { path: core },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "protocol-knows-no-platform",
      severity: "error",
      from: { path: "^server/src/protocol/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "engine-knows-no-platform",
      comment: "It runs in Node and in a Web Worker: what it is made of is given to it.",
      severity: "error",
      from: { path: "^server/src/engine/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "only-its-thread-holds-the-compiler",
      comment: "Activation loads none of it, and no one waits for it.",
      severity: "error",
      from: {
        path: "^server/src/",
        pathNot: "^server/src/(engine/(typstCompiler|workerEnd|webCompiler)|main/engine(Web)?Worker)",
      },
      to: { path: "^server/src/engine/typstCompiler", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "client-knows-only-the-protocol",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^server/" },
    },
    {
      name: "server-knows-no-client",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^(client/|vscode$)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
