import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
  };
}

/** The commands that have keys, as a table for readers of the README. */
export function keysTable(root: string): string {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));
  const { contributes } = read("package.json") as Manifest;
  const words = read("package.nls.json") as Readonly<Record<string, string>>;
  const titles = new Map(
    contributes.commands.map(({ command, title }) => [command, words[title.slice(1, -1)] ?? title]),
  );
  const rows = contributes.keybindings
    // The same key in a view does the same as in the editor.
    .filter(({ command }) => !command.startsWith("referat.visning."))
    .map(({ command, key }) => `| ${keyWords(key)} | ${titles.get(command) ?? command} |`);
  return ["| Tast | Gør |", "| --- | --- |", ...rows].join("\n");
}

/** A key of the manifest as it stands on a Danish keyboard: `Skift+Alt+PageUp`. */
export function keyWords(key: string): string {
  const names: Readonly<Record<string, string>> = {
    shift: "Skift",
    alt: "Alt",
    ctrl: "Ctrl",
    pageup: "PageUp",
    pagedown: "PageDown",
  };
  return key
    .split("+")
    .map((part) => names[part] ?? part.toUpperCase())
    .join("+");
}
