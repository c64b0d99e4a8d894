import { actionsIn } from "../archive/actionRegister.ts";
import { Archive } from "../archive/archive.ts";
import { decisionsIn } from "../archive/decisionRegister.ts";
import { type DocumentRecord, recordOf } from "../archive/record.ts";
import { eachFile, fileKindOf } from "./files.ts";
import { readDocument } from "./readDocument.ts";
import { csvRegister } from "./registerCsv.ts";
import { jsonRegister } from "./registerJson.ts";
import { registerRequest } from "./registerQuery.ts";
import { textRegister } from "./registerText.ts";
import { ConfigFinder, configFindings } from "./settings.ts";
import { complain, exitCodes, print } from "./terminal.ts";

const formats = { text: textRegister, json: jsonRegister, csv: csvRegister } as const;

/** `referat decisions PATH…`: prints the register of decisions and actions, and returns the exit status. */
export async function decisions(args: readonly string[]): Promise<number> {
  const now = new Date();
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  const request = registerRequest(args, today);
  const { archive, status } = await archiveOf(request.paths);
  const actions = actionsIn(archive, request.actions, request.today).rows;
  print(
    formats[request.format]({
      decisions: request.only === "actions" ? null : decisionsIn(archive, request.decisions).rows,
      actions:
        request.only === "decisions"
          ? null
          : actions.filter(({ state }) => !request.open || state !== "done"),
    }),
  );
  return status;
}

/** Reads one file after another, and keeps of each only its record. */
async function archiveOf(paths: readonly string[]): Promise<{ archive: Archive; status: number }> {
  const configs = new ConfigFinder(null);
  const archive = new Archive();
  let status: number = exitCodes.clean;
  for await (const { path, text, problem } of eachFile(paths)) {
    if (text === null) {
      complain(`${path}: ${problem ?? "kan ikke læses"}`);
      status = exitCodes.failure;
      continue;
    }
    const { document, settings } = readDocument(path, text, configs);
    archive.set(path, ownCopy(recordOf(document, fileKindOf(path), settings.profile)));
  }
  for (const found of configs.found) {
    for (const { line, column, message } of configFindings(found, "da").findings) {
      complain(`${found.path}:${line}:${column}: ${message}`);
      status = exitCodes.failure;
    }
  }
  return { archive, status };
}

/** Pieces of a text keep all of it: what was written and read again is a copy of its own. */
function ownCopy(record: DocumentRecord): DocumentRecord {
  return JSON.parse(JSON.stringify(record)) as DocumentRecord;
}
