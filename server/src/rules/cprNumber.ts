import { cprNumbersIn } from "../model/cprNumbers.ts";
import { listedFiles } from "../model/listedFiles.ts";
import { paragraphsWith } from "./heeds.ts";
import { chunkRule } from "./rule.ts";

// The number is not repeated in the message: reports are kept in more places than minutes.
export const cprNumber = chunkRule<null>({
  id: "cpr-number",
  severity: "error",
  heeds: paragraphsWith(/\d{6}/),
  *detect(chunk) {
    for (const span of cprNumbersIn(chunk)) yield { span, state: null };
  },
  // The attachments are read before the document is sent out.
  alsoAt: ({ document, filesBeside }) => listedFiles(document, filesBeside ?? [], { openOnly: false }),
  message: {
    da: () =>
      "Det ligner et CPR-nummer. Et personnummer må ikke stå i et referat, som andre kan læse: slet det, og skriv i stedet sagens journalnummer, hvis personen skal kunne findes.",
    en: () =>
      "This looks like a civil registration number, which must not stand in minutes that others can read: delete it, and give the case's journal number instead.",
  },
});
