import { readdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ReadFile } from "../protocol/configurations.ts";
import { type LiesIn, liesWhereItSeems } from "../protocol/liesIn.ts";
import type { ListFolder } from "../protocol/folders.ts";
import type { ReadBytes } from "../protocol/publishing/press.ts";
import { isWithin } from "./isWithin.ts";

/** Reads files of the disk; other schemes are not the disk's. */
export const readFromDisk: ReadFile = async (uri) => {
  if (!uri.startsWith("file:")) return null;
  try {
    return await readFile(fileURLToPath(uri), "utf8");
  } catch {
    // No such file, as in most folders.
    return null;
  }
};

export const readDiskBytes: ReadBytes = async (uri) => {
  if (!uri.startsWith("file:")) return null;
  try {
    return await readFile(fileURLToPath(uri));
  } catch {
    return null;
  }
};

export const listDiskFolder: ListFolder = async (uri) => {
  if (!uri.startsWith("file:")) return null;
  try {
    return await readdir(fileURLToPath(uri));
  } catch {
    return null;
  }
};

export const liesInOnDisk: LiesIn = async (uri, folders) => {
  if (!uri.startsWith("file:")) return liesWhereItSeems(uri, folders);
  const real = (await Promise.all(folders.map(realPlace))).filter((folder) => folder !== null);
  // Some drives of Windows cannot say where anything really lies.
  if (real.length === 0) return liesWhereItSeems(uri, folders);
  const place = await realPlace(uri);
  return place !== null && real.some((folder) => isWithin(place, folder));
};

async function realPlace(uri: string): Promise<string | null> {
  try {
    return await realpath(fileURLToPath(uri));
  } catch {
    return null;
  }
}

/** The pages of the rules, as they lie beside dist/ in the installed package. */
export const installedRulePages = `${pathToFileURL(join(__dirname, "..", "docs", "regler")).href}/`;
