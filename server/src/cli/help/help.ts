import type { Language } from "../../rules/rule.ts";
import { print, painter } from "../terminal.ts";
import { commandHelps } from "./commands.ts";
import { type CommandHelp, synopsisOf } from "./page.ts";
import { commandSections, programSections, type Section } from "./sections.ts";

const width = 80;
const indent = " ".repeat(7);
const deeper = " ".repeat(15);

/** Prints the help of a command, null is the program; tells whether there is a command of that name. */
export function printHelp(name: string | null, language: Language): boolean {
  const command = name === null ? null : commandHelps.find((each) => each.name === name);
  if (command === undefined) return false;
  print(helpText(command, language, painter(process.stdout)));
  return true;
}

/** How a command is called, and where more is said: for somebody who called it wrongly. Of no command, of all of them. */
export function usageOf(command: string | null): string {
  const known = commandHelps.filter(({ name }) => name === command);
  const calls = (known.length > 0 ? known : commandHelps).map((help) => synopsisOf(help, "da"));
  const lines = calls.map((call, index) => wrapped(call, index === 0 ? "Brug: " : "      ", " ".repeat(10)));
  const more = known.length > 0 ? `referat ${command ?? ""} --help` : "referat --help";
  return `${lines.join("\n")}\n\nMere: ${more}`;
}

/** A page for a terminal: the headings at the margin, what stands under them indented, no line over 80 signs. */
export function helpText(
  command: CommandHelp | null,
  language: Language,
  paint: (style: "bold", text: string) => string = (_, text) => text,
): string {
  const sections = command ? commandSections(command, language) : programSections(language);
  return sections.map(({ heading, content }) => `${paint("bold", heading)}\n${body(content)}\n`).join("\n");

  function body(content: Section["content"]): string {
    switch (content.kind) {
      case "paragraphs":
        return content.paragraphs.map((words) => wrapped(words, indent, indent)).join("\n\n");
      case "calls":
        return content.calls.map((call) => wrapped(call, indent, deeper)).join("\n");
      case "terms":
        return content.terms
          .map(([term, words]) => `${indent}${paint("bold", term)}\n${wrapped(words, deeper, deeper)}`)
          .join("\n");
    }
  }
}

/** Words in lines; what stands in brackets is one word, so that an option and its value stay together. */
function wrapped(words: string, first: string, others: string): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of words.match(/\[[^[\]]*\]|\S+/g) ?? []) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = others;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join("\n");
}
