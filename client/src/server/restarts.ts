/** So many times in so many milliseconds a server that ends is started again by itself. */
const most = 5;
const within = 180_000;

/** Counts how often the server has ended of late. `now` is in milliseconds, on a clock that nobody sets. */
export class Restarts {
  private ends: readonly number[] = [];

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The server has ended; whether it is to be started again. */
  allowed(): boolean {
    const now = this.now();
    this.ends = [...this.ends.filter((at) => now - at < within), now];
    return this.ends.length <= most;
  }

  /** Somebody starts it by hand. */
  forget(): void {
    this.ends = [];
  }
}
