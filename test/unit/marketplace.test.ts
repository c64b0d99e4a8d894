import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const bytes = (name: string): Buffer => readFileSync(new URL(`../../${name}`, import.meta.url));
const read = (name: string): string => bytes(name).toString("utf8");

interface Manifest {
  readonly version: string;
  readonly displayName: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly icon: string;
  readonly galleryBanner: { readonly color: string; readonly theme: string };
  readonly homepage: string;
  readonly qna: string;
  readonly bugs: { readonly url: string };
  readonly repository: { readonly url: string };
}

const manifest = JSON.parse(read("package.json")) as Manifest;
const words = JSON.parse(read("package.nls.json")) as Readonly<Record<string, string>>;

// https://code.visualstudio.com/api/references/extension-manifest
const known = ["Programming Languages", "Snippets", "Linters", "Formatters", "Other", "Language Packs"];

describe("the page on the Marketplace", () => {
  it("has an icon that is sharp on a fine screen, and no SVG", () => {
    assert.match(manifest.icon, /\.png$/);
    const icon = bytes(manifest.icon);
    assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [256, 256]);
  });

  it("says what it is in a line that is shown whole", () => {
    const description = words[manifest.description.slice(1, -1)] ?? "";
    assert.ok(description.length > 40 && description.length <= 145, `${description.length}`);
  });

  it("has a banner, categories and keywords that the Marketplace takes", () => {
    assert.match(manifest.galleryBanner.color, /^#[0-9a-f]{6}$/);
    assert.match(manifest.galleryBanner.theme, /^(?:dark|light)$/);
    assert.deepEqual(
      manifest.categories.filter((category) => !known.includes(category)),
      [],
    );
    assert.ok(manifest.keywords.length <= 30 && new Set(manifest.keywords).size === manifest.keywords.length);
  });

  it("leads to the same home everywhere", () => {
    const home = manifest.repository.url.replace(/\.git$/, "");
    for (const address of [manifest.homepage, manifest.qna, manifest.bugs.url])
      assert.ok(address.startsWith(home), address);
  });

  it("shows pictures that it can: PNG, beside the README or over https", () => {
    const pictures = [...read("README.md").matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, at = ""]) => at);
    assert.ok(pictures.length >= 3);
    for (const at of pictures) assert.match(at, /^(?:https:\/\/|docs\/billeder\/)[\w/.-]+\.png$/);
    assert.doesNotMatch(read("README.md"), /<img|<svg/);
  });

  it("tells what is new in this version", () => {
    assert.equal(/^## (\S+)/m.exec(read("CHANGELOG.md"))?.[1], manifest.version);
  });
});
