import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";

interface Entry {
  readonly command: string;
  readonly when?: string;
}

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly enabledApiProposals?: readonly string[];
  readonly extensionDependencies?: readonly string[];
  readonly extensionPack?: readonly string[];
  readonly contributes: {
    readonly commands: readonly (Entry & { readonly title: string; readonly icon?: string })[];
    readonly keybindings: readonly (Entry & { readonly key: string; readonly mac: string })[];
    readonly menus: Readonly<Record<string, readonly Partial<Entry>[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly id: string; readonly completionEvents: readonly string[] }[];
    }[];
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
  };
}

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const manifest = JSON.parse(read("package.json")) as Manifest;
const { contributes } = manifest;
const words = JSON.parse(read("package.nls.json")) as Readonly<Record<string, string>>;
const { commands, keybindings, menus, views, viewsWelcome } = contributes;

describe("the manifest", () => {
  it("gives every command a title in words and an icon", () => {
    for (const { command, title, icon } of commands) {
      assert.ok(words[title.replace(/^%|%$/g, "")], `${command} has no title`);
      assert.match(icon ?? "", /^\$\([a-z-]+\)$/, command);
    }
  });

  it("says of every command where the palette offers it, but for those that are always there", () => {
    const offered = new Map(menus["commandPalette"]?.map(({ command, when }) => [command, when]));
    for (const { command } of commands) {
      if (["referat.nytReferat", "referat.nyDagsorden", "referat.vejledning"].includes(command)) continue;
      assert.ok(offered.get(command), command);
    }
  });

  it("says in every view what it is for while it is empty", () => {
    for (const { id, name } of Object.values(views).flat()) {
      assert.ok(words[name.replace(/^%|%$/g, "")], `${id} has no name`);
      assert.ok(
        viewsWelcome.some(({ view, contents }) => view === id && words[contents.replace(/^%|%$/g, "")]),
        id,
      );
    }
  });

  it("names no command in a menu or a key that is not there", () => {
    const known = new Set(commands.map(({ command }) => command));
    const named = [...Object.values(menus).flat(), ...keybindings].flatMap(({ command }) => command ?? []);
    assert.deepEqual(
      named.filter((command) => !known.has(command)),
      [],
    );
  });

  it("ticks a step of the walkthrough off by what is done: never by a command of ours, which can be given up", () => {
    const done = read("client/src/walkthrough.ts");
    for (const { id, completionEvents } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      assert.ok(completionEvents.length > 0, id);
      for (const event of completionEvents) {
        assert.doesNotMatch(event, /^onCommand:referat\./, id);
        const step = /^onContext:referat\.done\.(\w+)$/.exec(event)?.[1];
        if (step) assert.ok(done.includes(`"${step}"`), event);
      }
    }
  });

  it("takes no key from VS Code, and none that writes a sign on a Danish keyboard", () => {
    // Those of VS Code with Shift and Alt and a letter, on Windows and on Linux.
    const taken = [..."acdfhior"].map((letter) => `shift+alt+${letter}`);
    for (const { command, key, when } of keybindings) {
      assert.ok(when, command);
      assert.doesNotMatch(key, /ctrl\+alt|^alt\+\w$/, command);
      assert.ok(!taken.includes(key), `${command}: ${key}`);
    }
  });
});

describe("what docs/editorer/vscode.md says of VSCodium", () => {
  it("is so: the version that it names is the oldest that takes the extension", () => {
    const [, named] = /kræver (\d+\.\d+) eller nyere/.exec(read("docs/editorer/vscode.md")) ?? [];
    assert.equal(manifest.engines.vscode, `^${named}.0`);
  });

  it("is so: nothing is used that is only in Microsoft's edition", () => {
    const { enabledApiProposals = [], extensionDependencies = [], extensionPack = [] } = manifest;
    // What is proposed is for those who are on Microsoft's list.
    assert.deepEqual(enabledApiProposals, []);
    const asked = readdirSync(new URL("../../client/src", import.meta.url), {
      recursive: true,
      encoding: "utf8",
    })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => [...read(`client/src/${file}`).matchAll(/getExtension[^(]*\(\s*"([^"]*)"/g)])
      .map(([, id = ""]) => id);
    assert.ok(asked.length > 0);
    // Those of the publisher vscode are in VS Code's open source.
    for (const id of [...extensionDependencies, ...extensionPack, ...asked])
      assert.match(id, /^vscode\.[\w-]+$/);
  });
});
