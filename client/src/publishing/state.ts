import { commands, type Disposable, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { serverCommand } from "../server/serverCommand.ts";
import type { MeetingSource } from "../meeting/source.ts";

const states = [
  { label: "Kladde", description: "der skrives endnu", state: "kladde" },
  { label: "Til godkendelse", description: "deltagerne har den", state: "til godkendelse" },
  { label: "Godkendt", description: "den endelige udgave", state: "godkendt" },
  { label: "Ingen status", description: "intet mærke på siderne", state: null },
] as const;

/** »Sæt status«: how far the document has come, as a mark that the pages show. */
export function stateCommand(client: BaseLanguageClient, source: MeetingSource): Disposable {
  return commands.registerCommand("referat.saetStatus", async () => {
    const uri = source.subject;
    if (!uri) return;
    const chosen = await window.showQuickPick(states, {
      title: "Sæt status",
      placeHolder: "Hvor langt er dokumentet?",
    });
    if (!chosen) return;
    const address = client.code2ProtocolConverter.asUri(uri);
    // The place that commands on items need means nothing here, nor does the version: what is typed meanwhile is no matter.
    await serverCommand(client, "referat.setState", address, null, 0, chosen.state);
  });
}
