/** Bytes that have arrived and are not yet read, in one piece. It grows by doubling, so that appending is linear in all. */
export class ByteQueue {
  private bytes = Buffer.alloc(0);
  private from = 0;
  private to = 0;

  /** What has not been read; sound until the next `append`. */
  get unread(): Buffer {
    return this.bytes.subarray(this.from, this.to);
  }

  append(data: Uint8Array): void {
    const unread = this.unread;
    if (this.to + data.length > this.bytes.length) {
      const needed = unread.length + data.length;
      // Where half of the room is read already the rest moves into it.
      const room = needed * 2 <= this.bytes.length ? this.bytes : Buffer.allocUnsafe(needed * 2);
      room.set(unread);
      this.bytes = room;
      this.from = 0;
      this.to = unread.length;
    }
    this.bytes.set(data, this.to);
    this.to += data.length;
  }

  drop(count: number): void {
    this.from += count;
    // A long message does not keep its room when it is read.
    if (this.from === this.to) [this.bytes, this.from, this.to] = [Buffer.alloc(0), 0, 0];
  }
}
