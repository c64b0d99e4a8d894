import { type Connection, LogMessageNotification, MessageType } from "vscode-languageserver";
import type { Language } from "../../rules/rule.ts";
import type { FileProblem } from "./archiveFiles.ts";

const words: Readonly<Record<FileProblem, Readonly<Record<Language, string>>>> = {
  gone: { da: "filen findes ikke længere", en: "the file is gone" },
  unreadable: { da: "filen kan ikke læses", en: "the file cannot be read" },
  encoding: {
    da: "filen er ikke UTF-8-tekst; gem den som UTF-8",
    en: "the file is no UTF-8 text; save it as UTF-8",
  },
  binary: { da: "filen er ikke en tekst", en: "the file is no text" },
  size: { da: "filen er for stor", en: "the file is too large" },
};

/** What the archive does without is named in the log: each file once for each reason. */
export class ArchiveLog {
  private readonly named = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly language: () => Language,
  ) {}

  name(uri: string, problem: FileProblem): void {
    const key = `${problem} ${uri}`;
    if (this.named.has(key)) return;
    this.named.add(key);
    const language = this.language();
    const lead = language === "da" ? "Arkivet springer over" : "The archive skips";
    this.log(`${lead} ${uri}: ${words[problem][language]}.`);
  }

  /** What was read cannot be stored for the next time. */
  unsaved(error: unknown): void {
    const lead =
      this.language() === "da"
        ? "Arkivets indeks kan ikke gemmes, og læses igen næste gang"
        : "The index of the archive cannot be stored, and is read again the next time";
    this.log(`${lead}: ${error instanceof Error ? error.message : String(error)}`);
  }

  private log(message: string): void {
    void this.connection
      .sendNotification(LogMessageNotification.type, { type: MessageType.Warning, message })
      .catch(() => undefined);
  }
}
