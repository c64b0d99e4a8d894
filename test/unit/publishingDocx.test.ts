import assert from "node:assert/strict";
import { defaultProfile, type Profile } from "../../server/src/model/profile.ts";
import { docx, type DocxOptions } from "../../server/src/publishing/docx.ts";
import { render, type RenderOptions } from "../../server/src/publishing/render.ts";
import { withChanges } from "../../server/src/publishing/changes/changes.ts";
import type { RenderDocument } from "../../server/src/publishing/renderModel.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { missingWord, renderedText, wordsOf } from "../support/renderedWords.ts";
import { assertNested, marks, paragraphs, part, partsOf, textOf, unescaped } from "../support/wordFile.ts";

type Parts = ReadonlyMap<string, string>;

async function bytes(
  text: string,
  options: RenderOptions & DocxOptions = {},
  profile: Profile = defaultProfile,
): Promise<Uint8Array> {
  return docx(render(ReferatDocument.parse(text), "referat", profile, options), options);
}

async function parts(text: string, options: RenderOptions & DocxOptions = {}): Promise<Parts> {
  return partsOf(await bytes(text, options));
}

const body = (from: Parts): string => part(from, "word/document.xml");

function styled(from: Parts, style: string): string[] {
  return paragraphs(body(from))
    .filter((each) => each.style === style)
    .map(({ text }) => text);
}

const minutes = `REFERAT Kulturudvalget i Havneby d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-15:30

Mødedeltagere Anna Holm, A, Dan Friis, PLO (Fravær)

Indholdsfortegnelse

Havnen\t2
PAUSE\t3
Noget helt andet\t4

Punkt 1: Havnen (13.05-13.30)

Sagsnr. 26/0117

Oplæg

Se bilag 1.1 og punkt 2.[1]

Sagsfremstilling

Baggrund

Ord med **fed**, *kursiv* og [et link](https://a.example/?a=1&b=2).[1]

| Navn | Tal |
|---|---|
| x | 1 |

Indstilling

Det indstilles, at udvalget:

1. Godkender planen

Beslutning

1. Godkendt

Bilag

Bilag 1.1: Kort.pdf

[1] Noten.

PAUSE (13.30-13.40)

Punkt 2: Eventuelt
`;

describe("the Word document", () => {
  it("has Word's own styles, with headings in order", async () => {
    const file = await parts(minutes);
    const order = paragraphs(body(file)).filter(({ style }) =>
      /^(?:Title|Heading\d|Pause|.*overskrift)$/.test(style ?? ""),
    );
    assert.deepEqual(
      order.map(({ style, text }) => [style, text]),
      [
        ["Title", "Kulturudvalget i Havneby"],
        ["Heading1", "Punkt 1: Havnen"],
        ["Heading2", "Oplæg"],
        ["Heading2", "Sagsfremstilling"],
        ["Heading3", "Baggrund"],
        ["Indstillingsoverskrift", "Indstilling"],
        ["Beslutningsoverskrift", "Beslutning"],
        ["Heading2", "Bilag"],
        ["Pause", "PAUSE"],
        ["Heading1", "Punkt 2: Eventuelt"],
      ],
    ); // prettier-ignore
    assert.deepEqual(styled(file, "Dokumentart"), ["REFERAT"]);
    assert.deepEqual(styled(file, "Punktoplysning"), ["(13.05-13.30)   Sagsnr. 26/0117", "(13.30-13.40)"]);
    assert.deepEqual(styled(file, "Deltager"), ["Mødedeltagere\tAnna Holm, A", "\tDan Friis, PLO (Fravær)"]);
    assert.deepEqual(styled(file, "Indstilling"), ["Det indstilles, at udvalget:"]);
    assert.deepEqual(styled(file, "Beslutningsliste"), ["Godkendt"]);
    const styles = part(file, "word/styles.xml");
    const defined = [...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(defined).size, defined.length, "a style is defined once");
    for (const [path, xml] of file)
      for (const [, id] of xml.matchAll(/<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]*)"/g))
        assert.ok(defined.includes(id), `${path}: ${id}`);
    assert.match(
      styles,
      /w:styleId="Indstillingsoverskrift"[^>]*><w:name[^>]*><w:basedOn w:val="Heading2"\/>/,
    );
  });

  it("is in Danish, and says what it is and whose", async () => {
    const file = await parts(minutes, { state: "til godkendelse" });
    assert.match(part(file, "word/styles.xml"), /<w:docDefaults>[^]*<w:lang w:val="da-DK"/);
    const core = part(file, "docProps/core.xml");
    assert.deepEqual([...core.matchAll(/<(dc:\w+|cp:contentStatus)>([^<]*)</g)].map(([, name, value]) => [name, value]), [
      ["dc:title", "Referat: Kulturudvalget i Havneby, 4. marts 2026"],
      ["dc:subject", "Referat af møde den 4. marts 2026"],
      ["dc:creator", "Kulturudvalget i Havneby"],
      ["dc:language", "da-DK"],
      ["cp:contentStatus", "Til godkendelse"],
    ]); // prettier-ignore
    assert.doesNotMatch(core, /dcterms:(?:created|modified)/);
    const dated = await parts(minutes, { modified: "2026-03-04T12:00:00Z" });
    assert.match(
      part(dated, "docProps/core.xml"),
      /<dcterms:modified xsi:type="dcterms:W3CDTF">2026-03-04T12:00:00Z</,
    );
  });

  it("has running heads, numbered feet and the mark of its state on every page", async () => {
    const file = await parts(minutes, { state: "kladde" });
    const heads = [part(file, "word/header1.xml"), part(file, "word/header2.xml")].map(textOf);
    assert.deepEqual(heads.sort(), ["\tKLADDE", "Referat: Kulturudvalget i Havneby, 4. marts 2026\tKLADDE"]);
    for (const path of ["word/footer1.xml", "word/footer2.xml"]) {
      assert.equal(textOf(part(file, path)), "\tSide  af ");
      assert.match(part(file, path), />PAGE<[^]*>NUMPAGES</);
    }
    assert.match(body(file), /<w:titlePg\/>/);
    const own = await parts(minutes, { layout: { head: "Havneby", foot: "Sekretariatet" } });
    assert.ok([...own.values()].some((xml) => textOf(xml) === "Havneby"));
    assert.match(textOf(part(own, "word/footer1.xml")), /^Sekretariatet\tSide/);
  });

  it("has contents that are not empty before Word makes them anew, and asks for nothing", async () => {
    const file = await parts(minutes);
    const sdt = /<w:sdt>[^]*<\/w:sdt>/.exec(body(file))?.[0] ?? "";
    assert.match(sdt, /<w:docPartGallery w:val="Table of Contents"\/>/);
    assert.match(sdt, /TOC \\o &quot;1-1&quot; \\h \\z \\u/);
    assert.deepEqual(
      paragraphs(sdt).map(({ text }) => text),
      ["Indholdsfortegnelse", "Punkt 1: Havnen", "PAUSE", "Punkt 2: Eventuelt"],
    );
    // What the headings do not say is not lost.
    assert.deepEqual(styled(file, "TOC1").slice(3), ["Noget helt andet 4"]);
    for (const xml of file.values()) assert.doesNotMatch(xml, /w:updateFields|w:dirty="(?:true|1)"/);
  });

  it("leads somewhere with every link, and marks each place once", async () => {
    for (const text of [minutes, `${minutes}\n\nPunkt 1: Igen\n\nSe punkt 1 og bilag 1.1.[1]\n\n[1] En note til.\n`]) {
      const file = await parts(text);
      const names = [...body(file).matchAll(/<w:bookmarkStart w:name="([^"]*)" w:id="(\d+)"/g)];
      assert.ok(names.every(([, name = ""]) => /^[A-Za-z]\w{0,39}$/.test(name)));
      assert.equal(new Set(names.map(([, name]) => name)).size, names.length);
      const ends = [...body(file).matchAll(/<w:bookmarkEnd w:id="(\d+)"/g)].map(([, id]) => id);
      assert.deepEqual([...names.map(([, , id]) => id)].sort(), [...ends].sort());
      const led = [...body(file).matchAll(/w:anchor="([^"]*)"| (?:NOTEREF|PAGEREF) (\w+)/g)].map(([, a, b]) => a ?? b);
      assert.ok(led.length >= 6);
      for (const name of led) assert.ok(names.some(([, each]) => each === name), name);
    } // prettier-ignore
    const file = await parts(minutes);
    const rels = part(file, "word/_rels/document.xml.rels");
    assert.match(rels, /Target="https:\/\/a\.example\/\?a=1&amp;b=2" TargetMode="External"/);
    const ids = [...body(file).matchAll(/r:id="([^"]*)"/g)].map(([, id]) => id);
    for (const id of ids) assert.ok(rels.includes(`Id="${id}"`), id);
  });

  it("writes addresses of the web, of mail and of files beside it, and no others", async () => {
    const file = await parts(
      "Punkt 1: A\n\n[a](javascript:alert(1)) [c](data:x) [d](file:///x) [e](//x.example) [f](../x) [g](https://x.example) [h](mailto:a@x.example) [i](k/l.pdf)\n",
    );
    const targets = [...part(file, "word/_rels/document.xml.rels").matchAll(/Target="([^"]*)" TargetMode/g)].map(([, to]) => to);
    assert.deepEqual(targets, ["https://x.example", "mailto:a@x.example", "k/l.pdf"]);
  }); // prettier-ignore

  it("has the notes for Word's own, under the numbers that are written", async () => {
    const file = await parts(
      "Punkt 1: A\n\nOrd[1], ord[2] og ord[1].\n\n[1] Første[2].\n\n[2] Anden.\n\n[7] Ingen fører hertil.\n\nPunkt 2: B\n\nOrd[1].\n\n[1] Tredje.\n",
    );
    const notes = part(file, "word/footnotes.xml");
    const own = [...notes.matchAll(/<w:footnote w:id="([1-9]\d*)">([^]*?)<\/w:footnote>/g)];
    assert.deepEqual(own.map(([, id, xml = ""]) => [id, xml.includes('<w:footnoteRef/>'), textOf(xml)]), [
      ["1", true, " Første2."],
      ["2", true, " Anden."],
      // Word would call it 3.
      ["3", false, "1 Tredje."],
    ]); // prettier-ignore
    assert.deepEqual(
      [...body(file).matchAll(/<w:footnoteReference ([^/]*)\/>/g)].map(([, attributes]) => attributes),
      ['w:id="1"', 'w:id="2"', 'w:customMarkFollows="1" w:id="3"'],
    );
    assert.match(body(file), / NOTEREF r_punkt_1_note_1_fra_1 \\f \\h /);
    assert.deepEqual(styled(file, "FootnoteText"), ["[7] Ingen fører hertil."]);
  });

  it("counts lists as they are written", async () => {
    const file = await parts(
      "Punkt 1: A\n\n3. c\n4. d\n7. g\n   a) x\n   b) y\n8. h\n\nTekst\n\n1) e\n2) f\n\nTekst\n\nc) k\n\nTekst\n\n- p\n  - q\n- r\n\nTekst\n\n07. u\n\nTekst\n\næ) v\n",
    );
    const listed = marks(file).filter((mark) => mark !== "");
    assert.deepEqual(listed, ["3.", "4.", "7.", "a)", "b)", "8.", "1)", "2)", "c)", "•", "–", "•", "07.", "æ)"]);
    const levels = paragraphs(body(file)).flatMap(({ list }) => (list ? [list.level] : []));
    assert.deepEqual(levels, [0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    assert.doesNotMatch(body(file), /w:numId w:val="\D/);
    // Nine levels each, so that a colleague can take an entry in and out.
    for (const [, levels = ""] of part(file, "word/numbering.xml").matchAll(/<w:abstractNum [^]*?>([^]*?)<\/w:abstractNum>/g))
      assert.equal(levels.match(/<w:lvl /g)?.length, 9);
  }); // prettier-ignore

  it("leaves braces in the text alone, whatever they are to the library", async () => {
    const words = "{default-bullet-numbering-0} {liste-1-1} {liste-1-0} {x}";
    const file = await parts(
      `Punkt 1: ${words}\n\n1. ${words}\n\n[${words}](https://a.example)[1]\n\n[1] ${words}\n`,
    );
    assert.deepEqual(styled(file, "Heading1"), [`Punkt 1: ${words}`]);
    assert.deepEqual(styled(file, "ListNumber"), [words]);
    assert.ok(textOf(part(file, "word/footnotes.xml")).includes(words));
  });

  it("marks the headers of tables, which come again on each page", async () => {
    const file = await parts(minutes);
    const [table = ""] = /<w:tbl>[^]*?<\/w:tbl>/.exec(body(file)) ?? [];
    const rows = [...table.matchAll(/<w:tr>[^]*?<\/w:tr>/g)].map(([row]) => [row.includes('<w:tblHeader/>'), textOf(row)]);
    assert.deepEqual(rows, [[true, "NavnTal"], [false, "x1"]]);
    assert.match(table, /<w:tblStyle w:val="Referattabel"\/>/);
    assert.match(table, /<w:tblLook [^>]*w:firstRow="(?:1|true)"[^>]*w:firstColumn="(?:1|true)"/);
    assert.match(table, /<w:tblCaption w:val="Tabel 1"\/><\/w:tblPr>/);
    assert.match(table, /<w:jc w:val="right"\/>/);
  }); // prettier-ignore

  it("makes several tables of one that no page can hold, and names the rows in each", async () => {
    const numbers = Array.from({ length: 199 }, (_, index) => String(index + 1));
    const file = await parts(`Punkt 1: A\n\n| Navn | ${numbers.map((n) => `k${n}`).join(" | ")} |\n|${"---|".repeat(200)}\n| Havn | ${numbers.join(" | ")} |\n`);
    const tables = [...body(file).matchAll(/<w:tbl>[^]*?<\/w:tbl>/g)].map(([table]) => table);
    assert.equal(tables.length, 19);
    const cells = tables.map((table) => paragraphs(table).map(({ text }) => text));
    for (const each of cells) {
      assert.ok(each.length / 2 <= 12);
      assert.deepEqual([each[0], each[each.length / 2]], ["Navn", "Havn"]);
    }
    assert.deepEqual(cells.flatMap((each) => each.slice(each.length / 2 + 1)), numbers);
    assert.match(tables[1] ?? "", /<w:tblCaption w:val="Tabel 1, del 2 af 19"\/>/);
    // Two tables with nothing between them are one to Word.
    assert.doesNotMatch(body(file), /<\/w:tbl><w:tbl>/);
    for (const table of tables) {
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
      assert.equal(widths.reduce((sum, each) => sum + each, 0), 8845);
      assert.ok(widths.every((width) => width > 300));
    }
  }); // prettier-ignore

  it("bears a note once, where what it belongs to stands in every part of a table", async () => {
    const wide = Array.from({ length: 40 }, (_, index) => index);
    const file = await parts(
      `Punkt 1: A\n\n| Navn | ${wide.map((n) => `k${n}`).join(" | ")} |\n|${"---|".repeat(41)}\n| Havn[1] | ${wide.join(" | ")} |\n\n[1] Noten.\n`,
    );
    assert.equal(body(file).match(/<w:footnoteReference /g)?.length, 1);
    assert.equal(textOf(body(file)).match(/Havn\[1\]/g)?.length, 3);
    assert.match(textOf(body(file)), /Kolonne 2–11 af 41/);
  });

  it("keeps the entries of a list that is set apart at one edge", async () => {
    const file = await parts("Punkt 1: A\n\nIndstilling\n\nDet indstilles:\n\n1. a\n   a) b\n");
    assert.deepEqual(marks(file).filter((mark) => mark !== ""), ["1.", "a)"]);
    const indents = [...part(file, "word/numbering.xml").matchAll(/<w:ind w:left="(\d+)" w:hanging="(\d+)"\/>/g)];
    const edges = indents.map(([, left, hanging]) => Number(left) - Number(hanging));
    assert.equal(edges.filter((edge) => edge === 227).length, 18);
  }); // prettier-ignore

  it("begins each item on a new page where that is wanted, but no pause", async () => {
    const breaks = async (itemPerPage: boolean): Promise<string[]> =>
      paragraphs(body(await parts(minutes, { layout: { itemPerPage } })))
        .filter(({ xml }) => xml.includes("<w:pageBreakBefore/>"))
        .map(({ text }) => text);
    assert.deepEqual(await breaks(true), ["Punkt 1: Havnen", "Punkt 2: Eventuelt"]);
    assert.deepEqual(await breaks(false), []);
  });

  it("has no byte of a closed item, in any part or its name", async () => {
    const text = `REFERAT Kulturudvalget d. 04-03-2026

Indholdsfortegnelse

Havnen\t2
Lukket punkt: Strandgaarden\t3

Punkt 1: Havnen

Tekst.

Punkt 2: Lukket punkt: Strandgaarden (14.00-14.10)

Sagsnr. 26/9999

Fortroligt[1], se [siden](https://hemmelig.example) og **prisen**.

| Pris | Koeber |
|---|---|
| 4711 | Hemmeligsen |

Bilag

Bilag 2.1: Vurderingsnotat.pdf

[1] Hemmelig note.

Punkt 3: Eventuelt
`;
    const secret = /strandgaarden|9999|fortroligt|hemmelig|4711|vurdering|prisen|14\.00/i;
    const options = { public: true, files: ["Vurderingsnotat.pdf"] };
    const hidden = await parts(text, options);
    for (const [path, xml] of hidden) assert.doesNotMatch(`${path}\n${xml}`, secret);
    assert.deepEqual(styled(hidden, "Lukketpunkt").length, 1);
    const named = partsOf(
      await bytes(text, options, {
        ...defaultProfile,
        publish: { ...defaultProfile.publish, closedItems: "title" },
      }),
    );
    assert.deepEqual(styled(named, "Heading1")[1], "Punkt 2: Lukket punkt: Strandgaarden");
    for (const xml of named.values()) assert.doesNotMatch(xml, /9999|fortroligt|hemmelig|4711|vurdering/i);
    const whole = await parts(text);
    assert.match([...whole.values()].join(""), /Hemmelig note/);
  });

  it("marks what has come, gone and moved since an earlier version, by more than colour", async () => {
    const at = (text: string): RenderDocument => render(ReferatDocument.parse(text), "referat", defaultProfile);
    const before = at("Punkt 1: Havnen\n\nGammel tekst[1].\n\n[1] Noten.\n\nPunkt 2: Skoven\n\nTekst.\n");
    const after = at("Punkt 1: Skoven\n\nTekst.\n\nPunkt 2: Havnen\n\nNy tekst[1].\n\n[1] Noten.\n\nPunkt 3: Engen\n\nTekst.\n");
    const file = partsOf(await docx(withChanges(after, before, "dagsordenen"), {}));
    const marked = (pattern: RegExp): string =>
      [...body(file).matchAll(/<w:r>[^]*?<\/w:r>/g)].flatMap(([run]) => (pattern.test(run) ? [textOf(run)] : [])).join("|");
    assert.match(marked(/<w:strike\/>/), /udgået\|.*Gammel/);
    assert.match(marked(/<w:u w:val="double"/), /tilføjet\|.*Ny.*\|Punkt 3: Engen/);
    assert.ok(styled(file, "Aendring")[0]?.startsWith("Ændringer i forhold til dagsordenen: "));
    assert.ok(styled(file, "Aendring").includes("Nyt punkt."));
    assert.equal(body(file).match(/<w:footnoteReference /g)?.length, 1);
  }); // prettier-ignore

  it("says every word of the document, in order", async () => {
    const text = `${minutes}\n\nPunkt 3: ${"\u{1F600} & < > \" ' æøå ".repeat(3)}\n\n- [x] a\n\n10. ti\n11. elleve\n\n<b>ikke fed</b>\n`;
    const rendered = render(ReferatDocument.parse(text), "referat", defaultProfile);
    const file = await parts(text);
    // A note's words stand apart, marks are Word's, and a table of contents is made anew.
    const words = [body(file), part(file, "word/footnotes.xml")].map((xml) => unescaped(textOf(xml.replaceAll("</w:p>", "<w:tab/></w:p>")))).join(" ");
    const wanted = wordsOf(renderedText({ ...rendered, head: rendered.head.filter(({ type }) => type !== "contents") }).replace(/\[?1\]? Noten\.|\[1\]|\b(?:1|10|11)\. |https:\S+/g, " "));
    assert.equal(missingWord(wanted, wordsOf(words)), null);
    assert.ok(words.includes("Noten."));
  }); // prettier-ignore

  it("gives the same bytes each time", async () => {
    const first = await bytes(minutes, { state: "kladde" });
    await bytes("Punkt 1: Et andet\n\nSe punkt 1.\n");
    const zone = process.env["TZ"];
    try {
      process.env["TZ"] = "Pacific/Auckland";
      assert.deepEqual(await bytes(minutes, { state: "kladde" }), first);
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });

  it("is sound whatever the document holds", async () => {
    for (const text of [
      "",
      "\n",
      "Ingen punkter her.\n",
      `REFERAT ${"Udvalget ".repeat(600)}d. 04-03-2026\n\nPunkt 1: ${"Havn".repeat(1250)}\n`,
      "Punkt 1: \ud800 \u0000\u0007 \udc00 \ufffe ]]> <!-- --> &amp; <w:p/>\n\n\ud83d Tekst\u000b.\n",
      `Punkt 1: A\n\n${"x\t".repeat(200)}\n`,
      `Punkt 1: A\n\n${Array.from({ length: 40 }, (_, depth) => `${" ".repeat(depth * 2)}- d`).join("\n")}\n`,
      "Punkt 1: A\n\n99999999999. a\n0. b\n\nå) c\n\nQ) d\n",
      "Punkt 1: A\n\n[1] Note[1] til sig selv.\n",
    ]) {
      const file = await parts(text, { state: "kladde" });
      for (const [path, xml] of file) {
        assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/, path);
        assertNested(xml, path);
      }
      assert.ok(paragraphs(body(file)).length > 0);
    }
  }); // prettier-ignore
});
