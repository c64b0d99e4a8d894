import type { Settings } from "../config/config.ts";
import { obstacles } from "../publishing/gate.ts";
import { obstacleWords } from "../publishing/gateWords.ts";
import { attachmentsToRead } from "../rules/attachmentsToRead.ts";
import { Checker, messageOf } from "../rules/check.ts";
import type { ReferatDocument } from "../syntax/document.ts";
import type { AttachmentReader } from "./attachments.ts";
import { filesBeside } from "./settings.ts";
import { complain } from "./terminal.ts";

/**
 * Whether something keeps a document from the public; it is then said, line by line. What nobody could look into is said too, and
 * keeps nothing back.
 */
export async function refusal(
  path: string,
  { document, settings }: { document: ReferatDocument; settings: Settings },
  fileKind: "referat" | "dagsorden",
  reader: AttachmentReader,
): Promise<boolean> {
  const { profile, severities } = settings;
  const options = { fileKind, profile, severities, filesBeside: filesBeside(path) };
  const attachments = await reader.read(path, attachmentsToRead(document, options, true));
  const findings = new Checker().check(document, options);
  const found = obstacles(document, findings, { public: true, severities, attachments });
  const errors = found.filter(({ gravity }) => gravity === "error");
  for (const obstacle of found) {
    if (obstacle.gravity !== "error" && obstacle.type !== "attachmentUnread") continue;
    const { line, character } = document.positionAt(document.offsetOf(obstacle.chunk) + obstacle.span.start);
    const words =
      obstacle.type === "finding" ? messageOf(obstacle.finding, "da") : obstacleWords(obstacle, "da");
    complain(`${path}:${line + 1}:${character + 1}: ${words}`);
  }
  if (errors.length === 0) return false;
  const count = errors.length === 1 ? "det" : `de ${errors.length} forhold`;
  complain(`${path}: er ikke eksporteret; ret først ${count} ovenfor, før det offentliggøres.`);
  return true;
}
