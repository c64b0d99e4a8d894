/** So many looks in the time that is given. More than one: a machine that slept wakes up to a single look. */
const looks = 12;

/** Waits for something to be heard, and says where it was not. */
export class Watch {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly late: () => void) {}

  /** From now on `limit` milliseconds may go by in silence. */
  wait(limit: number): void {
    this.stop();
    this.look(limit / looks, looks);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private look(pause: number, left: number): void {
    this.timer = setTimeout(() => {
      if (left > 1) this.look(pause, left - 1);
      else this.late();
    }, pause);
  }
}
