// The servers that are measured beside ours, each on its own form of the text and set up as its editor does it.

import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";

const here = new URL(".", import.meta.url);
const file = (name) => fileURLToPath(new URL(name, here));
const extracted = (name) => file(`node_modules/vscode-langservers-extracted/bin/${name}`);
const markdown = new MarkdownIt();

export const folder = here.href;

export const referat = {
  name: "referat",
  form: "referat",
  languageId: "referat",
  uri: new URL("minutes.referat", here).href,
  args: [file("../dist/cli.js"), "lsp", "--stdio"],
  completes: true,
};

/** The same, asked for the findings instead of pushing them, as VS Code does it. */
export const referatPulled = { ...referat, name: "referat, pulled", options: { pulls: true } };

export const peers = [
  {
    name: "VS Code's JSON",
    form: "json",
    languageId: "json",
    uri: new URL("minutes.json", here).href,
    args: [extracted("vscode-json-language-server"), "--stdio"],
    options: { pulls: true, settings: { json: { validate: { enable: true } } } },
    completes: true,
  },
  {
    name: "VS Code's Markdown",
    form: "markdown",
    languageId: "markdown",
    uri: new URL("minutes.md", here).href,
    args: [extracted("vscode-markdown-language-server"), "--stdio"],
    options: {
      pulls: true,
      initializationOptions: { markdownFileExtensions: ["md"], i10lLocation: null },
      settings: { markdown: markdownSettings() },
      answer: answerMarkdown,
    },
    prose: true,
    completes: true,
  },
  {
    name: "yaml-language-server",
    form: "yaml",
    languageId: "yaml",
    uri: new URL("minutes.yaml", here).href,
    args: [file("node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"],
    options: { settings: { yaml: { validate: true, schemaStore: { enable: false } }, http: {} } },
    // It lets so many milliseconds pass before it looks at a change.
    waits: 200,
    completes: true,
  },
  {
    name: "remark-lint, unified-language-server",
    form: "markdown",
    languageId: "markdown",
    uri: new URL("minutes.md", here).href,
    args: [file("remarkServer.mjs"), "--stdio"],
    prose: true,
    findingsOnly: true,
  },
];

/** All checks on, as with `markdown.validate.enabled`. */
function markdownSettings() {
  const check = { enabled: "warning" };
  return {
    server: { log: "off" },
    suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: "never" } },
    preferredMdPathExtensionStyle: "auto",
    validate: {
      enabled: true,
      referenceLinks: check,
      fragmentLinks: check,
      fileLinks: { ...check, markdownFragmentLinks: "inherit" },
      unusedLinkDefinitions: check,
      duplicateLinkDefinitions: check,
      ignoredLinks: [],
    },
  };
}

/** What VS Code's extension answers: it parses for its server, and reads files for it. */
function answerMarkdown(method, params, text) {
  if (method === "markdown/parse") return markdown.parse(params.text ?? text, {});
  if (method === "markdown/fs/stat") return { isDirectory: false };
  if (method === "markdown/fs/readFile" || method === "markdown/fs/readDirectory") return [];
  return method === "markdown/findMarkdownFilesInWorkspace" ? [] : null;
}
