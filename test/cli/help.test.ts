import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkOptions } from "../../server/src/cli/check.ts";
import { exportOptions } from "../../server/src/cli/exportArguments.ts";
import { formatOptions } from "../../server/src/cli/format.ts";
import { commandHelps } from "../../server/src/cli/help/commands.ts";
import { helpText } from "../../server/src/cli/help/help.ts";
import { optionForm } from "../../server/src/cli/help/page.ts";
import { decisionsOptions } from "../../server/src/cli/registerQuery.ts";
import { tocOptions } from "../../server/src/cli/toc.ts";
import { folderWith, referat } from "../support/cli.ts";

const root = join(import.meta.dirname, "..", "..");

/** What each command reads from its call. */
const parsed: Readonly<Record<string, Readonly<Record<string, { readonly type: string }>>>> = {
  check: checkOptions,
  format: formatOptions,
  toc: tocOptions,
  decisions: decisionsOptions,
  export: exportOptions,
  parse: {},
  lsp: { stdio: { type: "boolean" } },
};

const document =
  "REFERAT Kulturudvalget i Sandby d. 04-03-2026\n\nPunkt 1: Ny svømmehal\n\nBeslutning\n\nGodkendt.\n";

describe("cli: the help", () => {
  it("has all commands, and of each all options that it reads, and no others", () => {
    assert.deepEqual(
      commandHelps.map(({ name }) => name),
      Object.keys(parsed),
    );
    for (const { name, options } of commandHelps) {
      const read = Object.entries(parsed[name] ?? {}).map(([option, { type }]) => [
        option,
        type === "string",
      ]);
      const said = options.map(({ name: option, value }) => [option, value !== null]);
      assert.deepEqual(said.sort(), read.sort(), name);
    }
  });

  it("names the choices that the command itself names when it is given another", () => {
    for (const { name, options } of commandHelps) {
      const needed = name === "export" ? ["--to", "html"] : [];
      for (const { name: option, value } of options) {
        if (typeof value !== "string") continue;
        const { stderr, status } = referat([name, ".", ...needed, `--${option}`, "nej"]);
        assert.equal(status, 2, option);
        const [, choices = ""] = /»nej« er ikke e[nt] af (.*)/.exec(stderr) ?? [];
        assert.equal(
          choices
            .replace(/til godkendelse/, "til-godkendelse")
            .split(", ")
            .join("|"),
          value,
          stderr,
        );
      }
    }
  });

  for (const language of ["da", "en"] as const) {
    it(`is a page of its own for each command (${language})`, () => {
      for (const command of commandHelps) {
        const page = helpText(command, language);
        const headings = page.split("\n").filter((line) => /^\S/.test(line));
        const expected =
          language === "da"
            ? ["NAVN", "BRUG", "BESKRIVELSE", "TILVALG", "UDGANGSSTATUS", "FILER OG MILJØ", "EKSEMPLER"]
            : [
                "NAME",
                "SYNOPSIS",
                "DESCRIPTION",
                "OPTIONS",
                "EXIT STATUS",
                "FILES AND ENVIRONMENT",
                "EXAMPLES",
              ];
        // A section without anything to say is left out, and none is in another place.
        assert.deepEqual(
          headings,
          expected.filter((heading) => headings.includes(heading)),
        );
        assert.ok(headings.length >= 4, command.name);
        for (const option of command.options)
          assert.ok(page.includes(`\n       ${optionForm(option, language)}\n`));
        for (const line of page.split("\n")) assert.ok(line.length <= 80, line);
      }
    });
  }

  it("is Danish unless it is said otherwise, whatever the machine speaks", () => {
    const { stdout, stderr, status } = referat(["export", "--help", "--language", "en"]);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.ok(stdout === helpText(commandHelps.find(({ name }) => name === "export") ?? null, "en"));
    assert.equal(referat(["help", "--language", "en", "export"]).stdout, stdout);
    assert.match(referat(["help"]).stdout, /^NAVN\n/);
    assert.match(referat(["-h", "--language", "en"]).stdout, /^NAME\n/);
    assert.match(referat(["help", "--help"]).stdout, /^NAVN\n {7}referat – /);
  });

  it("is no help where it was asked for wrongly", () => {
    for (const args of [
      ["help", "nej"],
      ["--help", "--language", "fr"],
      ["--help", "--language"],
      ["check", "--help", "--language", "x"],
    ]) {
      const { status, stdout, stderr } = referat(args);
      assert.equal(status, 2, args.join(" "));
      assert.equal(stdout, "");
      assert.match(stderr, /^(?:Ukendt kommando: nej|--language: ».*« er ikke en af da, en)\n\nBrug: /);
    }
    // Behind -- nothing is an option.
    assert.match(referat(["check", "--", "--help"]).stderr, /^--help: filen findes ikke/);
  });

  it("is short for one who called wrongly: how, and where more is said", () => {
    for (const { name } of commandHelps.filter(({ name }) => name !== "lsp")) {
      const { status, stderr } = referat([name]);
      assert.equal(status, 2);
      assert.match(
        stderr,
        new RegExp(`\\n\\nBrug: referat ${name} [^]*\\n\\nMere: referat ${name} --help\\n$`),
      );
    }
    assert.match(
      referat([]).stderr,
      /^Der mangler en kommando\n\nBrug: referat check [^]*\n\nMere: referat --help\n$/,
    );
  });

  it("is the page for man too", () => {
    const page = readFileSync(join(root, "man", "referat.1"), "utf8");
    for (const { name, options } of commandHelps) {
      const [, part = ""] = page.split(`\n.SS referat ${name} `);
      const own = part.split(/\n\.S[SH] /, 1)[0] ?? "";
      for (const option of options)
        assert.ok(own.includes(`\\fB${optionForm(option, "da").replaceAll("-", "\\-")}\\fR`), option.name);
    }
    // Nothing in it is taken for a macro that is none.
    const macros = page.split("\n").flatMap((line) => /^[.'].*/.exec(line)?.[0].split(" ", 1) ?? []);
    assert.deepEqual(
      [...new Set(macros)].sort(),
      ['.\\"', ".PP", ".SH", ".SS", ".TH", ".TP", ".ad", ".nh"].sort(),
    );
  });
});

/** There is a device that is always full. */
const calls = existsSync("/dev/full")
  ? [
      ["--help"],
      ["check", "møde.referat"],
      ["decisions", "møde.referat"],
      ["format", "-"],
      ["export", "møde.referat", "--to", "html", "--out", "-"],
    ]
  : [];

describe("cli: standard output that takes no more", () => {
  for (const call of calls) {
    it(`is said in one sentence, with status 2: ${call.join(" ")}`, () => {
      const cwd = folderWith({ "møde.referat": document });
      const full = openSync("/dev/full", "w");
      try {
        const { status, stderr } = spawnSync(process.execPath, [join(root, "dist", "cli.js"), ...call], {
          cwd,
          input: document,
          encoding: "utf8",
          stdio: ["pipe", full, "pipe"],
        });
        assert.equal(status, 2);
        assert.match(stderr, /^standardoutput: kan ikke skrives \(disken er fuld\)\n$/);
      } finally {
        closeSync(full);
      }
    });
  }
});
