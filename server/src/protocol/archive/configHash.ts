import type { ConfigAt, Configurations } from "../configurations.ts";
import { textHash } from "./textHash.ts";

const hashes = new WeakMap<ConfigAt, string>();

/** The hash of the referat.json that a document is read with; empty where there is none. */
export async function configHash(uri: string, configurations: Configurations): Promise<string> {
  let nearest = configurations.nearest(uri);
  if (nearest === undefined) {
    await configurations.load(uri);
    nearest = configurations.nearest(uri);
  }
  if (!nearest) return "";
  let hash = hashes.get(nearest);
  if (hash === undefined) {
    hash = textHash(nearest.text);
    hashes.set(nearest, hash);
  }
  return hash;
}
