import { detached } from "../text/detached.ts";

/** The number of no words at all. */
export const noWords = 0;

/** What was typed on the way to other words is known too: so many are no burden. */
const usual = 100_000;

/** Gives words numbers from 0 on, the same to the same words. */
export class WordNumbers {
  private readonly known = new Map([["", noWords]]);

  /** `most` words and the usual number are known before it is full. */
  constructor(private readonly most: number) {}

  /** Whether it is time to begin anew. */
  get isFull(): boolean {
    return this.known.size > this.most + usual;
  }

  of(words: string): number {
    let number = this.known.get(words);
    if (number === undefined) this.known.set(detached(words), (number = this.known.size));
    return number;
  }
}
