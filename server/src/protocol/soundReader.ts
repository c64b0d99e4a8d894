import type { DataCallback, Message, MessageReader } from "vscode-languageserver";
import { isRecord, recordIn } from "./unknown.ts";

const exit = { jsonrpc: "2.0", method: "exit" } as Message;

/**
 * Lets through what vscode-jsonrpc can take. A cancellation of nothing would throw in the middle of its reading, which over
 * Node IPC ends the process. LSP's params are objects: what else stands there counts as none, so that a request that needs
 * them is refused with InvalidParams. And a client that has gone away has said `exit`, behind all that it said before.
 */
export function soundReader(reader: MessageReader): MessageReader {
  return {
    onError: reader.onError,
    onPartialMessage: reader.onPartialMessage,
    onClose: () => ({ dispose: () => undefined }),
    listen(callback: DataCallback) {
      reader.onClose(() => callback(exit));
      return reader.listen((message) => {
        if (!cancelsNothing(message)) callback(withSoundParams(message));
      });
    },
    dispose: () => reader.dispose(),
  };
}

function cancelsNothing(message: unknown): boolean {
  const { method, params } = recordIn(message);
  const { id } = recordIn(params);
  return method === "$/cancelRequest" && typeof id !== "string" && typeof id !== "number";
}

function withSoundParams(message: Message): Message {
  const { params } = recordIn(message);
  return params === undefined || isRecord(params) ? message : ({ ...message, params: undefined } as Message);
}
