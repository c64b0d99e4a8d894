/** The compiler itself: the package's own entry makes a function of a text, which a strict policy for content forbids. */
declare module "@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler.mjs" {
  export * from "@myriaddreamin/typst-ts-web-compiler";
}

/** Likewise. */
declare module "@myriaddreamin/typst-ts-renderer/pkg/typst_ts_renderer.mjs" {
  export * from "@myriaddreamin/typst-ts-renderer";
}
