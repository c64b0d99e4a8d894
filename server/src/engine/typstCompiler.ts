import {
  initSync,
  type TypstCompiler,
  type TypstCompileWorld,
  TypstCompilerBuilder,
  TypstFontResolverBuilder,
} from "@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler.mjs";
import { type CodeSpan, fontCoverage, missingSigns } from "./fontFile.ts";
import { type Drawn, type Laid, LayoutError, type LayoutJob, type PagePlace, type Pages } from "./job.ts";
import { drawer } from "./typstDrawer.ts";

/** What the compiler is made of; each platform knows where it lies. */
export interface EngineAssets {
  readonly program: CompiledProgram;
  readonly fonts: readonly Uint8Array[];
  /** What draws pages: it is loaded with the first drawing. */
  readonly drawer: () => Promise<Uint8Array>;
}

/** The compiler's WebAssembly, compiled: it can be handed to another thread, which then need not do that again. */
export type CompiledProgram = WebAssembly.Module;

export function compileProgram(wasm: Uint8Array): CompiledProgram {
  return new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
}

const main = "/main.typ";

/** There are no files but those of a job. (The compiler's own way to say so makes functions of texts.) */
const noFiles = {
  modified: () => undefined,
  isFile: () => false,
  realPath: () => undefined,
  read: (): Uint8Array | undefined => undefined,
};

/** Typst, as WebAssembly, in this thread: whoever calls it waits. It reads no files and asks nobody for anything. */
export class Typst {
  /** How much memory the first document took; 0 before it. */
  private firstSize = 0;
  private ownFonts: readonly Uint8Array[] = [];
  private coverage: readonly (readonly CodeSpan[])[];

  private draws: Promise<(artifact: Uint8Array) => string> | null = null;

  private constructor(
    private readonly compiler: TypstCompiler,
    private readonly memory: WebAssembly.Memory,
    private readonly fonts: readonly Uint8Array[],
    private readonly loadDrawer: EngineAssets["drawer"],
  ) {
    this.coverage = coverageOf(fonts);
  }

  static async load({ program, fonts, drawer }: EngineAssets): Promise<Typst> {
    const { memory } = initSync({ module: program });
    const builder = new TypstCompilerBuilder();
    const { modified, isFile, realPath, read } = noFiles;
    await builder.set_access_model(noFiles, modified, isFile, realPath, read);
    for (const font of fonts) await builder.add_raw_font(font);
    return new Typst(await builder.build(), memory, fonts, drawer);
  }

  /** Lays out a document. Throws a `LayoutError` where the source does not hold together or a file of it cannot be read. */
  async layOut(job: LayoutJob): Promise<Laid> {
    const { artifact, pages } = await this.compiled(job, pdfFormat);
    return { pdf: artifact, ...pages };
  }

  /** Draws a document's pages. Throws as `layOut` does. */
  async draw(job: LayoutJob): Promise<Drawn> {
    const { artifact, pages } = await this.compiled(job, vectorFormat);
    this.draws ??= this.loadDrawer().then(drawer);
    return { svg: (await this.draws)(artifact), ...pages };
  }

  private async compiled(
    { source, files, fonts }: LayoutJob,
    format: number,
  ): Promise<{ artifact: Uint8Array; pages: Pages }> {
    await this.useFonts(fonts);
    const { compiler } = this;
    compiler.reset_shadow();
    for (const { path, bytes } of files) compiler.map_shadow(path, bytes);
    compiler.add_source(main, source);
    const world = compiler.snapshot("/", main, undefined);
    try {
      const warnings = diagnosed(world.compile(paged, allDiagnostics) as CompileResult);
      const { count, places } = pagesOf(world);
      const { result, ...rest } = world.get_artifact(format, allDiagnostics) as CompileResult;
      diagnosed(rest);
      if (!result) throw new LayoutError("no pages");
      return {
        artifact: result,
        pages: {
          pageCount: count,
          places,
          missing: missingSigns(source, this.coverage),
          unknownFonts: warnings.flatMap((message) => unknownFamily.exec(message)?.[1] ?? []),
        },
      };
    } finally {
      world.free();
      this.firstSize ||= this.memory.buffer.byteLength;
    }
  }

  /**
   * It has grown larger than it should. What it has once laid out it never forgets, and looks through at each new document:
   * another is as good, and quick again. The same document with a few words changed costs it little.
   */
  get isFull(): boolean {
    const size = this.memory.buffer.byteLength;
    return size > mostMemory || size > Math.max(usualMemory, 3 * this.firstSize);
  }

  /** What was laid out before is kept for the next document in the same fonts. */
  private async useFonts(own: readonly Uint8Array[]): Promise<void> {
    const before = this.ownFonts;
    if (own.length === before.length && own.every((font, index) => isSame(font, before[index]))) return;
    const builder = new TypstFontResolverBuilder();
    for (const font of [...this.fonts, ...own]) builder.add_raw_font(font);
    const resolver = await builder.build();
    this.compiler.set_fonts(resolver);
    resolver.free();
    this.ownFonts = own;
    this.coverage = coverageOf([...this.fonts, ...own]);
  }
}

/** Bytes. A document of 60 KB takes some 25 MB; WebAssembly has room for 4 GB. */
const usualMemory = 96 * 1024 * 1024;
const mostMemory = 1536 * 1024 * 1024;

const paged = 0;
const vectorFormat = 0;
const pdfFormat = 1;
const allDiagnostics = 3;
const unknownFamily = /^unknown font family: (.*)$/;

/** What the compiler's functions, which are not typed, give. */
interface CompileResult {
  readonly result?: Uint8Array;
  readonly diagnostics?: readonly {
    readonly severity: string;
    readonly message: string;
    readonly range: string;
  }[];
}

/** The warnings; errors are thrown. */
function diagnosed({ diagnostics = [] }: CompileResult): string[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new LayoutError(errors.map(({ range, message }) => `${range}: ${message}`).join("\n"));
  return diagnostics.map(({ message }) => message);
}

function pagesOf(world: TypstCompileWorld): { count: number; places: PagePlace[] } {
  const [found] = JSON.parse(world.query(paged, "<_pages>", "value")) as {
    count: number;
    places: PagePlace[];
  }[];
  return found ?? { count: 0, places: [] };
}

function coverageOf(fonts: readonly Uint8Array[]): (readonly CodeSpan[])[] {
  return fonts.flatMap((font) => {
    const spans = fontCoverage(font);
    return spans ? [spans] : [];
  });
}

function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return one.length === other?.length && one.every((byte, index) => byte === other[index]);
}
