import type { Connection } from "vscode-languageserver";
import type { RecordStore } from "./recordStore.ts";

/**
 * Our own request: the stored index in the extension's storage, kept by the client where the server has no disk. It is kept in
 * parts, since no file can be appended to there: `{ read: 3 }` gives a part, or null behind the last; `{ append: "…" }` makes one
 * more, and gives its number; `{ dropBefore: 3 }` drops those before.
 */
const storedRequest = "referat/stored";

const encoder = new TextEncoder();

/** The stored index as the client keeps it. */
export function clientStore(connection: Connection): RecordStore {
  const ask = (params: object): Promise<unknown> => connection.sendRequest(storedRequest, params);
  const append = async (text: string): Promise<number> => {
    const part = await ask({ append: text });
    if (typeof part !== "number") throw new Error("The client keeps nothing");
    return part;
  };
  return {
    async *read() {
      for (let part = 0; ; part++) {
        const text = await ask({ read: part });
        if (typeof text !== "string") return;
        yield encoder.encode(text);
      }
    },
    append: async (lines) => {
      await append(lines);
    },
    // Until the old parts are dropped both are there, and the later lines outrule the earlier ones.
    async replace(pieces) {
      let first: number | null = null;
      for await (const piece of pieces) first = Math.min(first ?? Infinity, await append(piece));
      if (first !== null) await ask({ dropBefore: first });
    },
  };
}
