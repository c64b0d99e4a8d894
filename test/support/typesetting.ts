import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { drawerWasm, engineFonts, engineWasm } from "../../server/src/engine/assets.ts";
import type { Laid } from "../../server/src/engine/job.ts";
import { type Printed, print, type PrintOptions } from "../../server/src/engine/print.ts";
import { compileProgram, Typst } from "../../server/src/engine/typstCompiler.ts";
import { defaultProfile, type Profile } from "../../server/src/model/profile.ts";
import { render, type RenderOptions } from "../../server/src/publishing/render.ts";
import { ReferatDocument } from "../../server/src/syntax/document.ts";

const root = join(import.meta.dirname, "..", "..");
const packages = join(root, "node_modules");

/** The fonts that the build copies, from where it takes them. */
export const fonts: readonly Buffer[] = engineFonts.map((name) => {
  const [family = "", ...weight] = name.replace(".ttf", "").split("_");
  const folder = family === "SourceSans3" ? "source-sans-3" : "source-serif-4";
  return readFileSync(join(packages, "@expo-google-fonts", folder, weight.join("_"), name));
});

let typst: Promise<Typst> | null = null;

/** The compiler that the extension carries, in this thread; one for all tests. */
export const engine = {
  async layOut(job: Parameters<Typst["layOut"]>[0]): Promise<Laid> {
    typst ??= Typst.load({
      program: compileProgram(
        readFileSync(join(packages, "@myriaddreamin/typst-ts-web-compiler/pkg", engineWasm)),
      ),
      fonts,
      drawer: () =>
        Promise.resolve(readFileSync(join(packages, "@myriaddreamin/typst-ts-renderer/pkg", drawerWasm))),
    });
    return (await typst).layOut(job);
  },
};

/** A text as pages. */
export function printed(
  text: string,
  options: Omit<RenderOptions, "files"> & Partial<PrintOptions> & { profile?: Profile } = {},
): Promise<Printed> {
  const { profile = defaultProfile, layout, files, modified, ...rendering } = options;
  return print(engine, render(ReferatDocument.parse(text), "referat", profile, rendering), {
    layout: layout ?? profile.publish.layout,
    files: files ?? { logo: null, fonts: [], warnings: [] },
    modified: modified ?? null,
  });
}

/** Everything that the tests have to lay out: the examples, the fixtures and, where it is, the corpus. */
export function documentsToPrint(): { name: string; text: string }[] {
  const folders = [
    join(root, "examples"),
    join(root, "test/fixtures/parse"),
    join(root, "..", "shared", "corpus"),
  ];
  return folders.flatMap((folder) => {
    let names: string[];
    try {
      names = readdirSync(folder);
    } catch {
      console.log(`${folder} is not here: its documents were not laid out.`);
      return [];
    }
    return names
      .filter((name) => /\.(?:referat|dagsorden)$/.test(name))
      .map((name, index) => ({
        // The corpus' own words, its files' names too, stay out of what is told.
        name: folder.endsWith("corpus") ? `corpus ${index + 1}` : name,
        text: readFileSync(join(folder, name), "utf8"),
      }));
  });
}
