import { commandHelps, programHelp } from "../../server/src/cli/help/commands.ts";
import { optionForm, synopsisOf } from "../../server/src/cli/help/page.ts";
import { programSections, type Section } from "../../server/src/cli/help/sections.ts";

/** The page for `man referat`, in Danish: the program's help, and in it that of each command. */
export function manPage(version: string): string {
  const [before, after] = divided(programSections("da"), "KOMMANDOER");
  return [
    '.\\" Written by npm run generate.',
    `.TH REFERAT 1 "" "referat ${version}" "Referat"`,
    // Options stay as they are written, and lines as long as they come.
    ".ad l",
    ".nh",
    ...before.flatMap(section),
    ".SH KOMMANDOER",
    ...commandHelps.flatMap((help) => [
      `.SS referat ${help.name} \\- ${escaped(help.summary.da)}`,
      ...call(synopsisOf(help, "da")),
      ...help.description
        .filter((words) => !programHelp.description.some((said) => said === words))
        .flatMap(({ da }) => [".PP", escaped(da)]),
      ...help.options.flatMap((option) => term(optionForm(option, "da"), option.words.da)),
      ...Object.entries(help.statuses).flatMap(([status, { da }]) => term(`Slutkode ${status}`, da)),
      ...help.examples.flatMap((example) => term(example.call, example.words.da)),
    ]),
    ...after.flatMap(section),
    "",
  ].join("\n");
}

/** The calls of the commands, with what each does, for readers of the README. */
export function callsBlock(): string {
  const calls = commandHelps.map((help) => `${synopsisOf(help, "da")}\n    # ${help.summary.da}`);
  return `\`\`\`\n${calls.join("\n")}\n\`\`\``;
}

/** The sections before the one of a heading, and those behind it. */
function divided(sections: readonly Section[], heading: string): [Section[], Section[]] {
  const at = sections.findIndex((each) => each.heading === heading);
  return [sections.slice(0, at), sections.slice(at + 1)];
}

function section({ heading, content }: Section): string[] {
  switch (content.kind) {
    case "paragraphs":
      return [`.SH ${heading}`, ...content.paragraphs.flatMap((words) => [".PP", escaped(words)])];
    case "calls":
      return [`.SH ${heading}`, ...content.calls.flatMap(call)];
    case "terms":
      return [`.SH ${heading}`, ...content.terms.flatMap(([name, words]) => term(name, words))];
  }
}

function call(words: string): string[] {
  return [".PP", `\\fB${escaped(words)}\\fR`];
}

function term(name: string, words: string): string[] {
  return [".TP", `\\fB${escaped(name)}\\fR`, escaped(words)];
}

/** Words are words: no backslash, dash or sign at the start of a line means anything to roff. */
function escaped(words: string): string {
  return words
    .replace(/\\/g, "\\e")
    .replace(/-| – /g, (dash) => dash.replace(/[-–]/, "\\-"))
    .replace(/^[.']/, "\\&$&");
}
