import { createConnection, IPCMessageReader, IPCMessageWriter } from "vscode-languageserver/node";
import { serve } from "../protocol/server.ts";
import { soundReader } from "../protocol/soundReader.ts";
import { version } from "../version.ts";
import { diskFiles } from "./diskFiles.ts";
import { diskStore } from "./diskStore.ts";
import { startEngineThread } from "./nodeEngine.ts";
import { startReaderThread } from "./nodeReader.ts";
import { nodeTurn } from "./nodeTurn.ts";
import { installedWord } from "./installedWord.ts";
import { installedRulePages, listDiskFolder, readDiskBytes, readFromDisk } from "./nodeFiles.ts";

/** The library's reader does not hear that the channel is closed, and the server would outlive its client. */
class IpcReader extends IPCMessageReader {
  constructor() {
    super(process);
    process.once("disconnect", () => this.fireClose());
  }
}

/** The command line serves editors with the same bundle. */
export { serveStdio } from "./stdio.ts";

// Started by the desktop client, over Node IPC.
if (require.main === module) {
  serve(createConnection(soundReader(new IpcReader()), new IPCMessageWriter(process)), {
    version,
    readFile: readFromDisk,
    listFolder: listDiskFolder,
    readBytes: readDiskBytes,
    startEngine: () => startEngineThread,
    startReader: () => startReaderThread,
    wordWriter: installedWord,
    disk: diskFiles,
    storeIn: diskStore,
    turn: nodeTurn,
    rulePages: installedRulePages,
    exit: (status) => process.exit(status),
  });
}
