import { unzipSync } from "fflate";
import { markupText } from "./markup.ts";
import { plainText } from "./plainFile.ts";
import { mostUnpacked, UnreadError } from "./reading.ts";
import { formattedNumbers } from "./sheetNumbers.ts";

/** What says how the words look, and holds none. */
const wordless =
  /(?:^|\/)(?:theme\d*|fontTable|webSettings|stylesWithEffects|tableStyles|presProps|viewProps)\.xml$/i;
/** One fact after the other, each in a tag of its own. */
const facts = /^(?:docProps\/|meta\.xml$|customXml\/)/i;

/** A sheet or a text within another, with all its words: a chart brings its whole workbook along. */
const embedded = /\/embeddings\/[^/]*\.(?:docx|xlsx|pptx)$/i;

/**
 * The words of an Office document: all its parts, the comments, notes, heads and properties too, and the documents that it holds.
 * Throws an `UnreadError`.
 */
export function packedText(bytes: Uint8Array): string {
  return textOf(bytes, { left: mostUnpacked }, true);
}

/** `room` is how many bytes may still be unpacked. */
function textOf(bytes: Uint8Array, room: { left: number }, outermost: boolean): string {
  // Office wraps a document that has a password in the format of the old ones.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    throw new UnreadError("encrypted");
  const parts = partsOf(bytes, room, outermost);
  const inner = [...parts]
    .filter(([path]) => embedded.test(path))
    .map(([, part]) => textOf(part, room, false));
  const texts = new Map(
    [...parts].filter(([path]) => !embedded.test(path)).map(([path, part]) => [path, plainText(part)]),
  );
  if ((texts.get("META-INF/manifest.xml") ?? "").includes("encryption-data"))
    throw new UnreadError("encrypted");
  // A part that is cut off unpacked to more than it said.
  if (texts.size === 0 || [...texts.values()].some((xml) => !/>\s{0,9}$/.test(xml.slice(-10))))
    throw new UnreadError("damaged");
  return [...texts]
    .map(([path, xml]) => markupText(xml, { breakAtAll: facts.test(path) }))
    .concat(formattedNumbers(texts), inner)
    .join("\n");
}

function partsOf(bytes: Uint8Array, room: { left: number }, withEmbedded: boolean): Map<string, Uint8Array> {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isWanted = embedded.test(name) ? withEmbedded : /\.xml$/i.test(name) && !wordless.test(name);
        if (isWanted) room.left -= originalSize;
        return isWanted && room.left >= 0;
      },
    });
  } catch {
    throw new UnreadError("damaged");
  }
  if (room.left < 0) throw new UnreadError("tooLarge");
  return new Map(Object.entries(parts));
}
