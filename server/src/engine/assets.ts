/** What the compiler is made of, by the names that the files have in `dist/typst/`. */
export const engineWasm = "typst_ts_web_compiler_bg.wasm";

export const drawerWasm = "typst_ts_renderer_bg.wasm";

export const engineFonts = [
  "SourceSans3_400Regular.ttf",
  "SourceSans3_400Regular_Italic.ttf",
  "SourceSans3_600SemiBold.ttf",
  "SourceSans3_600SemiBold_Italic.ttf",
  "SourceSerif4_400Regular.ttf",
  "SourceSerif4_400Regular_Italic.ttf",
  "SourceSerif4_600SemiBold.ttf",
  "SourceSerif4_600SemiBold_Italic.ttf",
] as const;
