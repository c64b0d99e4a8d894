/** Bytes in a message. (RFC 4648; `atob` and `btoa` are there in Node and in workers alike, and take binary strings.) */
export function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    // eslint-disable-next-line no-restricted-syntax -- a call takes so many arguments
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** Null where the text is no base64. */
export function bytesOf(coded: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(coded), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}
