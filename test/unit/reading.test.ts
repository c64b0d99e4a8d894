import assert from "node:assert/strict";
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { strToU8, zipSync } from "fflate";
import type { FileReading } from "../../server/src/reading/readFile.ts";
import { Reader, type StartReader } from "../../server/src/reading/reader.ts";
import { largestAttachment, mostUnpacked, readableKind } from "../../server/src/reading/reading.ts";
import type { ReaderRequest, ReaderResponse } from "../../server/src/reading/readerEnd.ts";
import { lockedPdf, packed, plainPdf, reading, word } from "../support/attachments.ts";
import { printed } from "../support/typesetting.ts";

/** The numbers that are found, with their pages; or why there are none. */
async function found(name: string, content: string | Uint8Array): Promise<string[] | string> {
  const result = await reading(name, content);
  return "unread" in result
    ? result.unread
    : result.numbers.map(({ shown, page }) => (page === null ? shown : `${shown} p${page}`));
}

describe("reading attachments", () => {
  it("knows a file by its ending", () => {
    assert.equal(readableKind("Budget 2026.XLSX"), "packed");
    assert.equal(readableKind("kort.pdf"), "pdf");
    assert.equal(readableKind("Noter.txt"), "plain");
    assert.equal(readableKind("billede.jpg"), null);
    assert.equal(readableKind("gammel.doc"), null);
    assert.equal(readableKind("pdf"), null);
  });

  it("reads text in whichever encoding it was saved", async () => {
    const text = "Ærø;010203-1234;å";
    const utf16 = Buffer.from(text, "utf16le");
    assert.deepEqual(await found("a.csv", text), ["010203-xxxx"]);
    assert.deepEqual(await found("a.csv", Buffer.from(text, "latin1")), ["010203-xxxx"]);
    assert.deepEqual(await found("a.csv", utf16), ["010203-xxxx"]);
    assert.deepEqual(await found("a.csv", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])), [
      "010203-xxxx",
    ]);
    assert.deepEqual(await found("a.csv", Buffer.from([0xfe, 0xff, ...Buffer.from(utf16).swap16()])), [
      "010203-xxxx",
    ]);
    assert.deepEqual(await found("a.csv", Buffer.from(utf16).swap16()), ["010203-xxxx"]);
    assert.deepEqual(await found("a.txt", ""), []);
  });

  it("names each number once, and never in full", async () => {
    const result = await reading("a.md", "- 010203-1234\n- 010203-1234\n- 010203 1234\n- 311299-0001\n");
    assert.deepEqual(result, {
      numbers: [
        { shown: "010203-xxxx", page: null },
        { shown: "311299-xxxx", page: null },
      ],
    });
  });

  it("takes nothing for a number that only looks like one", async () => {
    for (const text of [
      "Faktura 010203-12345",
      "CVR-nr. 0102031234",
      "320203-1234 og 011303-1234 og 300203-1234",
      "Tlf. +45 0102031234",
      "Kontonr. 1234 0102031234",
      "1.010203-1234",
      "kr. 0102031234",
      "https://havneby.example/sag/0102031234/side",
      "26/010203-12",
    ])
      assert.deepEqual(await found("a.txt", text), [], text);
  });

  it("joins what a line parts at its hyphen, and drops what nobody sees", async () => {
    assert.deepEqual(await found("a.txt", "Borger 010203-\r\n1234 har"), ["010203-xxxx"]);
    assert.deepEqual(await found("a.txt", "01\u00ad0203\u20111234"), ["010203-xxxx"]);
    assert.deepEqual(await found("a.txt", "010203\n1234"), []);
  });

  it("reads the words of a web page, its comments and descriptions, but not its scripts", async () => {
    const page = (body: string): Promise<string[] | string> =>
      found("a.html", `<html><head><style>a{x:010203-1234}</style></head><body>${body}</body></html>`);
    assert.deepEqual(await page("<p>Intet</p>"), []);
    assert.deepEqual(await page("<p>0102<b>03</b>&#45;12<i>34</i></p>"), ["010203-xxxx"]);
    assert.deepEqual(await page("<table><tr><td>010203</td><td>1234</td></tr></table>"), []);
    assert.deepEqual(await page("<!-- 010203-1234 -->"), ["010203-xxxx"]);
    assert.deepEqual(await page("<p>0102<![CDATA[03-12]]>34</p>"), ["010203-xxxx"]);
    assert.deepEqual(await page("<p>010203&ndash;1234 &ukendt; 010203&#1114112;1234</p>"), ["010203-xxxx"]);
    assert.deepEqual(await page(`<img alt="Pas, 010203-1234" src=a.png>`), ["010203-xxxx"]);
    assert.deepEqual(await page("<script>var a = '010203-1234'</script><p>a < b"), []);
    assert.deepEqual(await page("<script>var a = 1"), []);
  });

  it("reads Rich Text", async () => {
    const rtf = String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard Borger 0102{\b 03}\_1234\par \'e6 311299-0001}`;
    assert.deepEqual(await found("a.rtf", rtf), ["010203-xxxx", "311299-xxxx"]);
    for (const written of [
      String.raw`010203\u8209 ?1234`,
      String.raw`010203\u-8?1234, 010203\endash 1234`,
      String.raw`010203-12\-34`,
    ])
      assert.deepEqual(await found("a.rtf", String.raw`{\rtf1 ${written}}`), ["010203-xxxx"], written);
  });

  it("reads Word documents, however many pieces a number is written in", async () => {
    const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
    const document = new Document({
      title: "Notat om 311299-0001",
      sections: [
        {
          children: [
            new Paragraph({
              children: [new TextRun("Hr. 0102"), new TextRun({ text: "03-1234", color: "AA0000" })],
            }),
            new Table({
              rows: [new TableRow({ children: [cell("150340-0002"), cell("010203"), cell("9999")] })],
            }),
          ],
        },
      ],
    });
    assert.deepEqual(await found("a.docx", await Packer.toBuffer(document)), [
      "010203-xxxx",
      "150340-xxxx",
      "311299-xxxx",
    ]);
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
    assert.deepEqual(await found("a.docx", word(`<w:p>${run("010203")}</w:p><w:p>${run("1234")}</w:p>`)), []);
    assert.deepEqual(
      await found("a.docx", word(`<w:p>${run("010203")}<w:r><w:noBreakHyphen/></w:r>${run("1234")}</w:p>`)),
      ["010203-xxxx"],
    );
  });

  it("reads what is tracked as it is and as it was", async () => {
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
    const deleted = (text: string): string => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const inserted = (text: string): string => `<w:ins>${run(text)}</w:ins>`;
    const body = `<w:p>${run("0102")}${deleted("03")}${inserted("04")}${run("-1234")}</w:p>`;
    assert.deepEqual(await found("a.docx", word(body)), ["010204-xxxx", "010203-xxxx"]);
  });

  it("reads the comments, notes and heads of a document too", async () => {
    const body = "<w:p><w:r><w:t>Intet</w:t></w:r></w:p>";
    for (const part of ["comments", "footnotes", "header1"]) {
      const file = packed({
        "word/document.xml": body,
        [`word/${part}.xml`]: "<w:p><w:r><w:t>010203-1234</w:t></w:r></w:p>",
        "word/theme/theme1.xml": "<a>311299-0001</a>",
      });
      assert.deepEqual(await found("a.docx", file), ["010203-xxxx"], part);
    }
  });

  it("reads the sheet that a chart brings along", async () => {
    const sheet = packed({ "xl/sharedStrings.xml": "<sst><si><t>010203-1234</t></si></sst>" });
    const file = zipSync({
      "word/document.xml": strToU8("<w:p>Intet</w:p>"),
      "word/embeddings/Sheet1.xlsx": sheet,
    });
    assert.deepEqual(await found("a.docx", file), ["010203-xxxx"]);
  });

  it("reads sheets, also numbers that are only shown with a hyphen", async () => {
    const sheet = (cells: string): Uint8Array =>
      packed({
        "xl/styles.xml":
          '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="000000\\-0000"/></numFmts><cellStyleXfs><xf numFmtId="170"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170" fontId="0"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml":
          "<sst><si><r><t>0102</t></r><r><t>03-1234</t></r></si><si><t>311299</t></si></sst>",
        "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>`,
      });
    assert.deepEqual(await found("a.xlsx", sheet('<c r="A1" t="s"><v>0</v></c>')), ["010203-xxxx"]);
    assert.deepEqual(await found("a.xlsx", sheet('<c r="A1" s="1"><v>103605678</v></c>')), [
      "010203-xxxx",
      "010360-xxxx",
    ]);
    assert.deepEqual(await found("a.xlsx", sheet('<c r="A1" s="0"><v>103605678</v></c>')), ["010203-xxxx"]);
  });

  it("reads slides and OpenDocument", async () => {
    const slide = "<p:sp><a:p><a:r><a:t>010203</a:t></a:r><a:r><a:t>-1234</a:t></a:r></a:p></p:sp>";
    assert.deepEqual(await found("a.pptx", packed({ "ppt/slides/slide1.xml": slide })), ["010203-xxxx"]);
    const text = "<text:p>010203<text:s/><text:span>1234</text:span></text:p>";
    assert.deepEqual(await found("a.odt", packed({ "content.xml": text })), ["010203-xxxx"]);
  });

  it("reads the pages of a PDF, and says on which page a number stands", async () => {
    const minutes = `REFERAT Havneudvalget d. 04-03-2026\n\nMødedato Onsdag d. 4. marts 2026 kl. 13:00\n\nPunkt 1: Ny mole\n\nMolen er gammel.\n\nPunkt 2: Pladser\n\nAnsøger er 010203-1234, se også 20-14-000012 og 311299‑0001.\n`;
    const { pdf, pageCount } = await printed(minutes);
    assert.deepEqual(await found("a.pdf", pdf), [`010203-xxxx p${pageCount}`, `311299-xxxx p${pageCount}`]);
    assert.ok(pageCount > 1);
  });

  it("reads a PDF whose font is not in it, and joins the pieces of a line", async () => {
    assert.deepEqual(await found("a.pdf", plainPdf("(Borger 0102) Tj (03-) Tj (1234 har) Tj")), [
      "010203-xxxx p1",
    ]);
    assert.deepEqual(await found("a.pdf", plainPdf("(010203-) Tj 0 -14 Td (1234) Tj")), ["010203-xxxx p1"]);
    assert.deepEqual(await found("a.pdf", plainPdf("(010203) Tj 200 0 Td (1234) Tj")), []);
    assert.deepEqual(await found("a.pdf", plainPdf("(010203 1234) Tj")), ["010203-xxxx p1"]);
  });

  it("says what was not read, and why", async () => {
    assert.equal(await found("a.pdf", lockedPdf()), "encrypted");
    assert.equal(await found("a.pdf", plainPdf("")), "noText");
    assert.equal(await found("a.pdf", "%PDF-1.7\nrod"), "damaged");
    assert.equal(await found("a.docx", "ikke en zip"), "damaged");
    assert.equal(await found("a.docx", packed({ "x.txt": "010203-1234" })), "damaged");
    const whole = word("<w:p>ord</w:p>");
    assert.equal(await found("a.docx", whole.subarray(0, whole.length - 30)), "damaged");
    assert.equal(
      await found("a.docx", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0, 0])),
      "encrypted",
    );
    const manifest = "<manifest><manifest:encryption-data/></manifest>";
    assert.equal(await found("a.odt", packed({ "META-INF/manifest.xml": manifest })), "encrypted");
    assert.equal(await found("a.txt", new Uint8Array(largestAttachment + 1)), "tooLarge");
  });

  it("unpacks no bomb, and believes none that says it is small", async () => {
    const huge = new Uint8Array(mostUnpacked + 1).fill(0x20);
    const bomb = zipSync({ "word/document.xml": huge });
    assert.ok(bomb.length < 100_000);
    assert.equal(await found("a.docx", bomb), "tooLarge");
    const liar = zipSync({ "word/document.xml": strToU8(`<w:p>${"ord ".repeat(100_000)}010203-1234</w:p>`) });
    const directory = Buffer.from(liar.buffer).lastIndexOf("PK\x01\x02", undefined, "latin1");
    new DataView(liar.buffer).setUint32(directory + 24, 1000, true);
    assert.equal(await found("a.docx", liar), "damaged");
  });

  it("takes hostile markup as it comes", async () => {
    for (const text of [
      "<",
      "<!--",
      "<a ".repeat(50_000),
      "<![CDATA[",
      "<script>".repeat(20_000),
      "&#x110000;&#;&x",
    ])
      assert.deepEqual(await found("a.html", `010203-1234 ${text}`), ["010203-xxxx"], text.slice(0, 10));
  });
});

describe("the reader", () => {
  /** A reader whose threads do nothing by themselves. */
  function threads(limit?: number): {
    reader: Reader;
    started: {
      requests: ReaderRequest[];
      ended: boolean;
      answer: (response: ReaderResponse) => void;
      die: () => void;
    }[];
  } {
    const started: ReturnType<typeof threads>["started"] = [];
    const start: StartReader = ({ answered, ended }) => {
      const thread = { requests: [] as ReaderRequest[], ended: false, answer: answered, die: ended };
      started.push(thread);
      return { post: (request) => thread.requests.push(request), end: () => (thread.ended = true) };
    };
    return { reader: new Reader(start, limit), started };
  }
  const bytes = new Uint8Array(1);
  const nothing: FileReading = { numbers: [] };

  it("reads one file after the other, in one thread", async () => {
    const { reader, started } = threads();
    assert.equal(started.length, 0);
    const first = reader.read("a.txt", bytes);
    const second = reader.read("b.txt", bytes);
    const [thread] = started;
    assert.ok(thread);
    assert.deepEqual(thread.requests.map(({ name }) => name), ["a.txt"]);
    thread.answer({ id: 1, reading: nothing });
    assert.deepEqual(await first, nothing);
    assert.deepEqual(thread.requests.map(({ name }) => name), ["a.txt", "b.txt"]);
    thread.answer({ id: 2, reading: { unread: "damaged" } });
    assert.deepEqual(await second, { unread: "damaged" });
    assert.equal(started.length, 1);
    reader.close();
    assert.ok(thread.ended);
  }); // prettier-ignore

  it("gives a file up that the thread breaks down on, and reads the next in another", async () => {
    const { reader, started } = threads();
    const first = reader.read("a.pdf", bytes);
    const second = reader.read("b.pdf", bytes);
    started[0]?.die();
    assert.deepEqual(await first, { unread: "gaveUp" });
    started[1]?.answer({ id: 2, reading: nothing });
    assert.deepEqual(await second, nothing);
    reader.close();
  });

  it("gives a file up that takes too long, and all of them when it is closed", async () => {
    const { reader, started } = threads(1);
    assert.deepEqual(await reader.read("a.pdf", bytes), { unread: "gaveUp" });
    assert.ok(started[0]?.ended);
    const slow = threads();
    const waiting = [slow.reader.read("a.pdf", bytes), slow.reader.read("b.pdf", bytes)];
    slow.reader.close();
    assert.deepEqual(await Promise.all(waiting), [{ unread: "gaveUp" }, { unread: "gaveUp" }]);
    assert.ok(slow.started[0]?.ended);
  });
});
