import type { LspClient } from "./lspClient.ts";

/** A folder that is on no disk: the client finds and reads its files, and keeps what the server stores. */
export class ClientFolder {
  readonly uri = "memory:/arkiv";
  /** The files by name; a text that is changed is a file that was written. */
  private readonly files = new Map<string, { text: string; modified: number }>();
  private clock = 1;
  /** The names of the documents that were read, in order. */
  read: string[] = [];
  /** The parts of the stored index. */
  stored: string[] = [];
  /** The folder cannot be listed. */
  isAway = false;

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  uriOf(name: string): string {
    return `${this.uri}/${name}`;
  }

  write(name: string, text: string): void {
    this.files.set(name, { text, modified: this.clock++ });
  }

  /** A text of the same length takes the place of a file's, which bears the time that it bore. */
  writeUnseen(name: string, text: string): void {
    const before = this.files.get(name);
    if (before?.text.length !== text.length) throw new Error(`${name} would be seen to have changed`);
    this.files.set(name, { ...before, text });
  }

  remove(name: string): void {
    this.files.delete(name);
  }

  serve(client: LspClient): void {
    const nameIn = (params: unknown): string => (params as { uri: string }).uri.slice(this.uri.length + 1);
    client.onRequest("referat/findDocuments", () => {
      if (this.isAway) return [{ unlisted: this.uri }];
      return [...this.files]
        .filter(([name]) => name.endsWith(".referat"))
        .map(([name, { text, modified }]) => ({ uri: this.uriOf(name), size: text.length, modified }));
    });
    client.onRequest("referat/statFile", (params) => {
      if (this.isAway) return null;
      if ((params as { uri: string }).uri.replace(/\/$/, "") === this.uri) return "folder";
      const file = this.files.get(nameIn(params));
      return file ? { size: file.text.length, modified: file.modified } : "gone";
    });
    client.onRequest("referat/readFile", (params) => {
      const name = nameIn(params);
      if (name.endsWith(".referat")) this.read.push(name);
      return this.files.get(name)?.text ?? null;
    });
    client.onRequest("referat/listFolder", () => [...this.files.keys()]);
    client.onRequest("referat/stored", (params) => {
      const { read, append, dropBefore } = params as { read?: number; append?: string; dropBefore?: number };
      if (read !== undefined) return this.stored.filter((part) => part !== "")[read] ?? null;
      if (append !== undefined) return this.stored.push(append) - 1;
      if (dropBefore !== undefined) this.stored.fill("", 0, dropBefore);
      return null;
    });
  }
}
