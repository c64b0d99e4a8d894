import { createConnection } from "vscode-languageserver/node";
import { serve } from "../protocol/server.ts";
import { soundReader } from "../protocol/soundReader.ts";
import { version } from "../version.ts";
import { FrameReader, FrameWriter } from "./frameStreams.ts";
import { diskFiles } from "./diskFiles.ts";
import { diskStore } from "./diskStore.ts";
import { startEngineThread } from "./nodeEngine.ts";
import { startReaderThread } from "./nodeReader.ts";
import { nodeTurn } from "./nodeTurn.ts";
import { installedWord } from "./installedWord.ts";
import { installedRulePages, listDiskFolder, readDiskBytes, readFromDisk } from "./nodeFiles.ts";

/** Serves the client on standard input and output, until it says `exit` or goes away. */
export function serveStdio(): void {
  const { stdin, stdout } = process;
  serve(createConnection(soundReader(new FrameReader(stdin)), new FrameWriter(stdout)), {
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
    // Behind all that is still to be written.
    exit: (status) => stdout.write("", () => process.exit(status)),
  });
}
