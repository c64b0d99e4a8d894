import assert from "node:assert/strict";
import { defaultProfile, type Profile } from "../../server/src/model/profile.ts";
import { render, type RenderOptions } from "../../server/src/publishing/render.ts";
import type { Block, Inline, RenderDocument, RenderItem } from "../../server/src/publishing/renderModel.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { inlineText, renderedText, wordsOf } from "../support/renderedWords.ts";

function rendered(
  text: string,
  options: RenderOptions = {},
  profile: Profile = defaultProfile,
): RenderDocument {
  return render(ReferatDocument.parse(text), "referat", profile, options);
}

function itemOf(text: string, options: RenderOptions = {}): RenderItem {
  const [item] = rendered(text, options).items;
  assert.ok(item?.type === "item");
  return item;
}

function introOf(body: string): readonly Block[] {
  return itemOf(`Punkt 1: Sag\n\n${body}\n`).intro;
}

function inlineOf(body: string): readonly Inline[] {
  const [block] = introOf(body);
  assert.ok(block?.type === "paragraph", JSON.stringify(block));
  return block.content;
}

const text = (words: string): Inline => ({ type: "text", text: words });

describe("the render model", () => {
  it("reads the head: kind, body, fields, persons with affiliation and absence", () => {
    const document = rendered(`REFERAT Kulturudvalget i Havneby d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-15:30

Mødested Mødelokale 2,
Rådhuset

Mødedeltagere Anna Holm, A, Bent Krogh, V, Dan Friis, PLO (Fravær)
`);
    assert.deepEqual(document.meeting, {
      body: "Kulturudvalget i Havneby",
      date: { year: 2026, month: 3, day: 4 },
      start: { hour: 13, minute: 0 },
      end: { hour: 15, minute: 30 },
      place: "Mødelokale 2, Rådhuset",
    });
    assert.deepEqual(document.participants.at(-1), { name: "Dan Friis", affiliation: "PLO", absent: true });
    const [title, ...fields] = document.head;
    assert.deepEqual(title, {
      type: "title", line: 0, kind: "REFERAT", body: "Kulturudvalget i Havneby", rest: "d. 04-03-2026",
    }); // prettier-ignore
    assert.deepEqual(
      fields.map(
        (field) => field.type === "field" && [field.line, field.name, field.label, inlineText(field.value)],
      ),
      [
        [2, "mødedato", "Mødedato", "Onsdag d. 4. marts 2026 kl. 13:00-15:30"],
        [4, "mødested", "Mødested", "Mødelokale 2,\nRådhuset"],
        [7, "mødedeltagere", "Mødedeltagere", "Anna Holm, A, Bent Krogh, V, Dan Friis, PLO (Fravær)"],
      ],
    );
    const persons = fields.at(-1);
    assert.deepEqual(persons?.type === "field" && persons.persons, [
      { name: "Anna Holm", affiliation: "A", absence: null },
      { name: "Bent Krogh", affiliation: "V", absence: null },
      { name: "Dan Friis", affiliation: "PLO", absence: "Fravær" },
    ]);
  });

  it("reads an absence in so many words, and persons listed a line each", () => {
    const [field] = rendered("Mødedeltagere Anna Holm, A (med afbud), Bent Krogh, V (Afbud)\n").head;
    assert.ok(field?.type === "field");
    assert.deepEqual(field.persons?.map(({ name, absence }) => [name, absence]), [
      ["Anna Holm", "Med afbud"],
      ["Bent Krogh", "Afbud"],
    ]); // prettier-ignore
  });

  it("keeps a field of persons as it is written where it says anything more", () => {
    const [field] = rendered("Mødedeltagere Anna Holm, A, [1] Bent Krogh, V\n").head;
    assert.ok(field?.type === "field");
    assert.equal(field.persons, null);
  });

  it("reads an item: number, title, time as written, journal number, sections, decision and recommendations", () => {
    const item = itemOf(`Punkt 4: Drøftelse af havnen, kl. 13.05-13.30
Sagsnr. 26/0117

Sagsfremstilling

Tekst.

Indstilling

Det indstilles, at udvalget:

1. Godkender planen
2. Drøfter tiden

Beslutning i Kulturudvalget den 04-03-2026

Planen blev godkendt.

Fraværende Dan Friis
`);
    assert.deepEqual(
      [item.label, item.number, item.title, item.kind, item.closed, item.anchor],
      ["Punkt 4", 4, "Drøftelse af havnen", "discussion", false, "punkt-4"],
    );
    assert.deepEqual(item.time, {
      text: "kl. 13.05-13.30",
      start: { hour: 13, minute: 5 },
      end: { hour: 13, minute: 30 },
      minutes: null,
    });
    assert.deepEqual(item.journalNumber, { line: 1, text: "Sagsnr. 26/0117", number: "26/0117" });
    assert.deepEqual(
      item.sections.map(({ line, kind, heading, role, outcomes }) => [line, kind, heading, role, outcomes]),
      [
        [3, "sagsfremstilling", "Sagsfremstilling", null, []],
        [7, "indstilling", "Indstilling", "recommendations", []],
        [14, "beslutning", "Beslutning i Kulturudvalget den 04-03-2026", "decision", ["approved"]],
        [18, "fravær", "Fraværende", null, []],
      ],
    );
    const list = item.sections[1]?.blocks.at(-1);
    assert.ok(list?.type === "list");
    assert.deepEqual(
      list.entries.map(({ line, mark, ordinal, content, recommendation }) => [line, mark, ordinal, inlineText(content), recommendation?.outcomes]),
      [
        [11, "1.", 1, "Godkender planen", ["approved"]],
        [12, "2.", 2, "Drøfter tiden", ["approved"]],
      ],
    ); // prettier-ignore
    assert.deepEqual(item.absent, ["Dan Friis"]);
  });

  it("makes recommendations without a list paragraphs of their own", () => {
    const item = itemOf(
      "Punkt 1: Sag\n\nIndstilling\n\nDet indstilles, at udvalget:\nGodkender planen\nDrøfter tiden\n",
    );
    assert.deepEqual(
      item.sections[0]?.blocks.map((block) => block.type === "paragraph" && [inlineText(block.content), block.recommendation]),
      [
        ["Det indstilles, at udvalget:", null],
        ["Godkender planen", { outcomes: [] }],
        ["Drøfter tiden", { outcomes: [] }],
      ],
    ); // prettier-ignore
  });

  it("takes comments away, within words, within lines and over lines", () => {
    assert.deepEqual(inlineOf("ord<!-- a -->et og <!-- b --> mere <!-- c\nd --> her"), [
      text("ordet og mere her"),
    ]);
    assert.deepEqual(itemOf("Punkt 1: Sag<!-- hemmeligt --> to\n").title, "Sag to");
  });

  it("joins wrapped lines, and keeps those that somebody ended", () => {
    const long = "og udvalget ønsker, at forvaltningen ser på sagen igen og kommer tilbage";
    assert.deepEqual(inlineOf(`${long}\nTorsdag`), [text(`${long} Torsdag`)]);
    assert.deepEqual(inlineOf("en kort linje\nmed resten"), [text("en kort linje med resten")]);
    assert.deepEqual(inlineOf("med Anna Holm\nBent Krogh"), [
      text("med Anna Holm"),
      { type: "break" },
      text("Bent Krogh"),
    ]);
  });
});

describe("the render model: running text", () => {
  const cases: readonly (readonly [string, readonly Inline[]])[] = [
    ["a *b* c", [text("a "), { type: "emphasis", content: [text("b")] }, text(" c")]],
    ["a **b *c* d**", [text("a "), { type: "strong", content: [text("b "), { type: "emphasis", content: [text("c")] }, text(" d")] }]],
    ["***a*** b", [{ type: "strong", content: [{ type: "emphasis", content: [text("a")] }] }, text(" b")]],
    ["**a *b***", [{ type: "strong", content: [text("a "), { type: "emphasis", content: [text("b")] }] }]],
    ["3*4*5 og 2 * 3 * 4 og *løs", [text("3*4*5 og 2 * 3 * 4 og *løs")]],
    ["[navn **fed**](https://a.example/x_y) slut", [
      { type: "link", address: "https://a.example/x_y", content: [text("navn "), { type: "strong", content: [text("fed")] }] },
      text(" slut"),
    ]],
    ["Se <https://a.example/b>.", [text("Se "), { type: "link", address: "https://a.example/b", content: [text("https://a.example/b")] }, text(".")]],
    ["Se www.a.example.", [text("Se "), { type: "link", address: "https://www.a.example", content: [text("www.a.example")] }, text(".")]],
    ["Skriv til post@a.example", [text("Skriv til "), { type: "link", address: "mailto:post@a.example", content: [text("post@a.example")] }]],
    ["[Kort](kort over byen/a b.pdf#s)", [text("[Kort](kort over byen/a b.pdf#s)")]],
    ["[Kort](bilag/kort%20å.pdf)", [{ type: "link", address: "bilag/kort%20%C3%A5.pdf", content: [text("Kort")] }]],
    ["[her](#)", [text("her")]],
    ["[x](javascript:alert(1)) y", [text("[x](javascript:alert(1)) y")]],
    ["[x](../op.pdf) [y](//a.example) [z](data:text/html,a)", [text("[x](../op.pdf) [y](//a.example) [z](data:text/html,a)")]],
    ["Ukendt[7] note", [text("Ukendt"), { type: "footnoteMark", number: "7", anchor: null, note: null }, text(" note")]],
  ]; // prettier-ignore
  for (const [body, expected] of cases) {
    it(body, () => {
      assert.deepEqual(inlineOf(body), expected);
    });
  }

  it("leads from references to items and attachments, and from notes back", () => {
    const { items } = rendered(`Punkt 1: Sag

Se punkt 2 og bilag 2.1, og jf. vedtægtens punkt 3.[1]

[1] Noten.

Punkt 2: Anden sag

Som det ses af Kort over havnen.pdf, og af punkt 9.

Bilag

- Bilag 2.1: Kort over havnen.pdf
`);
    const [first, second] = items;
    assert.ok(first?.type === "item" && second?.type === "item");
    const [paragraph, note] = first.intro;
    assert.ok(paragraph?.type === "paragraph" && note?.type === "footnote");
    assert.deepEqual(
      paragraph.content.filter(({ type }) => type !== "text"),
      [
        { type: "reference", to: "item", anchor: "punkt-2", content: [text("punkt 2")] },
        { type: "reference", to: "attachment", anchor: "punkt-2-bilag-1", content: [text("bilag 2.1")] },
        { type: "footnoteMark", number: "1", anchor: "punkt-1-note-1-fra-1", note: "punkt-1-note-1" },
      ],
    );
    assert.deepEqual([note.anchor, note.marks, inlineText(note.content)], ["punkt-1-note-1", ["punkt-1-note-1-fra-1"], "Noten."]);
    const [file] = second.attachments;
    assert.deepEqual([file?.anchor, file?.number, file?.label, file?.name, file?.line], ["punkt-2-bilag-1", "2.1", "Bilag 2.1:", "Kort over havnen.pdf", 12]);
    const mention = second.intro[0]?.type === "paragraph" ? second.intro[0].content[1] : undefined;
    assert.deepEqual(mention?.type === "reference" && mention.anchor, "punkt-2-bilag-1");
  }); // prettier-ignore

  it("links an attachment whose file lies beside the result", () => {
    const files = ["Bilag 2.1 Kort & plan.pdf", "andet.pdf"];
    const item = itemOf("Punkt 2: Sag\n\nBilag\n\nBilag 2.1: Kort & plan.pdf\nBilag 2.2: Tal.xlsx\n", {
      files,
    });
    assert.deepEqual(
      item.attachments.map(({ address }) => address),
      ["Bilag%202.1%20Kort%20%26%20plan.pdf", null],
    );
  });

  it("gives two items of one number two anchors", () => {
    const { items } = rendered("Punkt 3: A\n\nPunkt 3: B\n\nPAUSE (10.00-10.15)\n\nPunkt 4: C\n");
    assert.deepEqual(
      items.map(({ anchor }) => anchor),
      ["punkt-3", "punkt-3-2", "pause", "punkt-4"],
    );
  });
});

describe("the render model: lists and tables", () => {
  it("nests lists, and goes on over blank lines with the numbers as they are written", () => {
    const [list, more] = introOf("1. A\n   - a\n   - b\n\n2. B\n\n   x) c\n4. D\n- E");
    assert.ok(list?.type === "list" && more?.type === "list");
    assert.deepEqual(
      list.entries.map(({ ordinal, content, lists }) => [ordinal, inlineText(content), lists.map(({ style, entries }) => [style, entries.length])]),
      [
        [1, "A", [["bullet", 2]]],
        [2, "B", [["letter", 1]]],
        [4, "D", []],
      ],
    );
    assert.deepEqual([more.style, more.entries.length], ["bullet", 1]);
  }); // prettier-ignore

  it("begins another list where the count begins anew", () => {
    assert.deepEqual(
      introOf("1. A\n2. B\n\n1. C").map((block) => block.type === "list" && block.entries.length),
      [2, 1],
    );
  });

  const tables: readonly (readonly [string, string, boolean, boolean, number])[] = [
    ["a header of bars", "| Navn | Tal |\n|---|---|\n| A | 1 |", true, true, 1],
    ["years over amounts", "Del\t2026\t2027\nTag\t1,5 mio. kr.\t6,0\nGulv\t–\t4", true, true, 2],
    ["an empty corner", "\tA\tB\nx\ty\tz", true, true, 1],
    ["words only", "Anna\tFormand\nBent\tMedlem", false, false, 2],
    ["numbers only", "1\t2\n3\t4", false, false, 2],
    ["one row", "Del\t2026", false, false, 1],
  ];
  for (const [name, body, header, rowHeaders, rows] of tables) {
    it(`knows the header of a table: ${name}`, () => {
      const [table] = introOf(body);
      assert.ok(table?.type === "table");
      assert.deepEqual(
        [table.header !== null, table.rowHeaders, table.rows.length],
        [header, rowHeaders, rows],
      );
    });
  }

  it("fills short rows, and reads what stands in cells", () => {
    const [table] = introOf("| A | B | C |\n|---|---|---|\n| *x* | a \\| b |\n| y |");
    assert.ok(table?.type === "table");
    assert.equal(table.width, 3);
    assert.deepEqual(
      table.rows.map(({ cells }) => cells.map(inlineText)),
      [
        ["x", "a | b", ""],
        ["y", "", ""],
      ],
    );
  });
});

const closedText = `REFERAT Kulturudvalget i Havneby d. 04-03-2026

Indholdsfortegnelse

Velkomst.....\t2
Lukket punkt: Køb af Strandgården.....\t3
Strandgården fortsat.....\t3
Eventuelt.....\t4

Punkt 1: Velkomst

Se punkt 2.[1] Se bilag 2.1 og notatet.

Punkt 2: Lukket punkt: Køb af Strandgården (13.00-13.15)
26/7777

Sagsfremstilling

Prisen er <!-- hemmeligt tal --> fortrolig, jf. punkt 1.

[1] Kurvenote.

Afstemning

For stemte: Xenia Quist

Bilag

Bilag 2.1: Vurderingsnotat.pdf

Fraværende Zakarias Wulff

Punkt 3: Eventuelt
`;
const secrets = /Strandgård|7777|fortrolig|hemmelig|Kurve|Xenia|Quist|Vurdering|Zakarias|Wulff|13\.15/i;

describe("the render model for everybody", () => {
  it("holds nothing of a closed item", () => {
    const files = ["Vurderingsnotat.pdf"];
    const document = rendered(closedText, { public: true, files });
    assert.deepEqual(document.items[1], {
      type: "closed", line: 13, anchor: null, label: "", number: null, title: null,
    }); // prettier-ignore
    const json = JSON.stringify(document);
    assert.doesNotMatch(json, secrets);
    assert.doesNotMatch(json, /punkt-2/);
    assert.match(renderedText(document), /Se punkt 2/);
    const contents = document.head.find(({ type }) => type === "contents");
    assert.deepEqual(
      contents?.type === "contents" && contents.entries.map((entry) => [entry.text, entry.anchor]),
      [
        ["Velkomst", "punkt-1"],
        ["Eventuelt", "punkt-3"],
      ],
    );
  });

  it("leaves what the contents say of a closed item out, if the item itself is gone", () => {
    const entries = "Velkomst.....\t3\nLukket punkt: Salg af molen.....\t4\nmolen på Havnevej.....\t5\n";
    const source = `REFERAT Havneudvalget d. 04-03-2026\n\nIndholdsfortegnelse\n\n${entries}\nPunkt 1: Velkomst\n`;
    const listed = (options: RenderOptions): string[] =>
      rendered(source, options).head.flatMap((block) =>
        block.type === "contents" ? block.entries.map((entry) => entry.text) : [],
      );
    assert.deepEqual(listed({ public: true }), ["Velkomst"]);
    assert.deepEqual(listed({}), ["Velkomst", "Lukket punkt: Salg af molen", "molen på Havnevej"]);
  });

  it("shows the title alone where the profile says so", () => {
    const profile: Profile = {
      ...defaultProfile,
      publish: { ...defaultProfile.publish, closedItems: "title" },
    };
    const document = rendered(closedText, { public: true }, profile);
    const [, closed] = document.items;
    assert.deepEqual(closed, {
      type: "closed", line: 13, anchor: "punkt-2", label: "Punkt 2", number: 2, title: "Lukket punkt: Køb af Strandgården",
    }); // prettier-ignore
    assert.doesNotMatch(JSON.stringify(document), /7777|fortrolig|hemmelig|Kurve|Xenia|Vurdering|Zakarias/i);
  });

  it("shows closed items in full to those who may read them", () => {
    assert.match(renderedText(rendered(closedText)), /Prisen er fortrolig/);
  });
});

describe("the render model of odd documents", () => {
  const odd: readonly (readonly [string, string])[] = [
    ["an empty text", ""],
    ["blanks", "\n \n\t\n"],
    ["no items", "Kære alle\n\nHer er intet punkt.\n"],
    ["a title of 5,000 signs", `Punkt 1: ${"Havn ".repeat(1000)}\n\nTekst.\n`],
    ["a table of 200 columns", `Punkt 1: Tal\n\n${Array.from({ length: 200 }, (_, n) => `k${n}`).join("\t")}\n${"1\t".repeat(200)}\n`],
    ["halves of signs and control signs", "Punkt 1: A\ud83d\u0000B\n\nC\u0007\udc00\u000bD\u0085E\ufffe\n"],
    ["deep emphasis", `Punkt 1: A\n\nx ${"*(".repeat(20_000)}a${")*".repeat(20_000)}\n`],
    ["deep lists", `Punkt 1: A\n\n${Array.from({ length: 60 }, (_, n) => `${" ".repeat(2 * n)}- e${n}`).join("\n")}\n`],
  ]; // prettier-ignore
  for (const [name, source] of odd) {
    it(`of ${name} is whole and sound`, () => {
      const document = rendered(source);
      assert.deepEqual(wordsOf(renderedText(document)), wordsOf(source.replaceAll("\u2028", " ")));
      assert.doesNotMatch(
        JSON.stringify(document),
        /\\u(?:00[01]|d[89a-f]|fff[ef])|[\u007f-\u009f\ufffe\uffff]/,
      );
    });
  }
});
