import type { WriteWord } from "../protocol/platform.ts";

/** What writes Word documents is a bundle of its own beside this one, which is read when it is first needed. */
export async function installedWord(): Promise<WriteWord> {
  return (await import("../publishing/docx.ts")).docx;
}
