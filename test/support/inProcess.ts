import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
} from "vscode-languageserver";
import { createConnection } from "vscode-languageserver/node";
import { liesWhereItSeems } from "../../server/src/protocol/liesIn.ts";
import type { Platform } from "../../server/src/protocol/platform.ts";
import { serve } from "../../server/src/protocol/server.ts";
import { soundReader } from "../../server/src/protocol/soundReader.ts";
import type { Transport } from "./lspClient.ts";

/** What a server without a disk, without pages and without attachments has. Its folders hold these files, and no referat.json. */
function barePlatform(files: readonly string[]): Omit<Platform, "exit"> {
  return {
    version: "0.0.0",
    readFile: () => Promise.resolve(null),
    listFolder: () => Promise.resolve([...files]),
    liesIn: liesWhereItSeems,
    readBytes: () => Promise.reject(new Error("There are no bytes here")),
    startEngine: () => null,
    startReader: () => null,
    wordWriter: () => Promise.reject(new Error("There is no Word here")),
    disk: null,
    storeIn: () => null,
    turn: () => new Promise((resolve) => void setImmediate(resolve)),
    rulePages: null,
  };
}

/** A server in this process: the whole of it but for what carries the messages, so that thousands of sessions can be had. */
export function inProcess(files: readonly string[] = []): Transport {
  const reader = new Reader();
  const writer = new Writer();
  let hasEnded: (status: number | null) => void = () => undefined;
  const ended = new Promise<number | null>((resolve) => (hasEnded = resolve));
  serve(createConnection(soundReader(reader), writer), {
    ...barePlatform(files),
    exit: (status) => {
      hasEnded(status);
    },
  });
  return {
    send: (message) => {
      reader.hear(message);
    },
    listen: (onMessage) => {
      writer.said = onMessage;
    },
    ended,
    errorOutput: () => "",
    kill: () => {
      reader.hear = () => undefined;
      hasEnded(null);
    },
  };
}

/** As on a wire: a copy, and later. */
function carried(message: object, to: (message: unknown) => void): void {
  const json = JSON.stringify(message);
  setImmediate(() => {
    to(JSON.parse(json));
  });
}

class Reader extends AbstractMessageReader {
  hear = (message: object): void => {
    carried(message, (copy) => this.callback(copy as Message));
  };
  private callback: DataCallback = () => undefined;

  listen(callback: DataCallback): Disposable {
    this.callback = callback;
    return { dispose: () => undefined };
  }
}

class Writer extends AbstractMessageWriter {
  said: (message: unknown) => void = () => undefined;

  write(message: Message): Promise<void> {
    carried(message, (copy) => {
      this.said(copy);
    });
    return Promise.resolve();
  }

  end(): void {
    this.said = () => undefined;
  }
}
