import * as z from "zod/mini";
import type { FromPreview } from "../../../webview/messages.ts";

// Nothing is made into code and run, not even what checks a message.
z.config({ jitless: true });

const count = z.int().check(z.nonnegative());

/** What the preview's page sends. It shows a document of whomever's: nothing that comes from there is trusted unseen. */
const message: z.ZodMiniType<FromPreview> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ready") }),
  z.strictObject({ type: z.literal("open"), line: count }),
  z.strictObject({ type: z.literal("scrolled"), line: count }),
  z.strictObject({ type: z.literal("seen"), page: count, pages: count }),
]);

/** The message as it was sent; null for what is none. */
export function fromPreview(sent: unknown): FromPreview | null {
  return z.safeParse(message, sent).data ?? null;
}

const state = z.object({ uri: z.string() });

/** The document that a preview of an earlier session showed, by what its page has kept; null where it has kept none. */
export function keptDocument(kept: unknown): string | null {
  return z.safeParse(state, kept).data?.uri ?? null;
}
