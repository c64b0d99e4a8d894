import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { folderWith, referat } from "../support/cli.ts";
import { minutes } from "../support/archive.ts";

const march = minutes("04-03-2026", [
  'Ny "svømmehal"; og café\n\n12/2010\n\nBeslutning\n\n1. Godkendt.\n2. Drøftet.\n\nOpfølgning\n\n- Anna Holm: sender tegningerne (senest 1. april 2026)\n- Bent Krogh: =HYPERLINK("http://ond.example")',
  "Lukket punkt: Salg\n\nBeslutning\n\n- Udsat.",
]);
const april = minutes("08-04-2026", [
  "Meddelelser\n\nTegningerne er sendt.",
  "Broen\n\nBeslutning\n\nGodkendt.",
]);
const files = {
  "marts.referat": march,
  "under/april.referat": april,
  "under/april.dagsorden": april.replace("REFERAT", "DAGSORDEN"),
};
const cwd = folderWith(files);

function run(...args: string[]): string {
  const { status, stdout, stderr } = referat(["decisions", ...args, "--today", "05-04-2026"], { cwd });
  assert.deepEqual([status, stderr], [0, ""]);
  return stdout;
}

describe("referat decisions", () => {
  it("prints decisions by body and meeting, then what is to be done", () => {
    assert.equal(
      run("."),
      `Kulturudvalget i Havneby

  8. april 2026
    Punkt 2: Broen [godkendt]
      Godkendt.
      ${join("under", "april.referat")}:11

  4. marts 2026
    Punkt 1: Ny "svømmehal"; og café · 12/2010 [godkendt, drøftet]
      1. Godkendt.
      2. Drøftet.
      marts.referat:9
    Punkt 2: Lukket punkt: Salg [udsat]
      - Udsat.
      marts.referat:21

3 beslutninger

Opfølgning

  Åben (1)
    Bent Krogh: =HYPERLINK("http://ond.example")
      Kulturudvalget i Havneby, 4. marts 2026, punkt 1: Ny "svømmehal"; og café
      marts.referat:15

  Udført (1)
    1. april 2026 · Anna Holm: sender tegningerne
      Kulturudvalget i Havneby, 4. marts 2026, punkt 1: Ny "svømmehal"; og café, udført 8. april 2026
      marts.referat:14
`,
    );
  });

  it("prints JSON, with lines that count from 1", () => {
    const { decisions, actions } = JSON.parse(run("marts.referat", "--format", "json")) as {
      decisions: Record<string, unknown>[];
      actions: Record<string, unknown>[];
    };
    assert.deepEqual(decisions[1], {
      path: "marts.referat",
      line: 21,
      body: "Kulturudvalget i Havneby",
      date: "2026-03-04",
      kind: "referat",
      number: 2,
      title: "Lukket punkt: Salg",
      closed: true,
      journalNumber: null,
      text: "- Udsat.",
      outcomes: ["postponed"],
      recommendations: [],
      followUp: [],
    });
    assert.deepEqual(actions[0], {
      path: "marts.referat",
      line: 14,
      body: "Kulturudvalget i Havneby",
      date: "2026-03-04",
      item: { line: 3, number: 1, title: 'Ny "svømmehal"; og café' },
      closed: false,
      journalNumber: "12/2010",
      owner: "Anna Holm",
      text: "sender tegningerne",
      deadline: "2026-04-01",
      state: "overdue",
      doneBy: null,
      last: { path: "marts.referat", line: 14 },
      passedOver: 0,
    });
  });

  it("prints a table that opens right in a Danish Excel, and in which nothing is computed", () => {
    const csv = run("marts.referat", "--format", "csv");
    assert.equal(
      csv,
      [
        "\uFEFFType;Organ;Mødedato;Punkt;Titel;Journalnummer;Lukket;Tekst;Udfald;Ansvarlig;Frist;Status;Udført;Fil;Linje",
        'Beslutning;Kulturudvalget i Havneby;04-03-2026;1;"Ny ""svømmehal""; og café";\'12/2010;Nej;"1. Godkendt.\n2. Drøftet.";Godkendt, Drøftet;;;;;marts.referat;9',
        "Beslutning;Kulturudvalget i Havneby;04-03-2026;2;Lukket punkt: Salg;;Ja;'- Udsat.;Udsat;;;;;marts.referat;21",
        'Opfølgning;Kulturudvalget i Havneby;04-03-2026;1;"Ny ""svømmehal""; og café";\'12/2010;Nej;sender tegningerne;;Anna Holm;01-04-2026;Overskredet;;marts.referat;14',
        'Opfølgning;Kulturudvalget i Havneby;04-03-2026;1;"Ny ""svømmehal""; og café";\'12/2010;Nej;"\'=HYPERLINK(""http://ond.example"")";;Bent Krogh;;Åben;;marts.referat;15',
        "",
      ].join("\r\n"),
    );
  });

  it("prints what is asked for", () => {
    const titles = (...args: string[]): unknown[] => {
      const { decisions = [], actions = [] } = JSON.parse(run(".", "--format", "json", ...args)) as Record<
        string,
        { title?: string; owner?: string }[]
      >;
      return [...decisions.map(({ title }) => title), ...actions.map(({ owner }) => owner)];
    };
    const swim = 'Ny "svømmehal"; og café';
    assert.deepEqual(titles("--only", "actions"), ["Bent Krogh", "Anna Holm"]);
    assert.deepEqual(titles("--only", "actions", "--open"), ["Bent Krogh"]);
    assert.deepEqual(titles("--only", "decisions", "--outcome", "udsat"), ["Lukket punkt: Salg"]);
    assert.deepEqual(titles("--only", "decisions", "--outcome", "postponed,discussed"), [
      swim,
      "Lukket punkt: Salg",
    ]);
    assert.deepEqual(titles("--only", "decisions", "--text", "havneby cafe"), [swim]);
    assert.deepEqual(titles("--from", "2026-04-01"), ["Broen"]);
    assert.deepEqual(titles("--to", "04-03-2026", "--access", "closed"), ["Lukket punkt: Salg"]);
    assert.deepEqual(titles("--person", "Anna Holm"), [swim, "Anna Holm"]);
    assert.deepEqual(titles("--journal", "12/2010"), [swim, "Bent Krogh", "Anna Holm"]);
    assert.deepEqual(titles("--body", "Skoleudvalget"), []);
  });

  it("says where there is nothing", () => {
    assert.equal(run("marts.referat", "--body", "Byrådet"), "Ingen beslutninger.\n\nIngen opfølgning.\n");
  });

  it("reads a text file by its title line, and standard input", () => {
    const input = minutes("04-03-2026", ["Broen\n\nBeslutning\n\nGodkendt."]);
    assert.match(referat(["decisions", "-"], { input }).stdout, /Punkt 1: Broen \[godkendt\]/);
    const other = folderWith({ "a.txt": input });
    assert.match(referat(["decisions", "a.txt"], { cwd: other }).stdout, /a\.txt:7/);
  });

  it("names what cannot be read, gives the rest, and ends with 2", () => {
    const broken = folderWith({ "a.referat": march, "b.referat": Uint8Array.of(0xff, 0xfe, 0x00) });
    const { status, stdout, stderr } = referat(["decisions", "a.referat", "b.referat", "c.referat"], {
      cwd: broken,
    });
    assert.equal(status, 2);
    assert.match(stdout, /2 beslutninger/);
    assert.match(stderr, /b\.referat: filen er ikke UTF-8-tekst.*\nc\.referat: filen findes ikke/);
    const config = folderWith({ "a.referat": march, "referat.json": '{ "profiles": 4 }' });
    const wrong = referat(["decisions", "."], { cwd: config });
    assert.equal(wrong.status, 2);
    assert.match(wrong.stdout, /2 beslutninger/);
    assert.match(wrong.stderr, /^referat\.json:1:\d+: /);
  });

  it("shows the help that is asked for", () => {
    const { status, stdout } = referat(["decisions", "--help"], { cwd });
    assert.equal(status, 0);
    assert.match(stdout, /^NAVN\n {7}referat decisions – /);
  });

  it("ends in silence where its reader has gone", async () => {
    const program = join(import.meta.dirname, "..", "..", "dist", "cli.js");
    const child = spawn(process.execPath, [program, "decisions", "."], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.destroy();
    const said = await text(child.stderr);
    assert.equal(said, "");
  });

  it("refuses a call that is wrong, in Danish", () => {
    for (const [args, said] of [
      [[], "nævn mindst én fil"],
      [[".", "--format", "xml"], "--format: »xml« er ikke en af text, json, csv"],
      [[".", "--from", "31-02-2026"], "--from: »31-02-2026« er ikke en dato"],
      [[".", "--outcome", "måske"], "--outcome: »måske« er ikke en af godkendt"],
      [[".", "--only", "alt"], "--only"],
      [[".", "--access", "halvt"], "--access"],
    ] as const) {
      const { status, stdout, stderr } = referat(["decisions", ...args], { cwd });
      assert.deepEqual([status, stdout], [2, ""]);
      assert.ok(stderr.includes(said), stderr);
    }
  });
});
