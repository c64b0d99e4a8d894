// Makes a picture of a screen small: 32 colours, which are all that a screen with letters needs to look the same, and
// deflated as far as zlib goes. https://www.w3.org/TR/png-3/

import { crc32, deflateSync, inflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const most = 32;

/** The same picture as a PNG with a palette. `png` is one as browsers write them: eight bits a channel, not interlaced. */
export function smallPng(png) {
  const { width, height, pixels } = decode(png);
  const { palette, indices } = quantised(pixels);
  // Each line begins with its filter: none, which suits a palette.
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) indices.copy(lines, y * (width + 1) + 1, y * width, (y + 1) * width);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(lines, { level: 9, memLevel: 9, strategy: 0 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** The colours of a PNG, one number (0xrrggbb) a pixel; what is transparent is not told apart. */
function decode(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, kind, , , interlaced] = png.subarray(24, 29);
  const channels = { 2: 3, 6: 4 }[kind];
  if (depth !== 8 || interlaced || !channels) throw new Error("not a PNG as a browser writes it");
  const parts = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const bytes = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const pixels = new Uint32Array(width * height);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    const line = Buffer.from(bytes.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    unfilter(bytes[y * (stride + 1)], line, above, channels);
    for (let x = 0; x < width; x++) {
      const at = x * channels;
      pixels[y * width + x] = (line[at] << 16) | (line[at + 1] << 8) | line[at + 2];
    }
    above = line;
  }
  return { width, height, pixels };
}

/** Undoes a line's filter in place. */
function unfilter(filter, line, above, channels) {
  for (let at = 0; at < line.length; at++) {
    const left = at < channels ? 0 : line[at - channels];
    const corner = at < channels ? 0 : above[at - channels];
    const guess = [0, left, above[at], (left + above[at]) >> 1, paeth(left, above[at], corner)][filter];
    line[at] = (line[at] + guess) & 255;
  }
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((each) => Math.abs(guess - each));
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** At most 32 colours for the pixels, and each pixel's index among them: median cut, the box that errs most first. */
function quantised(pixels) {
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const colours = [...counts].map(([colour, count]) => ({
    colour,
    count,
    rgb: [colour >> 16, (colour >> 8) & 255, colour & 255],
  }));
  const boxes = [box(colours)];
  while (boxes.length < most) {
    boxes.sort((one, other) => one.error - other.error);
    const worst = boxes.pop();
    if (worst.error === 0) {
      boxes.push(worst);
      break;
    }
    boxes.push(...halves(worst));
  }
  const index = new Map();
  boxes.forEach(({ members }, at) => members.forEach(({ colour }) => index.set(colour, at)));
  return {
    palette: boxes.map(({ mean }) => mean.map(Math.round)),
    indices: Buffer.from(Uint8Array.from(pixels, (pixel) => index.get(pixel))),
  };
}

/** Colours that become one: their mean, how far they are from it in all, and the channel in which they differ most. */
function box(members) {
  const total = members.reduce((sum, { count }) => sum + count, 0);
  const channels = [0, 1, 2];
  const mean = channels.map(
    (at) => members.reduce((sum, { rgb, count }) => sum + rgb[at] * count, 0) / total,
  );
  const errors = channels.map((at) =>
    members.reduce((sum, { rgb, count }) => sum + (rgb[at] - mean[at]) ** 2 * count, 0),
  );
  const error = members.length === 1 ? 0 : errors[0] + errors[1] + errors[2];
  return { members, mean, error, widest: errors.indexOf(Math.max(...errors)) };
}

function halves({ members, mean, widest }) {
  const low = members.filter(({ rgb }) => rgb[widest] <= mean[widest]);
  const high = members.filter(({ rgb }) => rgb[widest] > mean[widest]);
  return [box(low), box(high)];
}
