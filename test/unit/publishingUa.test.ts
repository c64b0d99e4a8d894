import assert from "node:assert/strict";
import { createRequire } from "node:module";
import type { NodeCompiler as Compiler } from "@myriaddreamin/typst-ts-node-compiler";
import { defaultLayout } from "../../server/src/model/pageLayout.ts";
import { defaultProfile } from "../../server/src/model/profile.ts";
import { withChanges } from "../../server/src/publishing/changes/changes.ts";
import { render } from "../../server/src/publishing/render.ts";
import type { RenderDocument } from "../../server/src/publishing/renderModel.ts";
import { typst } from "../../server/src/publishing/typst.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";
import { documentsToPrint, fonts } from "../support/typesetting.ts";

/** Typst as a program of this platform, which can be asked for a standard; null where it is not there. */
function nativeCompiler(): Compiler | null {
  try {
    const { NodeCompiler } = createRequire(import.meta.url)("@myriaddreamin/typst-ts-node-compiler") as {
      NodeCompiler: { create(args: object): Compiler };
    };
    return NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  } catch (error) {
    console.log(`PDF/UA-1 was not attested: Typst is not there for this platform (${String(error)}).`);
    return null;
  }
}

const compiler = nativeCompiler();

if (compiler) {
  /** Throws, in the compiler's words, where the pages do not conform to PDF/UA-1. */
  const attest = (source: string): void => {
    try {
      compiler.pdf({ mainFileContent: source }, { pdfStandard: "ua-1" });
    } catch (error) {
      throw new Error(error instanceof Error ? error.message : JSON.stringify(error), { cause: error });
    }
  };
  const sourceOf = (text: string, options: Parameters<typeof typst>[1] = {}, isPublic = false): string =>
    typst(
      render(ReferatDocument.parse(text), "referat", defaultProfile, { public: isPublic, state: "godkendt" }),
      options,
    );

  describe("PDF/UA-1", () => {
    for (const { name, text } of documentsToPrint())
      it(`is kept by ${name}, in full and for everybody`, () => {
        attest(sourceOf(text));
        attest(sourceOf(text, { modified: "2026-03-04T12:00:00Z" }, true));
      });

    it("is kept by what holds everything at once, whatever its layout", () => {
      const text = `REFERAT Udvalget d. 04-03-2026

Mødedeltagere Anna Holm, A, Bent Krogh (Afbud), C D, E F, G H, I J, K L

Punkt 1: Alt (10 min)

Sagsnr. 26/0117

Baggrund

*Kursiv* **fed** [et link](https://a.example) punkt 2 og bilag 1.1, note[1] og igen[1].

1. et
   - a
     1. i
   - b
3. tre

a) x
c) z

| Navn[1] | Tal |
|---|---|
| x[1] | 1 |
|  | 2 |

[1] En note med [et link](https://b.example).

Indstilling

1. at godkende

Beslutning

Godkendt.

Bilag

Bilag 1.1: Kort.pdf

Punkt 2: Lukket punkt: Hemmeligt

Punkt 3:
`;
      const layout = {
        ...defaultLayout,
        itemPerPage: false,
        format: "A3" as const,
        head: "H",
        foot: "F",
        accent: "#ffcc00",
      };
      attest(sourceOf(text));
      attest(sourceOf(text, { layout }, true));
      attest(sourceOf(`Punkt 1: A\n\n${"| a ".repeat(60)}|\n${"|---".repeat(60)}|\n${"| 1 ".repeat(60)}|\n`));
      for (const bare of ["", "Punkt 1:", "Tekst"]) attest(sourceOf(bare));
    });

    it("is kept by what shows its changes", () => {
      const at = (text: string): RenderDocument =>
        render(ReferatDocument.parse(text), "referat", defaultProfile);
      const documents = documentsToPrint().map(({ text }) => at(text));
      documents.forEach((document, index) => {
        const other = documents[index - 1];
        if (other) attest(typst(withChanges(document, other, "dagsordenen")));
      });
    });

    it("is refused to what is not conforming", () => {
      assert.throws(
        () =>
          attest(
            '#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"1\\" height=\\"1\\"></svg>"))',
          ),
        /UA-1|PDF\/UA|alt|title/i,
      );
    });
  });
}
