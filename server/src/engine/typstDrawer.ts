import { initSync, TypstRendererBuilder } from "@myriaddreamin/typst-ts-renderer/pkg/typst_ts_renderer.mjs";

/** The page's own parts of a drawing: its pages, the shapes that they use, their style; and no script. */
const pagesShapesStyle = 1 | 2 | 4;

/** Draws what the compiler laid out (its vector format) as one SVG picture. `wasm` are the bytes of the library. */
export async function drawer(wasm: Uint8Array): Promise<(artifact: Uint8Array) => string> {
  initSync({ module: wasm as Uint8Array<ArrayBuffer> });
  const renderer = await new TypstRendererBuilder().build();
  return (artifact) => {
    const session = renderer.session_from_artifact(artifact, "vector");
    try {
      return renderer.svg_data(session, pagesShapesStyle);
    } finally {
      session.free();
    }
  };
}
