import { memo } from "../model/memo.ts";
import type { Chunk } from "../syntax/nodes.ts";
import { lastNotAbove } from "../text/lines.ts";

/** Between UTF-16 units and UTF-8 bytes within a chunk. Both count from its start. */

/** The bytes before every `step`-th unit are kept, so that a place in a long line is found without reading all before it. */
const step = 256;

const checkpointsOf: (chunk: Chunk) => readonly number[] = memo(({ text }) => {
  const checkpoints = [0];
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    bytes += bytesAt(text, at);
    if ((at + 1) % step === 0) checkpoints.push(bytes);
  }
  return checkpoints;
});

export function bytesBefore(chunk: Chunk, offset: number): number {
  const checkpoint = Math.floor(offset / step);
  let bytes = checkpointsOf(chunk)[checkpoint] ?? 0;
  for (let at = checkpoint * step; at < offset; at++) bytes += bytesAt(chunk.text, at);
  return bytes;
}

/** The offset, up to `end`, that is no more than `bytes` behind `start`; never in the middle of a sign. */
export function offsetBehind(chunk: Chunk, start: number, bytes: number, end: number): number {
  const { text } = chunk;
  const wanted = bytesBefore(chunk, start) + bytes;
  const checkpoint = lastNotAbove(checkpointsOf(chunk), wanted) * step;
  let at = Math.min(end, Math.max(start, checkpoint));
  let taken = bytesBefore(chunk, at);
  while (at < end && (taken += bytesAt(text, at)) <= wanted) at++;
  return isHigh(text, at - 1) && isLow(text, at) ? at - 1 : at;
}

/** The bytes of one unit: of a pair of surrogates each has half. */
function bytesAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  const paired = (isHigh(text, at) && isLow(text, at + 1)) || (isLow(text, at) && isHigh(text, at - 1));
  return paired ? 2 : 3;
}

function isHigh(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}

function isLow(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
