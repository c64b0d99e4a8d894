import type { Platform } from "../protocol/platform.ts";
import { version } from "../version.ts";
import { diskFiles } from "./diskFiles.ts";
import { diskStore } from "./diskStore.ts";
import { startEngineThread } from "./nodeEngine.ts";
import { startReaderThread } from "./nodeReader.ts";
import { nodeTurn } from "./nodeTurn.ts";
import { installedWord } from "./installedWord.ts";
import {
  installedRulePages,
  liesInOnDisk,
  listDiskFolder,
  readDiskBytes,
  readFromDisk,
} from "./nodeFiles.ts";

/** What Node gives a server, however its client speaks to it. */
export const nodePlatform: Omit<Platform, "exit"> = {
  version,
  readFile: readFromDisk,
  listFolder: listDiskFolder,
  readBytes: readDiskBytes,
  liesIn: liesInOnDisk,
  startEngine: () => startEngineThread,
  startReader: () => startReaderThread,
  wordWriter: installedWord,
  disk: diskFiles,
  storeIn: diskStore,
  turn: nodeTurn,
  rulePages: installedRulePages,
};
