/** A text that outlives the server, in the extension's own storage. What goes wrong is thrown; only `read` gives what it can. */
export interface RecordStore {
  /** The text as UTF-8, in pieces that end anywhere; nothing where there is none. */
  readonly read: () => AsyncIterable<Uint8Array>;
  /** Puts whole lines behind all that is there, also what another program put there. */
  readonly append: (lines: string) => Promise<void>;
  /** Puts a text in place of all; whoever reads meanwhile has the old one or the new one. */
  readonly replace: (pieces: AsyncIterable<string>) => Promise<void>;
}
