/** Does something that is asked for often: at once, and after that not before the interval (in milliseconds) is over. */
export class Throttle {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isWanted = false;

  constructor(
    private readonly run: () => void,
    private readonly interval: number,
  ) {}

  ask(): void {
    if (this.timer !== undefined) {
      this.isWanted = true;
      return;
    }
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (!this.isWanted) return;
      this.isWanted = false;
      this.ask();
    }, this.interval);
    this.run();
  }
}
