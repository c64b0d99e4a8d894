import assert from "node:assert/strict";
import fc from "fast-check";
import { Frames } from "../../server/src/main/frames.ts";
import { holds } from "../property/settings.ts";
import { endAll, framed } from "../support/lspClient.ts";
import { running } from "./clients.ts";

const message = { jsonrpc: "2.0", method: "$/æøå" };
const body = JSON.stringify(message);

/** What is read of bytes that arrive cut into pieces of these lengths, over and over. */
function readOf(bytes: Uint8Array, ...lengths: number[]): unknown[] {
  const messages: unknown[] = [];
  const frames = new Frames(
    (each) => messages.push(each),
    () => undefined,
  );
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = lengths[i % lengths.length] ?? bytes.length;
    frames.append(bytes.subarray(at, at + length));
    at += length;
  }
  return messages;
}

describe("protocol: messages on standard input", () => {
  afterEach(endAll);

  it("are read however they are cut, whatever stands between them", () => {
    // Nothing that has the look of a header itself.
    const garbage = fc.oneof(
      fc.constant(""),
      fc.constantFrom(
        "\r\n\r\n",
        "{}\r\n\r\n\r\n",
        "Content-Type: x\r\n\r\n",
        "Content-Length: -5\r\n\r\n",
        "hej\n",
      ),
      fc.string({ unit: "grapheme" }),
    );
    const between = fc.tuple(garbage, fc.jsonValue());
    const pieces = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 });
    holds(500, fc.tuple(fc.array(between), pieces), ([parts, lengths]) => {
      const sent = parts.map(([before, value]) => [before, { value }] as const);
      const bytes = sent.flatMap(([before, value]) => [Buffer.from(before), framed(value)]);
      assert.deepEqual(
        readOf(Buffer.concat(bytes), ...lengths),
        sent.map(([, value]) => JSON.parse(JSON.stringify(value)) as unknown),
      );
    });
  });

  it("are read when they are long and come byte by byte", () => {
    const long = { text: "æ".repeat(50_000) };
    assert.deepEqual(readOf(Buffer.concat([framed(long), framed(message)]), 1), [long, message]);
  });

  it("may hold what looks like a header, in a string", () => {
    const quoting = { text: `Content-Length: 5\r\n\r\n${body}` };
    assert.deepEqual(readOf(Buffer.concat([framed(quoting), framed(message)])), [quoting, message]);
  });

  it("may be written with blank lines", () => {
    const spaced = Buffer.from(body.replaceAll(",", ",\r\n\r\n"));
    const header = Buffer.from(`Content-Length: ${spaced.length}\r\n\r\n`);
    assert.deepEqual(readOf(Buffer.concat([header, spaced, framed(message)]), 7), [message, message]);
  });

  it("are read behind one that is shorter than its header says", () => {
    for (const excess of [...Array(60).keys(), 5000, 4_000_000_000_000]) {
      const header = `Content-Length: ${Buffer.byteLength(body) + excess + 1}\r\n\r\n`;
      const bytes = Buffer.concat([Buffer.from(header + body), framed(message), framed(message)]);
      for (const length of [1, 1000])
        assert.deepEqual(readOf(bytes, length), [message, message], `${excess}`);
    }
  });

  describe("are read behind a header that is wrong", () => {
    const spoilt: Readonly<Record<string, string>> = {
      "no length": "Content-Type: x\r\n\r\n",
      "no length, but a message": `Length: ${body.length}\r\n\r\n${body}`,
      "a length that is no number": `Content-Length: ti\r\n\r\n${body}`,
      "a negative length": `Content-Length: -5\r\n\r\n${body}`,
      "a length that is too small": `Content-Length: 5\r\n\r\n${body}`,
      "a length that is too great": `Content-Length: 9999\r\n\r\n${body}`,
      "a line that is no header": "hej\r\n\r\n",
      "words without a line end": "hej",
      "headers that LF ends": `Content-Length: ${body.length}\n\n${body}`,
    };
    for (const [name, bytes] of Object.entries(spoilt)) {
      it(name, async () => {
        const client = await running();
        // Together with a message that follows, as it often comes.
        client.transport.write(Buffer.concat([Buffer.from(bytes), framed(message)]));
        await client.settled();
        assert.equal(await client.stop(), 0);
      });
    }
  });
});
