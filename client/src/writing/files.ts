import { type DataTransfer, FileType, type TextDocument, Uri, workspace } from "vscode";
import { makeFile } from "./newFiles.ts";
import { nameOf } from "../nameOf.ts";

/** A file that somebody drops or pastes. */
export interface SourceFile {
  readonly name: string;
  /** Where it lies; nothing where only its bytes came along, as from outside VS Code. */
  readonly uri?: Uri;
  readonly read: () => Thenable<Uint8Array>;
}

/** The folder that a document lies in; null where it is not saved yet. */
export function folderOf({ uri, isUntitled }: TextDocument): Uri | null {
  return isUntitled ? null : Uri.joinPath(uri, "..");
}

/** The files among what is dropped or pasted; an address of a page is none, and no folder. */
export async function filesIn(data: DataTransfer, document: Uri): Promise<SourceFile[]> {
  const list = (await data.get("text/uri-list")?.asString()) ?? "";
  const uris = list
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => Uri.parse(line))
    .filter((uri) => isNear(uri, document));
  const listed: SourceFile[] = [];
  for (const uri of uris) {
    if (await isFile(uri)) listed.push({ name: nameOf(uri), uri, read: () => workspace.fs.readFile(uri) });
  }
  return listed.length > 0 ? listed : filesWithBytes(data);
}

/**
 * What a page of the web hands over may name a machine of somebody's choice (`file://elsewhere/share`), and who looks there tells
 * it who she is: only what lies on her own, or where the document and her folders lie, is looked at.
 */
function isNear({ scheme, authority }: Uri, document: Uri): boolean {
  if (scheme === "http" || scheme === "https") return false;
  const near = [document, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri)];
  return authority === "" || near.some((uri) => uri.authority === authority);
}

/** Files that came without a place. Words from Word or Excel bring a picture of themselves: there the words are meant. */
function filesWithBytes(data: DataTransfer): SourceFile[] {
  if (data.get("text/plain") || data.get("text/html")) return [];
  return [...data].flatMap(([, item]) => {
    const file = item.asFile();
    // A name that is a path would lead elsewhere.
    return file && !/[/\\]/.test(file.name) ? [{ name: file.name, read: () => file.data() }] : [];
  });
}

/**
 * Where a file is to lie in a folder, with its bytes where they are to be written there. One that is there already stays as
 * it is: the same file is that one, another of its name goes beside it under a name that neither the folder nor `taken` has.
 */
export async function placeBeside(
  folder: Uri,
  { name, uri, read }: SourceFile,
  taken: readonly string[],
): Promise<{ uri: Uri; name: string; contents?: Uint8Array }> {
  const home = Uri.joinPath(folder, name);
  if (uri?.toString() === home.toString()) return { uri: home, name };
  const contents = await read();
  for (let copy = 1; ; copy++) {
    const free = copy === 1 ? name : name.replace(/(\.[^.]*)?$/, (ending: string) => ` (${copy})${ending}`);
    const place = Uri.joinPath(folder, free);
    if (taken.includes(free)) continue;
    const there = await bytesAt(place);
    if (there === null) return { uri: place, name: free, contents };
    if (same(there, contents)) return { uri: place, name: free };
  }
}

/** A file's bytes, none of a folder, and null where there is neither. */
async function bytesAt(uri: Uri): Promise<Uint8Array | null> {
  try {
    const { type } = await workspace.fs.stat(uri);
    return type & FileType.File ? await workspace.fs.readFile(uri) : new Uint8Array();
  } catch {
    return null;
  }
}

async function isFile(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Makes a file with a text in a folder, under a name that is free there; null where the folder takes none. */
export async function newFile(folder: Uri, name: string, text: string): Promise<Uri | null> {
  const read = (): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(text));
  const { uri, contents } = await placeBeside(folder, { name, read }, []);
  return !contents || (await makeFile(uri, text)) ? uri : null;
}
