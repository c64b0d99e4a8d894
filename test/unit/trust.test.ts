import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromPreview, keptDocument } from "../../client/src/publishing/preview/fromPreview.ts";
import { previewHtml } from "../../client/src/publishing/preview/html.ts";
import { noLinks } from "../../client/src/noLinks.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
      readonly description: string;
      readonly restrictedConfigurations: readonly string[];
    };
  };
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> };
  };
  readonly main: string;
}

const { capabilities, contributes } = JSON.parse(read("package.json")) as Manifest;
const { untrustedWorkspaces } = capabilities;
const settings = Object.entries(contributes.configuration.properties);

describe("a folder that is not trusted", () => {
  it("may have Referat, without the settings of its own that reach further", () => {
    // Only so does VS Code pass over the folder's own values.
    assert.equal(untrustedWorkspaces.supported, "limited");
    const words = JSON.parse(read("package.nls.json")) as Readonly<Record<string, string>>;
    assert.ok(words[untrustedWorkspaces.description.replace(/^%|%$/g, "")]);
    for (const name of untrustedWorkspaces.restrictedConfigurations)
      assert.ok(
        settings.some(([each]) => each === name),
        name,
      );
  });

  it("can set nothing else than whether its documents are read", () => {
    const byFolder = settings.filter(([, { scope }]) => scope !== "application").map(([name]) => name);
    assert.deepEqual(
      byFolder.filter((name) => !untrustedWorkspaces.restrictedConfigurations.includes(name)),
      ["referat.archive.enabled"],
    );
  });

  it("names no program and no address in any setting", () => {
    for (const [name] of settings)
      assert.doesNotMatch(name, /path|command|executable|server\.(?!trace)|url|proxy/i);
  });

  it("is told of on a page that stays true", () => {
    const page = read("docs/sikkerhed.md");
    for (const name of [
      ...untrustedWorkspaces.restrictedConfigurations,
      "sbom.cdx.json",
      "THIRD-PARTY-NOTICES.txt",
    ])
      assert.ok(page.includes(name), name);
    assert.ok(read("README.md").includes("docs/sikkerhed.md"));
    assert.ok(read("SECURITY.md").includes("https://github.com/referat/referat/security/advisories"));
  });
});

describe("the preview's page", () => {
  const page = previewHtml((name) => `https://file.example/dist/webview/${name}`, "https://file.example");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";

  it("runs its own script alone, by a nonce of each page's own, and loads nothing but its style", () => {
    const nonce = /script-src 'nonce-([\da-f]{32})'/.exec(policy)?.[1] ?? "none";
    assert.equal(
      policy,
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src https://file.example; base-uri 'none'; form-action 'none'`,
    );
    assert.deepEqual(page.match(/<script[^>]*>/g), [
      `<script nonce="${nonce}" src="https://file.example/dist/webview/preview.js">`,
    ]);
    assert.doesNotMatch(page, /\s(?:on[a-z]+|style)=/);
    assert.ok(!previewHtml((name) => name, "x").includes(nonce));
  });

  it("may say what it has to say, and nothing else", () => {
    for (const message of [
      { type: "ready" },
      { type: "open", line: 0 },
      { type: "scrolled", line: 12 },
      { type: "seen", page: 1, pages: 4 },
    ])
      assert.deepEqual(fromPreview(message), message);
    for (const sent of [
      null,
      undefined,
      "ready",
      7,
      [],
      {},
      { type: "run", command: "workbench.action.quit" },
      { type: "open" },
      { type: "open", line: -1 },
      { type: "open", line: 1.5 },
      { type: "open", line: "1" },
      { type: "open", line: Number.NaN },
      { type: "open", line: 1e300 },
      { type: "open", line: 1, uri: "file:///etc/passwd" },
      { type: "seen", page: 1 },
      { type: "ready", more: true },
    ])
      assert.equal(fromPreview(sent), null, JSON.stringify(sent));
  });

  it("gives back which document it showed, if that is what it kept", () => {
    assert.equal(keptDocument({ uri: "file:///a.referat", zoom: 1, scroll: 0 }), "file:///a.referat");
    for (const kept of [null, undefined, {}, { uri: 1 }, "file:///a.referat"])
      assert.equal(keptDocument(kept), null);
  });

  it("is the only one there is", () => {
    const files = readdirSync(join(root, "client/src"), { recursive: true, encoding: "utf8" });
    const making = files.filter((file) => file.endsWith(".ts") && /createWebviewPanel|registerWebviewViewProvider|registerCustomEditorProvider|enableScripts: true/.test(read(join("client/src", file)))); // prettier-ignore
    assert.deepEqual(making.map((file) => file.replaceAll("\\", "/")).sort(), [
      "publishing/preview/panel.ts",
      "publishing/preview/register.ts",
    ]);
  });
});

describe("what VS Code shows of documents", () => {
  const sources = readdirSync(join(root, "client/src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => [file, read(join("client/src", file))] as const);

  it("is never trusted Markdown: no command runs from it, and no tag is one", () => {
    for (const [file, text] of sources) {
      assert.doesNotMatch(text, /isTrusted|supportHtml|enableCommandUris/, file);
      // Words reach a tooltip as text; its Markdown is ours alone.
      for (const [, argument = ""] of text.matchAll(/appendMarkdown\(([^)]*)\)/g))
        assert.match(argument, /^"[^"$]*"$/, file);
      for (const [, argument = ""] of text.matchAll(/new MarkdownString\(([^)]*)\)/g))
        assert.equal(argument, "", file);
    }
  });

  it("makes no link in a notification: what is quoted there goes through noLinks", () => {
    assert.equal(noLinks("»[x](command:workbench.action.quit)«"), "»[x] (command:workbench.action.quit)«");
    for (const [file, text] of sources)
      for (const [call, argument = ""] of text.matchAll(
        /show(?:Information|Warning|Error)Message\(\s*([^;]*?)\);/g,
      )) {
        const quotes = /nameOf|sourceWords|title/.test(argument);
        assert.ok(!quotes || argument.startsWith("noLinks("), `${file}: ${call}`);
      }
  });
});
