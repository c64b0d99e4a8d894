import assert from "node:assert/strict";
import fc from "fast-check";
import {
  EngineEnded,
  itemPages,
  type Laid,
  LayoutError,
  type LayoutJob,
  linePositions,
} from "../../server/src/engine/job.ts";
import { layoutFiles } from "../../server/src/engine/layoutFiles.ts";
import { print, type Printed } from "../../server/src/engine/print.ts";
import { defaultLayout } from "../../server/src/model/pageLayout.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { withChanges } from "../../server/src/publishing/changes/changes.ts";
import { render } from "../../server/src/publishing/render.ts";
import type { RenderDocument } from "../../server/src/publishing/renderModel.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { lettersOf, Pdf } from "../support/pdf.ts";
import { renderedText, wordsOf } from "../support/renderedWords.ts";
import { documentsToPrint, engine, printed } from "../support/typesetting.ts";

const minutes = `REFERAT Kulturudvalget i Havneby d. 04-03-2026

Mødedato Onsdag d. 4. marts 2026 kl. 13:00-15:30

Mødedeltagere Anna Holm, A, Bent Krogh, V, Dan Friis (Afbud)

Indholdsfortegnelse

Drøftelse af havnen.....7
Lukket punkt: Køb af Strandgården.....8
Eventuelt.....9

Punkt 1: Drøftelse af havnen

${"En lang sagsfremstilling om kajen. ".repeat(250)}

Se punkt 3.

Punkt 2: Lukket punkt: Køb af Strandgården

Prisen er fortrolig.

Bilag

Bilag 2.1: Vurderingsnotat.pdf

Punkt 3: Eventuelt

Intet.
`;

async function pdfOf(...args: Parameters<typeof printed>): Promise<Pdf> {
  return new Pdf((await printed(...args)).pdf);
}

describe("the PDF", () => {
  it("has the head, true page numbers in the contents, running heads and numbered pages", async () => {
    const laid = await printed(minutes, { state: "kladde" });
    const pages = new Pdf(laid.pdf).pages();
    assert.equal(pages.length, laid.pageCount);
    const [cover = "", ...others] = pages;
    for (const words of ["REFERAT", "Kulturudvalget i Havneby", "Anna Holm", "Afbud", "KLADDE"])
      assert.ok(cover.includes(words), words);
    const pagesOf = itemPages(laid.places);
    for (const [anchor, title] of [
      ["punkt-1", "Drøftelse af havnen"],
      ["punkt-2", "Lukket punkt: Køb af Strandgården"],
      ["punkt-3", "Eventuelt"],
    ] as const) {
      const page = pagesOf.get(anchor) ?? 0;
      assert.ok(pages[page - 1]?.includes(title), title);
      // The entry's own page, not the one that was written behind it.
      assert.match(cover, new RegExp(`${title}\\s+${page}\\s`));
    }
    assert.ok((pagesOf.get("punkt-3") ?? 0) > 4);
    others.forEach((page, index) => {
      assert.ok(page.includes("Referat: Kulturudvalget i Havneby, 4. marts 2026"));
      assert.ok(page.includes("KLADDE"));
      assert.match(page, new RegExp(`side ${index + 2} af ${pages.length}`));
    });
  });

  it("says where each line stands, page for page", async () => {
    const { places } = await printed(minutes);
    const lines = minutes.split("\n");
    const positions = linePositions(places);
    const placed = new Set(positions.map(({ line }) => line));
    for (const words of [
      "Mødedato",
      "Punkt 1: Drøftelse af havnen",
      "Se punkt 3.",
      "Prisen er",
      "Bilag 2.1",
      "Intet.",
    ])
      assert.ok(placed.has(lines.findLastIndex((line) => line.startsWith(words))), words);
    for (const [index, { line, page, y }] of positions.entries()) {
      const before = positions[index - 1];
      if (!before || line < 16) continue;
      assert.ok(page > before.page || (page === before.page && y >= before.y), `line ${line}`);
    }
  });

  it("is tagged, in Danish, with its title and bookmarks", async () => {
    const pdf = await pdfOf(minutes);
    assert.match(pdf.unpacked, /\/Lang \(da-DK\)/);
    assert.match(pdf.unpacked, /\/Marked true/);
    for (const tag of ["H1", "TOC", "TOCI", "Link"]) assert.match(pdf.unpacked, new RegExp(`/S /${tag}\\b`));
    assert.deepEqual(pdf.bookmarks, [
      "Punkt 1 Drøftelse af havnen",
      "Punkt 2 Lukket punkt: Køb af Strandgården",
      "Bilag",
      "Punkt 3 Eventuelt",
    ]);
  });

  it("gives the same bytes for the same document, and a date only where one is given", async () => {
    const first = await printed(minutes);
    assert.deepEqual(Buffer.from((await printed(minutes)).pdf), Buffer.from(first.pdf));
    assert.doesNotMatch(new Pdf(first.pdf).unpacked, /\/(?:CreationDate|ModDate)/);
    const dated = await pdfOf(minutes, { modified: "2026-03-04T12:00:00Z" });
    assert.match(dated.unpacked, /\/CreationDate \(D:20260304120000/);
  });

  it("holds nothing of closed items where it is for everybody", async () => {
    const pdf = await pdfOf(minutes, { public: true });
    const secrets = ["Strandgården", "Prisen er fortrolig", "Vurderingsnotat"];
    const shown = lettersOf(pdf.pages().join(""));
    for (const secret of secrets) {
      assert.ok(!shown.includes(lettersOf(secret)), secret);
      const utf16 = Buffer.from(secret, "utf16le").swap16();
      for (const form of [
        secret,
        Buffer.from(secret).toString("latin1"),
        utf16.toString("latin1"),
        utf16.toString("hex").toUpperCase(),
        // As a string of PDF writes it: what is no letter of ASCII in octal.
        secret.split(/[^ -~]/)[0] ?? secret,
      ])
        assert.ok(!pdf.unpacked.includes(form), `${secret}: ${form}`);
    }
    assert.ok(shown.includes(lettersOf("Lukket punkt. Punktet er behandlet for lukkede døre")));
    // What is looked for is found where it is to be.
    assert.ok(lettersOf((await pdfOf(minutes)).pages().join("")).includes("Strandgården"));
  });

  it("shows every word of a document, however it is written", async () => {
    const word = fc.string({
      unit: fc.constantFrom(...'aåÆz09"\\#$*_`<>@=-/~[](){};,.:&%§½–»'),
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 30 }), async (words) => {
        const text = `Punkt 1: Sag\n\nA${words.join(" ")}Z\n`;
        const document = render(ReferatDocument.parse(text), "referat", defaultProfile);
        const shown = lettersOf((await pdfOf(text)).pages().join(""));
        for (const wanted of wordsOf(renderedText(document)))
          assert.ok(shown.toLowerCase().includes(lettersOf(wanted).toLowerCase()), `${wanted} of ${text}`);
      }),
      { numRuns: 40 },
    );
  });

  for (const { name, text } of documentsToPrint())
    it(`shows every word of ${name}`, async () => {
      const document = render(ReferatDocument.parse(text), "referat", defaultProfile);
      const pdf = await pdfOf(text);
      const shown = lettersOf([...pdf.pages(), ...pdf.addresses].join("")).toLowerCase();
      const pageNumbers = new Set(
        document.head.flatMap((block) =>
          block.type === "contents" ? block.entries.map(({ page }) => String(page)) : [],
        ),
      );
      const missing = wordsOf(renderedText(document)).filter(
        (word) => !pageNumbers.has(word) && !shown.includes(lettersOf(word).toLowerCase()),
      );
      assert.equal(
        missing.length,
        0,
        `${missing.length} words, at ${missing.map((word) => text.indexOf(word)).join(", ")}`,
      );
    });
});

describe("the PDF with its changes", () => {
  const at = (text: string): RenderDocument => render(ReferatDocument.parse(text), "referat", defaultProfile);
  const before = at(
    "Punkt 1: Havnen\n\nGammel tekst[1].\n\n[1] Noten.\n\nBilag\n\nBilag 1.1: Kort.pdf\n\nPunkt 2: Skoven\n\nTekst.\n\nPunkt 3: Marken\n\nBilag\n\nBilag 3.1: Mark.pdf\n",
  );
  const later =
    "Punkt 1: Skoven\n\nTekst.\n\nPunkt 2: Havnen\n\nNy tekst[1].\n\n[1] Noten.\n\nBilag\n\nBilag 2.1: Kort.pdf\n\nPunkt 3: Engen\n\nTekst.\n";

  it("marks what is new, gone and moved, and lists no item that is gone", async () => {
    const document = withChanges(at(later), before, "dagsordenen");
    const options = { layout: defaultLayout, files: { logo: null, fonts: [], warnings: [] }, modified: null };
    const { pdf, places } = await print(engine, document, options);
    const [cover = "", ...pages] = new Pdf(pdf).pages();
    assert.match(cover, /Ændringer i forhold til dagsordenen:/);
    assert.ok(!cover.includes("Marken"));
    for (const words of ["Gammel", "Ny", "Nyt punkt.", "Punktet er udgået.", "Punktet er flyttet.", "Marken"])
      assert.ok(
        pages.some((page) => page.includes(words)),
        words,
      );
    // The lines are those of the document as it is now.
    const lines = later.split("\n");
    for (const { line } of places) assert.notEqual(lines[line], "", String(line));
    assert.deepEqual([...itemPages(places).keys()].length, 3);
  });

  it("places the lines of the document as it is now, whatever is gone", async () => {
    const now =
      "REFERAT Havneudvalget d. 04-03-2026\n\nMødedato 4. marts 2026\n\nPunkt 1: Skoven\n\nTekst.\n\n| A | B |\n| --- | --- |\n| en | to |\n\n- Et\n";
    const gone =
      "\n\nUdgået afsnit[1].\n\n- Udgået\n  - Også det\n\n| C | D | E |\n| --- | --- | --- |\n| x | y | z |\n\n[1] Noten.\n\nSagsfremstilling\n\nGammel sag.\n\nBaggrund\n\nGammel baggrund.\n\nBilag\n\nBilag 1.1: Kort.pdf\n\nPunkt 2: Marken (13.00-13.10)\nSagsnr. 26/1\n\n| F | G |\n| --- | --- |\n| h | i |\n";
    const was = now.replace("| en | to |", "| ni | ti |\n| en | to |\n| tre | fire |") + gone;
    const placesOf = async (document: RenderDocument): Promise<number[]> => {
      const options = {
        layout: defaultLayout,
        files: { logo: null, fonts: [], warnings: [] },
        modified: null,
      };
      return linePositions((await print(engine, document, options)).places).map(({ line }) => line);
    };
    const marked = withChanges(at(now), at(was), "dagsordenen");
    for (const word of ["udgået", "også", "noten", "gammel", "kort", "marken", "ni", "tre", "x", "h"])
      assert.ok(wordsOf(renderedText(marked)).includes(word), word);
    assert.deepEqual(await placesOf(marked), await placesOf(at(now)));
  });
});

describe("the PDF of what nobody expects", () => {
  it("is sound for a document without an item, or without a word", async () => {
    for (const text of ["", "\n\n", "REFERAT", "Bare en tekst.", "Punkt 1:", "PAUSE"]) {
      const { pageCount } = await printed(text);
      assert.equal(pageCount, text.startsWith("Punkt") ? 2 : 1, JSON.stringify(text));
    }
  });

  it("holds a table of 200 columns, row for row", async () => {
    const row = (of: (index: number) => string): string =>
      `| ${Array.from({ length: 200 }, (_, index) => of(index)).join(" | ")} |`;
    const text = `Punkt 1: A\n\n${row((i) => `K${i}x`)}\n${row(() => "---")}\n${row((i) => `v${i}x`)}\n${row((i) => `w${i}x`)}\n`;
    const shown = (await pdfOf(text)).pages().join(" ");
    for (let index = 0; index < 200; index++)
      for (const name of ["K", "v", "w"]) assert.ok(shown.includes(`${name}${index}x`), `${name}${index}`);
  });

  it("holds a title of 5,000 signs, on as many pages as it takes", async () => {
    const title = "Meget lang titel ".repeat(295).trim();
    const laid = await printed(`REFERAT ${title} d. 04-03-2026\n\nPunkt 1: ${title}\n\nTekst.\n`);
    const shown = lettersOf(new Pdf(laid.pdf).pages({ artifacts: false }).join(""));
    assert.ok(shown.split("Megetlangtitel").length - 1 >= 2 * 295);
    const one = await printed(`Punkt 1: ${"x".repeat(5000)}\n`);
    assert.ok(lettersOf(new Pdf(one.pdf).pages({ artifacts: false }).join("")).includes("x".repeat(5000)));
  });

  it("names the signs that no font has", async () => {
    const { warnings, missing } = await printed(
      "Punkt 1: A\n\nÆ ø å é ½ – “ ” € ✓ ☐ 漢字 og 😀, o\u0308, a\u00adb.\n",
    );
    assert.deepEqual(missing, ["漢", "字", "😀"]);
    assert.deepEqual(warnings, [{ type: "signsMissing", signs: ["漢", "字", "😀"] }]);
  });

  it("goes without a logo that is missing or no picture, and says so", async () => {
    const layout = { ...defaultLayout, logo: "logo.png", fontFiles: ["a.ttf"], font: "Kommune Sans" };
    const png = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      Buffer.alloc(40),
    ]);
    for (const [bytes, type] of [
      [null, "logoMissing"],
      [Buffer.from("ikke et billede"), "logoUnreadable"],
      [png, "logoUnreadable"],
    ] as const) {
      const files = layoutFiles(layout, (path) => (path === "logo.png" ? bytes : null));
      const { warnings, pageCount } = await printed(minutes, { layout, files });
      assert.deepEqual(
        warnings.map((warning) => warning.type).sort(),
        ["fontMissing", "fontUnknown", type].sort(),
      );
      assert.ok(pageCount > 4);
    }
  });

  it("goes without a logo that the engine breaks down over, but not where the engine was ended", async () => {
    const layout = { ...defaultLayout, logo: "logo.svg" };
    const files = layoutFiles(layout, () => Buffer.from("<svg >"));
    const laid = { pdf: new Uint8Array(), pageCount: 1, places: [], missing: [], unknownFonts: [] };
    const over = (error: Error): Promise<Printed> => {
      const layOut = (job: LayoutJob): Promise<Laid> =>
        job.files.length > 0 ? Promise.reject(error) : Promise.resolve(laid);
      return print({ layOut }, render(ReferatDocument.parse(minutes), "referat", defaultProfile), {
        layout,
        files,
        modified: null,
      });
    };
    const { warnings } = await over(new EngineEnded("unreachable"));
    assert.deepEqual(warnings, [{ type: "logoUnreadable", path: "logo.svg" }]);
    await assert.rejects(over(new EngineEnded("closed", true)), EngineEnded);
  });

  it("shows a logo, with its words for those who do not see it", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><rect width="90" height="40" fill="#a03"/></svg>';
    const layout = {
      ...defaultLayout,
      logo: "logo.svg",
      logoText: "Havneby Kommune",
      accent: "#aa0033",
      foot: "Havneby",
      head: "Udvalget",
      format: "letter" as const,
    };
    const files = layoutFiles(layout, () => Buffer.from(svg));
    const { pdf, warnings } = await printed(minutes, { layout, files });
    assert.deepEqual(warnings, []);
    const read = new Pdf(pdf);
    assert.match(read.unpacked, /\/Alt \(Havneby Kommune\)/);
    assert.match(read.unpacked, /\/S \/Figure/);
    assert.match(read.unpacked, /\/MediaBox \[0 0 612 792\]/);
    const [, second = ""] = read.pages();
    assert.match(second, /Udvalget[\s\S]*Havneby\s/);
  });

  it("is refused in the engine's words where a source does not hold together", async () => {
    await assert.rejects(engine.layOut({ source: "#ingenting()", files: [], fonts: [] }), LayoutError);
    await assert.rejects(
      engine.layOut({ source: '#read("/etc/passwd")', files: [], fonts: [] }),
      LayoutError,
    );
    await assert.rejects(
      engine.layOut({ source: '#import "@preview/x:1.0.0"', files: [], fonts: [] }),
      LayoutError,
    );
    assert.ok((await printed("Punkt 1: A\n")).pageCount > 0);
  });
});
