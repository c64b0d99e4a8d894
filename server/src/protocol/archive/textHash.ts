/** 32 bits of some bytes: enough to see that they were damaged, or that they are others. Four are taken at a time. */
export function hashOf(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = bytes.length - (bytes.length % 4);
  let hash = 0x811c9dc5 ^ bytes.length;
  for (let at = 0; at < words; at += 4) hash = mixed(hash ^ view.getInt32(at));
  for (const byte of bytes.subarray(words)) hash = mixed(hash ^ byte);
  return (hash >>> 0).toString(36);
}

/** Each bit of a word reaches others, also those below it. */
function mixed(hash: number): number {
  const spread = Math.imul(hash, 0x01000193);
  return spread ^ (spread >>> 15);
}

const encoder = new TextEncoder();

export function textHash(text: string): string {
  return hashOf(encoder.encode(text));
}
