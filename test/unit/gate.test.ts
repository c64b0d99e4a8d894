import assert from "node:assert/strict";
import { type GateOptions, type Obstacle, obstacles } from "../../server/src/publishing/gate.ts";
import { obstacleWords } from "../../server/src/publishing/gateWords.ts";
import { readAttachments } from "../../server/src/publishing/readAttachments.ts";
import type { FileReading } from "../../server/src/reading/readFile.ts";
import { attachmentsToRead } from "../../server/src/rules/attachmentsToRead.ts";
import { Checker, type CheckOptions, type Finding } from "../../server/src/rules/check.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const head = `REFERAT Havneudvalget d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-15:00

Mødested Havnekontoret

Mødedeltagere Anna Holm, Bent Krogh

`;

/** What stands in the way of a document with these items: gravity, rule or kind, and the words under it. */
function found(items: string, options: GateOptions = { public: true }): string[] {
  const document = ReferatDocument.parse(head + items);
  const findings = new Checker().check(document, {
    fileKind: "referat",
    severities: options.severities ?? new Map(),
  });
  return obstacles(document, findings, options).map((obstacle) => {
    const name = obstacle.type === "finding" ? obstacle.finding.rule.id : obstacle.type;
    const words = document.chunks[obstacle.chunk]?.text.slice(obstacle.span.start, obstacle.span.end) ?? "";
    return `${obstacle.gravity} ${name} ${words}`;
  });
}

const decided =
  "Sagsfremstilling\n\nMolen er gammel.\n\nIndstilling\n\nDet indstilles, at Havneudvalget:\n\n1. Godkender planen\n\nBeslutning\n\n1. Godkendt.\n\n";

describe("the publish gate", () => {
  it("has nothing to say of a document in order", () => {
    assert.deepEqual(found(`Punkt 1: Ny mole\n\n${decided}`), []);
  });

  it("puts the gravest first, and the others by their places", () => {
    const text = `Punkt 1: Ny mole\n\nSagsfremstilin\n\n${decided}Punkt 2: Pladser\n\nSagsfremstilling\n\nKontakt Anna på 010203-1234.\n\nBeslutning\n\n`;
    assert.deepEqual(found(text).map((each) => each.split(" ").slice(0, 2).join(" ")), [
      "error cpr-number",
      "error empty-section",
      "warning empty-section",
      "warning section-name",
      "warning missing-section",
    ]); // prettier-ignore
  });

  it("keeps what a closed item says from nobody who may read it, and from everybody else", () => {
    const text = `Punkt 1: Ny mole\n\n${decided}Punkt 2: Lukket punkt: Salg\n\nSagsfremstilling\n\nKøber er 010203-1234.\n\nBeslutning\n\nGodkendt.\n`;
    assert.ok(found(text, { public: false }).includes("error cpr-number 010203-1234"));
    assert.deepEqual(
      found(text).filter((each) => each.includes("010203")),
      [],
    );
  });

  it("finds a closed item that is read as text of an open one, and the files of closed items", () => {
    const text = `Punkt 1: Ny mole\n\n${decided}Punkt 2 Lukket punkt: Salg\n\nSe Skøde for molen.pdf.\n\nPunkt 3: Lukket punkt: Køb\n\nBilag\n\n3.1 Skøde for molen.pdf\n\nBeslutning\n\nGodkendt.\n`;
    const graves = found(text).filter((each) => each.includes(" closed"));
    assert.deepEqual(graves, [
      "error closedHeading Punkt 2 Lukket punkt: Salg",
      "error closedAttachment Skøde for molen.pdf",
    ]);
  });

  const kept = "Sagsfremstilling\n\nKøber betaler.\n\nBeslutning\n\nGodkendt.\n";
  const graveKinds = (items: string): string[] =>
    found(items).flatMap(
      (each) => /^error (closed\w+|doubtfulItem|openComment|hiddenHeading)/.exec(each)?.[1] ?? [],
    );

  for (const heading of [
    "Punkt 2: Lukket punkt Salg",
    "Punkt 2: Salg - lukket punkt",
    "Punkt 2: Salg, lukket",
    "Punkt 2: Salg ( lukket )",
    "Punkt 2: [Lukket] Salg",
    "Punkt 2: **Lukket punkt**: Salg",
    "Punkt 2: Luket punkt: Salg",
    "Punkt 2: Lukket beslutningssag: Salg",
    "Punkt 2: Fortroligt: Salg",
    "Punkt 2: Lukket\u00ad punkt: Salg",
    "Punkt 2 (lukket): Salg",
    "Punkt 2a: Lukket punkt: Salg",
    "PUNKT 2 LUKKET PUNKT Salg",
    "Punkt nr. 2: Lukket punkt: Salg",
    "Dagsordenens punkt 2: Lukket punkt: Salg",
    "Pkt. 2: Lukket punkt: Salg",
    "2. Lukket punkt: Salg",
    "**Punkt 2: Lukket punkt: Salg**",
    "- Punkt 2: Lukket punkt: Salg",
    "> Punkt 2: Lukket punkt: Salg",
    "\u00a0Punkt 2: Lukket punkt: Salg",
    "LUKKET PUNKT\n\nSalg",
    "\fPunkt 2: Lukket punkt: Salg",
    "Side 3\fPunkt 2: Lukket punkt: Salg",
    "Lukkede punkter\n\nPunkt 2: Salg",
  ])
    it(`finds a closed item that is not read as one: ${JSON.stringify(heading)}`, () => {
      assert.deepEqual(graveKinds(`Punkt 1: Ny mole\n\n${decided}${heading}\n\n${kept}`), ["closedHeading"]);
    });

  it("takes what is closed of itself for no closed item", () => {
    const text = decided.replace(
      "Molen er gammel.",
      "Afdelingen er lukket. Punkt 2 lukkede mødet.\n\nLukkede pladser: 45\n\n- Lukket i uge 7\n- Lukkede sager: 9\n\nÅbne\tLukkede\nLukket\t3",
    );
    assert.deepEqual(graveKinds(`Punkt 1: Lukket afdeling (lukket i uge 7)\n\n${text}`), []);
    const parted = `Punkt 1: Ny mole\n\n${decided}Lukkede punkter\n\nPunkt 2: Lukket punkt: Salg\n\n${kept}`;
    assert.deepEqual(graveKinds(parted), []);
  });

  it("finds the contents that call an open item closed", () => {
    const contents = "Indholdsfortegnelse\n\nLukket punkt: Salg af molen.....\t3\n\n";
    assert.deepEqual(graveKinds(`${contents}Punkt 1: Salg af molen\n\n${kept}`), ["closedEntry"]);
    assert.deepEqual(graveKinds(`${contents}Punkt 1: Lukket punkt: Salg af molen\n\n${kept}`), []);
  });

  it("doubts an item that begins within the text of a closed one", () => {
    const terms = "Vilkår:\n\nPunkt 1: Køber betaler\n\nPunkt 2: Straks\n\n";
    const closed = `Punkt 7: Lukket punkt: Salg\n\n${terms}`;
    assert.deepEqual(graveKinds(`${closed}${decided}`), ["doubtfulItem"]);
    assert.deepEqual(
      graveKinds(`Punkt 7: Lukket punkt: Salg\n\n${kept}\nPunkt 8: Ny mole\n\n${decided}`),
      [],
    );
  });

  it("finds a comment that nothing ends, in what is published", () => {
    const open = `Punkt 1: Ny mole\n\n${decided}<!-- husk prisen\n\n`;
    assert.deepEqual(graveKinds(open), ["openComment"]);
    assert.deepEqual(graveKinds(`Punkt 1: Lukket punkt: Salg\n\n<!-- husk\n\n${kept}`), []);
  });

  it("finds the heading of a closed item that a comment takes away from its words", () => {
    const hidden = (behind: string): string =>
      `Punkt 1: Ny mole\n\n${decided}<!-- se senere\nPunkt 2: Lukket punkt: Salg\n-->\n\n${behind}`;
    assert.deepEqual(graveKinds(hidden("Køber betaler.\n")), ["hiddenHeading"]);
    assert.deepEqual(graveKinds(hidden("")), []);
    assert.deepEqual(graveKinds(hidden(`Punkt 3: Pladser\n\n${decided}`)), []);
    assert.deepEqual(graveKinds(`Punkt 1: Ny mole <!-- var lukket i 2025 -->\n\n${decided}`), []);
  });

  it("finds the title of a closed item in the head, and its files in whatever case", () => {
    const closed =
      "Punkt 1: Lukket punkt: Salg af molen på Havnevej\n\nBilag\n\n1.1 Skøde for molen.pdf\n\nBeslutning\n\nGodkendt.\n\n";
    const told = found(
      `Mødeleder Anna Holm, ved salg af molen på Havnevej Bent Krogh\n\n${closed}Punkt 2: Ny mole\n\n${decided.replace("gammel.", "gammel, se skøde for molen.PDF.")}`,
    );
    assert.ok(told.includes("error closed-leak salg af molen på Havnevej"));
    assert.ok(told.includes("error closedAttachment skøde for molen.PDF"));
  });

  it("finds the files that closed items link to, by whatever address", () => {
    const closed =
      "Punkt 1: Lukket punkt: Salg\n\nSe [aftalen](bilag/aftale-om-molen.pdf).\n\nBilag\n\nSkøde for molen.pdf\n\n";
    const open = "Se [her](aftale-om-molen.pdf) og [her](Sk%C3%B8de%20for%20molen.pdf).\n\n";
    assert.deepEqual(graveKinds(`${closed}Punkt 2: Ny mole\n\n${open}${decided}`), [
      "closedAttachment",
      "closedAttachment",
    ]);
  });

  it("holds a place that was to be filled in against everybody, and an elision against nobody", () => {
    const text = `Punkt 1: Ny mole\n\n${decided.replace("gammel", "gammel, skrev [...] XX kr")}`;
    assert.deepEqual(found(text), ["error placeholder XX", "warning placeholder [...]"]);
  });

  it("says of each thing what to do about it, in the reader's language", () => {
    const closed = `Punkt 2: Lukket punkt: Salg\n\nBilag\n\n2.1 Skøde for molen.pdf\n\nBeslutning\n\nGodkendt.\n\n`;
    const open = `Punkt 1: Ny mole\n\n${decided}`;
    for (const [type, items, da, en] of [
      ["closedHeading", `${open}Punkt 2 Lukket punkt: Salg\n\nTekst.\n`, /Skriv den som »Punkt <nummer>: /, /Write it as “Punkt <number>: /],
      ["doubtfulItem", `${open}${closed}Punkt 1: Køber betaler\n\nTekst.\n`, /ellers ret nummeret/, /else mend the number/],
      ["hiddenHeading", `${open}<!-- x\n\nPunkt 2: Lukket punkt: Salg\n-->\n\nTekst.\n`, /Tag overskriften ud af kommentaren/, /Take the heading out of the comment/],
      ["openComment", `${open}<!-- aldrig slut\n`, /Slut den med »-->«/, /End it with “-->”/],
      ["closedAttachment", `${open.replace("Molen er", "Se Skøde for molen.pdf. Molen er")}${closed}`, /»Skøde for molen\.pdf«.* slet navnet/, /“Skøde for molen\.pdf”.* delete the name/],
    ] as const) {
      const document = ReferatDocument.parse(head + items);
      const own = obstacles(document, [], { public: true }).find((each) => each.type === type);
      assert.ok(own && own.type !== "finding", type);
      assert.match(obstacleWords(own, "da"), da);
      assert.match(obstacleWords(own, "en"), en);
    }
  }); // prettier-ignore

  it("weighs as the configuration does, and is silent on what is switched off", () => {
    const text = `Punkt 1: Ny mole\n\n${decided.replace("1. Godkendt.\n", "")}`;
    assert.deepEqual(found(text), ["error empty-section Beslutning"]);
    const lighter = new Map([["empty-section", "info"]] as const);
    assert.deepEqual(found(text, { public: true, severities: lighter }), ["info empty-section Beslutning"]);
    const off = new Map([["empty-section", "off"]] as const);
    assert.deepEqual(found(text, { public: true, severities: off }), []);
  });
});

describe("the publish gate's attachments", () => {
  const text = `Punkt 1: Ny mole

${decided}Bilag

Bilag 1.1: Ansøgning.docx

Bilag 1.2: Kort

Bilag 1.3: Billede.jpg

Bilag 1.4: Væk.pdf

Punkt 2: Lukket punkt: Salg

Bilag

Bilag 2.1: Skøde.pdf

Beslutning

Godkendt.
`;
  const filesBeside = ["Bilag 1.1 Ansøgning.docx", "Kort.pdf", "Billede.jpg", "Skøde.pdf"];
  const two: FileReading = {
    numbers: [
      { shown: "010203-xxxx", page: 2 },
      { shown: "311299-xxxx", page: null },
    ],
  };

  function toRead(words: string, isPublic: boolean, options: CheckOptions = {}): string[] {
    const document = ReferatDocument.parse(head + words);
    return attachmentsToRead(document, { filesBeside, ...options }, isPublic).map(
      ({ file, chunk, span: { start, end } }) =>
        `${file}: ${document.chunks[chunk]?.text.slice(start, end) ?? ""}`,
    );
  }

  async function standing(
    readings: Readonly<Record<string, FileReading>>,
    severities: NonNullable<GateOptions["severities"]> = new Map(),
  ): Promise<Obstacle<Finding>[]> {
    const document = ReferatDocument.parse(head + text);
    const files = attachmentsToRead(document, { filesBeside, severities }, true);
    const attachments = await readAttachments(files, (name) => Promise.resolve(readings[name] ?? null));
    return obstacles<Finding>(document, [], { public: true, severities, attachments });
  }

  it("are those that open items list and that are there; for the house, those of closed items too", () => {
    assert.deepEqual(toRead(text, true), [
      "Bilag 1.1 Ansøgning.docx: Ansøgning.docx",
      "Kort.pdf: Kort",
      "Billede.jpg: Billede.jpg",
    ]);
    assert.ok(toRead(text, false).includes("Skøde.pdf: Skøde.pdf"));
    assert.deepEqual(toRead(text, true, { filesBeside: null }), []);
  });

  it("are read once, however often they are listed", () => {
    const twice = `${text}\nPunkt 3: Mere\n\nBilag\n\nBilag 3.1: Kort.pdf\n`;
    assert.equal(toRead(twice, true).filter((each) => each.startsWith("Kort.pdf")).length, 1);
  });

  it("are not read where the rule is off, or a comment silences it, which is then of use", () => {
    const off = new Map([["cpr-number", "off"]] as const);
    assert.deepEqual(toRead(text, true, { severities: off }), []);
    const comment = "<!-- referat-disable-next-line cpr-number: opdigtede numre -->\n";
    const silent = text.replace("Bilag 1.1: A", `${comment}Bilag 1.1: A`);
    assert.deepEqual(toRead(silent, true), ["Kort.pdf: Kort", "Billede.jpg: Billede.jpg"]);
    const unused = (words: string): number =>
      new Checker()
        .check(ReferatDocument.parse(head + words), { filesBeside })
        .filter(({ rule }) => rule.id === "unused-disable").length;
    assert.equal(unused(silent), 0);
    assert.equal(unused(text.replace("Molen er", `\n\n${comment}Molen er`)), 1);
  });

  it("stand in the way with their numbers, where they are listed, and tell what was not read", async () => {
    const found = await standing({
      "Bilag 1.1 Ansøgning.docx": two,
      "Kort.pdf": { unread: "encrypted" },
      "Billede.jpg": two,
    });
    assert.deepEqual(
      found.map(({ type, gravity }) => `${gravity} ${type}`),
      ["error attachmentNumber", "info attachmentUnread"],
    );
    assert.deepEqual(await standing({ "Kort.pdf": { numbers: [] } }), []);
  });

  it("weigh as the rule does", async () => {
    const found = await standing({ "Kort.pdf": two }, new Map([["cpr-number", "warning"]]));
    assert.deepEqual(
      found.map(({ gravity }) => gravity),
      ["warning"],
    );
    const hint = await standing({ "Kort.pdf": two }, new Map([["cpr-number", "hint"]]));
    assert.deepEqual(hint.map(({ gravity }) => gravity), ["info"]); // prettier-ignore
  });

  it("are named with the page, and the number never in full", async () => {
    const words = async (reading: FileReading, language: "da" | "en"): Promise<string> => {
      const [first] = await standing({ "Kort.pdf": reading });
      assert.ok(first && first.type !== "finding");
      return obstacleWords(first, language);
    };
    assert.match(
      await words(two, "da"),
      /»Kort\.pdf« står noget, der ligner 2 CPR-numre: 010203-xxxx \(side 2\) og 311299-xxxx\. /,
    );
    const many = Array.from({ length: 7 }, () => ({ shown: "010203-xxxx", page: null }));
    assert.match(await words({ numbers: many }, "en"), /7 civil .*: 010203-xxxx, .* and 4 more\. /);
    assert.match(await words({ numbers: many }, "da"), /010203-xxxx og 4 til\. /);
    const one: FileReading = { numbers: many.slice(0, 1) };
    assert.match(await words(one, "da"), /, der ligner et CPR-nummer: 010203-xxxx\. /);
    assert.match(await words(one, "en"), /what looks like a civil registration number: 010203-xxxx\. /);
    assert.match(
      await words({ unread: "encrypted" }, "en"),
      /“Kort\.pdf” .*: it is protected by a password\. /,
    );
    assert.match(
      await words({ unread: "noText" }, "da"),
      /»Kort\.pdf« .*: siderne er billeder uden tekst\. /,
    );
  });
});
