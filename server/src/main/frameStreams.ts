import type { Readable, Writable } from "node:stream";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
} from "vscode-languageserver";
import { Frames } from "./frames.ts";

/** The client's messages on a stream. */
export class FrameReader extends AbstractMessageReader {
  constructor(private readonly input: Readable) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const frames = new Frames(
      (message) => callback(message as Message),
      (error) => this.fireError(error),
    );
    const append = (data: Buffer): void => frames.append(data);
    this.input.on("data", append);
    this.input.once("end", () => this.fireClose());
    this.input.once("error", () => this.fireClose());
    return { dispose: () => this.input.off("data", append) };
  }
}

/** Messages for the client. What nobody reads any more is dropped: the client's going away is told by its own stream. */
export class FrameWriter extends AbstractMessageWriter {
  constructor(private readonly output: Writable) {
    super();
    output.on("error", () => undefined);
  }

  write(message: Message): Promise<void> {
    const json = JSON.stringify(message);
    const frame = `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
    return new Promise((resolve) => {
      this.output.write(frame, () => resolve());
    });
  }

  end(): void {
    this.output.end();
  }
}
