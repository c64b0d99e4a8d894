import type { ContentsBlock, HeadBlock } from "./renderModel.ts";

/** What stands before the first contents of a head, the contents, and what stands behind them; all before, where there are none. */
export function aroundContents(head: readonly HeadBlock[]): {
  readonly before: readonly HeadBlock[];
  readonly contents: ContentsBlock | null;
  readonly behind: readonly HeadBlock[];
} {
  const at = head.findIndex(({ type }) => type === "contents");
  const contents = head[at];
  if (contents?.type !== "contents") return { before: head, contents: null, behind: [] };
  return { before: head.slice(0, at), contents, behind: head.slice(at + 1) };
}
