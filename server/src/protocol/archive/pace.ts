import type { Steps } from "../../text/steps.ts";

/** Milliseconds of work after which whatever has arrived is read. */
const slice = 2;
/** Milliseconds of rest after a change: whoever types goes on typing. */
const rest = 600;

/** How work in the background makes way: it is done in short slices, and rests while somebody types. */
export class Pace {
  private sliceEnd = 0;
  private restEnd = 0;

  /** `turn` lets all be read that has arrived: it resolves in a later turn of the event loop. */
  constructor(private readonly turn: () => Promise<void>) {}

  /** Somebody types. */
  typed(): void {
    this.restEnd = performance.now() + rest;
  }

  /** Between two pieces of work: resolves when the next may be done. */
  async step(): Promise<void> {
    const now = performance.now();
    if (now < this.sliceEnd && now >= this.restEnd) return;
    await this.turn();
    for (;;) {
      const left = this.restEnd - performance.now();
      if (left <= 0) break;
      await new Promise<void>((resolve) => {
        setTimeout(resolve, left);
      });
    }
    this.sliceEnd = performance.now() + slice;
  }

  /** Does work that is cut into pieces. */
  async through<Result>(steps: Steps<Result>): Promise<Result> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.step();
    }
  }
}
